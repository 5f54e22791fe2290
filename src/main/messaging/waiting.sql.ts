import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, RegisterId, StaffId } from '../vocabulary.ts'

const state = z.enum(['queued', 'sent', 'failed', 'cancelled'])
export type MessageState = z.infer<typeof state>
const messageRow = z.object({
  id: z.string(), customerId: z.string().nullable() as unknown as z.ZodType<CustomerId | null>, channel: z.enum(['sms', 'email']), purpose: z.string(), address: z.string(), state,
  tries: z.number(), error: z.string(), madeAt: z.string() as unknown as z.ZodType<Instant>,
})
/** One message that waits, went or could not go. Its words are not in it: who reads the list need not read the letters. */
export type WaitingMessage = z.infer<typeof messageRow>

/** Messages to customers and questions to support, those that wait or failed first, then the newest. */
export const messagesOf = (db: ReadableDB, most: number): WaitingMessage[] =>
  all(db, messageRow, sql`SELECT * FROM (
      SELECT id, customer_id AS customerId, channel, purpose, address, state, tries, error, made_at AS madeAt FROM outbox
      UNION ALL SELECT id, NULL, 'email', 'support', '', state, tries, error, made_at FROM support_messages
    ) ORDER BY state IN ('queued', 'failed') DESC, madeAt DESC, id DESC LIMIT ${most}`)

/** How many wait by each channel, and how many failed. */
export const countsOf = (db: ReadableDB): { sms: number; email: number; failed: number } => ({
  sms: value<number>(db, sql`SELECT count(*) FROM outbox WHERE state = 'queued' AND channel = 'sms'`) ?? 0,
  email: value<number>(db, sql`SELECT (SELECT count(*) FROM outbox WHERE state = 'queued' AND channel = 'email') + (SELECT count(*) FROM support_messages WHERE state = 'queued')`) ?? 0,
  failed: value<number>(db, sql`SELECT count(*) FROM outbox WHERE state = 'failed'`) ?? 0,
})

/** A message that waits is not sent any more; 0 where it no longer waits. */
export const cancelMessage = (db: WritableDB, id: string, at: Instant): number =>
  run(db, sql`UPDATE outbox SET state = 'cancelled', done_at = ${at} WHERE id = ${id} AND state = 'queued'`)
  + run(db, sql`UPDATE support_messages SET state = 'cancelled', done_at = ${at} WHERE id = ${id} AND state = 'queued'`)
/** A message that failed or was cancelled waits again, with all its tries; 0 where it did neither. */
export const retryMessage = (db: WritableDB, id: string): number =>
  run(db, sql`UPDATE outbox SET state = 'queued', tries = 0, error = '', done_at = NULL WHERE id = ${id} AND state IN ('failed', 'cancelled')`)
  + run(db, sql`UPDATE support_messages SET state = 'queued', tries = 0, error = '', done_at = NULL WHERE id = ${id} AND state IN ('failed', 'cancelled')`)

export type SupportMessage = { readonly id: string; readonly body: string; readonly report: string; readonly staffId: StaffId; readonly registerId: RegisterId; readonly at: Instant }
export const insertSupport = (db: WritableDB, m: SupportMessage): number =>
  run(db, sql`INSERT INTO support_messages (id, body, report, state, staff_id, register_id, made_at) VALUES (${m.id}, ${m.body}, ${m.report}, 'queued', ${m.staffId}, ${m.registerId}, ${m.at})`)
