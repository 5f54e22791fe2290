import type { Core } from '../context.ts'
import type { Rules } from '../loyalty/program.ts'
import { programAt } from '../loyalty/program.sql.ts'

/** What the till's screens need of today's rules; `on` false where there is no programme, and then nothing of loyalty is shown. */
export type PointsTerms = Pick<Rules, 'name' | 'words' | 'joining' | 'redemption' | 'adjustments'> & {
  readonly on: boolean; readonly tierBasis: Rules['tiers']['basis']; readonly hasTiers: boolean; readonly expires: boolean
  /** What a friend and a review bring; zero is off. */
  readonly bonuses: { readonly referral: number; readonly review: number }
}

export function pointsTerms(core: Core): PointsTerms | null {
  const rules = programAt(core.db, core.now())?.rules
  if (!rules) return null
  const { on, name, words, joining, redemption, adjustments, tiers, expiry, bonuses } = rules
  return { on, name, words, joining, redemption, adjustments, tierBasis: tiers.basis, hasTiers: tiers.levels.length > 0, expires: expiry.rule.kind !== 'off', bonuses: { referral: bonuses.referralPoints, review: bonuses.reviewPoints } }
}
