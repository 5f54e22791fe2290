import { expect, test } from 'vitest'
import { quickAmounts } from '../../../src/renderer/ui/quick-amounts.ts'

test.each([
  [2585, 'CAD', 2, [3000, 4000, 5000, 10_000]],
  [900, 'CAD', 2, [1000, 2000, 5000, 10_000]],
  [2000, 'USD', 2, [5000, 10_000]],
  [23_000, 'CAD', 2, [24_000, 25_000, 30_000]],
  [1200, 'JPY', 0, [2000, 5000, 10_000]],
  [4599, 'MXN', 2, [6000, 5000, 10_000, 20_000].toSorted((a, b) => a - b)],
])('for %i %s the notes offered are above the amount and in order', (due, currency, digits, amounts) => {
  expect(quickAmounts(due, currency, digits)).toEqual(amounts)
})
