import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, LineId, Ppm, RegisterId, SaleId, StaffId, TaxRateId } from '../vocabulary.ts'
import { asLine, lineColumns, type SaleLine } from './lines.sql.ts'
import type { Discount, TaxLine } from './sale.ts'
import { discountShape, moment, money, readDiscount } from './sales.sql.ts'

const soldRow = z.object({
  id: id<SaleId>(), registerId: id<RegisterId>(), staffId: id<StaffId>(), till: z.number(), number: z.number(), completedAt: moment, registerName: z.string(), staffName: z.string(),
  customerId: id<CustomerId>().nullable(), customerCopy: z.string().nullable(), note: z.string(), state: z.enum(['completed', 'voided']), currency: z.string(),
  pricesIncludeTax: z.number(), subtotalCents: money, discountsCents: money, netCents: money, taxCents: money, roundingCents: money, totalCents: money,
  voidedAt: moment.nullable(), voidedBy: z.string().nullable(), voidApprovedBy: z.string().nullable(), voidReason: z.string().nullable(), ...discountShape.shape,
})
/** A finished sale as it lies in the file, with the names of till and staff. */
export type SoldSale = z.infer<typeof soldRow> & { readonly discount: Discount | null }

export function soldSale(db: ReadableDB, saleId: SaleId): SoldSale | undefined {
  const row = first(db, soldRow, sql`SELECT s.id, s.register_id AS registerId, s.staff_id AS staffId, r.number AS till, s.number, s.completed_at AS completedAt,
      r.name AS registerName, coalesce(p.name, '') AS staffName, s.customer_id AS customerId, s.customer_copy AS customerCopy, s.note, s.state, s.currency,
      s.prices_include_tax AS pricesIncludeTax, s.subtotal_cents AS subtotalCents, s.discounts_cents AS discountsCents, s.net_cents AS netCents, s.tax_cents AS taxCents,
      s.rounding_cents AS roundingCents, s.total_cents AS totalCents, s.voided_at AS voidedAt, v.name AS voidedBy, a.name AS voidApprovedBy, s.void_reason AS voidReason,
      s.discount_kind AS discountKind, s.discount_ppm AS discountPpm, s.discount_cents AS discountCents
    FROM sales s JOIN registers r ON r.id = s.register_id LEFT JOIN staff p ON p.id = s.staff_id LEFT JOIN staff v ON v.id = s.voided_by
      LEFT JOIN staff a ON a.id = s.void_approved_by
    WHERE s.id = ${saleId} AND s.number IS NOT NULL`)
  return row && { ...row, discount: readDiscount(row) }
}

const idRow = z.object({ id: id<SaleId>() })
/** The sales that carry this number: one per till, or the one of the till that is named. */
export const salesNumbered = (db: ReadableDB, number: number, till: number | null): SaleId[] =>
  all(db, idRow, sql`SELECT s.id FROM registers r CROSS JOIN sales s ON s.register_id = r.id AND s.number = ${number}
    WHERE (${till} IS NULL OR r.number = ${till}) ORDER BY +s.completed_at DESC`).map((row) => row.id)

const soldLineRow = z.object({
  id: id<LineId>(), itemId: z.string().nullable(), name: z.string(), quantityMilli: z.number(), listPriceCents: money, priceCents: money,
  priceReason: z.enum(['list', 'price-list', 'override']), priceListName: z.string(), kind: z.enum(['item', 'delivery']), note: z.string(), taxClassId: z.string(), minimumAge: z.number().nullable(),
  ...discountShape.shape, grossCents: money, lineDiscountCents: money, netCents: money, taxCents: money, totalCents: money, returnedMilli: z.number(),
})
type SoldLineRow = Parameters<typeof asLine>[0] & Pick<z.infer<typeof soldLineRow>, 'grossCents' | 'lineDiscountCents' | 'netCents' | 'taxCents' | 'totalCents' | 'returnedMilli'>
export type SoldLineRecord = SaleLine & Pick<SoldLineRow, 'grossCents' | 'lineDiscountCents' | 'netCents' | 'taxCents' | 'totalCents' | 'returnedMilli'>

/** The lines of a finished sale with what they came to and how much has come back. */
export const soldLines = (db: ReadableDB, saleId: SaleId): SoldLineRecord[] =>
  all(db, soldLineRow as unknown as z.ZodType<SoldLineRow>, sql`SELECT ${lineColumns}, l.gross_cents AS grossCents, l.line_discount_cents AS lineDiscountCents,
      l.net_cents AS netCents, l.tax_cents AS taxCents, l.total_cents AS totalCents,
      (SELECT coalesce(sum(x.quantity_milli), 0) FROM refund_lines x WHERE x.line_id = l.id) AS returnedMilli
    FROM sale_lines l WHERE l.sale_id = ${saleId} AND l.removed_at IS NULL ORDER BY l.position`).map((row) => asLine(row) as SoldLineRecord)

const lineTaxRow = z.object({ lineId: id<LineId>(), taxRateId: id<TaxRateId>(), taxCents: money })
/** Which tax each line holds. */
export const lineTaxesOf = (db: ReadableDB, saleId: SaleId): z.infer<typeof lineTaxRow>[] =>
  all(db, lineTaxRow, sql`SELECT t.line_id AS lineId, t.tax_rate_id AS taxRateId, t.tax_cents AS taxCents
    FROM sale_lines l JOIN sale_line_taxes t ON t.line_id = l.id WHERE l.sale_id = ${saleId} AND l.removed_at IS NULL ORDER BY l.position, t.tax_rate_id`)

const taxRow = z.object({ taxRateId: id<TaxRateId>(), name: z.string(), ratePpm: z.number() as unknown as z.ZodType<Ppm>, baseCents: money, taxCents: money })
export const saleTaxesOf = (db: ReadableDB, saleId: SaleId): TaxLine[] =>
  all(db, taxRow, sql`SELECT t.tax_rate_id AS taxRateId, t.name, t.rate_ppm AS ratePpm, t.base_cents AS baseCents, t.tax_cents AS taxCents
    FROM sale_taxes t LEFT JOIN tax_rates r ON r.id = t.tax_rate_id WHERE t.sale_id = ${saleId} ORDER BY r.position, t.tax_rate_id`)
