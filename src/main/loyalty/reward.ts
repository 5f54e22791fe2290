import { z } from 'zod'
import { filledText, id, plainDate, whole } from '../input.ts'
import type { CategoryId, Cents, ItemId, PlainDate, Points, RewardId, TierId } from '../vocabulary.ts'

const money = whole.min(1).max(99_999_999) as unknown as z.ZodType<Cents>
const items = z.array(id<ItemId>()).max(500)
const categories = z.array(id<CategoryId>()).max(500)
const what = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('money'), cents: money }),
  /** No category named: off the whole cart. */
  z.strictObject({ kind: z.literal('percent'), ppm: whole.min(1).max(1_000_000), mostCents: money.nullable(), categoryIds: categories }),
  /** One piece for nothing, or up to `mostCents`. */
  z.strictObject({ kind: z.literal('product'), itemIds: items, categoryIds: categories, mostCents: money.nullable() }),
])
export const rewardShape = z.strictObject({
  name: filledText(80), points: whole.min(1).max(10_000_000) as unknown as z.ZodType<Points>, what,
  /** None named: for everyone. */
  tierIds: z.array(id<TierId>()).max(20), minimumSpendCents: whole.min(0).max(99_999_999) as unknown as z.ZodType<Cents>,
  startsOn: plainDate.nullable(), endsOn: plainDate.nullable(), active: z.boolean(),
})
export type RewardDraft = z.infer<typeof rewardShape>
export type Reward = RewardDraft & { readonly id: RewardId }

/** Why a reward cannot be used here and now, with what would help; the screen has a sentence for each. */
export type WhyNot =
  | { readonly why: 'not-active' | 'owed' | 'one-cart-reward' | 'nothing-eligible' | 'no-open-sale' | 'household-earner' }
  | { readonly why: 'household-cap'; readonly left: Points }
  | { readonly why: 'not-yet'; readonly startsOn: PlainDate } | { readonly why: 'over'; readonly endsOn: PlainDate }
  | { readonly why: 'tier-needed'; readonly tierNames: readonly string[] }
  | { readonly why: 'not-enough-points'; readonly needs: Points } | { readonly why: 'below-minimum'; readonly minimum: Points } | { readonly why: 'wrong-step'; readonly step: Points }
  | { readonly why: 'spend-more'; readonly cents: Cents }
  | { readonly why: 'add-item'; readonly itemIds: readonly ItemId[]; readonly categoryIds: readonly CategoryId[] }
  | { readonly why: 'above-share'; readonly mostCents: Cents; readonly mostPoints: Points }

/** One reward for the whole cart per sale; beside it, rewards for items. */
export const isCartReward = (reward: Reward | null): boolean =>
  reward === null || reward.what.kind === 'money' || (reward.what.kind === 'percent' && reward.what.categoryIds.length === 0)

export type Member = { readonly spendable: Points; /** What keeps them from more of the points their household shares. */ readonly heldBy?: 'earner' | 'cap' | null; readonly tierId: TierId | null; readonly today: PlainDate; readonly tierNames: ReadonlyMap<TierId, string> }

/** What stands in the way before the cart is looked at: dates, tier and points. */
export function memberWhyNot(reward: Reward, member: Member): WhyNot | null {
  if (!reward.active) return { why: 'not-active' }
  if (reward.startsOn !== null && member.today < reward.startsOn) return { why: 'not-yet', startsOn: reward.startsOn }
  if (reward.endsOn !== null && member.today > reward.endsOn) return { why: 'over', endsOn: reward.endsOn }
  if (reward.tierIds.length > 0 && (member.tierId === null || !reward.tierIds.includes(member.tierId))) {
    return { why: 'tier-needed', tierNames: reward.tierIds.flatMap((tier) => member.tierNames.get(tier) ?? []) }
  }
  return pointsWhyNot(reward.points, member)
}

/** Enough points? A negative balance blocks every reward, whatever it costs. */
export function pointsWhyNot(points: number, { spendable, heldBy = null }: Pick<Member, 'spendable' | 'heldBy'>): WhyNot | null {
  if (spendable < 0) return { why: 'owed' }
  if (heldBy === 'earner') return { why: 'household-earner' }
  if (heldBy === 'cap' && spendable < points) return { why: 'household-cap', left: spendable }
  return spendable < points ? { why: 'not-enough-points', needs: (points - spendable) as Points } : null
}
