import type { PlainDate, TierId } from '../vocabulary.ts'
import { addMonths } from './calendar.ts'
import type { Rules, Tier } from './program.ts'

/** Where a member stands: `reviewOn` is when a lower score may begin to count, `dropsOn` the end of the grace that then follows. */
export type Standing = {
  readonly tierId: TierId | null; readonly since: PlainDate; readonly reviewOn: PlainDate | null; readonly dropsOn: PlainDate | null
  /** Set by hand, with its end; no review before that. */
  readonly manualUntil: PlainDate | null
}
export type TierMove = Standing & { readonly kind: 'up' | 'kept' | 'notice' | 'down' | 'manual' }

const rankOf = (levels: readonly Tier[], tierId: TierId | null): number => levels.findIndex(({ id }) => id === tierId)
/** The highest tier this score reaches, or none: by what was earned, never by what is left. */
export const tierFor = ({ tiers }: Rules, score: number): TierId | null => tiers.levels.findLast(({ from }) => score >= from)?.id ?? null

/** Up at once; down only at the review date, after notice and a grace. Null where nothing moves. */
export function nextTier(rules: Rules, standing: Standing, score: number, today: PlainDate): TierMove | null {
  const { levels, reviewMonths, graceMonths } = rules.tiers
  const reached = tierFor(rules, score)
  const [was, is] = [rankOf(levels, standing.tierId), rankOf(levels, reached)]
  const fresh = { since: today, reviewOn: addMonths(today, reviewMonths), dropsOn: null, manualUntil: null }
  if (is > was) return { kind: 'up', tierId: reached, ...fresh }
  if (standing.manualUntil !== null && today <= standing.manualUntil) return null
  if (was < 0) return standing.tierId === null ? null : { kind: 'down', tierId: reached, ...fresh }
  const due = standing.reviewOn === null || today >= standing.reviewOn
  if (is === was) return due || standing.dropsOn !== null ? { kind: 'kept', tierId: reached, ...fresh, since: standing.since } : null
  if (standing.dropsOn !== null) return today >= standing.dropsOn ? { kind: 'down', tierId: reached, ...fresh } : null
  if (!due) return null
  if (graceMonths === 0) return { kind: 'down', tierId: reached, ...fresh }
  return { kind: 'notice', ...standing, manualUntil: null, dropsOn: addMonths(today, graceMonths) }
}

/** The first day that counts for a score on `today`: twelve months back, that day not included. */
export const scoreFrom = (today: PlainDate): PlainDate => addMonths(today, -12)
