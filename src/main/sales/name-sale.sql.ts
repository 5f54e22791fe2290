import { run, sql, type WritableDB } from '../store/sql.ts'
import type { CustomerId, SaleId } from '../vocabulary.ts'

/** Puts a customer on a finished sale that had none; nothing else of it changes. */
export const nameSale = (db: WritableDB, saleId: SaleId, customerId: CustomerId, copy: string | null): number =>
  run(db, sql`UPDATE sales SET customer_id = ${customerId}, customer_copy = ${copy} WHERE id = ${saleId} AND state = 'completed' AND customer_id IS NULL`)

/** Moves a finished sale from one customer to another; nothing else of it changes. */
export const moveSaleTo = (db: WritableDB, saleId: SaleId, from: CustomerId, to: CustomerId, copy: string | null): number =>
  run(db, sql`UPDATE sales SET customer_id = ${to}, customer_copy = ${copy} WHERE id = ${saleId} AND state = 'completed' AND customer_id = ${from}`)
