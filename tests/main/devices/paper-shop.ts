import { deskOf } from '../../../src/main/flows/print-desk.ts'
import type { PrinterSettings } from '../../../src/main/devices/printer-profile.ts'
import type { Faults } from '../../../scripts/simulate/printer.ts'
import type { RefundId, SaleId } from '../../../src/main/vocabulary.ts'
import { stocked } from '../sales/stocked.ts'
import { aPrinter, until } from './printing-kit.ts'

export const settings: PrinterSettings = { profile: 'epson-tm-t88', automatic: 'always', copies: 1, codePage: null, drawerPin: 2, saleCode: null, display: null }
export const quick = { askMs: 150, confirmMs: 500, troubleMs: 5_000, settleMs: 60 }

/** The shop with a printer on the network, set up by the manager; Léa sells. */
export async function paperShop(faults: Faults = {}, changes: Partial<PrinterSettings> = {}) {
  const printer = await aPrinter(faults)
  const app = await stocked()
  Object.assign(deskOf(app.core).timing, quick)
  await app.signIn('manager')
  const save = { name: 'Receipt printer', transport: 'tcp' as const, address: { host: '127.0.0.1', port: printer.port }, settings: { ...settings, ...changes } }
  const { id: deviceId } = await app.ask('print/save-printer', { requestId: app.rid(), id: null, ...save })
  await app.signIn('cashier')

  /** Sells a coffee for a twenty, and answers once it is paid. */
  const sell = async () => {
    const { id, totals } = await app.add(app.items.coffee)
    const paid = await app.pay(id, { kind: 'cash', amountCents: totals.dueInCashCents, givenCents: 2000, reference: '', expected: totals.totalCents })
    if (paid.state !== 'completed') throw new Error('not paid')
    return paid.saleId
  }
  const jobOf = (saleId: SaleId, refundId: RefundId | null = null) => app.ask('print/of-sale', { saleId, refundId })
  /** Waits for the newest paper of a sale to be in this state, and to wait for this where it is said. */
  const settled = (saleId: SaleId, state: string, reason?: string) => until(async () => {
    const job = await jobOf(saleId)
    return job?.state === state && (reason === undefined || job.reason === reason) ? job : null
  })
  return { ...app, printer, deviceId, save, sellCoffee: sell, jobOf, settled }
}
