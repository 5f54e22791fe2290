import { expect, test } from 'vitest'
import { press, readMilli, readPercent, toTyped, type Key } from '../../../src/renderer/ui/keypad.ts'

const type = (keys: readonly Key[], decimals: number) => keys.reduce((typed, key) => press(typed, key, decimals), '')

test('digits, one point and no more decimals than the currency has', () => {
  expect(type(['1', '2', 'point', '5', 'point', '0', '9'], 2)).toBe('12.50')
  expect(type(['point', '5'], 2)).toBe('0.5')
  expect(type(['1', 'point', '5'], 0)).toBe('15')
})
test('a leading zero is replaced, and back takes one away', () => {
  expect(type(['0', '7'], 2)).toBe('7')
  expect(type(['7', '8', 'back'], 2)).toBe('7')
  expect(type(['7', '8', 'clear'], 2)).toBe('')
})
test('a quantity may have three decimals and is never zero', () => {
  expect([readMilli('1.5'), readMilli('0.125'), readMilli('12'), readMilli('0'), readMilli(''), readMilli('1.2345')]).toEqual([1500, 125, 12_000, null, null, null])
})
test('a discount is above zero and at most a hundred per cent', () => {
  expect([readPercent('10'), readPercent('12.5'), readPercent('100'), readPercent('101'), readPercent('0'), readPercent('x')]).toEqual([100_000, 125_000, 1_000_000, null, null, null])
})
test('amounts come back as keypad text', () => {
  expect([toTyped(1250, 2), toTyped(1500, 3), toTyped(2000, 3), toTyped(900, 0)]).toEqual(['12.50', '1.5', '2', '900'])
})
