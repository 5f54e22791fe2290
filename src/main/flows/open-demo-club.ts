import type { Core } from '../context.ts'
import { rulesShape, type RulesDraft } from '../loyalty/program.ts'
import type { Reward } from '../loyalty/reward.ts'
import { demoClub } from '../shop/demo-club.ts'
import type { Caller, CategoryId, Cents, Points, RequestId, RewardId, TierId } from '../vocabulary.ts'
import type { Stocked } from './demo-stock.ts'
import { editReward, saveProgram } from './edit-program.ts'
import { makeCards } from './make-cards.ts'

const coffee = 0
const chocolate = 6
const tuesday = 2
const requestId = (core: Core): RequestId => core.newId() as RequestId
/** Thirty items stand on each shelf, in the order of the shelves. */
const shelfOf = (stock: readonly Stocked[], shelf: number): CategoryId[] => [stock[shelf * 30]?.draft.categoryId ?? null].filter((id) => id !== null)

/** The club as it began: coffee counts double on Tuesdays. */
export function openDemoClub(core: Core, owner: Caller, stock: readonly Stocked[]): readonly Reward[] {
  saveProgram(core, owner, { requestId: requestId(core), startsAt: null, rules: rulesShape.parse(clubRules(stock)) })
  const { count, prefix, digits } = demoClub.cards
  makeCards(core, owner, { requestId: requestId(core), count, prefix, digits, withCheck: true, anyway: true })
  return demoClub.rewards.map((reward) => {
    const draft = rewardDraft(reward, stock)
    return { ...draft, id: editReward(core, owner, { requestId: requestId(core), id: null, draft }).id satisfies RewardId }
  })
}

/** A later version: chocolate counts double too, and birthdays bring points. */
export function changeDemoClub(core: Core, owner: Caller, stock: readonly Stocked[]): void {
  const { multipliers, ...rest } = clubRules(stock)
  const treat = { name: 'Chocolate weeks', timesMilli: demoClub.boostMilli, categoryIds: shelfOf(stock, chocolate) }
  const rules = { ...rest, multipliers: { boosts: [...(multipliers?.boosts ?? []), treat] }, bonuses: { ...rest.bonuses, birthdayPoints: demoClub.birthdayPoints } }
  saveProgram(core, owner, { requestId: requestId(core), startsAt: null, rules: rulesShape.parse(rules) })
}

const clubRules = (stock: readonly Stocked[]): RulesDraft => ({
  name: demoClub.name, multipliers: { boosts: [{ name: 'Coffee on Tuesdays', timesMilli: demoClub.boostMilli, categoryIds: shelfOf(stock, coffee), weekdays: [tuesday] }] },
  tiers: { levels: demoClub.tiers.map((tier) => ({ ...tier, id: tier.id as TierId })) }, expiry: { rule: { kind: 'months-after-earning', months: demoClub.expiryMonths } },
  bonuses: { signUpPoints: demoClub.signUpPoints },
})

function rewardDraft({ name, points, cents, ppm, shelf, tier }: (typeof demoClub.rewards)[number], stock: readonly Stocked[]): Omit<Reward, 'id'> {
  const categoryIds = shelf === null ? [] : shelfOf(stock, shelf)
  const what = cents !== null ? { kind: 'money' as const, cents: cents as Cents }
    : ppm !== null ? { kind: 'percent' as const, ppm, mostCents: 2_000 as Cents, categoryIds } : { kind: 'product' as const, itemIds: [], categoryIds, mostCents: 1_000 as Cents }
  return { name, points: points as Points, what, tierIds: tier === null ? [] : [tier as TierId], minimumSpendCents: 0 as Cents, startsOn: null, endsOn: null, active: true }
}
