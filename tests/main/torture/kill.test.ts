import { expect, test } from 'vitest'
import { nothingPromised, promise } from './acts.ts'
import { brokenPromises } from './judge.ts'
import { torment } from './torment.ts'
import { emptyApp } from '../../harness/app.ts'

const kills = 50

test(`a till that is killed ${kills} times at random loses nothing it has answered for`, { timeout: 300_000 }, async () => {
  const { problems, sold, customers } = await torment(kills, Math.random)
  expect(problems).toEqual([])
  expect(sold, 'it was at work').toBeGreaterThan(kills)
  expect(customers).toBeGreaterThan(kills / 5)
})

test('the judge sees what is lost', () => {
  const so = nothingPromised()
  promise(so, [
    { is: 'customer', id: 'c', name: 'Ana' }, { is: 'sold', saleId: 's', number: '1-000001', totalCents: 100, lines: 1 },
    { is: 'parked', saleId: 'p', lines: 2 }, { is: 'line', saleId: 'o', lines: 3 },
  ])
  expect(brokenPromises(emptyApp().core.db, so).length).toBe(4)
})
