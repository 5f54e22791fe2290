import { z } from 'zod'
import { all, first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, StaffId } from '../vocabulary.ts'

const moment = z.string() as unknown as z.ZodType<Instant>

const reasonRow = z.object({ kind: z.enum(['banned', 'denied']), reason: z.string(), at: moment })
/** Why somebody is banned, or was not let in. */
export type WhyOut = z.infer<typeof reasonRow>
export const whyOut = (db: ReadableDB, id: CustomerId): WhyOut | undefined =>
  first(db, reasonRow, sql`SELECT kind, reason, at FROM customer_standings WHERE customer_id = ${id}`)
export type NewWhyOut = WhyOut & { readonly customerId: CustomerId; readonly staffId: StaffId }
export const saveWhyOut = (db: WritableDB, one: NewWhyOut): number =>
  run(db, sql`INSERT INTO customer_standings (customer_id, kind, reason, at, staff_id) VALUES (${one.customerId}, ${one.kind}, ${one.reason}, ${one.at}, ${one.staffId})
    ON CONFLICT (customer_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, at = excluded.at, staff_id = excluded.staff_id`)
export const dropWhyOut = (db: WritableDB, id: CustomerId): number => run(db, sql`DELETE FROM customer_standings WHERE customer_id = ${id}`)

const flagRow = z.object({ note: z.string(), level: z.enum(['info', 'warn']), at: moment })
/** The note that pops up when the customer is chosen. */
export type Flag = z.infer<typeof flagRow>
export const flagOf = (db: ReadableDB, id: CustomerId): Flag | undefined =>
  first(db, flagRow, sql`SELECT note, level, at FROM customer_flags WHERE customer_id = ${id}`)
export const saveFlag = (db: WritableDB, one: Flag & { readonly customerId: CustomerId; readonly staffId: StaffId }): number =>
  run(db, sql`INSERT INTO customer_flags (customer_id, note, level, at, staff_id) VALUES (${one.customerId}, ${one.note}, ${one.level}, ${one.at}, ${one.staffId})
    ON CONFLICT (customer_id) DO UPDATE SET note = excluded.note, level = excluded.level, at = excluded.at, staff_id = excluded.staff_id`)
export const dropFlag = (db: WritableDB, id: CustomerId): number => run(db, sql`DELETE FROM customer_flags WHERE customer_id = ${id}`)

const waitingRow = z.object({
  id: z.string() as unknown as z.ZodType<CustomerId>, firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), type: z.enum(['personal', 'business']),
  groupId: z.string().nullable(), groupName: z.string().nullable(), phone: z.string(), email: z.string(), madeAt: moment,
})
/** Somebody who waits to be let in. */
export type Waiting = z.infer<typeof waitingRow>
export type WaitingAsked = { readonly groupId: string | null; readonly customerId: CustomerId | null; readonly after: { readonly at: string; readonly id: string } | null; readonly most: number }
/** Who waits, the longest first; `after` is the last one of the page before. */
export const waitingPeople = (db: ReadableDB, { groupId, customerId, after, most }: WaitingAsked): Waiting[] =>
  all(db, waitingRow, sql`SELECT c.id, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.type, c.group_id AS groupId, g.name AS groupName,
      c.main_phone AS phone, c.main_email AS email, c.made_at AS madeAt
    FROM customers c LEFT JOIN customer_groups g ON g.id = c.group_id
    WHERE c.status = 'pending' AND (c.made_at, c.id) > (${after?.at ?? ''}, ${after?.id ?? ''}) AND (${groupId} IS NULL OR c.group_id = ${groupId})
      AND (${customerId} IS NULL OR c.id = ${customerId})
    ORDER BY c.made_at, c.id LIMIT ${most}`)
const countRow = z.object({ groupId: z.string().nullable(), waiting: z.number() })
/** How many wait in each group: read off those who wait, never off everyone. */
export const waitingCounts = (db: ReadableDB): z.infer<typeof countRow>[] =>
  all(db, countRow, sql`SELECT group_id AS groupId, count(*) AS waiting FROM customers INDEXED BY customers_pending WHERE status = 'pending' GROUP BY group_id`)

const decisionRow = z.object({ id: z.string(), customerId: z.string() as unknown as z.ZodType<CustomerId>, decision: z.enum(['approved', 'denied']), reason: z.string(), at: moment })
/** Who was let in or not, and why. */
export type Decision = z.infer<typeof decisionRow>
export type NewDecision = Decision & { readonly requestId: string; readonly staffId: StaffId; readonly registerId: string }
export const insertDecision = (db: WritableDB, one: NewDecision): number =>
  run(db, sql`INSERT INTO approval_decisions (id, customer_id, decision, reason, request_id, at, staff_id, register_id)
    VALUES (${one.id}, ${one.customerId}, ${one.decision}, ${one.reason}, ${one.requestId}, ${one.at}, ${one.staffId}, ${one.registerId})`)
export const openDecisionsOf = (db: ReadableDB, requestId: string): Decision[] =>
  all(db, decisionRow, sql`SELECT id, customer_id AS customerId, decision, reason, at FROM approval_decisions WHERE request_id = ${requestId} AND undone_at IS NULL AND told_at IS NULL ORDER BY id`)
export const undoDecision = (db: WritableDB, id: string, at: Instant): number => run(db, sql`UPDATE approval_decisions SET undone_at = ${at} WHERE id = ${id}`)
/** Decisions that can no longer be undone and that nobody was told of. */
export const untoldDecisions = (db: ReadableDB, before: string, most: number): Decision[] =>
  all(db, decisionRow, sql`SELECT id, customer_id AS customerId, decision, reason, at FROM approval_decisions
    WHERE told_at IS NULL AND undone_at IS NULL AND at < ${before} ORDER BY at LIMIT ${most}`)
export const noteTold = (db: WritableDB, id: string, at: Instant): number => run(db, sql`UPDATE approval_decisions SET told_at = ${at} WHERE id = ${id}`)
