import { z } from 'zod'
import { id } from '../input.ts'
import { all, sql, value, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, Instant, RegisterId, SaleId } from '../vocabulary.ts'

const cartRow = z.object({ id: id<SaleId>(), registerId: id<RegisterId>(), state: z.enum(['open', 'parked']) })
/** Carts that wait with this customer on them: open at a till, or parked. Few at any time, so they are looked for among the carts, not among the sales. */
export const waitingCarts = (db: ReadableDB, customerId: CustomerId): z.infer<typeof cartRow>[] =>
  all(db, cartRow, sql`SELECT id, register_id AS registerId, state FROM sales INDEXED BY sales_open WHERE state = 'open' AND customer_id = ${customerId}
    UNION ALL SELECT id, register_id, state FROM sales INDEXED BY sales_parked WHERE state = 'parked' AND customer_id = ${customerId}`)
/** How many sales a customer has that began after a moment: what was done since a merge. */
export const salesSince = (db: ReadableDB, customerId: CustomerId, at: Instant): number =>
  value<number>(db, sql`SELECT count(*) FROM sales WHERE customer_id = ${customerId} AND completed_at > ${at}`) ?? 0
