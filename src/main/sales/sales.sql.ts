import { z } from 'zod'
import { id } from '../input.ts'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Cents, CustomerId, Instant, Ppm, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import type { Discount, SaleState } from './sale.ts'

export const moment = z.string() as unknown as z.ZodType<Instant>
export const money = z.number() as unknown as z.ZodType<Cents>
const discountColumns = { discountKind: z.enum(['percent', 'money']).nullable(), discountPpm: z.number().nullable(), discountCents: z.number().nullable() }
export const discountShape = z.object(discountColumns)

/** How a discount lies in its three columns. */
export const readDiscount = ({ discountKind, discountPpm, discountCents }: z.infer<typeof discountShape>): Discount | null => {
  if (discountKind === null) return null
  return discountKind === 'percent' ? { kind: 'percent', ppm: (discountPpm ?? 0) as Ppm } : { kind: 'money', cents: (discountCents ?? 0) as Cents }
}
export const discountSet = (discount: Discount | null) =>
  sql`discount_kind = ${discount?.kind ?? null}, discount_ppm = ${discount?.kind === 'percent' ? discount.ppm : null},
    discount_cents = ${discount?.kind === 'money' ? discount.cents : null}`

const headRow = z.object({
  id: id<SaleId>(), registerId: id<RegisterId>(), staffId: id<StaffId>(), state: z.enum(['open', 'parked', 'completed', 'voided', 'discarded']),
  customerId: id<CustomerId>().nullable(), label: z.string(), note: z.string(), madeAt: moment, parkedAt: moment.nullable(), pricesIncludeTax: z.number(), ...discountColumns,
})
/** A sale before it is finished: everything but its lines and money. */
export type SaleHead = Omit<z.infer<typeof headRow>, keyof typeof discountColumns | 'pricesIncludeTax'> & { readonly discount: Discount | null; readonly pricesIncludeTax: boolean }

const headColumns = sql`id, register_id AS registerId, staff_id AS staffId, state, customer_id AS customerId, label, note, made_at AS madeAt, parked_at AS parkedAt,
  prices_include_tax AS pricesIncludeTax, discount_kind AS discountKind, discount_ppm AS discountPpm, discount_cents AS discountCents`
const asHead = (row: z.infer<typeof headRow> | undefined): SaleHead | undefined =>
  row && { ...row, pricesIncludeTax: row.pricesIncludeTax === 1, discount: readDiscount(row) }

export const saleHead = (db: ReadableDB, saleId: SaleId): SaleHead | undefined => asHead(first(db, headRow, sql`SELECT ${headColumns} FROM sales WHERE id = ${saleId}`))

/** The one cart a till has open. */
export const openSaleOn = (db: ReadableDB, registerId: RegisterId): SaleHead | undefined =>
  asHead(first(db, headRow, sql`SELECT ${headColumns} FROM sales WHERE register_id = ${registerId} AND state = 'open'`))

export type NewSale = {
  readonly id: SaleId; readonly registerId: RegisterId; readonly staffId: StaffId; readonly currency: string; readonly pricesIncludeTax: boolean; readonly at: Instant
}
export const insertSale = (db: WritableDB, sale: NewSale): number =>
  run(db, sql`INSERT INTO sales (id, register_id, staff_id, state, currency, prices_include_tax, made_at)
    VALUES (${sale.id}, ${sale.registerId}, ${sale.staffId}, 'open', ${sale.currency}, ${sale.pricesIncludeTax ? 1 : 0}, ${sale.at})`)

export const setSaleCustomer = (db: WritableDB, saleId: SaleId, customerId: CustomerId | null): number => run(db, sql`UPDATE sales SET customer_id = ${customerId} WHERE id = ${saleId}`)
export const setSaleNote = (db: WritableDB, saleId: SaleId, note: string): number => run(db, sql`UPDATE sales SET note = ${note} WHERE id = ${saleId}`)
export const setSaleDiscount = (db: WritableDB, saleId: SaleId, discount: Discount | null): number =>
  run(db, sql`UPDATE sales SET ${discountSet(discount)} WHERE id = ${saleId}`)
export const setSaleState = (db: WritableDB, saleId: SaleId, state: SaleState): number => run(db, sql`UPDATE sales SET state = ${state} WHERE id = ${saleId}`)

export type Voiding = { readonly at: Instant; readonly by: StaffId; readonly approvedBy: StaffId; readonly reason: string }
export const markVoided = (db: WritableDB, saleId: SaleId, { at, by, approvedBy, reason }: Voiding): number =>
  run(db, sql`UPDATE sales SET state = 'voided', voided_at = ${at}, voided_by = ${by}, void_approved_by = ${approvedBy}, void_reason = ${reason} WHERE id = ${saleId}`)

/** The number a till's next sale gets: one more than its last, so that none is left out. */
export const nextSaleNumber = (db: ReadableDB, registerId: RegisterId): number =>
  (value<number>(db, sql`SELECT max(number) FROM sales WHERE register_id = ${registerId}`) ?? 0) + 1
