import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, CustomerId, Instant, PlainDate, StaffId, TierId } from '../vocabulary.ts'
import type { Standing, TierMove } from './tiers.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const standingRow = z.object({ tierId: id<TierId>().nullable(), since: day, reviewOn: day.nullable(), dropsOn: day.nullable(), manualUntil: day.nullable() })

/** Where a member stood at a moment: their last move until then. */
export const standingOf = (db: ReadableDB, accountId: AccountId, at: Instant): Standing | undefined =>
  first(db, standingRow, sql`SELECT tier_id AS tierId, since, review_on AS reviewOn, drops_on AS dropsOn, manual_until AS manualUntil
    FROM loyalty_tier_moves WHERE account_id = ${accountId} AND at <= ${at} ORDER BY seq DESC LIMIT 1`)

export type Why = { readonly ruleVersion: number; readonly score: number; readonly reason: string; readonly staffId: StaffId | null; readonly approvedBy: StaffId | null; readonly at: Instant }
export const insertMove = (db: WritableDB, accountId: AccountId, move: TierMove, why: Why): number =>
  run(db, sql`INSERT INTO loyalty_tier_moves (account_id, kind, tier_id, since, review_on, drops_on, manual_until, rule_version, score, reason, staff_id, approved_by, at)
    VALUES (${accountId}, ${move.kind}, ${move.tierId}, ${move.since}, ${move.reviewOn}, ${move.dropsOn}, ${move.manualUntil}, ${why.ruleVersion}, ${why.score}, ${why.reason}, ${why.staffId}, ${why.approvedBy}, ${why.at})`)

const dueRow = z.object({ accountId: id<AccountId>(), customerId: id<CustomerId>() })
/** Members with a tier whose review or drop is due, from one account on. */
export const reviewsDue = (db: ReadableDB, on: PlainDate, after: string, most: number): z.infer<typeof dueRow>[] =>
  all(db, dueRow, sql`SELECT a.id AS accountId, a.customer_id AS customerId FROM loyalty_accounts a JOIN loyalty_tier_moves m ON m.seq = (SELECT max(x.seq) FROM loyalty_tier_moves x WHERE x.account_id = a.id)
    WHERE a.id > ${after} AND m.tier_id IS NOT NULL AND (m.review_on <= ${on} OR m.drops_on <= ${on}) ORDER BY a.id LIMIT ${most}`)
