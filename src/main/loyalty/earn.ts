import type { CategoryId, Cents, ItemId, LineId, Milli, Points } from '../vocabulary.ts'
import { combined, multipliersFor, type Multiplier, type Occasion } from './boosts.ts'
import { asText, compare, fraction, rounded, sum, times, zero, type Fraction, type Rounding } from './fraction.ts'
import type { Rules } from './program.ts'

/** What was sold, as points see it. `netCents` is after every discount and a reward's part; what points paid as a tender stands in `pointsCents`. */
export type SoldLine = {
  readonly lineId: LineId; readonly name: string; readonly itemId: ItemId | null; readonly categoryId: CategoryId | null; readonly quantityMilli: Milli
  readonly netCents: Cents; readonly taxCents: Cents; readonly pointsCents: Cents
  readonly kind: 'item' | 'gift-card' | 'tip' | 'deposit' | 'delivery' | 'account-payment'
  readonly earnsPoints: boolean; readonly minimumAge: number | null; readonly voided: boolean
}
export type NotCounted =
  | 'voided' | 'gift-card' | 'tip' | 'deposit' | 'delivery' | 'account-payment' | 'item-earns-nothing' | 'item-excluded' | 'category-excluded'
  | 'age-restricted' | 'paid-by-points' | 'nothing-paid' | 'no-points-for-it' | 'below-minimum'

/** One line of a working-out. Fractions are text, 'top/bottom': they are kept for refunds as they are. */
export type EarnedLine = {
  readonly lineId: LineId; readonly name: string; readonly quantityMilli: Milli
  readonly eligibleCents: Cents; readonly notCounted: NotCounted | null
  readonly base: string; readonly multipliers: readonly Multiplier[]; readonly times: string
  readonly points: string
}
export type Earned = {
  readonly points: Points; readonly lines: readonly EarnedLine[]
  readonly eligibleCents: Cents; readonly minimumCents: Cents
  /** Before rounding and before a cap. */
  readonly exact: string; readonly rounding: Rounding; readonly roundedPoints: Points
  readonly cap: { readonly kind: 'sale' | 'day'; readonly most: Points } | null
}

const none = { base: zero, times: fraction(1), multipliers: [] as readonly Multiplier[] }
const whyNot = (line: SoldLine, { earn }: Rules): NotCounted | null => {
  if (line.voided) return 'voided'
  if (line.kind !== 'item') return line.kind
  if (!line.earnsPoints) return 'item-earns-nothing'
  if (line.itemId !== null && earn.excludedItemIds.includes(line.itemId)) return 'item-excluded'
  if (line.categoryId !== null && earn.excludedCategoryIds.includes(line.categoryId)) return 'category-excluded'
  if (earn.excludeAgeRestricted && line.minimumAge !== null) return 'age-restricted'
  return spendOf(line, earn.beforeTax) > 0 ? null : line.pointsCents > 0 ? 'paid-by-points' : 'nothing-paid'
}
const spendOf = (line: SoldLine, beforeTax: boolean): Cents =>
  Math.max(0, line.netCents + (beforeTax ? 0 : line.taxCents) - line.pointsCents) as Cents

function fixedFor(line: SoldLine, { earn }: Rules): Fraction | null {
  const rule = earn.fixed.find(({ itemIds, categoryIds }) =>
    (line.itemId !== null && itemIds.includes(line.itemId)) || (line.categoryId !== null && categoryIds.includes(line.categoryId)))
  return rule ? fraction(rule.points * Math.floor(line.quantityMilli / 1_000)) : null
}

/** A line's points before any multiplier. Points for the visit are shared out by eligible value, so that a return takes back its part. */
function baseOf(line: SoldLine, cents: Cents, eligibleCents: number, rules: Rules): Fraction | null {
  const { basis, points, perCents, pointsPerVisit } = rules.earn
  const ofVisit = basis === 'visit' || basis === 'visit-and-spend' ? fraction(pointsPerVisit * cents, eligibleCents) : zero
  if (basis === 'visit') return ofVisit
  const fixed = fixedFor(line, rules)
  if (basis === 'items' && fixed === null) return null
  return sum([ofVisit, fixed ?? fraction(points * cents, perCents)])
}

type Counted = { readonly line: SoldLine; readonly cents: Cents; readonly why: NotCounted | null; readonly base: Fraction; readonly times: Fraction; readonly multipliers: readonly Multiplier[] }

function count(line: SoldLine, rules: Rules, occasion: Occasion, eligibleCents: number): Counted {
  const why = whyNot(line, rules)
  const cents = why ? (0 as Cents) : spendOf(line, rules.earn.beforeTax)
  if (why) return { line, cents, why, ...none }
  if (eligibleCents < rules.earn.minimumCents) return { line, cents, why: 'below-minimum', ...none }
  const base = baseOf(line, cents, eligibleCents, rules)
  if (base === null) return { line, cents: 0 as Cents, why: 'no-points-for-it', ...none }
  const multipliers = multipliersFor(rules, line, occasion)
  return { line, cents, why: null, base, times: combined(multipliers, rules.multipliers), multipliers }
}

function capFor({ mostPerSale, mostPerDay }: Rules['earn'], earnedToday: number): Earned['cap'] {
  const left = mostPerDay === null ? null : Math.max(0, mostPerDay - earnedToday)
  if (left !== null && (mostPerSale === null || left < mostPerSale)) return { kind: 'day', most: left as Points }
  return mostPerSale === null ? null : { kind: 'sale', most: mostPerSale as Points }
}

/**
 * What a sale earns: line by line in exact fractions, each with its reason where it counts for nothing, rounded once at the end.
 * A cap shrinks every line alike, so that the fractions kept for refunds still come to the points given. `earnedToday` is for the cap per day.
 */
export function earned(lines: readonly SoldLine[], rules: Rules, occasion: Occasion, earnedToday = 0): Earned {
  const eligibleCents = lines.reduce((total, line) => total + (whyNot(line, rules) ? 0 : spendOf(line, rules.earn.beforeTax)), 0) as Cents
  const counted = lines.map((line) => count(line, rules, occasion, eligibleCents))
  const exact = sum(counted.map(({ base, times: by }) => times(base, by)))
  const roundedPoints = rounded(exact, rules.earn.rounding)
  const limit = capFor(rules.earn, earnedToday)
  const cap = limit && roundedPoints > limit.most ? limit : null
  const points = (cap ? cap.most : roundedPoints) as Points
  const shrunk = cap && compare(exact, zero) > 0 ? fraction(BigInt(cap.most) * exact.bottom, exact.top) : fraction(1)
  return {
    points, lines: counted.map((each) => asLine(each, shrunk)), eligibleCents, minimumCents: rules.earn.minimumCents,
    exact: asText(exact), rounding: rules.earn.rounding, roundedPoints: roundedPoints as Points, cap,
  }
}

const asLine = ({ line, cents, why, base, times: by, multipliers }: Counted, shrunk: Fraction): EarnedLine => ({
  lineId: line.lineId, name: line.name, quantityMilli: line.quantityMilli, eligibleCents: cents, notCounted: why,
  base: asText(base), multipliers, times: asText(by), points: asText(times(times(base, by), shrunk)),
})
