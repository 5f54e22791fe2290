import { z } from 'zod'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, CustomerId, Instant, StaffId } from '../vocabulary.ts'

// By what a customer proves who they are: an answer only they know, or a code sent to their phone. Neither is ever kept as it was said.

const moment = z.string() as unknown as z.ZodType<Instant>
const securityRow = z.object({ question: z.string(), answerHash: z.string(), setAt: moment })
export type Security = z.infer<typeof securityRow>
export const securityOf = (db: ReadableDB, customerId: CustomerId): Security | undefined =>
  first(db, securityRow, sql`SELECT question, answer_hash AS answerHash, set_at AS setAt FROM loyalty_security WHERE customer_id = ${customerId}`)
export type NewSecurity = { readonly customerId: CustomerId; readonly question: string; readonly answerHash: string; readonly at: Instant; readonly staffId: StaffId }
export const saveSecurity = (db: WritableDB, one: NewSecurity): number =>
  run(db, sql`INSERT INTO loyalty_security (customer_id, question, answer_hash, set_at, staff_id) VALUES (${one.customerId}, ${one.question}, ${one.answerHash}, ${one.at}, ${one.staffId})
    ON CONFLICT (customer_id) DO UPDATE SET question = excluded.question, answer_hash = excluded.answer_hash, set_at = excluded.set_at, staff_id = excluded.staff_id`)
export const dropSecurity = (db: WritableDB, customerId: CustomerId): number => run(db, sql`DELETE FROM loyalty_security WHERE customer_id = ${customerId}`)

const codeRow = z.object({ id: z.string(), codeHash: z.string(), expiresAt: moment, triesLeft: z.number(), usedAt: moment.nullable() })
export type SentCode = z.infer<typeof codeRow>
/** The newest code of an account: an older one no longer counts. */
export const lastCode = (db: ReadableDB, accountId: AccountId): SentCode | undefined =>
  first(db, codeRow, sql`SELECT id, code_hash AS codeHash, expires_at AS expiresAt, tries_left AS triesLeft, used_at AS usedAt FROM loyalty_codes WHERE account_id = ${accountId} ORDER BY sent_at DESC, id DESC LIMIT 1`)
export const codesSince = (db: ReadableDB, accountId: AccountId, since: string): number =>
  value<number>(db, sql`SELECT count(*) FROM loyalty_codes WHERE account_id = ${accountId} AND sent_at > ${since}`) ?? 0
export type NewCode = { readonly id: string; readonly accountId: AccountId; readonly codeHash: string; readonly sentAt: Instant; readonly expiresAt: Instant; readonly tries: number }
export const insertCode = (db: WritableDB, code: NewCode): number =>
  run(db, sql`INSERT INTO loyalty_codes (id, account_id, code_hash, sent_at, expires_at, tries_left) VALUES (${code.id}, ${code.accountId}, ${code.codeHash}, ${code.sentAt}, ${code.expiresAt}, ${code.tries})`)
/** Takes one try away before the code is compared, so that guesses sent at once cannot outrun the limit. */
export const takeCodeTry = (db: WritableDB, id: string): number => run(db, sql`UPDATE loyalty_codes SET tries_left = tries_left - 1 WHERE id = ${id} AND tries_left > 0`)
/** Uses a code up; 0 where someone else did. */
export const useCode = (db: WritableDB, id: string, at: Instant): number => run(db, sql`UPDATE loyalty_codes SET used_at = ${at} WHERE id = ${id} AND used_at IS NULL`)
