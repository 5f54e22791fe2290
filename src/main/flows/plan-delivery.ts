import type { Core } from '../context.ts'
import { readPhone, showPhone } from '../customers/contact.ts'
import { veil } from '../customers/masks.ts'
import { Refusal } from '../errors.ts'
import { bringBackDelivery, deliveryOf, deliverySettings, dropDelivery, feeOf, forgetRecipient, insertFee, markDelivered, saveDelivery, saveDeliverySettings, setFee } from '../sales/deliveries.sql.ts'
import { feeWord, missingOf, nowhere, type Delivery, type DeliverySettings, type Place, type Recipient } from '../sales/delivery.ts'
import { linesOf, setLineRemoved } from '../sales/lines.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { readTaxes } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Cents, CustomerId, LineId, SaleId } from '../vocabulary.ts'
import { changeCart } from './change-cart.ts'
import { readCustomer } from './read-customer.ts'
import { theSold } from './sale-record.ts'
import { theShop } from './the-shop.ts'

type Asked = SaleInput<'planDelivery'>

/**
 * Makes the open cart a delivery: to one of the customer's addresses or one typed for this sale alone, which is nobody's record. The fee is a line.
 * Refuses 'cart-empty', 'delivery-incomplete' {field}, 'bad-phone', 'value-masked', and 'not-found' for an address that is not there any more.
 */
export const planDelivery = (core: Core, caller: Caller, { requestId, ...asked }: Asked): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/plan-delivery' }, (sale) => {
    if (linesOf(core.db, sale.id).every(({ kind }) => kind === 'delivery')) throw new Refusal('cart-empty', { saleId: sale.id })
    const recipient = recipientOf(core, sale, asked)
    const field = missingOf(recipient)
    if (field !== null) throw new Refusal('delivery-incomplete', { field })
    saveDelivery(core.db, sale.id, { ...recipient, day: asked.day, time: asked.time, note: asked.note.trim() })
    putFee(core, sale.id, asked.feeCents)
  })

type Known = { readonly planned: Delivery | undefined; readonly buyer: ReturnType<typeof readCustomer> | null }
/** What was left as it was shown is read from the file, since a role may have seen it veiled. */
function recipientOf(core: Core, sale: SaleHead, asked: Omit<Asked, 'requestId'>): Recipient {
  const known: Known = { planned: deliveryOf(core.db, sale.id), buyer: sale.customerId === null ? null : readCustomer(core, sale.customerId) }
  const name = asked.name ?? (known.planned?.name || known.buyer?.displayName) ?? ''
  const phone = asked.phone === null ? (known.planned?.phone || known.buyer?.phones[0]?.shown) ?? '' : phoneOf(core, asked.phone)
  const place = placeOf(asked.to, known)
  return { ...place, country: place.country || theShop(core).country, name: unveiled(name, 'name'), phone }
}

function phoneOf(core: Core, typed: string): string {
  if (typed.trim() === '') return ''
  const { country } = theShop(core)
  const e164 = readPhone(unveiled(typed, 'phone'), country)
  if (e164 === null) throw new Refusal('bad-phone', { field: 'phone' })
  return showPhone({ e164, typed }, country)
}

function placeOf(to: Asked['to'], { planned, buyer }: Known): Place {
  if (to.kind === 'kept') return placeIn(planned ?? nowhere)
  if (to.kind === 'typed') return tidy(to.place)
  const address = buyer?.version === to.version ? buyer.addresses[to.at] : undefined
  if (!address) throw new Refusal('not-found', { field: 'to' })
  return placeIn(address)
}
const placeIn = ({ address1, address2, city, region, postcode, country }: Place): Place => ({ address1, address2, city, region, postcode, country })
const tidy = ({ address1, address2, city, region, postcode, country }: Place): Place => ({
  address1: unveiled(address1, 'address1'), address2: unveiled(address2, 'address2'), city: unveiled(city, 'city'), region: unveiled(region, 'region'),
  postcode: unveiled(postcode, 'postcode'), country: country.trim(),
})
function unveiled(typed: string, field: string): string {
  if (typed.includes(veil)) throw new Refusal('value-masked', { field })
  return typed.trim()
}

/** The fee's line is made, changed or taken off. It is taxed as the shop's settings say, else as the first class is. */
function putFee(core: Core, saleId: SaleId, cents: Cents): void {
  const fee = feeOf(core.db, saleId)
  if (fee) return void (cents === 0 ? setLineRemoved(core.db, fee.lineId, core.now()) : setFee(core.db, fee.lineId, cents))
  if (cents === 0) return
  const taxClassId = deliverySettings(core.db).taxClassId ?? readTaxes(core.db).classes[0]?.id
  if (!taxClassId) throw new Refusal('not-found', { field: 'taxClassId' })
  insertFee(core.db, { id: core.newId() as LineId, saleId, name: feeWord[theShop(core).language], cents, taxClassId, at: core.now() })
}

/** Takes the delivery off the open cart, with its fee. Refuses 'not-found'. */
export const takeDeliveryOff = (core: Core, caller: Caller, { requestId }: SaleInput<'request'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/drop-delivery' }, (sale) => {
    if (dropDelivery(core.db, sale.id, core.now()) === 0) throw new Refusal('not-found', { field: 'delivery' })
  })

/** The way back, as long as nothing was planned anew. Refuses 'not-found'. */
export const restoreDelivery = (core: Core, caller: Caller, { requestId }: SaleInput<'request'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/restore-delivery' }, (sale) => {
    if (bringBackDelivery(core.db, sale.id) === 0) throw new Refusal('not-found', { field: 'delivery' })
  })

/** The cart is somebody else's now: what was planned for the one before is not sent to them, and is asked for again. What was typed for a Walk-In stays. */
export function forgetOther(core: Core, sale: Pick<SaleHead, 'id' | 'customerId'>, next: CustomerId | null): void {
  if (sale.customerId !== null && sale.customerId !== next) forgetRecipient(core.db, sale.id)
}

/** Brought, or not after all; a finished sale's delivery. Refuses 'not-found' and 'already-voided'. */
export function setDelivered(core: Core, caller: Caller, { requestId, saleId, delivered }: SaleInput<'setDelivered'>): null {
  const done = once(core.db, { id: requestId, door: 'sales/set-delivered', at: core.now() }, () => {
    const sold = theSold(core, saleId)
    if (sold.state === 'voided') throw new Refusal('already-voided', { saleId })
    if (!deliveryOf(core.db, saleId)) throw new Refusal('not-found', { field: 'delivery' })
    const at = core.now()
    markDelivered(core.db, saleId, delivered ? { at, by: caller.staffId } : null)
    appendAudit(core.db, { id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: delivered ? 'sale-delivered' : 'sale-not-delivered', target: `sale/${saleId}` })
    return null
  })
  core.emit('sales-changed', { saleId })
  return done
}

/** What a delivery costs unless somebody says otherwise, and how it is taxed. Refuses 'not-found' for a class of taxes that is not there. */
export function changeDeliverySettings(core: Core, caller: Caller, { requestId, ...settings }: SaleInput<'deliverySettings'>): DeliverySettings {
  const saved = once(core.db, { id: requestId, door: 'sales/save-delivery-settings', at: core.now() }, () => {
    const { classes } = readTaxes(core.db)
    if (settings.taxClassId !== null && !classes.some(({ id }) => id === settings.taxClassId)) throw new Refusal('not-found', { field: 'taxClassId' })
    const before = deliverySettings(core.db)
    saveDeliverySettings(core.db, settings)
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'shop-changed', target: 'shop', before: { deliveryFeeCents: before.feeCents }, after: { deliveryFeeCents: settings.feeCents } })
    return settings
  })
  core.emit('shop-changed', {})
  return saved
}
