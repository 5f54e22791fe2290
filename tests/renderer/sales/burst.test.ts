import { expect, test } from 'vitest'
import { heard, isRunning, noBurst, scanned } from '../../../src/renderer/sales/burst.ts'

const typed = (text: string, gapMs: number) => text.split('').reduce((burst, character, at) => heard(burst, character, 1000 + at * gapMs), noBurst)

test('a fast burst that ends in Enter is a scan', () => {
  const burst = typed('0012345678905', 8)
  expect(scanned(burst, burst.lastAt + 8)).toBe('0012345678905')
})
test('a fast typist is not a scanner', () => {
  const burst = typed('123456', 80)
  expect(scanned(burst, burst.lastAt + 80)).toBeNull()
})
test('three characters are too few, and a pause starts a new burst', () => {
  expect(scanned(typed('123', 5), 1020)).toBeNull()
  const first = typed('1111', 5)
  expect(heard(first, '2', first.lastAt + 500).text).toBe('2')
})
test('Enter long after the last character ends no scan', () => {
  const burst = typed('12345', 5)
  expect(scanned(burst, burst.lastAt + 900)).toBeNull()
})
test('while a burst runs its keys press nothing', () => {
  const burst = typed('12+4', 5)
  expect([isRunning(burst, burst.lastAt), isRunning(typed('1', 5), 1000)]).toEqual([true, false])
})
