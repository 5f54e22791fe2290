import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, Cents, ClaimId, Instant, LineId, PlainDate, Points, RewardId, SaleId, StaffId, TierId } from '../vocabulary.ts'
import type { Claim } from './redeem.ts'
import type { Reward, RewardDraft } from './reward.ts'

const points = z.number() as unknown as z.ZodType<Points>
const day = z.string().nullable() as unknown as z.ZodType<PlainDate | null>
const rewardRow = z.object({
  id: id<RewardId>(), name: z.string(), points, what: z.string(), tierIds: z.string(), minimumSpendCents: z.number() as unknown as z.ZodType<Cents>,
  startsOn: day, endsOn: day, active: z.union([z.literal(0), z.literal(1)]),
})
const columns = sql`id, name, points, what, tier_ids AS tierIds, minimum_spend_cents AS minimumSpendCents, starts_on AS startsOn, ends_on AS endsOn, active`
const opened = (row: z.infer<typeof rewardRow>): Reward =>
  ({ ...row, what: JSON.parse(row.what) as Reward['what'], tierIds: JSON.parse(row.tierIds) as TierId[], active: row.active === 1 })

export const listRewards = (db: ReadableDB): Reward[] => all(db, rewardRow, sql`SELECT ${columns} FROM loyalty_rewards ORDER BY active DESC, points, position, id`).map(opened)
export const getReward = (db: ReadableDB, rewardId: RewardId): Reward | undefined => {
  const row = first(db, rewardRow, sql`SELECT ${columns} FROM loyalty_rewards WHERE id = ${rewardId}`)
  return row && opened(row)
}
export const saveReward = (db: WritableDB, rewardId: RewardId, draft: RewardDraft, at: Instant): number =>
  run(db, sql`INSERT INTO loyalty_rewards (id, name, points, what, tier_ids, minimum_spend_cents, starts_on, ends_on, active, position, updated_at)
    VALUES (${rewardId}, ${draft.name.trim()}, ${draft.points}, ${JSON.stringify(draft.what)}, ${JSON.stringify(draft.tierIds)}, ${draft.minimumSpendCents}, ${draft.startsOn}, ${draft.endsOn},
      ${draft.active ? 1 : 0}, (SELECT coalesce(max(position), 0) + 1 FROM loyalty_rewards), ${at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, points = excluded.points, what = excluded.what, tier_ids = excluded.tier_ids,
      minimum_spend_cents = excluded.minimum_spend_cents, starts_on = excluded.starts_on, ends_on = excluded.ends_on, active = excluded.active, updated_at = excluded.updated_at`)

const claimRow = z.object({ claimId: id<ClaimId>(), accountId: id<AccountId>(), rewardId: id<RewardId>().nullable(), points, lineId: id<LineId>().nullable() })
export type StoredClaim = z.infer<typeof claimRow>
/** What was chosen for a sale, in the order it was chosen. */
export const claimsOf = (db: ReadableDB, saleId: SaleId): StoredClaim[] =>
  all(db, claimRow, sql`SELECT id AS claimId, account_id AS accountId, reward_id AS rewardId, points, line_id AS lineId FROM loyalty_claims WHERE sale_id = ${saleId} ORDER BY at, id`)
export type NewClaim = StoredClaim & { readonly saleId: SaleId; readonly proof: string; readonly staffId: StaffId; readonly at: Instant }
export const insertClaim = (db: WritableDB, claim: NewClaim): number =>
  run(db, sql`INSERT INTO loyalty_claims (id, sale_id, account_id, reward_id, points, line_id, proof, staff_id, at)
    VALUES (${claim.claimId}, ${claim.saleId}, ${claim.accountId}, ${claim.rewardId}, ${claim.points}, ${claim.lineId}, ${claim.proof}, ${claim.staffId}, ${claim.at})`)
export const deleteClaim = (db: WritableDB, saleId: SaleId, claimId: ClaimId): number => run(db, sql`DELETE FROM loyalty_claims WHERE id = ${claimId} AND sale_id = ${saleId}`)
export const deleteClaims = (db: WritableDB, saleId: SaleId): number => run(db, sql`DELETE FROM loyalty_claims WHERE sale_id = ${saleId}`)
/** While money is being put to a sale its points cannot be chosen elsewhere; a parked or open cart holds nothing. */
export const holdClaims = (db: WritableDB, saleId: SaleId, held: boolean): number => run(db, sql`UPDATE loyalty_claims SET held = ${held ? 1 : 0} WHERE sale_id = ${saleId}`)
export const heldElsewhere = (db: ReadableDB, accountId: AccountId, saleId: SaleId | null): number =>
  value<number>(db, sql`SELECT coalesce(sum(points), 0) FROM loyalty_claims WHERE account_id = ${accountId} AND held = 1 AND (${saleId} IS NULL OR sale_id <> ${saleId})`) ?? 0

export const asClaim = (db: ReadableDB, { claimId, rewardId, points: asked, lineId }: StoredClaim): Claim | null => {
  const reward = rewardId === null ? null : getReward(db, rewardId)
  return reward === undefined ? null : { claimId, reward, points: reward?.points ?? asked, lineId }
}
