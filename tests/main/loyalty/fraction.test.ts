import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDecimal, asText, compare, fraction, fromText, plus, rounded, sum, times } from '../../../src/main/loyalty/fraction.ts'
import { shared } from '../../../src/main/loyalty/share.ts'

test('fractions come to lowest terms with their sign on top', () => {
  expect([asText(fraction(10, 4)), asText(fraction(3, -6)), asText(fraction(0, 9))]).toEqual(['5/2', '-1/2', '0/1'])
  expect(() => fraction(1, 0)).toThrow(RangeError)
})
test.each([
  ['down', 3375, 100, 33], ['nearest', 3375, 100, 34], ['nearest', 335, 10, 34], ['up', 3301, 100, 34], ['up', 33, 1, 33], ['down', -1, 2, -1], ['up', -1, 2, 0],
] as const)('%s brings %d/%d to %d', (how, top, bottom, whole) => {
  expect(rounded(fraction(top, bottom), how)).toBe(whole)
})
test.each([[3375, 100, '33.75'], [100, 3, '33.3333…'], [5, 1, '5'], [-1, 4, '-0.25'], [1, 100_000, '0.…']])('%d/%d reads %s', (top, bottom, shown) => {
  expect(asDecimal(fraction(top, bottom))).toBe(shown)
})
test('adding and multiplying lose nothing', () => {
  const any = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([top, bottom]) => fraction(top, bottom))
  fc.assert(fc.property(any, any, any, (a, b, c) => {
    expect(asText(plus(a, plus(b, c)))).toBe(asText(sum([c, a, b])))
    expect(asText(times(a, plus(b, c)))).toBe(asText(plus(times(a, b), times(a, c))))
    expect(asText(fromText(asText(a)))).toBe(asText(a))
    expect(compare(a, b)).toBe(compare(b, a) === 0 ? 0 : -compare(b, a))
  }), { numRuns: 200 })
})
test('a shared amount comes to exactly the whole, each part within one of its share', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 }), (whole, weights) => {
    const all = weights.reduce((a, b) => a + b, 0)
    const parts = shared(whole, weights)
    expect(parts.reduce((a, b) => a + b, 0)).toBe(all === 0 ? 0 : whole)
    parts.forEach((part, at) => expect(Math.abs(part - (all ? (whole * weights[at]!) / all : 0))).toBeLessThanOrEqual(1.001))
  }), { numRuns: 200 })
})
