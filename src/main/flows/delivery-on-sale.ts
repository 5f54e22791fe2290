import type { Core } from '../context.ts'
import { readCustomer } from './read-customer.ts'
import { seenAddress, seenPhone } from '../customers/masks.ts'
import { Refusal } from '../errors.ts'
import { cursorOfDelivery, deliveriesListed, deliveryOf, deliverySettings, feeOf, type ListedDelivery } from '../sales/deliveries.sql.ts'
import { lacksNumber, missingOf, type CartDelivery, type Delivery, type Place } from '../sales/delivery.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import { saleHead, type SaleHead } from '../sales/sales.sql.ts'
import type { Caller, Cents, FieldSight, Instant, PlainDate, SaleId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { addressLines } from './receipt.ts'

/** What a cart says of its delivery: when, for how much, and whether something is missing. Who and where is asked for on its own. */
export function cartDelivery(core: Core, saleId: SaleId): CartDelivery | null {
  const planned = deliveryOf(core.db, saleId)
  return planned ? { day: planned.day, time: planned.time, feeCents: feeOf(core.db, saleId)?.cents ?? (0 as Cents), missing: missingOf(planned) } : null
}

/** Nobody pays for a delivery that would reach nobody: 'delivery-incomplete', with what is missing. */
export function guardDelivery(core: Core, saleId: SaleId): void {
  const field = cartDelivery(core, saleId)?.missing ?? null
  if (field !== null) throw new Refusal('delivery-incomplete', { saleId, field })
}

/** A delivery as a role may see it. `place` is there to be changed only where nothing of it is veiled. */
export type SeenDelivery = {
  readonly saleId: SaleId; readonly name: string; readonly phone: string; readonly address: readonly string[]; readonly place: Place | null; readonly lacksNumber: boolean
  readonly day: PlainDate | null; readonly time: string; readonly note: string; readonly feeCents: Cents; readonly deliveredAt: Instant | null; readonly deliveredBy: string | null
}

/** Who, where and when of a cart or a finished sale; null where nothing is delivered. */
export function deliverySeen(core: Core, caller: Caller, { saleId }: SaleInput<'sale'>): SeenDelivery | null {
  const planned = deliveryOf(core.db, saleId)
  return planned ? seen(core, planned, sightOf(core, caller)) : null
}

function seen(core: Core, planned: Delivery, sight: FieldSight): SeenDelivery {
  const { saleId, name, phone, day, time, note, deliveredAt, deliveredBy, address1, address2, city, region, postcode, country } = planned
  const place = { address1, address2, city, region, postcode, country }
  return {
    saleId, name, phone: seenPhone(phone, sight.phone), address: seenLines(place, sight.address), place: sight.address === 'full' ? place : null, lacksNumber: lacksNumber(place),
    day, time, note, feeCents: feeOf(core.db, saleId)?.cents ?? (0 as Cents), deliveredAt, deliveredBy,
  }
}
const seenLines = (place: Place, sight: FieldSight['address']): string[] => addressLines(seenAddress({ label: '', ...place }, sight))

/** Where a sale could go: what is planned, whom the cart belongs to, and their addresses; `version` is the record's, sent back with the choice. */
export type DeliveryChoices = {
  readonly planned: SeenDelivery | null; readonly who: { readonly name: string; readonly phone: string } | null; readonly version: number | null
  readonly addresses: readonly { readonly at: number; readonly label: string; readonly lines: readonly string[]; readonly lacksNumber: boolean }[]
  readonly feeCents: Cents
}

/** What the form of a delivery begins with. Refuses 'not-found' for a sale that is not there. */
export function deliveryChoices(core: Core, caller: Caller, { saleId }: SaleInput<'sale'>): DeliveryChoices {
  const sale = saleHead(core.db, saleId)
  if (!sale) throw new Refusal('not-found', { field: 'saleId' })
  const planned = deliverySeen(core, caller, { saleId })
  const { feeCents } = deliverySettings(core.db)
  return { planned, feeCents: planned?.feeCents ?? feeCents, ...buyerChoices(core, sale, sightOf(core, caller)) }
}

function buyerChoices(core: Core, sale: SaleHead, sight: FieldSight): Pick<DeliveryChoices, 'who' | 'version' | 'addresses'> {
  if (sale.customerId === null) return { who: null, version: null, addresses: [] }
  const { displayName, phones, addresses, version } = readCustomer(core, sale.customerId)
  return {
    who: { name: displayName, phone: seenPhone(phones[0]?.shown ?? '', sight.phone) }, version,
    addresses: addresses.map((address, at) => ({ at, label: sight.address === 'full' ? address.label : '', lines: seenLines(address, sight.address), lacksNumber: lacksNumber(address) })),
  }
}

/** A delivery of a finished sale, as the list shows it. */
export type DeliveryRow = SeenDelivery & { readonly number: string; readonly completedAt: Instant; readonly totalCents: Cents }
export type DeliveryPage = { readonly rows: readonly DeliveryRow[]; readonly more: string | null }

/** What is to be brought, the soonest first, or what was, the latest first. */
export function listDeliveries(core: Core, caller: Caller, { delivered, page }: SaleInput<'deliveries'>): DeliveryPage {
  const [at = '', saleId = ''] = page.after?.split('|') ?? []
  const found = deliveriesListed(core.db, { delivered, after: page.after === null ? null : { at, saleId }, most: page.most + 1 })
  const rows = found.slice(0, page.most)
  const last = rows.at(-1)
  const sight = sightOf(core, caller)
  const asRow = (row: ListedDelivery): DeliveryRow => ({ ...seen(core, row, sight), number: row.sale, completedAt: row.completedAt, totalCents: row.totalCents })
  return { rows: rows.map(asRow), more: found.length > page.most && last ? cursorOfDelivery(last) : null }
}
