import { expect, test } from 'vitest'
import { birthdayIn, birthdayWindow, knownInTime, personKeys } from '../../../src/main/loyalty/bonuses.ts'
import { addDays, addMonths, dayBounds, localMoment } from '../../../src/main/loyalty/calendar.ts'
import { expiresOn, lapseDay, lapsedUpTo } from '../../../src/main/loyalty/expiry.ts'
import { mistakeIn, defaultRules, versionAt, type RuleVersion } from '../../../src/main/loyalty/program.ts'
import { nextTier, tierFor, type Standing } from '../../../src/main/loyalty/tiers.ts'
import type { Instant, PlainDate, TierId } from '../../../src/main/vocabulary.ts'
import { rulesWith } from './rules.ts'

const day = (text: string) => text as PlainDate
const montreal = 'America/Montreal'

test('the shop\'s clock says which day and hour it is', () => {
  expect(localMoment('2026-11-22T03:30:00.000Z' as Instant, montreal)).toEqual({ day: '2026-11-21', weekday: 6, minutes: 22 * 60 + 30 })
})
test('a day has 25 hours where the clock goes back, and 23 where it goes on', () => {
  const hours = ['2026-11-01', '2026-03-08', '2026-07-01'].map((each) => { const { from, until } = dayBounds(day(each), montreal); return (Date.parse(until) - Date.parse(from)) / 3_600_000 })
  expect(hours).toEqual([25, 23, 24])
})
test.each([['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-11-30', 3, '2027-02-28'], ['2026-03-31', -1, '2026-02-28'], ['2026-01-15', -12, '2025-01-15']])('%s and %d months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})
test.each([
  [{ kind: 'off' }, null], [{ kind: 'months-without-visit', months: 6 }, null], [{ kind: 'months-after-earning', months: 3 }, '2027-02-28'],
  [{ kind: 'yearly', month: 12, date: 31 }, '2026-12-31'], [{ kind: 'yearly', month: 11, date: 30 }, '2027-11-30'], [{ kind: 'yearly', month: 2, date: 29 }, '2027-02-28'],
] as const)('under %o what is earned on 30 November expires on %s', (rule, last) => {
  expect(expiresOn(rule, day('2026-11-30'))).toBe(last)
})
test('points lapse the day after their last, grace included', () => {
  expect([lapseDay(day('2026-12-31'), 0), lapseDay(day('2026-12-31'), 7), lapsedUpTo(day('2027-01-01'), 0), lapsedUpTo(day('2027-01-07'), 7)]).toEqual(['2027-01-01', '2027-01-08', '2026-12-31', '2026-12-30'])
})

test('29 February is the 28th in a plain year', () => {
  expect([birthdayIn(2027, day('2000-02-29')), birthdayIn(2028, day('2000-02-29'))]).toEqual(['2027-02-28', '2028-02-29'])
})
test.each([['1990-11-28', '2026-11-21', 2026], ['1990-11-29', '2026-11-21', null], ['1990-11-14', '2026-11-21', 2026], ['1990-11-13', '2026-11-21', null], ['1990-01-03', '2026-12-28', 2027], ['1990-12-30', '2027-01-05', 2026]])(
  'born %s, on %s it is the birthday of %s', (born, now, year) => {
    expect(birthdayWindow(day(born), day(now), defaultRules())?.year ?? null).toBe(year)
  })
test('a birth date entered within a fortnight brings nothing this year', () => {
  const window = birthdayWindow(day('1990-11-21'), day('2026-11-21'), defaultRules())!
  expect(['2026-11-07', '2026-11-08'].map((known) => knownInTime(window, day(known), defaultRules()))).toEqual([true, false])
})
test('one person is known again by phone, e-mail, birth date with name, or document, however it was typed', () => {
  const ana = { phones: ['+15145550101'], emails: ['Ana@Ruiz.ca'], birthDate: day('1990-04-03'), name: 'Ana Ruíz', documentNumber: 'R-123' }
  const again = { phones: [], emails: ['ana@ruiz.ca'], birthDate: day('1990-04-03'), name: 'ana ruiz', documentNumber: 'r123' }
  expect(personKeys(ana, 's').filter((key) => personKeys(again, 's').includes(key))).toHaveLength(3)
  expect(personKeys(ana, 's').some((key) => personKeys(ana, 'other').includes(key))).toBe(false)
})

const silver = 'silver' as TierId
const goldId = 'gold' as TierId
const rules = rulesWith({ tiers: { levels: [{ id: silver, name: 'Silver', from: 500 }, { id: goldId, name: 'Gold', from: 1_000 }] } })
const at = (tierId: TierId | null, more: Partial<Standing> = {}): Standing => ({ tierId, since: day('2026-01-10'), reviewOn: day('2027-01-10'), dropsOn: null, manualUntil: null, ...more })
test.each([[0, null], [499, null], [500, silver], [999, silver], [1_000, goldId], [9_999, goldId]])('a score of %d reaches %s', (score, tier) => {
  expect(tierFor(rules, score)).toBe(tier)
})
test.each<[string, Standing, number, string, string | null, TierId | null]>([
  ['goes up at once', at(silver), 1_200, '2026-06-01', 'up', goldId],
  ['stays above the line', at(silver), 600, '2026-06-01', null, silver],
  ['does not fall before the review', at(goldId), 0, '2026-12-31', null, goldId],
  ['is told at the review', at(goldId), 600, '2027-01-10', 'notice', goldId],
  ['keeps it through the grace month', at(goldId, { dropsOn: day('2027-02-10') }), 600, '2027-02-09', null, goldId],
  ['falls when the grace is over', at(goldId, { dropsOn: day('2027-02-10') }), 600, '2027-02-10', 'down', silver],
  ['is kept where the score came back', at(goldId, { dropsOn: day('2027-02-10') }), 1_000, '2027-01-20', 'kept', goldId],
  ['keeps a tier set by hand until its end', at(goldId, { manualUntil: day('2027-06-30') }), 0, '2027-03-01', null, goldId],
  ['falls to none', at(silver, { dropsOn: day('2027-02-10') }), 0, '2027-03-01', 'down', null],
])('a member %s', (_name, standing, score, today, kind, tier) => {
  const move = nextTier(rules, standing, score, day(today))
  expect([move?.kind ?? null, move ? move.tierId : standing.tierId]).toEqual([kind, tier])
})

test('the version that began last holds, of two that began together the newer', () => {
  const version = (number: number, startsAt: string): RuleVersion => ({ version: number, startsAt: startsAt as Instant, rules: defaultRules(), madeAt: startsAt as Instant, staffId: null })
  const all = [version(1, '2026-01-01'), version(3, '2026-06-01'), version(2, '2026-06-01'), version(4, '2026-12-01')]
  expect(['2025-12-31', '2026-01-01', '2026-07-01', '2027-01-01'].map((when) => versionAt(all, when as Instant)?.version)).toEqual([undefined, 1, 3, 4])
})
test.each<[string, Parameters<typeof rulesWith>[0], string | null]>([
  ['the defaults', {}, null], ['tiers out of order', { tiers: { levels: [{ id: goldId, name: 'G', from: 9 }, { id: silver, name: 'S', from: 5 }] } }, 'tiers.levels'],
  ['hours that end before they begin', { multipliers: { boosts: [{ name: 'x', timesMilli: 2_000, fromMinute: 900, untilMinute: 800 }] } }, 'multipliers.boosts'],
  ['31 June', { expiry: { rule: { kind: 'yearly', month: 6, date: 31 } } }, 'expiry.rule'], ['a least that is no step', { redemption: { minimum: 130, step: 50 } }, 'redemption.minimum'],
])('of %s the mistake is %s', (_name, draft, field) => {
  expect(mistakeIn(rulesWith(draft))).toBe(field)
})
test('days pass across months and leap years', () => expect([addDays(day('2028-02-28'), 1), addDays(day('2026-12-31'), 1)]).toEqual(['2028-02-29', '2027-01-01']))
