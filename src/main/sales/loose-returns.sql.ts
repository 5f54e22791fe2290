import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, ItemId, LooseReturnId, Milli, Ppm, RegisterId, SaleId, StaffId, TaxRateId } from '../vocabulary.ts'
import type { LooseLine, LooseReturn, LooseTax } from './loose-return.ts'
import { moment, money } from './sales.sql.ts'

const row = z.object({
  id: id<LooseReturnId>(), number: z.number(), till: z.number(), registerId: id<RegisterId>(), registerName: z.string(), cartId: id<SaleId>(), customerId: id<CustomerId>().nullable(), staffId: id<StaffId>(), staffName: z.string(),
  approvedBy: id<StaffId>(), approvedByName: z.string(), reason: z.string(), kind: z.enum(['cash', 'card']), reference: z.string(), currency: z.string(), pricesIncludeTax: z.number(),
  netCents: money, taxCents: money, roundingCents: money, totalCents: money, at: moment,
})
const columns = sql`l.id, l.number, r.number AS till, l.register_id AS registerId, r.name AS registerName, l.cart_id AS cartId, l.customer_id AS customerId, l.staff_id AS staffId, coalesce(p.name, '') AS staffName,
  l.approved_by AS approvedBy, coalesce(m.name, '') AS approvedByName, l.reason, l.kind, l.reference, l.currency, l.prices_include_tax AS pricesIncludeTax,
  l.net_cents AS netCents, l.tax_cents AS taxCents, l.rounding_cents AS roundingCents, l.total_cents AS totalCents, l.at
  FROM loose_returns l JOIN registers r ON r.id = l.register_id LEFT JOIN staff p ON p.id = l.staff_id LEFT JOIN staff m ON m.id = l.approved_by`
const asReturn = ({ pricesIncludeTax, ...found }: z.infer<typeof row>): LooseReturn => ({ ...found, pricesIncludeTax: pricesIncludeTax === 1 })

export const looseReturn = (db: ReadableDB, returnId: LooseReturnId): LooseReturn | undefined => {
  const found = first(db, row, sql`SELECT ${columns} WHERE l.id = ${returnId}`)
  return found && asReturn(found)
}
/** The newest first; `before` is the moment and id of the last of the page before. */
export const looseReturns = (db: ReadableDB, before: { readonly at: string; readonly id: string }, most: number): LooseReturn[] =>
  all(db, row, sql`SELECT ${columns} WHERE (l.at, l.id) < (${before.at}, ${before.id}) ORDER BY l.at DESC, l.id DESC LIMIT ${most}`).map(asReturn)

const lineRow = z.object({ itemId: id<ItemId>().nullable(), name: z.string(), quantityMilli: z.number() as unknown as z.ZodType<Milli>, priceCents: money, netCents: money, taxCents: money })
export const looseLinesOf = (db: ReadableDB, returnId: LooseReturnId): LooseLine[] =>
  all(db, lineRow, sql`SELECT item_id AS itemId, name, quantity_milli AS quantityMilli, price_cents AS priceCents, net_cents AS netCents, tax_cents AS taxCents FROM loose_return_lines WHERE return_id = ${returnId} ORDER BY position`)
const taxRow = z.object({ taxRateId: id<TaxRateId>(), name: z.string(), ratePpm: z.number() as unknown as z.ZodType<Ppm>, taxCents: money })
export const looseTaxesOf = (db: ReadableDB, returnId: LooseReturnId): LooseTax[] =>
  all(db, taxRow, sql`SELECT t.tax_rate_id AS taxRateId, t.name, t.rate_ppm AS ratePpm, t.tax_cents AS taxCents FROM loose_return_taxes t LEFT JOIN tax_rates r ON r.id = t.tax_rate_id WHERE t.return_id = ${returnId} ORDER BY r.position, t.tax_rate_id`)

export const nextLooseNumber = (db: ReadableDB, registerId: RegisterId): number => (value<number>(db, sql`SELECT max(number) FROM loose_returns WHERE register_id = ${registerId}`) ?? 0) + 1
/** Were these goods taken back already? Then their cart stays put away. */
export const wasReturned = (db: ReadableDB, cartId: SaleId): boolean => value<number>(db, sql`SELECT 1 FROM loose_returns WHERE cart_id = ${cartId}`) === 1

export type NewLooseReturn = Omit<LooseReturn, 'till' | 'registerName' | 'staffName' | 'approvedByName'>
/** Writes a return with its lines and taxes. None of it can be changed afterwards. */
export function insertLooseReturn(db: WritableDB, one: NewLooseReturn, lines: readonly LooseLine[], taxes: readonly LooseTax[]): void {
  run(db, sql`INSERT INTO loose_returns (id, register_id, number, cart_id, customer_id, staff_id, approved_by, reason, kind, reference, currency, prices_include_tax, net_cents, tax_cents, rounding_cents, total_cents, at)
    VALUES (${one.id}, ${one.registerId}, ${one.number}, ${one.cartId}, ${one.customerId}, ${one.staffId}, ${one.approvedBy}, ${one.reason}, ${one.kind}, ${one.reference}, ${one.currency}, ${Number(one.pricesIncludeTax)},
      ${one.netCents}, ${one.taxCents}, ${one.roundingCents}, ${one.totalCents}, ${one.at})`)
  lines.forEach((line, at) => run(db, sql`INSERT INTO loose_return_lines (return_id, position, item_id, name, quantity_milli, price_cents, net_cents, tax_cents)
    VALUES (${one.id}, ${at + 1}, ${line.itemId}, ${line.name}, ${line.quantityMilli}, ${line.priceCents}, ${line.netCents}, ${line.taxCents})`))
  for (const tax of taxes) run(db, sql`INSERT INTO loose_return_taxes (return_id, tax_rate_id, name, rate_ppm, tax_cents) VALUES (${one.id}, ${tax.taxRateId}, ${tax.name}, ${tax.ratePpm}, ${tax.taxCents})`)
}

const boughtRow = z.object({ saleId: id<SaleId>(), till: z.number(), number: z.number(), at: moment, name: z.string() })
/** Where this customer bought some of these items and has not brought all of them back, the newest first. */
export const boughtBefore = (db: ReadableDB, customerId: CustomerId, itemIds: readonly ItemId[], most: number): z.infer<typeof boughtRow>[] =>
  all(db, boughtRow, sql`SELECT s.id AS saleId, r.number AS till, s.number, s.completed_at AS at, min(l.name) AS name FROM sales s JOIN registers r ON r.id = s.register_id JOIN sale_lines l ON l.sale_id = s.id
    WHERE s.customer_id = ${customerId} AND s.state = 'completed' AND l.removed_at IS NULL AND l.item_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)}))
      AND l.quantity_milli > coalesce((SELECT sum(x.quantity_milli) FROM refund_lines x WHERE x.line_id = l.id), 0)
    GROUP BY s.id ORDER BY s.completed_at DESC, s.id DESC LIMIT ${most}`)
