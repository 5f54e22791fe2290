import { expect, test } from 'vitest'
import { earned } from '../../../src/main/loyalty/earn.ts'
import { explain } from '../../../src/main/loyalty/explain.ts'
import type { Rules, RulesDraft } from '../../../src/main/loyalty/program.ts'
import { shouldHaveEarned, shouldHaveReturned, toReverse } from '../../../src/main/loyalty/reverse.ts'
import type { CategoryId, Cents, GroupId, ItemId, LineId, Milli, Points } from '../../../src/main/vocabulary.ts'
import { base, exampleRules, gold, goldOccasion, line, rulesWith, tools } from './rules.ts'

const points = (cents: number[], draft: RulesDraft, occasion = base) => earned(cents.map((each, at) => line(`l${at}`, each)), rulesWith(draft), occasion).points

test.each<[string, number[], RulesDraft, number]>([
  ['one point per 1.00', [2250], {}, 22],
  ['ten points per 1.00', [2250], { earn: { points: 10 } }, 225],
  ['one point per 3.00, kept exact', [100, 100, 100], { earn: { perCents: 300 as Cents } }, 1],
  ['rounded to the nearest', [2250], { earn: { rounding: 'nearest' } }, 23],
  ['rounded up', [2201], { earn: { rounding: 'up' } }, 23],
  ['per visit', [500, 700], { earn: { basis: 'visit', pointsPerVisit: 7 } }, 7],
  ['per visit above a minimum', [500], { earn: { basis: 'visit', pointsPerVisit: 7, minimumCents: 1000 as Cents } }, 0],
  ['per visit and by spend', [500, 700], { earn: { basis: 'visit-and-spend', pointsPerVisit: 7 } }, 19],
  ['fixed points per item in place of its price', [500, 700], { earn: { fixed: [{ itemIds: ['l0' as ItemId], points: 50 }] } }, 57],
  ['only items with fixed points', [500, 700], { earn: { basis: 'items', fixed: [{ itemIds: ['l0' as ItemId], points: 50 }] } }, 50],
  ['nothing below the minimum', [999], { earn: { minimumCents: 1000 as Cents } }, 0],
  ['at most so many per sale', [99_900], { earn: { mostPerSale: 100 } }, 100],
])('earns %s', (_name, cents, draft, result) => {
  expect(points(cents, draft)).toBe(result)
})

test('the cap per day counts what the day has already brought', () => {
  const result = earned([line('a', 9_000)], rulesWith({ earn: { mostPerDay: 100 } }), base, 60)
  expect([result.points, result.cap]).toEqual([40, { kind: 'day', most: 40 }])
})
test('after tax, the tax earns too', () => {
  expect(earned([line('a', 1000, { taxCents: 150 as Cents })], rulesWith({ earn: { beforeTax: false } }), base).points).toBe(11)
})
test.each([
  [{ voided: true }, 'voided'], [{ kind: 'gift-card' }, 'gift-card'], [{ kind: 'tip' }, 'tip'], [{ kind: 'deposit' }, 'deposit'], [{ kind: 'delivery' }, 'delivery'],
  [{ kind: 'account-payment' }, 'account-payment'], [{ earnsPoints: false }, 'item-earns-nothing'], [{ itemId: 'x' as ItemId }, 'item-excluded'],
  [{ categoryId: 'c' as CategoryId }, 'category-excluded'], [{ minimumAge: 19 }, 'age-restricted'], [{ pointsCents: 1000 as Cents }, 'paid-by-points'], [{ netCents: 0 as Cents }, 'nothing-paid'],
] as const)('a line with %o counts for nothing: %s', (more, why) => {
  const rules = rulesWith({ earn: { excludedItemIds: ['x' as ItemId], excludedCategoryIds: ['c' as CategoryId] } })
  const result = earned([line('a', 1000, more), line('b', 500)], rules, base)
  expect([result.points, result.lines[0]!.notCounted, result.lines[1]!.notCounted]).toEqual([5, why, null])
})
test('the part paid by points earns nothing', () => {
  expect(earned([line('a', 2250, { pointsCents: 500 as Cents })], exampleRules, base).points).toBe(17)
})

const boosted = (combine: Rules['multipliers']['combine'], capMilli = 5_000) => rulesWith({
  multipliers: { combine, capMilli, birthdayTimesMilli: 3_000, boosts: [
    { name: 'Tools on Saturday', timesMilli: 2_000, categoryIds: [tools], weekdays: [6] }, { name: 'Trade', timesMilli: 1_200, groupIds: ['trade' as GroupId] },
    { name: 'Lunch', timesMilli: 1_100, fromMinute: 720, untilMinute: 840 },
  ] },
  tiers: { levels: [{ id: gold, name: 'Gold', from: 100, timesMilli: 1_500 }] },
})
const noon = { ...base, moment: { ...base.moment, minutes: 800 }, groupId: 'trade' as GroupId, tierId: gold, birthday: true }
test.each([['highest', 5_000, 30], ['multiply', 5_000, 50], ['multiply', 20_000, 118], ['add', 20_000, 48], ['add', 4_000, 40]] as const)('%s with a cap of %d', (combine, cap, result) => {
  expect(earned([line('a', 1000, { categoryId: tools })], boosted(combine, cap), noon).points).toBe(result)
})
test('every multiplier that held is named, in the order of work', () => {
  const kinds = earned([line('a', 1000, { categoryId: tools })], boosted('highest'), noon).lines[0]!.multipliers.map(({ kind, name }) => `${kind} ${name}`)
  expect(kinds).toEqual(['item Tools on Saturday', 'group Trade', 'hours Lunch', 'tier Gold', 'birthday '])
})
test('a multiplier holds only on its day and within its hours', () => {
  const monday = { ...noon, birthday: false, tierId: null, groupId: null, moment: { ...noon.moment, weekday: 1, minutes: 840 } }
  expect(earned([line('a', 1000, { categoryId: tools })], boosted('highest'), monday).points).toBe(10)
})

test('the numbers of an explanation add up, with cap, exclusion and multiplier', () => {
  const result = earned([line('a', 1990, { categoryId: tools }), line('b', 333), line('c', 500, { voided: true })], rulesWith({ earn: { mostPerSale: 30 } }), goldOccasion)
  const shown = explain({ kind: 'earn', points: result.points, pending: 0 as Points, ruleVersion: 1, working: { kind: 'earn', attachedLater: false, pendingUntil: null, ...result } })
  expect(shown.earn).toMatchObject({ exact: '23.23', rounded: 23, addsUp: true, result: 23 })
  expect(explain({ ...shown, points: 24 as Points, working: { kind: 'earn', attachedLater: false, pendingUntil: null, ...result } }).earn?.addsUp).toBe(false)
})

const back = (quantities: Record<string, number>) => new Map(Object.entries(quantities)) as unknown as ReadonlyMap<LineId, Milli>
test('a return in thirds never keeps nor loses a point', () => {
  const { lines, points: all } = earned([line('a', 1000, { quantityMilli: 3_000 as Milli })], exampleRules, base)
  const left = [0, 1_000, 2_000, 3_000].map((a) => shouldHaveEarned(lines, back({ a }), 'down'))
  expect([all, ...left]).toEqual([10, 10, 6, 3, 0])
})
test('after a cap, half the goods back takes half the points back', () => {
  const { lines } = earned([line('a', 30_000), line('b', 30_000)], rulesWith({ earn: { mostPerSale: 101 } }), base)
  expect([shouldHaveEarned(lines, back({}), 'down'), shouldHaveEarned(lines, back({ a: 1_000 }), 'down'), shouldHaveEarned(lines, back({ a: 1_000, b: 1_000 }), 'down')]).toEqual([101, 50, 0])
})
test.each([
  [{ earned: 53, shouldHave: 33, reversed: 0, notRecovered: 0, expired: 0 }, { points: 20, notRecovered: 0 }],
  [{ earned: 53, shouldHave: 0, reversed: 20, notRecovered: 0, expired: 0 }, { points: 33, notRecovered: 0 }],
  [{ earned: 53, shouldHave: 0, reversed: 0, notRecovered: 0, expired: 40 }, { points: 13, notRecovered: 40 }],
  [{ earned: 53, shouldHave: 0, reversed: 13, notRecovered: 40, expired: 40 }, { points: 0, notRecovered: 0 }],
  [{ earned: 10, shouldHave: 12, reversed: 0, notRecovered: 0, expired: 0 }, { points: 0, notRecovered: 0 }],
])('of %o it takes back %o', (state, result) => {
  expect(toReverse(state as Parameters<typeof toReverse>[0])).toEqual(result)
})
test('a redemption comes back in proportion, and the last part takes the remainder', () => {
  const parts = ['a', 'b', 'c'].map((id) => ({ lineId: id as LineId, cents: 167, quantityMilli: 1_000 as Milli }))
  const steps = [{ a: 1_000 }, { a: 1_000, b: 1_000 }, { a: 1_000, b: 1_000, c: 1_000 }].map((each) => shouldHaveReturned(100 as Points, parts, back(each)))
  expect(steps).toEqual([33, 66, 100])
})
