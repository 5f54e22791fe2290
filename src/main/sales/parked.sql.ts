import { z } from 'zod'
import { id } from '../input.ts'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Cents, Instant, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import type { QueueRow } from './sale.ts'
import { moment, money } from './sales.sql.ts'

/** How many carts wait, over all tills. */
export const countWaiting = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM sales WHERE state = 'parked'`) ?? 0

export type Parking = {
  readonly label: string; readonly note: string; readonly dueAt: Instant | null; readonly by: StaffId; readonly at: Instant
  /** What it came to when it was saved, so that the list need not add carts up. */
  readonly totalCents: Cents
}
export const parkSale = (db: WritableDB, saleId: SaleId, { label, note, dueAt, by, at, totalCents }: Parking): number =>
  run(db, sql`UPDATE sales SET state = 'parked', label = ${label}, note = ${note}, due_at = ${dueAt}, parked_by = ${by}, parked_at = ${at}, total_cents = ${totalCents}
    WHERE id = ${saleId}`)

/** Puts a waiting or taken-over cart on this till. It keeps its label, so that the queue can say where it is. */
export const openOn = (db: WritableDB, saleId: SaleId, registerId: RegisterId, staffId: StaffId): number =>
  run(db, sql`UPDATE sales SET state = 'open', register_id = ${registerId}, staff_id = ${staffId}, parked_at = NULL WHERE id = ${saleId}`)

const queueRow = z.object({
  id: id<SaleId>(), label: z.string(), customerName: z.null(), items: z.number(), totalCents: money, registerName: z.string(), staffName: z.string(),
  parkedAt: moment, note: z.string(), dueAt: moment.nullable(), ticket: z.string().nullable(), openOn: z.string().nullable(), tableName: z.string().nullable(), customerId: z.string().nullable(),
})
export type WaitingRow = QueueRow & { readonly customerId: string | null }

/** How many pieces there are: whole ones counted, something weighed is one, a delivery is none. */
export const pieces = sql`coalesce(sum(CASE WHEN l.kind = 'delivery' THEN 0 WHEN l.quantity_milli % 1000 = 0 THEN l.quantity_milli / 1000 ELSE 1 END), 0)`

/** The carts that wait, and those that waited and are open somewhere now, the longest waiting first. Names of customers are the flow's to add. */
export function queueRows(db: ReadableDB, onlyOn: RegisterId | null): WaitingRow[] {
  const mine = onlyOn === null ? sql`` : sql`AND s.register_id = ${onlyOn}`
  return all(db, queueRow, sql`SELECT s.id, s.label, NULL AS customerName, s.customer_id AS customerId, coalesce(s.total_cents, 0) AS totalCents, s.note, s.due_at AS dueAt, s.ticket,
      (SELECT ${pieces} FROM sale_lines l WHERE l.sale_id = s.id AND l.removed_at IS NULL) AS items,
      coalesce(r.name, '') AS registerName, coalesce(p.name, '') AS staffName, coalesce(s.parked_at, s.made_at) AS parkedAt,
      CASE WHEN s.state = 'open' THEN r.name END AS openOn, (SELECT f.name FROM sale_tables x JOIN floor_tables f ON f.id = x.table_id WHERE x.sale_id = s.id) AS tableName
    FROM sales s LEFT JOIN registers r ON r.id = s.register_id LEFT JOIN staff p ON p.id = coalesce(s.parked_by, s.staff_id)
    WHERE s.id IN (SELECT id FROM sales WHERE state = 'parked' UNION ALL SELECT id FROM sales WHERE state = 'open' AND label <> '') ${mine}
    ORDER BY parkedAt, s.id`)
}
