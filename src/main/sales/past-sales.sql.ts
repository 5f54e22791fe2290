import { run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CategoryId, Cents, CustomerId, Instant, ItemId, LineId, Milli, RegisterId, SaleId, StaffId, TaxClassId, TenderId } from '../vocabulary.ts'
import { writeSaleTax } from './complete.sql.ts'
import type { Discount, TenderKind } from './sale.ts'
import { insertTender } from './tenders.sql.ts'
import type { CartTotals, LineTotals, TotalLine } from './totals.ts'

/** A line of a sale that was made elsewhere. `rateIds` are what its tax class charged. */
export type PastLine = TotalLine & {
  readonly id: LineId; readonly itemId: ItemId | null; readonly name: string; readonly quantityMilli: Milli; readonly priceCents: Cents; readonly discount: Discount | null
  readonly taxClassId: TaxClassId; readonly categoryId: CategoryId | null; readonly costCents: Cents | null; readonly minimumAge: number | null; readonly earnsPoints: boolean
}
export type PastSale = {
  readonly id: SaleId
  /** Says where it came from, e.g. 'chinook/invoice/12': the same key is written once. Null for made-up sales. */
  readonly sourceKey: string | null
  readonly registerId: RegisterId; readonly staffId: StaffId; readonly number: number; readonly at: Instant; readonly currency: string; readonly pricesIncludeTax: boolean
  readonly customerId: CustomerId | null
  /** JSON of {name, phone, address: {address1, address2, city, region, postcode, country} | null}, or null without a customer. */
  readonly customerCopy: string | null
  readonly note: string; readonly lines: readonly PastLine[]; readonly cartDiscount: Discount | null
  /** totalsOf(lines, cartDiscount, rules): totals.ts adds up what is written here. */
  readonly totals: CartTotals
  readonly tenders: readonly { readonly id: TenderId; readonly kind: TenderKind; readonly amountCents: Cents; readonly reference: string }[]
  /** What the tenders sum to, less the total: cash rounding, usually 0. */
  readonly roundingCents: Cents
}

/** Is a sale from elsewhere in the file already? */
export const hasPastSale = (db: ReadableDB, sourceKey: string): boolean => value<number>(db, sql`SELECT 1 FROM sales WHERE source_key = ${sourceKey}`) === 1

/**
 * Writes a finished sale as it was, with its own number and time; false where its source key is there already. Neither customers nor search are
 * touched: whoever brings many sales in does that once per customer.
 */
export function insertPastSale(db: WritableDB, sale: PastSale): boolean {
  if (sale.sourceKey !== null && hasPastSale(db, sale.sourceKey)) return false
  insertHead(db, sale)
  sale.lines.forEach((line, at) => insertPastLine(db, sale, line, sale.totals.lines[at], at + 1))
  for (const tax of sale.totals.taxes) writeSaleTax(db, sale.id, tax)
  for (const tender of sale.tenders) {
    insertTender(db, { ...tender, saleId: sale.id, refundId: null, givenCents: tender.amountCents, changeCents: 0 as Cents, staffId: sale.staffId, at: sale.at })
  }
  return true
}

function insertHead(db: WritableDB, { totals, cartDiscount, ...sale }: PastSale): void {
  run(db, sql`INSERT INTO sales (id, register_id, staff_id, state, number, customer_id, customer_copy, note, currency, prices_include_tax,
      discount_kind, discount_ppm, discount_cents, subtotal_cents, discounts_cents, net_cents, tax_cents, rounding_cents, total_cents, made_at, completed_at, source_key)
    VALUES (${sale.id}, ${sale.registerId}, ${sale.staffId}, 'completed', ${sale.number}, ${sale.customerId}, ${sale.customerCopy}, ${sale.note}, ${sale.currency},
      ${sale.pricesIncludeTax ? 1 : 0}, ${cartDiscount?.kind ?? null}, ${cartDiscount?.kind === 'percent' ? cartDiscount.ppm : null},
      ${cartDiscount?.kind === 'money' ? cartDiscount.cents : null}, ${totals.subtotalCents}, ${totals.discountsCents}, ${totals.netCents}, ${totals.taxCents},
      ${sale.roundingCents}, ${totals.totalCents + sale.roundingCents}, ${sale.at}, ${sale.at}, ${sale.sourceKey})`)
}

function insertPastLine(db: WritableDB, sale: PastSale, line: PastLine, totals: LineTotals | undefined, position: number): void {
  if (totals?.id !== line.id) throw new Error('the totals are not those of the lines')
  run(db, sql`INSERT INTO sale_lines (id, sale_id, position, item_id, name, quantity_milli, list_price_cents, price_cents, price_reason,
      discount_kind, discount_ppm, discount_cents, tax_class_id, category_id, cost_cents, minimum_age, earns_points, added_at,
      gross_cents, line_discount_cents, cart_discount_cents, net_cents, tax_cents, total_cents)
    VALUES (${line.id}, ${sale.id}, ${position}, ${line.itemId}, ${line.name}, ${line.quantityMilli}, ${line.priceCents}, ${line.priceCents}, 'list',
      ${line.discount?.kind ?? null}, ${line.discount?.kind === 'percent' ? line.discount.ppm : null}, ${line.discount?.kind === 'money' ? line.discount.cents : null},
      ${line.taxClassId}, ${line.categoryId}, ${line.costCents}, ${line.minimumAge}, ${line.earnsPoints ? 1 : 0}, ${sale.at},
      ${totals.grossCents}, ${totals.lineDiscountCents}, ${totals.cartDiscountCents}, ${totals.netCents}, ${totals.taxCents}, ${totals.totalCents})`)
  for (const { taxRateId, taxCents } of totals.taxes) {
    run(db, sql`INSERT INTO sale_line_taxes (line_id, tax_rate_id, tax_cents) VALUES (${line.id}, ${taxRateId}, ${taxCents})`)
  }
}
