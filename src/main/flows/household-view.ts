import type { Core } from '../context.ts'
import type { HouseholdRole, Stay } from '../loyalty/households.ts'
import { spentBy } from '../loyalty/households.sql.ts'
import { balanceOf, scoreSince } from '../loyalty/ledger.sql.ts'
import type { CustomerId, Instant, PlainDate, Points } from '../vocabulary.ts'
import { poolBalance, poolOf } from './pool.ts'
import { programNow, theMember } from './the-program.ts'

/** One member's statement: what is left of their own points, what they earned in all, what they spent this month and what of the shared points in all. */
export type HouseholdMember = {
  readonly customerId: CustomerId; readonly name: string; readonly role: HouseholdRole; readonly capPoints: Points | null; readonly joinedAt: Instant
  readonly share: Points; readonly earned: Points; readonly spentThisMonth: Points; readonly spent: Points
}
/** `household` null: this customer is in none. The shares come to the balance. */
export type HouseholdView = {
  readonly on: boolean; readonly most: number; readonly tierBy: 'member' | 'household'
  readonly household: { readonly name: string; readonly balance: Points; readonly members: readonly HouseholdMember[] } | null
}

export function householdView(core: Core, customerId: CustomerId): HouseholdView {
  const now = programNow(core)
  const { on, most, tierBy } = now.program.rules.households
  const pool = poolOf(core, theMember(core, customerId), now)
  const firstOfMonth = `${now.moment.day.slice(0, 8)}01` as PlainDate
  const asMember = ({ customerId: of, accountId, name, role, capPoints, joinedAt }: Stay): HouseholdMember => ({
    customerId: of, name, role, capPoints, joinedAt, share: balanceOf(core.db, accountId).balance, earned: scoreSince(core.db, accountId, 'points-earned', '' as PlainDate) as Points,
    spentThisMonth: spentBy(core.db, pool.accountIds, of, firstOfMonth) as Points, spent: spentBy(core.db, pool.accountIds, of, '' as PlainDate) as Points,
  })
  return { on, most, tierBy, household: pool.stay ? { name: pool.stay.householdName, balance: poolBalance(core, pool), members: pool.stays.map(asMember) } : null }
}
