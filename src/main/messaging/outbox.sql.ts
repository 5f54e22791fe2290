import { run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant } from '../vocabulary.ts'

export type OutboxRow = {
  readonly id: string
  /** What brought it about, once in all time. */
  readonly sourceKey: string
  readonly customerId: CustomerId; readonly channel: 'sms' | 'email'; readonly purpose: string; readonly address: string; readonly body: string
  /** The consent that allows it; null for what the customer asked for themselves at the till. */
  readonly consentId: string | null; readonly at: Instant
}
/** Puts a message into the outbox; 0 where the same source did already. */
export const enqueue = (db: WritableDB, row: OutboxRow): number =>
  run(db, sql`INSERT INTO outbox (id, source_key, customer_id, channel, purpose, address, body, state, consent_id, made_at)
    VALUES (${row.id}, ${row.sourceKey}, ${row.customerId}, ${row.channel}, ${row.purpose}, ${row.address}, ${row.body}, 'queued', ${row.consentId}, ${row.at}) ON CONFLICT (source_key) DO NOTHING`)
export const endMessage = (db: WritableDB, id: string, state: 'sent' | 'failed' | 'cancelled', error: string, at: Instant): number =>
  run(db, sql`UPDATE outbox SET state = ${state}, error = ${error}, tries = tries + 1, done_at = ${at} WHERE id = ${id}`)
export const queuedCount = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM outbox WHERE state = 'queued'`) ?? 0
