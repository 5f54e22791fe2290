import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, list, sql, type ReadableDB, type Sql } from '../store/sql.ts'
import type { CustomerId, Instant, SaleId } from '../vocabulary.ts'
import { pieces } from './parked.sql.ts'
import { saleNumber } from './sale-number.ts'
import type { SaleRow, TenderKind } from './sale.ts'
import { moment, money } from './sales.sql.ts'

const row = z.object({
  id: id<SaleId>(), till: z.number(), number: z.number(), completedAt: moment, registerName: z.string(), staffName: z.string(), customerName: z.string().nullable(),
  items: z.number(), totalCents: money, paidBy: z.string(), refundedCents: money, state: z.enum(['completed', 'voided']),
})
const columns = sql`s.id, r.number AS till, s.number, s.completed_at AS completedAt, r.name AS registerName, coalesce(p.name, '') AS staffName,
  s.customer_copy ->> 'name' AS customerName, s.total_cents AS totalCents, s.state,
  (SELECT ${pieces} FROM sale_lines l WHERE l.sale_id = s.id AND l.removed_at IS NULL) AS items,
  (SELECT coalesce(group_concat(DISTINCT t.kind), '') FROM tenders t WHERE t.sale_id = s.id AND t.refund_id IS NULL AND t.taken_back_at IS NULL) AS paidBy,
  (SELECT coalesce(sum(f.total_cents), 0) FROM refunds f WHERE f.sale_id = s.id) AS refundedCents`
const joins = sql`LEFT JOIN registers r ON r.id = s.register_id LEFT JOIN staff p ON p.id = s.staff_id`
const asRow = ({ till, number, paidBy, ...rest }: z.infer<typeof row>): SaleRow =>
  ({ ...rest, number: saleNumber(till, number), paidBy: paidBy.split(',').filter(Boolean).toSorted() as TenderKind[] })

/** Where the last page ended. */
export type Cursor = { readonly at: Instant; readonly id: string }
export const newest: Cursor = { at: '9999' as Instant, id: '' }

/** Finished sales, the newest first, over all of them or one day: read along the index of completed_at. */
export const salesPage = (db: ReadableDB, after: Cursor, between: { from: string; to: string }, most: number): SaleRow[] =>
  all(db, row, sql`SELECT ${columns} FROM sales s ${joins}
    WHERE s.completed_at IS NOT NULL AND s.completed_at >= ${between.from} AND s.completed_at < ${between.to} AND s.completed_at <= ${after.at}
      AND (s.completed_at, s.id) < (${after.at}, ${after.id}) ORDER BY s.completed_at DESC, s.id DESC LIMIT ${most}`).map(asRow)

/** These finished sales, the newest first. */
export const salesByIds = (db: ReadableDB, ids: readonly SaleId[]): SaleRow[] =>
  all(db, row, sql`SELECT ${columns} FROM sales s ${joins} WHERE s.id IN (${list(ids)}) AND s.number IS NOT NULL ORDER BY s.completed_at DESC, s.id DESC`).map(asRow)

export type StateAsked = 'completed' | 'voided' | 'refunded' | null
const stateIs = (state: StateAsked): Sql => {
  if (state === 'refunded') return sql`AND EXISTS (SELECT 1 FROM refunds f WHERE f.sale_id = s.id)`
  return state === null ? sql`` : sql`AND s.state = ${state}`
}

/** What these customers bought, the newest first. */
export const salesOfCustomers = (db: ReadableDB, customers: readonly CustomerId[], after: Cursor, asked: { state: StateAsked; most: number; between: { from: string; to: string } }): SaleRow[] =>
  all(db, row, sql`SELECT ${columns} FROM sales s ${joins}
    WHERE s.customer_id IN (${list(customers)}) AND s.completed_at IS NOT NULL AND s.completed_at >= ${asked.between.from} AND s.completed_at < ${asked.between.to}
      AND (s.completed_at, s.id) < (${after.at}, ${after.id}) ${stateIs(asked.state)}
    ORDER BY s.completed_at DESC, s.id DESC LIMIT ${asked.most}`).map(asRow)

const figures = z.object({ count: z.number(), spentCents: money, lastAt: moment.nullable() })
/** How often and for how much a customer bought: voided sales do not count, refunds are taken off. */
export const customerFigures = (db: ReadableDB, customerId: CustomerId): z.infer<typeof figures> =>
  first(db, figures, sql`SELECT count(*) AS count, max(s.completed_at) AS lastAt,
      coalesce(sum(s.total_cents - (SELECT coalesce(sum(f.total_cents), 0) FROM refunds f WHERE f.sale_id = s.id)), 0) AS spentCents
    FROM sales s WHERE s.customer_id = ${customerId} AND s.completed_at IS NOT NULL AND s.state = 'completed'`) ?? { count: 0, spentCents: 0 as never, lastAt: null }
