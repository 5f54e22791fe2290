import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, LineId, PlainDate, SaleId, StaffId, TaxClassId } from '../vocabulary.ts'
import type { Delivery, DeliverySettings, DeliveryTime, Fee, Recipient } from './delivery.ts'
import { saleNumber } from './sale-number.ts'
import { moment, money } from './sales.sql.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const who = { name: z.string(), phone: z.string(), address1: z.string(), address2: z.string(), city: z.string(), region: z.string(), postcode: z.string(), country: z.string() }
const row = z.object({ saleId: id<SaleId>(), ...who, day: day.nullable(), time: z.string(), note: z.string(), deliveredAt: moment.nullable(), deliveredBy: z.string().nullable() })
const columns = sql`d.sale_id AS saleId, d.name, d.phone, d.address_1 AS address1, d.address_2 AS address2, d.city, d.region, d.postcode, d.country, d.day, d.time, d.note,
  d.delivered_at AS deliveredAt, p.name AS deliveredBy`

export const deliveryOf = (db: ReadableDB, saleId: SaleId): Delivery | undefined =>
  first(db, row, sql`SELECT ${columns} FROM deliveries d LEFT JOIN staff p ON p.id = d.delivered_by WHERE d.sale_id = ${saleId} AND d.dropped_at IS NULL`)

export type Planned = Recipient & DeliveryTime & { readonly note: string }
export const saveDelivery = (db: WritableDB, saleId: SaleId, d: Planned): number =>
  run(db, sql`INSERT INTO deliveries (sale_id, name, phone, address_1, address_2, city, region, postcode, country, day, time, note)
    VALUES (${saleId}, ${d.name}, ${d.phone}, ${d.address1}, ${d.address2}, ${d.city}, ${d.region}, ${d.postcode}, ${d.country}, ${d.day}, ${d.time}, ${d.note})
    ON CONFLICT (sale_id) DO UPDATE SET name = excluded.name, phone = excluded.phone, address_1 = excluded.address_1, address_2 = excluded.address_2, city = excluded.city,
      region = excluded.region, postcode = excluded.postcode, country = excluded.country, dropped_at = NULL, day = excluded.day, time = excluded.time, note = excluded.note`)

/** Where to and to whom is asked again; when, and what was noted, stays. */
export const forgetRecipient = (db: WritableDB, saleId: SaleId): number =>
  run(db, sql`UPDATE deliveries SET name = '', phone = '', address_1 = '', address_2 = '', city = '', region = '', postcode = '', country = '' WHERE sale_id = ${saleId}`)
/** Off the cart with its fee, and back on while the cart is open; what stays off is forgotten when the sale ends. */
export function dropDelivery(db: WritableDB, saleId: SaleId, at: Instant): number {
  run(db, sql`UPDATE sale_lines SET removed_at = ${at} WHERE sale_id = ${saleId} AND kind = 'delivery' AND removed_at IS NULL`)
  return run(db, sql`UPDATE deliveries SET dropped_at = ${at} WHERE sale_id = ${saleId} AND dropped_at IS NULL`)
}
export function bringBackDelivery(db: WritableDB, saleId: SaleId): number {
  run(db, sql`UPDATE sale_lines SET removed_at = NULL WHERE sale_id = ${saleId} AND kind = 'delivery'
    AND removed_at = (SELECT dropped_at FROM deliveries WHERE sale_id = ${saleId})`)
  return run(db, sql`UPDATE deliveries SET dropped_at = NULL WHERE sale_id = ${saleId} AND dropped_at IS NOT NULL`)
}
export const forgetDropped = (db: WritableDB, saleId: SaleId): number => run(db, sql`DELETE FROM deliveries WHERE sale_id = ${saleId} AND dropped_at IS NOT NULL`)
export const markDelivered = (db: WritableDB, saleId: SaleId, done: { readonly at: Instant; readonly by: StaffId } | null): number =>
  run(db, sql`UPDATE deliveries SET delivered_at = ${done?.at ?? null}, delivered_by = ${done?.by ?? null} WHERE sale_id = ${saleId}`)

const feeRow = z.object({ lineId: id<LineId>(), cents: money })
/** The line that is the fee, or none where it is brought for nothing. */
export const feeOf = (db: ReadableDB, saleId: SaleId): Fee | undefined =>
  first(db, feeRow, sql`SELECT id AS lineId, price_cents AS cents FROM sale_lines WHERE sale_id = ${saleId} AND kind = 'delivery' AND removed_at IS NULL`)
export type NewFee = { readonly id: LineId; readonly saleId: SaleId; readonly name: string; readonly cents: number; readonly taxClassId: TaxClassId; readonly at: Instant }
/** The fee stands below what was rung up before it; it earns no points. */
export const insertFee = (db: WritableDB, { id: lineId, saleId, name, cents, taxClassId, at }: NewFee): number =>
  run(db, sql`INSERT INTO sale_lines (id, sale_id, position, name, quantity_milli, list_price_cents, price_cents, price_reason, tax_class_id, earns_points, added_at, kind)
    VALUES (${lineId}, ${saleId}, (SELECT coalesce(max(position), 0) + 1 FROM sale_lines WHERE sale_id = ${saleId}), ${name}, 1000, ${cents}, ${cents}, 'list', ${taxClassId}, 0, ${at}, 'delivery')`)
export const setFee = (db: WritableDB, lineId: LineId, cents: number): number => run(db, sql`UPDATE sale_lines SET list_price_cents = ${cents}, price_cents = ${cents} WHERE id = ${lineId}`)

const settingsRow = z.object({ feeCents: money, taxClassId: id<TaxClassId>().nullable() })
export const deliverySettings = (db: ReadableDB): DeliverySettings =>
  first(db, settingsRow, sql`SELECT fee_cents AS feeCents, tax_class_id AS taxClassId FROM delivery_settings`) ?? { feeCents: 0 as never, taxClassId: null }
export const saveDeliverySettings = (db: WritableDB, { feeCents, taxClassId }: DeliverySettings): number =>
  run(db, sql`UPDATE delivery_settings SET fee_cents = ${feeCents}, tax_class_id = ${taxClassId}`)

const listedRow = row.extend({ till: z.number(), number: z.number(), completedAt: moment, totalCents: money })
export type ListedDelivery = Delivery & { readonly sale: string; readonly completedAt: Instant; readonly totalCents: z.infer<typeof money> }
/** Where a page ends: the day and time it was promised for, or the moment it was brought, and the sale. */
export type DeliveryCursor = { readonly at: string; readonly saleId: string }

/** Finished sales that are to be brought, the soonest first, those without a day last; or those that were, the latest first. A voided sale is brought to nobody. */
export function deliveriesListed(db: ReadableDB, asked: { readonly delivered: boolean; readonly after: DeliveryCursor | null; readonly most: number }): ListedDelivery[] {
  const { delivered, after, most } = asked
  const at = delivered ? sql`d.delivered_at` : sql`(coalesce(d.day, '9999') || ' ' || d.time)`
  const beyond = after === null ? sql`` : delivered ? sql`AND (${at}, d.sale_id) < (${after.at}, ${after.saleId})` : sql`AND (${at}, d.sale_id) > (${after.at}, ${after.saleId})`
  const order = delivered ? sql`ORDER BY ${at} DESC, d.sale_id DESC` : sql`ORDER BY ${at}, d.sale_id`
  const which = delivered ? sql`d.delivered_at IS NOT NULL` : sql`d.delivered_at IS NULL`
  return all(db, listedRow, sql`SELECT ${columns}, r.number AS till, s.number, s.completed_at AS completedAt, s.total_cents AS totalCents
    FROM deliveries d JOIN sales s ON s.id = d.sale_id JOIN registers r ON r.id = s.register_id LEFT JOIN staff p ON p.id = d.delivered_by
    WHERE ${which} AND d.dropped_at IS NULL AND s.state = 'completed' ${beyond} ${order} LIMIT ${most}`).map(({ till, number, ...rest }) => ({ ...rest, sale: saleNumber(till, number) }))
}
export const cursorOfDelivery = ({ deliveredAt, day: on, time, saleId }: Delivery): string => `${deliveredAt ?? `${on ?? '9999'} ${time}`}|${saleId}`
