import { z } from 'zod'
import { clearedDisplay, displayBytes, displayKinds, displayLines, passedThrough, type DisplayKind, type Shown } from '../devices/display.ts'
import type { Device } from '../devices/device.ts'
import { devicesOfKind } from '../devices/devices.sql.ts'
import { openLink } from '../devices/printer.port.ts'
import { printerAddress, type PrinterAddress } from '../devices/printer-profile.ts'
import type { Core } from '../context.ts'
import type { Cart } from '../sales/sale.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import { showMoney } from '../shop/currency.ts'
import type { Cents, Language, RegisterId } from '../vocabulary.ts'
import { cartOf } from './price-cart.ts'
import { deskOf, inTurn } from './print-desk.ts'
import { printerOf, tillPrinter } from './the-printer.ts'
import { theShop } from './the-shop.ts'

const displaySettings = z.object({ kind: z.enum(displayKinds) })
const totalWords: Readonly<Record<Language, string>> = { en: 'Total', fr: 'Total', es: 'Total' }

/** Shows a till's customer the last item and the total on a pole display of its own or behind the printer. Never who they are or what they owe. */
export function showCart(core: Core, registerId: RegisterId): void {
  const pole = devicesOfKind(core.db, registerId, 'display')[0]
  const printer = tillPrinter(core, registerId)
  const behind = printer ? printerOf(printer).settings.display : null
  if (pole) void put(core, pole, bytesFor(core, registerId, displayOf(pole).kind))
  else if (printer && behind !== null) void put(core, printer, passedThrough(bytesFor(core, registerId, behind)))
}

/** A device row as a display; what this version cannot read is the plainest there is. */
export const displayOf = ({ settings, address }: Device): { readonly kind: DisplayKind; readonly address: PrinterAddress } =>
  ({ kind: displaySettings.safeParse(settings).data?.kind ?? 'epson', address: printerAddress.safeParse(address).data ?? null })

function bytesFor(core: Core, registerId: RegisterId, kind: DisplayKind): Uint8Array {
  const sale = openSaleOn(core.db, registerId)
  const cart = sale ? cartOf(core, sale) : null
  const last = cart?.lines.at(-1)
  if (!cart || !last) return clearedDisplay
  return displayBytes(kind, displayLines(shownOf(core, cart, last)))
}

function shownOf(core: Core, cart: Cart, last: Cart['lines'][number]): Shown {
  const { language, currency, country } = theShop(core)
  const money = (cents: Cents) => showMoney(cents, currency, `${language}-${country}`)
  return { item: last.name, amount: money(last.amountCents), totalWord: totalWords[language], total: money(cart.totals.totalCents) }
}

/** A display that is not there is no reason to stop selling: the next change tries again. */
async function put(core: Core, device: Device, bytes: Uint8Array): Promise<void> {
  const address = printerAddress.safeParse(device.address)
  if (!address.success || deskOf(core).live.get(device.id)?.trouble) return
  await inTurn(core, device.id, async () => {
    const link = await openLink(device.transport, address.data)
    await link.write(bytes)
    await link.end()
  }).catch(() => undefined)
}
