import { sql, value, type ReadableDB } from '../store/sql.ts'

/** How many carts wait, over all tills. */
export const countWaiting = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM sales WHERE state = 'parked'`) ?? 0
