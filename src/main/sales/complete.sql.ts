import { run, sql, type WritableDB } from '../store/sql.ts'
import type { Cents, Instant, SaleId, StaffId } from '../vocabulary.ts'
import type { CartTotals, LineTotals } from './totals.ts'
import type { TaxLine } from './sale.ts'

/** Freezes what each line came to. Before the sale itself is finished: afterwards triggers refuse it. */
export function writeLineTotals(db: WritableDB, line: LineTotals): void {
  run(db, sql`UPDATE sale_lines SET gross_cents = ${line.grossCents}, line_discount_cents = ${line.lineDiscountCents}, cart_discount_cents = ${line.cartDiscountCents},
    net_cents = ${line.netCents}, tax_cents = ${line.taxCents}, total_cents = ${line.totalCents} WHERE id = ${line.id}`)
  for (const { taxRateId, taxCents } of line.taxes) {
    run(db, sql`INSERT INTO sale_line_taxes (line_id, tax_rate_id, tax_cents) VALUES (${line.id}, ${taxRateId}, ${taxCents})`)
  }
}

export const writeSaleTax = (db: WritableDB, saleId: SaleId, tax: TaxLine): number =>
  run(db, sql`INSERT INTO sale_taxes (sale_id, tax_rate_id, name, rate_ppm, base_cents, tax_cents)
    VALUES (${saleId}, ${tax.taxRateId}, ${tax.name}, ${tax.ratePpm}, ${tax.baseCents}, ${tax.taxCents})`)

export type Completion = {
  readonly number: number; readonly staffId: StaffId; readonly at: Instant; readonly roundingCents: Cents
  /** The customer as they were on this day, as JSON: name, phone, address. */
  readonly customerCopy: string | null
}
/** Gives the sale its number and its money, for good. `total_cents` is what was paid, cash rounding and all. */
export const completeSaleRow = (db: WritableDB, saleId: SaleId, totals: CartTotals, done: Completion): number =>
  run(db, sql`UPDATE sales SET state = 'completed', number = ${done.number}, staff_id = ${done.staffId}, completed_at = ${done.at}, customer_copy = ${done.customerCopy},
    subtotal_cents = ${totals.subtotalCents}, discounts_cents = ${totals.discountsCents}, net_cents = ${totals.netCents}, tax_cents = ${totals.taxCents},
    rounding_cents = ${done.roundingCents}, total_cents = ${totals.totalCents + done.roundingCents} WHERE id = ${saleId} AND state = 'open'`)
