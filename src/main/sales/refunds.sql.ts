import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Cents, Instant, LineId, Milli, RefundId, RegisterId, SaleId, StaffId, TaxRateId } from '../vocabulary.ts'
import type { ReturnedLine, ReturnedTax } from './returns.ts'
import { moment, money } from './sales.sql.ts'

const milli = z.number() as unknown as z.ZodType<Milli>
const refundRow = z.object({
  id: id<RefundId>(), number: z.number(), till: z.number(), at: moment, staffName: z.string(), approvedByName: z.string(), registerName: z.string(), reason: z.string(), totalCents: money,
  netCents: money, taxCents: money, roundingCents: money,
})
export type RefundRow = z.infer<typeof refundRow>

/** The refunds of a sale, the first first. */
export const refundsOf = (db: ReadableDB, saleId: SaleId): RefundRow[] =>
  all(db, refundRow, sql`SELECT f.id, f.number, r.number AS till, f.at, coalesce(p.name, '') AS staffName, coalesce(m.name, '') AS approvedByName, r.name AS registerName, f.reason,
      f.total_cents AS totalCents, f.net_cents AS netCents, f.tax_cents AS taxCents, f.rounding_cents AS roundingCents
    FROM refunds f JOIN registers r ON r.id = f.register_id LEFT JOIN staff p ON p.id = f.staff_id LEFT JOIN staff m ON m.id = f.approved_by
    WHERE f.sale_id = ${saleId} ORDER BY f.at, f.id`)

const refundLineRow = z.object({ refundId: id<RefundId>(), lineId: id<LineId>(), name: z.string(), kind: z.enum(['item', 'delivery']), quantityMilli: milli, netCents: money, taxCents: money })
export type RefundLineRow = z.infer<typeof refundLineRow>
export const refundLinesOf = (db: ReadableDB, saleId: SaleId): RefundLineRow[] =>
  all(db, refundLineRow, sql`SELECT x.refund_id AS refundId, x.line_id AS lineId, l.name, l.kind, x.quantity_milli AS quantityMilli, x.net_cents AS netCents, x.tax_cents AS taxCents
    FROM refunds f JOIN refund_lines x ON x.refund_id = f.id JOIN sale_lines l ON l.id = x.line_id WHERE f.sale_id = ${saleId} ORDER BY f.at, l.position`)

const refundTaxRow = z.object({ taxRateId: id<TaxRateId>(), taxCents: money })
export const refundTaxesOf = (db: ReadableDB, refundId: RefundId): ReturnedTax[] =>
  all(db, refundTaxRow, sql`SELECT tax_rate_id AS taxRateId, tax_cents AS taxCents FROM refund_taxes WHERE refund_id = ${refundId} ORDER BY tax_rate_id`)

const sumRow = z.object({ exactCents: z.number(), totalCents: z.number() })
/** What all refunds of a sale came to: the goods' worth, and the money handed back. */
export const refundedOf = (db: ReadableDB, saleId: SaleId): { exactCents: number; totalCents: number } =>
  first(db, sumRow, sql`SELECT coalesce(sum(net_cents + tax_cents), 0) AS exactCents, coalesce(sum(total_cents), 0) AS totalCents FROM refunds WHERE sale_id = ${saleId}`)
    ?? { exactCents: 0, totalCents: 0 }

export const nextRefundNumber = (db: ReadableDB, registerId: RegisterId): number =>
  (value<number>(db, sql`SELECT max(number) FROM refunds WHERE register_id = ${registerId}`) ?? 0) + 1

export type NewRefund = {
  readonly id: RefundId; readonly saleId: SaleId; readonly registerId: RegisterId; readonly number: number; readonly staffId: StaffId; readonly approvedBy: StaffId
  readonly reason: string; readonly netCents: Cents; readonly taxCents: Cents; readonly totalCents: Cents; readonly at: Instant
  readonly lines: readonly ReturnedLine[]; readonly taxes: readonly ReturnedTax[]
}
/** Writes a refund with its lines and taxes. None of it can be changed afterwards. */
export function insertRefund(db: WritableDB, refund: NewRefund): void {
  const roundingCents = refund.totalCents - refund.netCents - refund.taxCents
  run(db, sql`INSERT INTO refunds (id, sale_id, register_id, number, staff_id, approved_by, reason, net_cents, tax_cents, rounding_cents, total_cents, at)
    VALUES (${refund.id}, ${refund.saleId}, ${refund.registerId}, ${refund.number}, ${refund.staffId}, ${refund.approvedBy}, ${refund.reason}, ${refund.netCents},
      ${refund.taxCents}, ${roundingCents}, ${refund.totalCents}, ${refund.at})`)
  for (const line of refund.lines) {
    run(db, sql`INSERT INTO refund_lines (refund_id, line_id, quantity_milli, net_cents, tax_cents)
      VALUES (${refund.id}, ${line.lineId}, ${line.quantityMilli}, ${line.netCents}, ${line.taxCents})`)
  }
  for (const { taxRateId, taxCents } of refund.taxes) {
    run(db, sql`INSERT INTO refund_taxes (refund_id, tax_rate_id, tax_cents) VALUES (${refund.id}, ${taxRateId}, ${taxCents})`)
  }
}
