import { expect, test } from 'vitest'
import { receiveRows, rowsToSend } from '../../../src/main/flows/receive-points.ts'
import type { PlainDate, Points } from '../../../src/main/vocabulary.ts'
import { gold, loyaltyShop, till, type LoyaltyShop } from './shop.ts'

// product/loyalty.md 5.16, keyed in as a tester would. Rules: 1 pt per 1.00 before tax, tools x2, Gold x1.5, highest wins, round down per sale, 100 pts = 5.00.

/** A manager sets the tier, as a tester would. */
async function goldMember(shop: LoyaltyShop) {
  const customerId = await shop.member()
  const { target } = await shop.ask('loyalty/approval-target', { customerId, act: 'tier', second: false })
  const { approvalId } = await shop.ask('staff/approve', { right: 'adjust-points', target, approverId: shop.staff.manager, pin: shop.pins.manager })
  await shop.ask('loyalty/set-tier', { requestId: shop.rid(), customerId, tierId: gold, until: '2027-12-31' as PlainDate, reason: 'as agreed', approvalId })
  return customerId
}
const kindsAndPoints = (rows: Awaited<ReturnType<LoyaltyShop['rows']>>) => rows.map(({ kind, points }) => [kind, points])

test('1. Gold customer buys coffee 18.00 + filter 4.50: 22.50 x 1.5 = 33.75 -> +33', async () => {
  const shop = await loyaltyShop()
  const ana = await goldMember(shop)
  await shop.sell(ana, { coffee: 1, filter: 1 })
  expect((await shop.points(ana)).balance).toBe(33)
  const [row] = await shop.rows(ana)
  expect(await shop.ask('loyalty/explain', { entryId: row!.id })).toMatchObject({ earn: { exact: '33.75', rounded: 33, addsUp: true, lines: [{ name: 'coffee', base: '18', times: '1.5', points: '27' }, { name: 'filter', base: '4.5', times: '1.5', points: '6.75' }] } })
})

test('2. Same + tool 10.00: 22.50 x 1.5 + 10.00 x 2 = 53.75 -> +53', async () => {
  const shop = await loyaltyShop()
  const ana = await goldMember(shop)
  await shop.fill(ana, { coffee: 1, filter: 1, tool: 1 })
  expect(await shop.ask('loyalty/cart', {})).toMatchObject({ earns: 53, balanceAfter: 53 })
  await shop.pay()
  expect((await shop.points(ana)).balance).toBe(53)
})

test('3. Base customer, 240 pts, redeems 100 on 22.50: pays 17.50 before tax, earns +17 on 17.50, balance 157', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 240)
  const saleId = await shop.sell(ana, { coffee: 1, filter: 1 }, { points: 100 })
  expect((await shop.ask('sales/get', { saleId })).totals.netCents).toBe(1_750)
  expect(kindsAndPoints(await shop.rows(ana))).toEqual([['adjust', 240], ['redeem', -100], ['earn', 17]])
  expect((await shop.points(ana)).balance).toBe(157)
})

test('4. Refund all of #3: -17, +100 back, balance 240', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 240)
  await shop.refund(await shop.sell(ana, { coffee: 1, filter: 1 }, { points: 100 }), 'all')
  expect(kindsAndPoints(await shop.rows(ana)).slice(3)).toEqual([['reverse', 100], ['reverse', -17]])
  expect((await shop.points(ana)).balance).toBe(240)
})

test('5. #2, return tool only: fractions 33.75 left -> should have 33; reverse 53 - 33 = -20', async () => {
  const shop = await loyaltyShop()
  const ana = await goldMember(shop)
  await shop.refund(await shop.sell(ana, { coffee: 1, filter: 1, tool: 1 }), { tool: 1 })
  expect(kindsAndPoints(await shop.rows(ana))).toEqual([['earn', 53], ['reverse', -20]])
  expect((await shop.points(ana)).balance).toBe(33)
})

test('6. Buckets 40 (31 Dec), 200 (31 Mar); redeem 100: uses 40 + 60; left 140 (31 Mar)', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 200, { expires: '2027-03-31' as PlainDate })
  await shop.adjust(ana, 40, { expires: '2026-12-31' as PlainDate })
  await shop.sell(ana, { bag: 1 }, { points: 100 })
  const redeem = (await shop.rows(ana)).find(({ kind }) => kind === 'redeem')!
  expect((await shop.ask('loyalty/explain', { entryId: redeem.id })).drew).toEqual([{ points: 40, expiresOn: '2026-12-31' }, { points: 60, expiresOn: '2027-03-31' }])
  expect((await shop.points(ana)).expiring).toEqual([{ points: 140, expiresOn: '2027-03-31' }])
})
test('7. Balance 10, refund reverses 50: -40, redeem off; next sale of 60.00 base earns 60 -> balance 20', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const saleId = await shop.sell(ana, { fifty: 1 })
  await shop.adjust(ana, -40)
  expect((await shop.points(ana)).balance).toBe(10)
  await shop.refund(saleId, 'all')
  expect(await shop.points(ana)).toMatchObject({ balance: -40, spendable: 0, expiring: [] })
  await shop.fill(ana, { sixty: 1 })
  await expect(shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: 100 as Points, lineId: null, proof: null })).rejects.toMatchObject({ code: 'reward-refused', facts: { why: 'owed' } })
  await shop.pay()
  expect(await shop.points(ana)).toMatchObject({ balance: 20, expiring: [{ points: 20 }] })
})

test('8. Add 50, reason Goodwill, PIN ok, then Undo: rows +50 and -50, balance as before, audit shows both', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const { entryId, before, balance } = await shop.adjust(ana, 50)
  expect([before, balance]).toEqual([0, 50])
  await shop.undo(entryId)
  expect(kindsAndPoints(await shop.rows(ana))).toEqual([['adjust', 50], ['reverse', -50]])
  expect((await shop.points(ana)).balance).toBe(0)
  await shop.signIn('manager')
  const { rows } = await shop.ask('staff/audit', { before: null, most: 50, kind: null, staffId: null })
  expect(rows.filter(({ target }) => target === `customer/${ana}`).map(({ kind, approvedByName, reason }) => [kind, approvedByName, reason]))
    .toEqual(expect.arrayContaining([['points-adjustment-undone', 'Marc', ''], ['points-adjusted', 'Marc', 'goodwill']]))
})

/** Two files that began alike, as two tills that were in step and then lost one another. */
async function twoTills() {
  const first = await loyaltyShop()
  const ana = await first.member()
  await first.adjust(ana, 300)
  return { first, ana }
}

test('9. Two offline tills each redeem 200 of 300: on sync -100, flagged, both sales stand', async () => {
  const { first, ana } = await twoTills()
  const second = await first.copyFor('till-2')
  const here = await first.sell(ana, { bag: 2 }, { points: 200 })
  const there = await second.sell(ana, { bag: 2 }, { points: 200 })
  const received = receiveRows(first.core, rowsToSend(second.core, 'till-2' as never, 0, 100))
  expect(received).toMatchObject({ taken: 2, refused: 0, owing: [{ balance: -100 }] })
  expect((await first.points(ana)).balance).toBe(-100)
  expect((await first.rows(ana)).filter(({ kind }) => kind === 'redeem').map(({ points, saleId }) => [points, saleId])).toEqual([[-200, here], [-200, there]])
  expect(await first.ask('loyalty/verify', {}).catch((error: unknown) => error)).toMatchObject({ code: 'not-allowed' })
  await first.signIn('manager')
  expect(await first.ask('loyalty/verify', {})).toMatchObject({ ok: true })
})

test('10. Same offline row sent twice: balance changes once', async () => {
  const { first, ana } = await twoTills()
  const second = await first.copyFor('till-2')
  await second.sell(ana, { sixty: 1 })
  const sent = rowsToSend(second.core, 'till-2' as never, 0, 100)
  expect(receiveRows(first.core, sent)).toMatchObject({ taken: 1, known: 0 })
  expect(receiveRows(first.core, sent)).toMatchObject({ taken: 0, known: 1 })
  expect((await first.points(ana)).balance).toBe(360)
  const altered = sent.map((row) => ({ ...row, entry: { ...row.entry, id: 'forged' as never, sourceKey: 'forged', points: 9_999 as Points } }))
  expect(receiveRows(first.core, altered)).toMatchObject({ taken: 0, refused: 1 })
  expect(till).toBe('till-1')
})

test('11. Base customer, lines 0.40 x 5: 2.00 -> +2 (per-line rounding would give 0)', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  for (let line = 0; line < 5; line++) await shop.fill(line === 0 ? ana : null, { penny: 1 })
  await shop.pay()
  expect((await shop.points(ana)).balance).toBe(2)
})

test('12. Park a cart worth 53 pts, pay another cart: parked cart grants 0', async () => {
  const shop = await loyaltyShop()
  const ana = await goldMember(shop)
  await shop.fill(ana, { coffee: 1, filter: 1, tool: 1 })
  await shop.ask('sales/park', { requestId: shop.rid(), label: 'Ana', note: '', dueAt: null })
  await shop.sell(null, { cup: 1 })
  expect(await shop.rows(ana)).toEqual([])
})
