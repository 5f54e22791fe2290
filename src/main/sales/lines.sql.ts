import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CategoryId, Cents, Instant, ItemId, LineId, Milli, SaleId, StaffId, TaxClassId } from '../vocabulary.ts'
import type { Price } from './prices.ts'
import type { Discount } from './sale.ts'
import { discountSet, discountShape, money, readDiscount } from './sales.sql.ts'

const lineRow = z.object({
  id: id<LineId>(), itemId: id<ItemId>().nullable(), name: z.string(), quantityMilli: z.number() as unknown as z.ZodType<Milli>,
  listPriceCents: money, priceCents: money, priceReason: z.enum(['list', 'price-list', 'override']), priceListName: z.string(),
  kind: z.enum(['item', 'delivery']), note: z.string(), taxClassId: id<TaxClassId>(), minimumAge: z.number().nullable(), ...discountShape.shape,
})
type Row = z.infer<typeof lineRow>
/** A line of a cart as it lies in the file. */
export type SaleLine = Omit<Row, keyof typeof discountShape.shape> & { readonly discount: Discount | null }

export const lineColumns = sql`l.id, l.item_id AS itemId, l.name, l.quantity_milli AS quantityMilli, l.list_price_cents AS listPriceCents, l.price_cents AS priceCents,
  l.price_reason AS priceReason, l.price_list_name AS priceListName, l.kind, l.note, l.tax_class_id AS taxClassId, l.minimum_age AS minimumAge,
  l.discount_kind AS discountKind, l.discount_ppm AS discountPpm, l.discount_cents AS discountCents`

export function asLine(row: Row): SaleLine {
  const { discountKind, discountPpm, discountCents, ...line } = row
  return { ...line, discount: readDiscount({ discountKind, discountPpm, discountCents }) }
}

/** The lines that stand, in the order in which they were added. */
export const linesOf = (db: ReadableDB, saleId: SaleId): SaleLine[] =>
  all(db, lineRow, sql`SELECT ${lineColumns} FROM sale_lines l WHERE l.sale_id = ${saleId} AND l.removed_at IS NULL ORDER BY l.position`).map(asLine)

/** A line of this sale, whether it stands or was removed. */
export const removedLine = (db: ReadableDB, saleId: SaleId, lineId: LineId): SaleLine | undefined => {
  const row = first(db, lineRow, sql`SELECT ${lineColumns} FROM sale_lines l WHERE l.id = ${lineId} AND l.sale_id = ${saleId} AND l.removed_at IS NOT NULL`)
  return row && asLine(row)
}

export type NewLine = Price & {
  readonly id: LineId; readonly saleId: SaleId; readonly itemId: ItemId; readonly name: string; readonly quantityMilli: Milli; readonly listPriceCents: Cents
  readonly taxClassId: TaxClassId; readonly categoryId: CategoryId | null; readonly costCents: Cents | null; readonly minimumAge: number | null
  readonly earnsPoints: boolean; readonly at: Instant
}
const nextPosition = (db: ReadableDB, saleId: SaleId): number => (value<number>(db, sql`SELECT max(position) FROM sale_lines WHERE sale_id = ${saleId}`) ?? 0) + 1

export const insertLine = (db: WritableDB, line: NewLine): number =>
  run(db, sql`INSERT INTO sale_lines (id, sale_id, position, item_id, name, quantity_milli, list_price_cents, price_cents, price_reason, price_list_name,
      tax_class_id, category_id, cost_cents, minimum_age, earns_points, added_at)
    VALUES (${line.id}, ${line.saleId}, ${nextPosition(db, line.saleId)}, ${line.itemId}, ${line.name}, ${line.quantityMilli}, ${line.listPriceCents},
      ${line.priceCents}, ${line.priceReason}, ${line.priceListName}, ${line.taxClassId}, ${line.categoryId}, ${line.costCents}, ${line.minimumAge},
      ${line.earnsPoints ? 1 : 0}, ${line.at})`)

export const setLineQuantity = (db: WritableDB, lineId: LineId, quantityMilli: Milli): number =>
  run(db, sql`UPDATE sale_lines SET quantity_milli = ${quantityMilli} WHERE id = ${lineId}`)
export const setLineNote = (db: WritableDB, lineId: LineId, note: string): number => run(db, sql`UPDATE sale_lines SET note = ${note} WHERE id = ${lineId}`)
export const setLineDiscount = (db: WritableDB, lineId: LineId, discount: Discount | null): number =>
  run(db, sql`UPDATE sale_lines SET ${discountSet(discount)} WHERE id = ${lineId}`)
export const setLineRemoved = (db: WritableDB, lineId: LineId, at: Instant | null): number =>
  run(db, sql`UPDATE sale_lines SET removed_at = ${at} WHERE id = ${lineId}`)

/** Another price, by price list or by what everyone pays; `listPriceCents` is what everyone pays. */
export const setLinePrice = (db: WritableDB, lineId: LineId, listPriceCents: Cents, price: Price): number =>
  run(db, sql`UPDATE sale_lines SET list_price_cents = ${listPriceCents}, price_cents = ${price.priceCents}, price_reason = ${price.priceReason},
    price_list_name = ${price.priceListName}, price_approved_by = NULL WHERE id = ${lineId}`)

/** A price someone allowed by hand. It stays when customers come and go. */
export const overrideLinePrice = (db: WritableDB, lineId: LineId, priceCents: Cents, approvedBy: StaffId): number =>
  run(db, sql`UPDATE sale_lines SET price_cents = ${priceCents}, price_reason = 'override', price_list_name = '', price_approved_by = ${approvedBy} WHERE id = ${lineId}`)

/** Does anything on this sale ask for a customer on it? */
export const needsCustomer = (db: ReadableDB, saleId: SaleId): boolean =>
  value<number>(db, sql`SELECT 1 FROM sale_lines l JOIN items i ON i.id = l.item_id
    WHERE l.sale_id = ${saleId} AND l.removed_at IS NULL AND i.customer_required = 1 LIMIT 1`) === 1

const categoryRow = z.object({ lineId: id<LineId>(), categoryId: id<CategoryId>().nullable() })
/** Which category each line was sold in. */
export const categoriesOf = (db: ReadableDB, saleId: SaleId): z.infer<typeof categoryRow>[] =>
  all(db, categoryRow, sql`SELECT id AS lineId, category_id AS categoryId FROM sale_lines WHERE sale_id = ${saleId} AND removed_at IS NULL`)
