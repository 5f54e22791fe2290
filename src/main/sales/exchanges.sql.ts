import { run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, RefundId, SaleId } from '../vocabulary.ts'

/** The goods given back, and the sale they were exchanged for: one act. */
export const linkExchange = (db: WritableDB, refundId: RefundId, saleId: SaleId, at: Instant): number =>
  run(db, sql`INSERT INTO sale_exchanges (refund_id, sale_id, at) VALUES (${refundId}, ${saleId}, ${at})`)

/** The sale whose goods came back for this one. */
export const exchangedFrom = (db: ReadableDB, saleId: SaleId): SaleId | null =>
  value<SaleId>(db, sql`SELECT r.sale_id FROM sale_exchanges x JOIN refunds r ON r.id = x.refund_id WHERE x.sale_id = ${saleId}`) ?? null
