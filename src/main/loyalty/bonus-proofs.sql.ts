import { run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, EntryId, PlainDate } from '../vocabulary.ts'

export type BonusKind = 'referral' | 'review'
/** Was a bonus given for this friend, or this review, at any time? */
export const isBonusProofUsed = (db: ReadableDB, proofKey: string): boolean => value(db, sql`SELECT 1 FROM loyalty_bonus_proofs WHERE proof_key = ${proofKey}`) !== undefined
export const bonusesSince = (db: ReadableDB, accountId: AccountId, kind: BonusKind, after: PlainDate): number =>
  value<number>(db, sql`SELECT count(*) FROM loyalty_bonus_proofs WHERE account_id = ${accountId} AND kind = ${kind} AND day > ${after}`) ?? 0
export const noteBonus = (db: WritableDB, proofKey: string, kind: BonusKind, accountId: AccountId, entryId: EntryId, day: PlainDate): number =>
  run(db, sql`INSERT INTO loyalty_bonus_proofs (proof_key, kind, account_id, entry_id, day) VALUES (${proofKey}, ${kind}, ${accountId}, ${entryId}, ${day})`)
