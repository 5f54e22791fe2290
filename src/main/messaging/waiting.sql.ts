import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
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
/** The consent a message leans on is no longer the last word of that person on that channel and kind. */
const consentEnded = sql`consent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_events c WHERE c.id = outbox.consent_id AND c.allowed = 1
  AND NOT EXISTS (SELECT 1 FROM consent_events later WHERE later.customer_id = c.customer_id AND later.channel = c.channel AND later.type = c.type AND later.seq > c.seq AND later.allowed = 0))`
/** What people no longer want is not sent any more, nor a code that was never handed over: it holds for minutes only. Answers how many stopped waiting. */
export const cancelUnwanted = (db: WritableDB, at: Instant, codesBefore: Instant): number =>
  run(db, sql`UPDATE outbox SET state = 'cancelled', done_at = ${at} WHERE state = 'queued' AND ((purpose = 'points-code' AND made_at < ${codesBefore}) OR (${consentEnded}))`)
/** Does this message lean on a consent that was taken back? */
export const isUnwanted = (db: ReadableDB, id: string): boolean => value<number>(db, sql`SELECT 1 FROM outbox WHERE id = ${id} AND ${consentEnded}`) === 1
/** A message that failed or was cancelled waits again, with all its tries; 0 where it did neither. A code is never sent again: it is not in the message. */
export const retryMessage = (db: WritableDB, id: string): number =>
  run(db, sql`UPDATE outbox SET state = 'queued', tries = 0, error = '', done_at = NULL WHERE id = ${id} AND state IN ('failed', 'cancelled') AND purpose <> 'points-code'`)
  + run(db, sql`UPDATE support_messages SET state = 'queued', tries = 0, error = '', done_at = NULL WHERE id = ${id} AND state IN ('failed', 'cancelled')`)

/** A picture of the window that goes with a question. */
export type SupportPicture = { readonly mediaType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array }
export type SupportMessage = { readonly id: string; readonly body: string; readonly report: string; readonly staffId: StaffId; readonly registerId: RegisterId; readonly at: Instant }
export const insertSupport = (db: WritableDB, m: SupportMessage): number =>
  run(db, sql`INSERT INTO support_messages (id, body, report, state, staff_id, register_id, made_at) VALUES (${m.id}, ${m.body}, ${m.report}, 'queued', ${m.staffId}, ${m.registerId}, ${m.at})`)
export const keepPicture = (db: WritableDB, id: string, { mediaType, bytes }: SupportPicture): number =>
  run(db, sql`INSERT INTO support_pictures (message_id, media_type, bytes) VALUES (${id}, ${mediaType}, ${bytes})`)
/** Whoever is deleted may be in a picture, where no search finds them: all pictures go. */
export const dropPictures = (db: WritableDB): number => run(db, sql`DELETE FROM support_pictures`)
/** Takes a question back that this person wrote and that has not left; 0 where it is another's or has. */
export const takeBackSupport = (db: WritableDB, id: string, staffId: StaffId, at: Instant): number =>
  run(db, sql`UPDATE support_messages SET state = 'cancelled', done_at = ${at} WHERE id = ${id} AND staff_id = ${staffId} AND state = 'queued'`)

const letterRow = z.object({ body: z.string(), report: z.string(), staffName: z.string(), mediaType: z.string().nullable(), bytes: z.instanceof(Uint8Array).nullable(), purpose: z.string(), fileName: z.string().nullable() })
/** What a message says, for who decides whether it goes: its words, and of a question the facts and the picture that go along. */
export const letterOf = (db: ReadableDB, id: string): z.infer<typeof letterRow> | undefined =>
  first(db, letterRow, sql`SELECT body, '' AS report, '' AS staffName, NULL AS mediaType, NULL AS bytes, purpose, (SELECT file_name FROM outbox_files f WHERE f.outbox_id = outbox.id) AS fileName FROM outbox WHERE id = ${id}
    UNION ALL SELECT m.body, m.report, coalesce(s.name, ''), p.media_type, p.bytes, 'support', NULL FROM support_messages m LEFT JOIN staff s ON s.id = m.staff_id
      LEFT JOIN support_pictures p ON p.message_id = m.id WHERE m.id = ${id}`)
