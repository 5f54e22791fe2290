import { z } from 'zod'
import { filledText, id, ppm, text, whole } from '../input.ts'
import type { CategoryId, Cents, GroupId, Instant, ItemId, PriceListId, StaffId, TierId } from '../vocabulary.ts'

// One version of the shop's rules. Versions are never edited: a change is a new version with its own start, and old rows keep theirs.

const most = { points: 10_000_000, cents: 99_999_999, list: 500, timesMilli: 100_000 }
const points = whole.min(0).max(most.points)
const somePoints = whole.min(1).max(most.points)
const cents = whole.min(0).max(most.cents) as unknown as z.ZodType<Cents>
const someCents = whole.min(1).max(most.cents) as unknown as z.ZodType<Cents>
const days = whole.min(0).max(3_650)
/** Thousandths: x1.5 is 1,500. */
export const timesMilli = whole.min(0).max(most.timesMilli)
const items = z.array(id<ItemId>()).max(most.list)
const categories = z.array(id<CategoryId>()).max(most.list)
const minuteOfDay = whole.min(0).max(1_440)

/** Where nothing is named, a condition lets everything through; several conditions must all hold. */
export const boostShape = z.strictObject({
  name: filledText(60), timesMilli,
  itemIds: items.default([]), categoryIds: categories.default([]), groupIds: z.array(id<GroupId>()).max(most.list).default([]),
  weekdays: z.array(whole.min(1).max(7)).max(7).default([]),
  fromMinute: minuteOfDay.default(0), untilMinute: minuteOfDay.default(1_440),
})

const earnShape = z.strictObject({
  basis: z.enum(['spend', 'visit', 'items', 'visit-and-spend']).default('spend'),
  /** `points` for each `perCents` of eligible spend. */
  points: somePoints.default(1), perCents: someCents.default(100 as Cents),
  beforeTax: z.boolean().default(true),
  pointsPerVisit: points.default(0),
  /** Points for each whole piece, in place of points for its price. */
  fixed: z.array(z.strictObject({ itemIds: items.default([]), categoryIds: categories.default([]), points })).max(100).default([]),
  excludedItemIds: items.default([]), excludedCategoryIds: categories.default([]),
  excludeAgeRestricted: z.boolean().default(true),
  minimumCents: cents.default(0 as Cents), mostPerSale: somePoints.nullable().default(null), mostPerDay: somePoints.nullable().default(null),
  rounding: z.enum(['down', 'nearest', 'up']).default('down'),
  /** Points wait this long before they can be spent: the return window. */
  pendingDays: days.default(0),
})

const multiplierShape = z.strictObject({
  combine: z.enum(['highest', 'multiply', 'add']).default('highest'),
  capMilli: timesMilli.default(5_000),
  boosts: z.array(boostShape).max(100).default([]),
  birthdayTimesMilli: timesMilli.default(1_000),
})

export const tierShape = z.strictObject({
  id: id<TierId>(), name: filledText(40),
  /** Reached at this many points, cents or visits in the last twelve months, by the programme's basis. */
  from: whole.min(0).max(most.cents), timesMilli: timesMilli.default(1_000),
  /** For members who have no price list of their own, by type or group. */
  priceListId: id<PriceListId>().nullable().default(null),
  birthdayPoints: points.nullable().default(null),
})
const tiersShape = z.strictObject({
  /** Never by balance: spending points must not demote. */
  basis: z.enum(['points-earned', 'spend', 'visits']).default('points-earned'),
  levels: z.array(tierShape).max(20).default([]), reviewMonths: whole.min(1).max(60).default(12), graceMonths: whole.min(0).max(12).default(1),
})

/** How a customer proves who they are before many points are spent. */
export const checks = ['none', 'card', 'last4-and-birthday', 'sms-code', 'security-answer'] as const
const redemptionShape = z.strictObject({
  /** `points` are worth `cents`. */
  points: somePoints.default(100), cents: someCents.default(500 as Cents),
  minimum: points.default(100), step: somePoints.default(1), mostSharePpm: ppm.default(1_000_000 as z.infer<typeof ppm>),
  excludedItemIds: items.default([]), excludedCategoryIds: categories.default([]),
  check: z.enum(checks).default('none'), checkAbove: points.default(200),
})

export const expiryRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('months-after-earning'), months: whole.min(1).max(120) }),
  z.strictObject({ kind: z.literal('yearly'), month: whole.min(1).max(12), date: whole.min(1).max(31) }),
  z.strictObject({ kind: z.literal('months-without-visit'), months: whole.min(1).max(120) }),
])
const expiryShape = z.strictObject({
  rule: expiryRule.default({ kind: 'off' }), graceDays: days.default(0),
  /** Points that come back by a refund live at least this long again. */
  returnedDays: days.default(30),
  /** Tells whoever allowed messages, 30 and 7 days ahead. */
  remind: z.boolean().default(true),
})

const bonusShape = z.strictObject({
  signUpPoints: points.default(0), signUpWhen: z.enum(['at-once', 'first-sale']).default('at-once'),
  birthdayPoints: points.default(0), birthdayDaysBefore: whole.min(0).max(60).default(7), birthdayDaysAfter: whole.min(0).max(60).default(7),
  /** A birth date entered yesterday brings nothing tomorrow. */
  birthdaySetAheadDays: whole.min(0).max(365).default(14),
  /** For whoever brings a friend: within so many days of the friend's joining, so many friends a year. And for a review. */
  referralPoints: points.default(0), referralMostPerYear: somePoints.default(10), referralWithinDays: whole.min(1).max(3_650).default(30),
  reviewPoints: points.default(0), reviewMostPerYear: somePoints.default(1),
})
export const adjustmentReasons = ['goodwill', 'missed-sale', 'correction', 'promotion', 'other'] as const
const adjustmentShape = z.strictObject({
  mostPerAct: somePoints.default(500), mostPerDay: somePoints.default(2_000), belowZero: z.boolean().default(false),
})

/** People who spend their points together. `tierBy`: each by their own twelve months, or all by what they earned together. */
const householdShape = z.strictObject({ on: z.boolean().default(true), most: whole.min(2).max(20).default(6), tierBy: z.enum(['member', 'household']).default('member') })

const word = z.strictObject({ one: text(24), many: text(24) })
export const rulesShape = z.strictObject({
  on: z.boolean().default(true), name: text(60).default(''),
  /** The shop's own word for a point, per language; empty is the usual word. */
  words: z.strictObject({ en: word, fr: word, es: word }).nullable().default(null),
  /** 'asked': nobody is a member before they said yes. 'automatic': the first sale or correction makes one. */
  joining: z.enum(['asked', 'automatic']).default('asked'),
  earn: earnShape.prefault({}), multipliers: multiplierShape.prefault({}), tiers: tiersShape.prefault({}), redemption: redemptionShape.prefault({}),
  expiry: expiryShape.prefault({}), bonuses: bonusShape.prefault({}), adjustments: adjustmentShape.prefault({}), households: householdShape.prefault({}),
})
export type Rules = z.infer<typeof rulesShape>
/** What a screen may send: whatever is left out takes its default. */
export type RulesDraft = z.input<typeof rulesShape>
export type Boost = z.infer<typeof boostShape>
export type Tier = z.infer<typeof tierShape>
export type ExpiryRule = z.infer<typeof expiryRule>
export type RuleVersion = { readonly version: number; readonly startsAt: Instant; readonly rules: Rules; readonly madeAt: Instant; readonly staffId: StaffId | null }

/** The rules a shop starts with: one point for each 1.00 before tax, 100 points are 5.00, nothing expires. */
export const defaultRules = (): Rules => rulesShape.parse({})

/** The version that holds at a moment: the one that began last; of two that began together, the newer. */
export const versionAt = (versions: readonly RuleVersion[], at: Instant): RuleVersion | undefined =>
  versions.filter(({ startsAt }) => startsAt <= at)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.version - b.version).at(-1)

/** What is wrong with rules that are well-formed: the field's path, or null where they make sense. */
export function mistakeIn(rules: Rules): string | null {
  const { tiers, multipliers, expiry } = rules
  const froms = tiers.levels.map(({ from }) => from)
  if (new Set(tiers.levels.map((tier) => tier.id)).size !== tiers.levels.length) return 'tiers.levels'
  if (froms.some((from, at) => at > 0 && from <= (froms[at - 1] ?? 0))) return 'tiers.levels'
  if (multipliers.boosts.some((boost) => boost.fromMinute >= boost.untilMinute)) return 'multipliers.boosts'
  if (rules.redemption.minimum % rules.redemption.step !== 0) return 'redemption.minimum'
  if (expiry.rule.kind === 'yearly' && !isDate(expiry.rule.month, expiry.rule.date)) return 'expiry.rule'
  return null
}
const isDate = (month: number, date: number): boolean => date <= new Date(Date.UTC(2024, month, 0)).getUTCDate()
