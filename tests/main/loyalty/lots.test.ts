import { expect, test } from 'vitest'
import { checkDigit, cleanCode, codeOf, fits, mostCodes, shownCode, unusedOf } from '../../../src/main/loyalty/card-codes.ts'
import { draw, expiryParts, inOrder, putBack, type Lot, type PastDraw } from '../../../src/main/loyalty/lots.ts'
import type { EntryId, Instant, LotId, PlainDate, Points } from '../../../src/main/vocabulary.ts'

const lot = (id: string, left: number, expiresOn: string | null, earnedAt = '2026-01-01'): Lot =>
  ({ id: id as LotId, originId: `o-${id}` as EntryId, left: left as Points, expiresOn: expiresOn as PlainDate | null, earnedAt: earnedAt as Instant })
const past = (id: string, points: number, expiresOn: string | null): PastDraw =>
  ({ lotId: id as LotId, originId: `o-${id}` as EntryId, points: points as Points, expiresOn: expiresOn as PlainDate | null, earnedAt: '2026-01-01' as Instant })

test('the nearest expiry is spent first, of equals the oldest, what never expires last', () => {
  const lots = [lot('never', 9, null, '2025-01-01'), lot('march', 9, '2027-03-31'), lot('newer', 9, '2026-12-31', '2026-02-01'), lot('older', 9, '2026-12-31', '2026-01-01')]
  expect(inOrder(lots).map(({ id }) => id)).toEqual(['older', 'newer', 'march', 'never'])
  expect(inOrder(lots, 'o-never' as EntryId)[0]!.id).toBe('never')
})
test('what no bucket covers is owed', () => {
  expect(draw([lot('a', 10, null)], 50 as Points)).toEqual({ draws: [{ lotId: 'a', points: 10 }], short: 40 })
})
test('returned points keep their day, but live at least until the given one; what was drawn last comes back first', () => {
  const draws = [past('a', 40, '2026-12-01'), past('b', 60, '2027-03-31')]
  const first = putBack(draws, 70 as Points, 0 as Points, '2026-12-21' as PlainDate)
  expect(first.lots.map(({ originId, points, expiresOn }) => [originId, points, expiresOn])).toEqual([['o-b', 60, '2027-03-31'], ['o-a', 10, '2026-12-21']])
  expect(putBack(draws, 30 as Points, 70 as Points, null).lots.map(({ originId, points, expiresOn }) => [originId, points, expiresOn])).toEqual([['o-a', 30, '2026-12-01']])
})
test('points spent while the balance was unknown come back as uncovered', () => {
  expect(putBack([past('a', 40, null)], 100 as Points, 0 as Points, null).uncovered).toBe(60)
})
test('buckets that lapse on one day are told as one', () => {
  const parts = [{ points: 40, expiresOn: '2026-12-31' }, { points: 5, expiresOn: null }, { points: 1, expiresOn: '2026-12-31' }] as { points: Points; expiresOn: PlainDate | null }[]
  expect(expiryParts(parts)).toEqual([{ points: 41, expiresOn: '2026-12-31' }, { points: 5, expiresOn: null }])
})

const form = { prefix: 'C', digits: 8, withCheck: true }
test('every wrong digit and every swap of neighbours is found', () => {
  const code = codeOf(form, '4471009')
  expect(fits(code, form)).toBe('yes')
  const digits = code.slice(1).split('')
  const wrong = digits.flatMap((_, at) => '0123456789'.split('').filter((d) => d !== digits[at]).map((d) => `C${digits.with(at, d).join('')}`))
  const swapped = digits.slice(1).flatMap((d, at) => (d === digits[at] ? [] : [`C${digits.with(at, d).with(at + 1, digits[at]!).join('')}`]))
  expect([...wrong, ...swapped].map((each) => fits(each, form))).toEqual([...wrong, ...swapped].map(() => 'mistyped'))
})
test('another prefix or length is no card of this form', () => {
  expect(['D44710090', 'C4471', '0123456789012', 'C4471O090'].map((code) => fits(code, form))).toEqual(['no', 'no', 'no', 'no'])
})
test('codes are read with or without spaces and shown in groups', () => {
  expect([cleanCode(' c4471-0093 '), shownCode('C44710093'), shownCode('12345678'), shownCode('ABC')]).toEqual(['C44710093', 'C4471 0093', '1234 5678', 'ABC'])
})
test('of all possible codes at most one in a thousand is made, and a batch hardly used is worth a question', () => {
  expect([mostCodes(form), mostCodes({ ...form, digits: 5 }), checkDigit('572')]).toEqual([10_000, 10, '4'])
  expect([unusedOf({ codes: 50, assigned: 20 }), unusedOf({ codes: 50, assigned: 45 }), unusedOf({ codes: 0, assigned: 0 })]).toEqual([30, 0, 0])
})
