import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, Language } from '../vocabulary.ts'

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
/** A file that leaves with a message. */
export type OutboxFile = { readonly outboxId: string; readonly customerId: CustomerId; readonly fileName: string; readonly mediaType: string; readonly content: Buffer }
/** Lays a file beside its message. It is the customer's: it goes with the message, and with them. */
export const attachFile = (db: WritableDB, { outboxId, customerId, fileName, mediaType, content }: OutboxFile): number =>
  run(db, sql`INSERT INTO outbox_files (outbox_id, customer_id, file_name, media_type, bytes, content) VALUES (${outboxId}, ${customerId}, ${fileName}, ${mediaType}, ${content.length}, ${content})`)
const fileRow = z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) })
/** The file of a message; undefined where none goes along. */
export const fileOf = (db: ReadableDB, outboxId: string): z.infer<typeof fileRow> | undefined =>
  first(db, fileRow, sql`SELECT file_name AS fileName, media_type AS mediaType, content FROM outbox_files WHERE outbox_id = ${outboxId}`)
export const endMessage = (db: WritableDB, id: string, state: 'sent' | 'failed' | 'cancelled', error: string, at: Instant): number =>
  run(db, sql`UPDATE outbox SET state = ${state}, error = ${error}, done_at = ${at} WHERE id = ${id}`)
/** Counts a try before it is made, and answers how many it is. */
export const countTry = (db: WritableDB, id: string): number => value<number>(db, sql`UPDATE outbox SET tries = tries + 1 WHERE id = ${id} RETURNING tries`) ?? 0
/** What waited so long that it would say something untrue by now is not sent any more. */
export const cancelQueued = (db: WritableDB, purpose: string, before: string, at: Instant): number =>
  run(db, sql`UPDATE outbox SET state = 'cancelled', done_at = ${at} WHERE state = 'queued' AND purpose = ${purpose} AND made_at < ${before}`)

/** The same for what waits for one customer. */
export const cancelQueuedFor = (db: WritableDB, purpose: string, customerId: CustomerId, at: Instant): number =>
  run(db, sql`UPDATE outbox SET state = 'cancelled', done_at = ${at} WHERE state = 'queued' AND purpose = ${purpose} AND customer_id = ${customerId}`)

const waitingRow = z.object({ id: z.string(), address: z.string(), body: z.string() })
export const queuedTexts = (db: ReadableDB, most: number): z.infer<typeof waitingRow>[] =>
  all(db, waitingRow, sql`SELECT id, address, body FROM outbox WHERE state = 'queued' AND channel = 'sms' AND purpose <> 'points-code' ORDER BY made_at, id LIMIT ${most}`)

const consentRow = z.object({ id: z.string(), channel: z.enum(['sms', 'email']), address: z.string(), language: z.string() as unknown as z.ZodType<Language> })
/** The consent that lets general messages go out by this channel today: the last word on it, where that was yes. */
export const allowedBy = (db: ReadableDB, customerId: CustomerId, channel: 'sms' | 'email'): z.infer<typeof consentRow> | undefined =>
  first(db, consentRow, sql`SELECT id, channel, address, language FROM consent_events WHERE allowed = 1 AND address <> '' AND seq =
    (SELECT max(seq) FROM consent_events WHERE customer_id = ${customerId} AND channel = ${channel} AND type = 'general')`)
