import type { Cents } from '../vocabulary.ts'
import type { AccountRules, Brake } from './account.ts'

/** What is owed, what is put on account on carts that are not finished, how late the oldest open charge is, and the limit (null is none). */
export type Standing = { readonly balanceCents: Cents; readonly heldCents: Cents; readonly lateDays: number; readonly limitCents: Cents | null }
/** `tone`: near from 80 % of the limit. `payNowCents`: what must be paid in money now to stay within it. */
export type Judged = {
  readonly afterCents: Cents; readonly overCents: Cents; readonly payNowCents: Cents; readonly isLate: boolean; readonly tone: 'ok' | 'near' | 'over'; readonly brake: Brake | null
}

const nearPart = 0.8
const strength = { warn: 1, pin: 2, block: 3 } as const

/** Would `moreCents` on account go over the limit, or is the customer late, and what does the shop say to that? The stricter rule counts. */
export function judge({ balanceCents, heldCents, lateDays, limitCents }: Standing, moreCents: number, rules: AccountRules): Judged {
  const afterCents = (balanceCents + heldCents + moreCents) as Cents
  const overCents = (limitCents === null ? 0 : Math.max(0, afterCents - limitCents)) as Cents
  const isLate = lateDays >= Math.max(1, rules.overdueDays)
  const brakes: Brake[] = [...(overCents > 0 ? [rules.overLimit] : []), ...(isLate ? [rules.overdue] : [])]
  const near = limitCents !== null && afterCents >= limitCents * nearPart && afterCents > 0
  return {
    afterCents, overCents, isLate, payNowCents: Math.min(overCents, moreCents) as Cents, tone: overCents > 0 ? 'over' : near ? 'near' : 'ok',
    brake: brakes.toSorted((a, b) => strength[b] - strength[a])[0] ?? null,
  }
}
