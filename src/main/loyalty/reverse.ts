import type { LineId, Milli, Points } from '../vocabulary.ts'
import type { EarnedLine } from './earn.ts'
import { fraction, fromText, rounded, sum, times, type Rounding } from './fraction.ts'

/** How much of each line has come back in all refunds together, this one included. */
export type Returned = ReadonlyMap<LineId, Milli>

const keptShare = (quantityMilli: number, returnedMilli: number) => fraction(Math.max(0, quantityMilli - returnedMilli), quantityMilli)

/** What the sale should have earned with only the lines that stay, by the very fractions it earned with. */
export function shouldHaveEarned(lines: readonly EarnedLine[], returned: Returned, rounding: Rounding): Points {
  const kept = lines.map(({ lineId, quantityMilli, points }) => times(fromText(points), keptShare(quantityMilli, returned.get(lineId) ?? 0)))
  return rounded(sum(kept), rounding) as Points
}

export type EarnState = {
  readonly earned: Points; readonly shouldHave: Points
  /** Taken back, and written off as not recovered, by earlier refunds; both zero or more. */
  readonly reversed: Points; readonly notRecovered: Points
  /** How many of the earned points have expired and were not restored. */
  readonly expired: Points
}
/** What a refund takes back now, and what it cannot because the points have expired meanwhile. Never more than was earned. */
export function toReverse({ earned, shouldHave, reversed, notRecovered, expired }: EarnState): { readonly points: Points; readonly notRecovered: Points } {
  const due = Math.max(0, earned - Math.min(earned, shouldHave) - reversed - notRecovered)
  const points = Math.min(due, Math.max(0, earned - expired - reversed))
  return { points: points as Points, notRecovered: (due - points) as Points }
}

/** Which lines a reward paid for, in cents. */
export type RewardPart = { readonly lineId: LineId; readonly cents: number; readonly quantityMilli: Milli }

/** How many of a redemption's points have come back in all, after these returns: in proportion, and all of them once every part is back. */
export function shouldHaveReturned(spent: Points, parts: readonly RewardPart[], returned: Returned): Points {
  const whole = parts.reduce((total, { cents }) => total + cents, 0)
  if (whole === 0) return 0 as Points
  const back = parts.map(({ lineId, cents, quantityMilli }) => fraction(BigInt(cents) * BigInt(Math.min(quantityMilli, returned.get(lineId) ?? 0)), quantityMilli))
  return rounded(times(sum(back), fraction(spent, whole)), 'down') as Points
}
