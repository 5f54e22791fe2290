import { z } from 'zod'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, RegisterId, StaffId } from '../vocabulary.ts'
import { firstCustomerRules, type CustomerRules } from './rules.ts'

const row = z.object({ questions: z.string(), pendingEarns: z.number(), deniedDays: z.number() })
/** What the shop has settled about its customers; before anyone has, the usual. */
export function readCustomerRules(db: ReadableDB): CustomerRules {
  const found = first(db, row, sql`SELECT questions, pending_earns AS pendingEarns, denied_days AS deniedDays FROM customer_rules`)
  return found ? { questions: JSON.parse(found.questions) as string[], pendingEarns: found.pendingEarns === 1, deniedDays: found.deniedDays } : firstCustomerRules
}

export const saveCustomerRules = (db: WritableDB, { questions, pendingEarns, deniedDays }: CustomerRules, at: Instant): number =>
  run(db, sql`INSERT OR REPLACE INTO customer_rules (id, questions, pending_earns, denied_days, updated_at) VALUES (1, ${JSON.stringify(questions)}, ${Number(pendingEarns)}, ${deniedDays}, ${at})`)

/** Does somebody who waits to be let in earn and spend points? */
export const pendingEarns = (db: ReadableDB): boolean => value<number>(db, sql`SELECT pending_earns FROM customer_rules`) !== 0

const deniedRow = z.object({ customerId: z.string() as unknown as z.ZodType<CustomerId>, at: z.string() as unknown as z.ZodType<Instant>, staffId: z.string() as unknown as z.ZodType<StaffId>, registerId: z.string() as unknown as z.ZodType<RegisterId> })
/** Somebody who was denied: when, by whom, at which till. */
export type Denied = z.infer<typeof deniedRow>
/** Who was denied before a moment and still is, the longest first; `after` is the last one that was looked at. */
export const deniedBefore = (db: ReadableDB, before: string, after: Pick<Denied, 'at' | 'customerId'> | null): Denied | undefined =>
  first(db, deniedRow, sql`SELECT w.customer_id AS customerId, w.at, w.staff_id AS staffId,
      coalesce((SELECT d.register_id FROM approval_decisions d WHERE d.customer_id = w.customer_id AND d.decision = 'denied' ORDER BY d.at DESC LIMIT 1), (SELECT id FROM registers ORDER BY number LIMIT 1)) AS registerId
    FROM customer_standings w JOIN customers c ON c.id = w.customer_id
    WHERE w.kind = 'denied' AND w.at < ${before} AND (w.at, w.customer_id) > (${after?.at ?? ''}, ${after?.customerId ?? ''}) AND c.status = 'inactive' ORDER BY w.at, w.customer_id LIMIT 1`)
