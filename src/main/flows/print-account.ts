import type { Core } from '../context.ts'
import { getEntry } from '../accounts/entries.sql.ts'
import { payLaterTerms } from '../customers/pay-later.sql.ts'
import type { Device } from '../devices/device.ts'
import { mayBeOnPaper } from '../devices/print-job.ts'
import { insertJob, jobsOfPayment } from '../devices/print-jobs.sql.ts'
import { once } from '../store/once.ts'
import type { AccountEntryId, Caller, CustomerId, Language, PrintJobId, RegisterId, RequestId } from '../vocabulary.ts'
import { numberOf } from './account-number.ts'
import { kickedNow } from './kick-drawer.ts'
import { noteDrawer } from './note-drawer.ts'
import { paperless, queueDrawer, started, type PrintAnswer } from './print-receipt.ts'
import { printerOf, tillPrinter } from './the-printer.ts'
import { theShop } from './the-shop.ts'

/** A statement, or with `entryId` the receipt of a payment. */
type Paper = { readonly customerId: CustomerId; readonly entryId: AccountEntryId | null }

/** The language of their papers: the customer's where it is known, else the shop's. */
export function paperLanguage(core: Pick<Core, 'db'>, customerId: CustomerId): Language {
  const known = payLaterTerms(core.db, customerId)?.language
  return known === 'en' || known === 'fr' || known === 'es' ? known : theShop(core).language
}

/** Prints a statement or the receipt of a payment on the till's own printer, else says how else. A receipt that may be out already says DUPLICATE. */
export function printAccount(core: Core, caller: Caller, { requestId, language, ...paper }: Paper & { readonly requestId: RequestId; readonly language: Language }): PrintAnswer {
  const device = tillPrinter(core, caller.registerId)
  if (device === null) return { how: 'none' }
  if (device.transport === 'system') return { how: 'system' }
  const id = once(core.db, { id: requestId, door: 'accounts/print', at: core.now() }, () => queuePaper(core, device, paper, { language, opensDrawer: false, staffId: caller.staffId }))
  return { how: 'printer', job: started(core, id) }
}

function queuePaper(core: Core, device: Device, { customerId, entryId }: Paper, extras: { readonly language: Language; readonly opensDrawer: boolean; readonly staffId: Caller['staffId']; readonly note?: string }): PrintJobId {
  const id = core.newId() as PrintJobId
  const before = entryId === null ? undefined : jobsOfPayment(core.db, entryId).find(({ state }) => mayBeOnPaper(state))
  insertJob(core.db, { ...paperless, ...extras, id, registerId: device.registerId, deviceId: device.id, kind: 'account', copies: 1, duplicateOf: before?.id ?? null, accountOf: customerId, accountEntryId: entryId }, core.now())
  return id
}

/** After a payment or a paying out that is committed: the drawer for cash, and the receipt where the shop prints each. */
export function printPayment(core: Core, registerId: RegisterId, paper: { readonly customerId: CustomerId; readonly entryId: AccountEntryId }): void {
  const device = tillPrinter(core, registerId)
  const entry = getEntry(core.db, paper.entryId)
  if (!device || device.transport === 'system' || !entry || jobsOfPayment(core.db, paper.entryId).length > 0) return
  const { settings, profile } = printerOf(device)
  const { staffId } = entry
  const note = numberOf(core, entry) ?? ''
  const opensDrawer = profile.drawer !== null && settings.drawerPin !== null && (entry.method === 'cash' || entry.payoutNumber !== null)
  const kicked = opensDrawer && kickedNow(core, device)
  if (kicked) noteDrawer(core, { registerId, staffId, approvedBy: null, saleId: null, refundId: null, note, deviceName: device.name })
  if (settings.automatic === 'always') started(core, queuePaper(core, device, paper, { language: paperLanguage(core, paper.customerId), opensDrawer: opensDrawer && !kicked, staffId, note }))
  else if (opensDrawer && !kicked) started(core, queueDrawer(core, device, { note, staffId }))
}
