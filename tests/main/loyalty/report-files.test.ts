import { expect, test } from 'vitest'
import { csvViews } from '../../../src/main/flows/report-csv.ts'
import type { ItemId, Points } from '../../../src/main/vocabulary.ts'
import { dayMs, loyaltyShop, type LoyaltyShop } from './shop.ts'

// loyalty.md 5.15: every view of the report can be taken as a file, and behind each reward are its rows.

const span = { from: '2026-01-01' as never, to: '2027-12-31' as never }
async function busyShop() {
  const shop = await loyaltyShop()
  await shop.signIn('owner')
  const reward = (points: number, itemId: ItemId) =>
    shop.ask('loyalty/save-reward', { requestId: shop.rid(), id: null, draft: { name: '=Free filter', points: points as never, what: { kind: 'product', itemIds: [itemId], categoryIds: [], mostCents: null }, tierIds: [], minimumSpendCents: 0 as never, startsOn: null, endsOn: null, active: true } })
  const [{ id: filterId }, { id: coffeeId }] = [await reward(200, shop.items.filter), await reward(300, shop.items.coffee)]
  await shop.signIn('cashier')
  const [ana, bea] = [await shop.member('Ana', { lastName: '@cmd' }), await shop.member('Bea')]
  await shop.adjust(ana, 400)
  await shop.adjust(bea, 500)
  await shop.sell(ana, { coffee: 1, filter: 1 }, { rewardId: filterId })
  await shop.sell(bea, { coffee: 1, filter: 1 }, { rewardId: filterId })
  await shop.sell(bea, { coffee: 1, bag: 1 }, { rewardId: coffeeId })
  await shop.sell(ana, { coffee: 1 }, { points: 100 as Points })
  await shop.signIn('manager')
  return { ...shop, filterId, ana, bea }
}
const take = (shop: LoyaltyShop, view: (typeof csvViews)[number]) => shop.ask('reports/view-csv', { ...span, view })
const lines = (csv: string) => csv.trim().split('\r\n')

test('every view comes as a file with its heads and all of its rows, and who took it is written down', async () => {
  const shop = await busyShop()
  for (const view of csvViews) expect(lines((await take(shop, view)).csv)[0], view).toMatch(/^[a-z-]+(,[a-z-]+)+$/)
  expect(lines((await take(shop, 'by-hand')).csv)).toHaveLength(3)
  expect(lines((await take(shop, 'liability')).csv)[1]).toMatch(/^0,\d+,\d+\.\d\d,2$/)
  expect((await take(shop, 'owed')).fileName).toBe('loyalty-owed.csv')
  expect((await take(shop, 'rewards')).fileName).toBe('loyalty-rewards-2026-01-01-2027-12-31.csv')
  await shop.signIn('owner')
  const { rows } = await shop.ask('staff/audit', { before: null, most: 1, kind: 'report-exported', staffId: null })
  expect(rows).toMatchObject([{ target: 'report/loyalty-rewards', staffName: 'Marc' }])
})

test('what somebody typed is no formula in a file, and numbers stay numbers', async () => {
  const shop = await busyShop()
  const rewards = (await take(shop, 'rewards')).csv
  expect(rewards).not.toMatch(/(^|,|")=Free/m)
  expect(rewards).toMatch(/,2,400,/)
  expect((await take(shop, 'customers')).csv).toMatch(/^Ana @cmd,/m)
})

test('behind a reward are its own rows, and behind points as payment theirs; they come to what the line says', async () => {
  const shop = await busyShop()
  const rewards = await shop.ask('reports/loyalty-by-reward', span)
  expect(rewards.map(({ times, points }) => [times, points])).toEqual([[2, 400], [1, 300], [1, 100]])
  for (const { rewardId, name, times, points } of rewards) {
    const { rows } = await shop.ask('reports/loyalty-rows', { ...span, kinds: [], reward: { rewardId, name }, before: null, most: 50 })
    expect([rows.length, 0 - rows.reduce((sum, row) => sum + row.points, 0)], name).toEqual([times, points])
    expect(rows.every(({ kind }) => kind === 'redeem')).toBe(true)
  }
})

test('a cashier takes no file', async () => {
  const shop = await busyShop()
  shop.clock.skip(dayMs)
  await shop.signIn('cashier')
  expect(await shop.reply('reports/view-csv', { ...span, view: 'owed' })).toMatchObject({ code: 'not-allowed' })
})
