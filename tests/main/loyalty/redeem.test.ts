import { expect, test } from 'vitest'
import type { RulesDraft } from '../../../src/main/loyalty/program.ts'
import { redeemed, worthOf, type Claim, type PayableLine } from '../../../src/main/loyalty/redeem.ts'
import type { Member, Reward } from '../../../src/main/loyalty/reward.ts'
import type { CategoryId, Cents, ClaimId, ItemId, LineId, Milli, PlainDate, Points, Ppm, RewardId, TierId } from '../../../src/main/vocabulary.ts'
import { gold, rulesWith, today, tools } from './rules.ts'

const pay = (id: string, cents: number, more: Partial<PayableLine> = {}): PayableLine =>
  ({ lineId: id as LineId, itemId: id as ItemId, categoryId: 'coffee' as CategoryId, quantityMilli: 1_000 as Milli, netCents: cents as Cents, ...more })
const reward = (id: string, what: Reward['what'], more: Partial<Reward> = {}): Reward => ({
  id: id as RewardId, name: id, points: 100 as Points, what, tierIds: [], minimumSpendCents: 0 as Cents, startsOn: null, endsOn: null, active: true, ...more,
})
const claim = (id: string, by: Reward | null, points = by?.points ?? 100): Claim => ({ claimId: id as ClaimId, reward: by, points: points as Points, lineId: null })
const member = (spendable: number, more: Partial<Member> = {}): Member => ({ spendable: spendable as Points, tierId: null, today, tierNames: new Map([[gold, 'Gold']]), ...more })
const five = reward('five', { kind: 'money', cents: 500 as Cents })
const run = (claims: Claim[], lines: PayableLine[], who = member(1_000), draft: RulesDraft = {}, cashStepCents = 1 as Cents) => redeemed(claims, lines, who, { rules: rulesWith(draft), cashStepCents })

test('100 points are 5.00, and money for points is rounded down to the smallest coin', () => {
  const terms = { rules: rulesWith({ redemption: { minimum: 1, cents: 333 as Cents } }), cashStepCents: 5 as Cents }
  expect([100, 101, 150].map((points) => worthOf(points, terms))).toEqual([330, 335, 495])
})
test('money off is spread over the lines to the cent', () => {
  const result = run([claim('c', five)], [pay('a', 1000), pay('b', 1000), pay('c', 1000)])
  expect(result.granted[0]!.parts.map(({ cents }) => cents)).toEqual([167, 167, 166])
  expect([result.points, result.cents]).toEqual([100, 500])
})
test('a percentage has its most', () => {
  const fifth = reward('fifth', { kind: 'percent', ppm: 200_000, mostCents: 300 as Cents, categoryIds: [] })
  expect(run([claim('c', fifth)], [pay('a', 1000)]).cents).toBe(200)
  expect(run([claim('c', fifth)], [pay('a', 9000)]).cents).toBe(300)
})
test('a percentage off a category touches only its lines', () => {
  const result = run([claim('c', reward('tools', { kind: 'percent', ppm: 200_000, mostCents: null, categoryIds: [tools] }))], [pay('a', 1000), pay('b', 500, { categoryId: tools })])
  expect(result.granted[0]!.parts).toEqual([{ lineId: 'b', cents: 100, quantityMilli: 1_000 }])
})
test('a free product is one piece of the dearest line it names', () => {
  const free = reward('free', { kind: 'product', itemIds: ['a' as ItemId, 'b' as ItemId], categoryIds: [], mostCents: null })
  const result = run([claim('c', free)], [pay('a', 900, { quantityMilli: 3_000 as Milli }), pay('b', 450), pay('z', 9_900)])
  expect(result.granted[0]!.parts).toEqual([{ lineId: 'b', cents: 450, quantityMilli: 1_000 }])
})
test('one cart reward and item rewards go together, item rewards first', () => {
  const free = reward('free', { kind: 'product', itemIds: ['a' as ItemId], categoryIds: [], mostCents: null })
  const result = run([claim('1', five), claim('2', five), claim('3', free)], [pay('a', 450), pay('b', 1000)])
  expect(result.granted.map(({ claimId, cents }) => [claimId, cents])).toEqual([['3', 450], ['1', 500]])
  expect(result.refused).toEqual([{ claimId: '2', why: { why: 'one-cart-reward' } }])
})
test('rewards together never cost more points than there are', () => {
  const free = reward('free', { kind: 'product', itemIds: ['a' as ItemId], categoryIds: [], mostCents: null })
  expect(run([claim('1', five), claim('3', free)], [pay('a', 450), pay('b', 1000)], member(150)).refused).toEqual([{ claimId: '1', why: { why: 'not-enough-points', needs: 50 } }])
})

const filter = { kind: 'product' as const, itemIds: ['filter' as ItemId], categoryIds: [], mostCents: null }
test.each<[string, Claim, number, Partial<Member>, RulesDraft, object]>([
  ['points are missing', claim('c', five), 40, {}, {}, { why: 'not-enough-points', needs: 60 }],
  ['points are owed', claim('c', five), -40, {}, {}, { why: 'owed' }],
  ['the reward is switched off', claim('c', { ...five, active: false }), 900, {}, {}, { why: 'not-active' }],
  ['it has not begun', claim('c', { ...five, startsOn: '2026-12-01' as PlainDate }), 900, {}, {}, { why: 'not-yet', startsOn: '2026-12-01' }],
  ['it is over', claim('c', { ...five, endsOn: '2026-11-20' as PlainDate }), 900, {}, {}, { why: 'over', endsOn: '2026-11-20' }],
  ['it is for another tier', claim('c', { ...five, tierIds: [gold] }), 900, {}, {}, { why: 'tier-needed', tierNames: ['Gold'] }],
  ['more must be spent', claim('c', { ...five, minimumSpendCents: 3000 as Cents }), 900, {}, {}, { why: 'spend-more', cents: 1000 }],
  ['it is worth more than the sale', claim('c', reward('big', { kind: 'money', cents: 2500 as Cents })), 900, {}, {}, { why: 'spend-more', cents: 500 }],
  ['an item is missing', claim('c', reward('f', filter)), 900, {}, {}, { why: 'add-item', itemIds: ['filter'], categoryIds: [] }],
  ['below the least', claim('c', null, 99), 900, {}, {}, { why: 'below-minimum', minimum: 100 }],
  ['not a whole step', claim('c', null, 130), 900, {}, { redemption: { step: 50 } }, { why: 'wrong-step', step: 50 }],
  ['above the share of a sale', claim('c', null, 300), 900, {}, { redemption: { mostSharePpm: 500_000 as Ppm } }, { why: 'above-share', mostCents: 1000, mostPoints: 200 }],
  ['everything is excluded', claim('c', null, 100), 900, {}, { redemption: { excludedItemIds: ['a' as ItemId] } }, { why: 'nothing-eligible' }],
])('refuses with its reason where %s', (_name, asked, spendable, who, draft, why) => {
  const result = run([asked], [pay('a', 2000)], member(spendable, who), draft)
  expect(result.granted).toEqual([])
  expect(result.refused).toEqual([{ claimId: 'c', why }])
})
test('a tier opens its rewards', () => {
  expect(run([claim('c', { ...five, tierIds: [gold, 'x' as TierId] })], [pay('a', 2000)], member(100, { tierId: gold })).cents).toBe(500)
})
test('excluded goods are not paid with points though the cart is large enough', () => {
  const result = run([claim('c', five)], [pay('a', 400), pay('gift', 9_000)], member(100), { redemption: { excludedItemIds: ['gift' as ItemId] } })
  expect(result.refused).toEqual([{ claimId: 'c', why: { why: 'spend-more', cents: 100 } }])
})
