import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, SaleId } from '../vocabulary.ts'

const idRow = z.object({ id: id<SaleId>() })
/** A page of everything ever rung up for these people, finished or not. */
export const salesAfter = (db: ReadableDB, customers: readonly CustomerId[], after: string, most: number): SaleId[] =>
  all(db, idRow, sql`SELECT id FROM sales WHERE customer_id IN (SELECT value FROM json_each(${JSON.stringify(customers)})) AND id > ${after} ORDER BY id LIMIT ${most}`).map((row) => row.id)

const cartRow = z.object({ registerName: z.string(), parked: z.number() })
/** A cart that still needs its customer: open on a till, or waiting with money already put to it. */
export const cartHolding = (db: ReadableDB, customerId: CustomerId): z.infer<typeof cartRow> | undefined =>
  first(db, cartRow, sql`SELECT coalesce(r.name, '') AS registerName, s.state = 'parked' AS parked FROM sales s LEFT JOIN registers r ON r.id = s.register_id
    WHERE s.customer_id = ${customerId} AND (s.state = 'open' OR (s.state = 'parked' AND EXISTS (SELECT 1 FROM tenders t WHERE t.sale_id = s.id AND t.taken_back_at IS NULL))) LIMIT 1`)

export const countSold = (db: ReadableDB, customerId: CustomerId): number =>
  value<number>(db, sql`SELECT count(*) FROM sales WHERE customer_id = ${customerId} AND number IS NOT NULL`) ?? 0

/** References of payments go, unless they are a slip's number: up to nine digits and nothing else. */
export const emptyReferences = (db: WritableDB, sales: readonly SaleId[]): number =>
  run(db, sql`UPDATE tenders SET reference = '' WHERE sale_id IN (SELECT value FROM json_each(${JSON.stringify(sales)})) AND reference <> ''
    AND (reference GLOB '*[^0-9]*' OR length(reference) > 9)`)
const refundRow = z.object({ id: z.string() })
export const refundIdsOf = (db: ReadableDB, sales: readonly SaleId[]): string[] =>
  all(db, refundRow, sql`SELECT id FROM refunds WHERE sale_id IN (SELECT value FROM json_each(${JSON.stringify(sales)}))`).map((row) => row.id)
