import { z } from 'zod'
import { id } from '../input.ts'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Cents, Instant, RefundId, SaleId, StaffId, TenderId } from '../vocabulary.ts'
import type { TenderKind, TenderRow } from './sale.ts'
import { money } from './sales.sql.ts'

const tenderRow = z.object({
  id: id<TenderId>(), kind: z.enum(['cash', 'card', 'account']), amountCents: money, givenCents: money, changeCents: money, reference: z.string(),
})
const refundTenderRow = z.object({ ...tenderRow.shape, refundId: id<RefundId>() })
const columns = sql`id, kind, amount_cents AS amountCents, given_cents AS givenCents, change_cents AS changeCents, reference`

/** What was put to the sale and not taken back, in the order in which it came. */
export const tendersOf = (db: ReadableDB, saleId: SaleId): TenderRow[] =>
  all(db, tenderRow, sql`SELECT ${columns} FROM tenders WHERE sale_id = ${saleId} AND refund_id IS NULL AND taken_back_at IS NULL ORDER BY at, id`)

/** What refunds of the sale handed back, as positive amounts. */
export const refundTendersOf = (db: ReadableDB, saleId: SaleId): (TenderRow & { readonly refundId: RefundId })[] =>
  all(db, refundTenderRow, sql`SELECT id, kind, -amount_cents AS amountCents, -given_cents AS givenCents, change_cents AS changeCents, reference, refund_id AS refundId
    FROM tenders WHERE sale_id = ${saleId} AND refund_id IS NOT NULL ORDER BY at, id`)

const accountTenderRow = z.object({ id: id<TenderId>(), amountCents: money, reference: z.string(), approvedBy: id<StaffId>().nullable() })
/** What of the sale the customer pays later, and who let it pass. */
export const accountTendersOf = (db: ReadableDB, saleId: SaleId): z.infer<typeof accountTenderRow>[] =>
  all(db, accountTenderRow, sql`SELECT id, amount_cents AS amountCents, reference, approved_by AS approvedBy FROM tenders
    WHERE sale_id = ${saleId} AND kind = 'account' AND refund_id IS NULL AND taken_back_at IS NULL ORDER BY at, id`)

export type NewTender = {
  readonly id: TenderId; readonly saleId: SaleId; readonly refundId: RefundId | null; readonly kind: TenderKind
  readonly amountCents: Cents; readonly givenCents: Cents; readonly changeCents: Cents; readonly reference: string; readonly staffId: StaffId; readonly at: Instant
  /** Who let it pass, where somebody had to. */
  readonly approvedBy?: StaffId | null
}
/** Writes a tender; one that belongs to a refund is written below zero. */
export function insertTender(db: WritableDB, tender: NewTender): number {
  const sign = tender.refundId === null ? 1 : -1
  return run(db, sql`INSERT INTO tenders (id, sale_id, refund_id, kind, amount_cents, given_cents, change_cents, reference, staff_id, at, approved_by)
    VALUES (${tender.id}, ${tender.saleId}, ${tender.refundId}, ${tender.kind}, ${sign * tender.amountCents}, ${sign * tender.givenCents}, ${tender.changeCents},
      ${tender.reference}, ${tender.staffId}, ${tender.at}, ${tender.approvedBy ?? null})`)
}

export const takeTenderBack = (db: WritableDB, saleId: SaleId, tenderId: TenderId, at: Instant): number =>
  run(db, sql`UPDATE tenders SET taken_back_at = ${at} WHERE id = ${tenderId} AND sale_id = ${saleId} AND refund_id IS NULL AND taken_back_at IS NULL`)
