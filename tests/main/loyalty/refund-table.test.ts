import { expect, test } from 'vitest'
import { addDays } from '../../../src/main/loyalty/calendar.ts'
import type { Cents, CustomerId, PlainDate, SaleId } from '../../../src/main/vocabulary.ts'
import { expectSums, expectVerified } from './proof.ts'
import { dayMs, gold, loyaltyShop, ticket, type Bought, type LoyaltyShop } from './shop.ts'

// product/loyalty.md 5.8, row by row: what refunds, exchanges and voids do to earned and to redeemed points.

const rowsOf = async (shop: LoyaltyShop, customerId: CustomerId) => (await shop.rows(customerId)).map(({ kind, points }) => [kind, points])
const balance = async (shop: LoyaltyShop, customerId: CustomerId) => (await shop.points(customerId)).balance
/** With the PIN of a manager, as the till asks for it. */
export async function move(shop: LoyaltyShop, saleId: SaleId, customerId: CustomerId) {
  const approvalId = await ticket(shop, 'attach-later', `move-sale/${saleId}/${customerId}`)
  return shop.ask('loyalty/move-sale', { requestId: shop.rid(), saleId, customerId, approvalId })
}

test('Full refund: all earned points are reversed, all redeemed ones returned', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 240)
  await shop.refund(await shop.sell(ana, { coffee: 1, filter: 1 }, { points: 100 }), 'all')
  expect((await rowsOf(shop, ana)).slice(1)).toEqual([['redeem', -100], ['earn', 17], ['reverse', 100], ['reverse', -17]])
  expect(expectSums(shop, ana).rows).toBe(240)
})

test('Part refund: earned points go by the stored fractions, redeemed ones in proportion, and the last refund takes the remainder', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 100)
  const saleId = await shop.sell(ana, { coffee: 3 }, { points: 100 })
  for (let piece = 0; piece < 3; piece++) await shop.refund(saleId, { coffee: 1 })
  const back = (await shop.rows(ana)).filter(({ kind }) => kind === 'reverse').map(({ points }) => points)
  expect([back.filter((points) => points > 0), back.filter((points) => points < 0).reduce((a, b) => a + b, 0)]).toEqual([[33, 33, 34], -49])
  expect(expectSums(shop, ana).rows).toBe(100)
})

test('Refund of the reward line only: nothing earned goes, that reward is returned', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 240)
  await shop.signIn('owner')
  const { id } = await shop.ask('loyalty/save-reward', { requestId: shop.rid(), id: null, draft: { name: 'Free filter', points: 200 as never, what: { kind: 'product', itemIds: [shop.items.filter], categoryIds: [], mostCents: null }, tierIds: [], minimumSpendCents: 0 as never, startsOn: null, endsOn: null, active: true } })
  await shop.signIn('cashier')
  const saleId = await shop.sell(ana, { coffee: 1, filter: 1 }, { rewardId: id })
  expect(await balance(shop, ana)).toBe(58)
  await shop.refund(saleId, { filter: 1 })
  expect((await rowsOf(shop, ana)).slice(3).filter(([, points]) => points !== 0)).toEqual([['reverse', 200]])
  expect(expectSums(shop, ana).rows).toBe(258)
})

test('Void same day: rows are reversed with the kind "void", redeemed points returned', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 240)
  await shop.void(await shop.sell(ana, { coffee: 1, filter: 1 }, { points: 100 }))
  expect((await rowsOf(shop, ana)).slice(1)).toEqual([['redeem', -100], ['earn', 17], ['void', 100], ['void', -17]])
  expect(expectSums(shop, ana).rows).toBe(240)
})

/** Léa rings the new goods up, ticks the old ones, and Marc signs. */
async function exchangeFor(shop: LoyaltyShop, saleId: SaleId, back: readonly string[], customerId: CustomerId, bought: Bought, givenCents = 0) {
  const sale = await shop.ask('sales/get', { saleId })
  const lines = sale.lines.filter(({ name }) => back.includes(name)).map((line) => ({ lineId: line.id, quantityMilli: line.quantityMilli }))
  await shop.fill(customerId, bought)
  const cart = (await shop.cart())!
  const preview = await shop.ask('sales/exchange-preview', { saleId, lines, customerId })
  const asked = { requestId: shop.rid(), saleId, lines, cartId: cart.id, kind: 'cash' as const, reference: '', reason: 'other size', givenCents: givenCents as Cents, expectedTotalCents: cart.totals.totalCents }
  const send = async () => shop.ask('sales/exchange', { ...asked, approvalId: await ticket(shop, 'refund-sale', saleId) })
  return { preview, asked, send }
}

test('Exchange: one act reverses and earns the difference, only the difference changes hands, and sent twice it happens once', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const saleId = await shop.sell(ana, { coffee: 1, tool: 1 })
  expect(await balance(shop, ana)).toBe(38)
  const { preview, asked, send } = await exchangeFor(shop, saleId, ['tool'], ana, { coffee: 1 }, 1_000)
  expect(preview).toMatchObject({ backInCashCents: 1_000, dueInCashCents: 1_800, customerMatches: true })
  await expect(shop.ask('sales/exchange', { ...asked, approvalId: null })).rejects.toMatchObject({ code: 'needs-approval' })
  const done = await send()
  expect(done).toMatchObject({ differenceCents: 800, changeCents: 200, refund: { totalCents: 1_000 } })
  expect(await shop.ask('sales/exchange', { ...asked, approvalId: null })).toEqual(done)
  expect((await rowsOf(shop, ana)).slice(1)).toEqual([['reverse', -20], ['earn', 18]])
  expect(await balance(shop, ana)).toBe(36)
  await shop.refund(saleId, 'all')
  await shop.refund(done.saleId, 'all')
  expect(expectSums(shop, ana).rows).toBe(0)
  await expectVerified(shop)
})

test('Exchange: redeemed points are kept for what stays, and return with the goods they paid for', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 100)
  const saleId = await shop.sell(ana, { coffee: 1, filter: 1 }, { points: 100 })
  const { send } = await exchangeFor(shop, saleId, ['filter'], ana, { filter: 1 }, 1_000)
  await send()
  expect((await rowsOf(shop, ana)).filter(([, points]) => Number(points) !== 0).slice(2)).toEqual([['earn', 17], ['reverse', 20], ['reverse', -3], ['earn', 4]])
  expect(expectSums(shop, ana).rows).toBe(38)
})

test('Exchange: nothing happens where the new goods are not paid, and a cheaper one gives change', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const saleId = await shop.sell(ana, { coffee: 1 })
  const dear = await exchangeFor(shop, saleId, ['coffee'], ana, { sixty: 1 }, 1_000)
  await expect(dear.send()).rejects.toMatchObject({ code: 'tender-too-little' })
  expect([await balance(shop, ana), (await shop.ask('sales/get', { saleId })).refunds]).toEqual([18, []])
  await shop.ask('sales/discard', { requestId: shop.rid() })
  const cheap = await exchangeFor(shop, saleId, ['coffee'], ana, { filter: 1 })
  expect(await cheap.send()).toMatchObject({ differenceCents: -1_350, changeCents: 1_350 })
  expect(expectSums(shop, ana).rows).toBe(4)
})

test('No receipt: a return stands on a sale of the customer\'s history, or a manager takes the points by PIN; else no points move', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.sell(ana, { coffee: 1 })
  const { rows: [found] } = await shop.ask('sales/of-customer', { customerId: ana, page: { after: null, most: 20 } })
  await shop.refund(found!.id, 'all')
  expect(await balance(shop, ana)).toBe(0)
  await shop.sell(ana, { coffee: 1 })
  await shop.refund(await shop.sell(null, { coffee: 1 }), 'all')
  expect(await balance(shop, ana)).toBe(18)
  await expect(shop.ask('loyalty/adjust-points', { requestId: shop.rid(), customerId: ana, direction: 'remove', points: 18, reason: 'correction', note: 'no receipt', saleId: null, countsForTier: true, expires: 'as-rules', approvalId: null, secondApprovalId: null })).rejects.toMatchObject({ code: 'needs-approval' })
  await shop.adjust(ana, -18)
  expect(expectSums(shop, ana).rows).toBe(0)
})

test('Sale later moved to another customer: reversed from the first, earned for the second by the rules of its day, and moved back again', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const saleId = await shop.sell(ana, { coffee: 1, filter: 1, tool: 1 })
  await shop.signIn('owner')
  await shop.rules({ earn: { points: 100 } })
  await shop.signIn('cashier')
  await expect(shop.ask('loyalty/move-sale', { requestId: shop.rid(), saleId, customerId: bea, approvalId: null })).rejects.toMatchObject({ code: 'needs-approval' })
  expect(await move(shop, saleId, bea)).toMatchObject({ from: ana, to: bea, taken: 42, given: 42, missing: 0, member: true })
  expect([await rowsOf(shop, ana), await rowsOf(shop, bea)]).toEqual([[['earn', 42], ['reverse', -42]], [['earn', 42]]])
  expect((await shop.ask('sales/get', { saleId })).customerId).toBe(bea)
  expect(await shop.ask('loyalty/on-sale', { saleId, refundId: null })).toMatchObject({ customerId: bea, earned: 42, balance: 42 })
  await shop.refund(saleId, { tool: 1 })
  expect([await balance(shop, ana), await balance(shop, bea)]).toEqual([0, 22])
  expect(await move(shop, saleId, ana)).toMatchObject({ taken: 22, given: 22 })
  expect([expectSums(shop, ana).rows, expectSums(shop, bea).rows]).toEqual([22, 0])
  await shop.refund(saleId, 'all')
  expect([expectSums(shop, ana).rows, expectSums(shop, bea).rows]).toEqual([0, 0])
  await shop.signIn('manager')
  expect((await shop.ask('staff/audit', { before: null, most: 5, kind: 'sale-moved', staffId: null })).rows.map(({ approvedByName }) => approvedByName)).toEqual(['Marc', 'Marc'])
  await expectVerified(shop)
})

test('Sale later moved to another customer: the second earns with the tier they had that day, and a visit changes hands', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const { target } = await shop.ask('loyalty/approval-target', { customerId: bea, act: 'tier', second: false })
  await shop.ask('loyalty/set-tier', { requestId: shop.rid(), customerId: bea, tierId: gold, until: '2027-12-31' as PlainDate, reason: 'as agreed', approvalId: await ticket(shop, 'adjust-points', target) })
  const saleId = await shop.sell(ana, { coffee: 1, filter: 1 })
  expect(await move(shop, saleId, bea)).toMatchObject({ taken: 22, given: 33 })
  const visits = (id: CustomerId) => shop.core.db.prepare('SELECT sum(new_visits + repeat_visits), sum(sale_cents), sum(tier_points) FROM loyalty_ledger WHERE customer_id = ?').raw().get(id)
  expect([visits(ana), visits(bea)]).toEqual([[0, 0, 0], [1, 2_250, 33]])
})

test('Sale later moved to another customer: it cannot move where points were redeemed on it, until they are all returned', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.adjust(ana, 240)
  const saleId = await shop.sell(ana, { coffee: 1, filter: 1 }, { points: 100 })
  await expect(shop.ask('loyalty/move-sale', { requestId: shop.rid(), saleId, customerId: bea, approvalId: null })).rejects.toMatchObject({ code: 'sale-points-spent', facts: { points: 100 } })
  expect([await balance(shop, ana), await balance(shop, bea)]).toEqual([157, 0])
})

test('Sale later moved to another customer: a Walk-In sale, the same customer, a void sale and an inactive customer are refused; who is no member earns nothing', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.customer('Bea')]
  const saleId = await shop.sell(ana, { coffee: 1 })
  const ask = (sale: SaleId, customerId: CustomerId) => shop.ask('loyalty/move-sale', { requestId: shop.rid(), saleId: sale, customerId, approvalId: null })
  await expect(ask(await shop.sell(null, { coffee: 1 }), ana)).rejects.toMatchObject({ code: 'sale-without-customer' })
  await expect(ask(saleId, ana)).rejects.toMatchObject({ code: 'sale-same-customer' })
  expect(await move(shop, saleId, bea)).toMatchObject({ taken: 18, given: 0, member: false })
  expect(await move(shop, saleId, ana)).toMatchObject({ taken: 0, given: 18 })
  const voided = await shop.sell(ana, { coffee: 1 })
  await shop.void(voided)
  await expect(ask(voided, bea)).rejects.toMatchObject({ code: 'already-voided' })
  expect(expectSums(shop, ana).rows).toBe(18)
})

test('Sale later moved to another customer: what the first has spent meanwhile is owed, what has expired is told as missing', async () => {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 1 } } })
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const first = await shop.sell(ana, { hundred: 1 })
  await shop.sell(ana, { bag: 1 }, { points: 100 })
  await move(shop, first, bea)
  expect([expectSums(shop, ana).rows, expectSums(shop, bea).rows]).toEqual([-100, 100])
  const second = await shop.sell(bea, { hundred: 1 })
  shop.clock.skip(40 * dayMs)
  shop.runDue()
  expect(await move(shop, second, ana)).toMatchObject({ taken: 0, missing: 100, given: 100 })
  shop.runDue()
  expect([expectSums(shop, ana).rows, expectSums(shop, bea).rows]).toEqual([0, 0])
  await expectVerified(shop)
})

test('the most of a day holds for sales attached or moved later, on the day they were sold; moved away and back on another day nothing is lost', async () => {
  const shop = await loyaltyShop({ earn: { mostPerDay: 20 } })
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const walkIns = [await shop.sell(null, { coffee: 1 }), await shop.sell(null, { coffee: 1 })]
  shop.clock.skip(dayMs)
  await shop.signIn('manager')
  for (const saleId of walkIns) await shop.ask('loyalty/attach-later', { requestId: shop.rid(), saleId, customerId: ana, approvalId: null })
  expect(await balance(shop, ana)).toBe(20)
  const moved = async (saleId: SaleId, customerId: CustomerId) => shop.ask('loyalty/move-sale', { requestId: shop.rid(), saleId, customerId, approvalId: null })
  await moved(walkIns[0]!, bea)
  expect([await balance(shop, ana), await balance(shop, bea)]).toEqual([2, 18])
  shop.clock.skip(dayMs)
  await moved(walkIns[0]!, ana)
  expect([await balance(shop, ana), await balance(shop, bea)]).toEqual([20, 0])
  await shop.sell(ana, { coffee: 1 })
  expect(expectSums(shop, ana).rows).toBe(38)
})

test('Return after points expired: only what is left is reversed, the rest is told as not recovered; redeemed points come back for thirty days', async () => {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 1 } } })
  const ana = await shop.member()
  await shop.adjust(ana, 100, { expires: '2026-11-30' as PlainDate })
  const spent = await shop.sell(ana, { bag: 1 }, { points: 100 })
  const earned = await shop.sell(ana, { hundred: 1 })
  shop.clock.skip(40 * dayMs)
  shop.runDue()
  await shop.refund(earned, 'all')
  await shop.refund(spent, 'all')
  const { working } = shop.core.db.prepare("SELECT working FROM loyalty_ledger WHERE kind = 'reverse' AND points = 0 AND sale_id = ?").get(earned) as { working: string }
  expect(JSON.parse(working)).toMatchObject({ notRecovered: 100 })
  const { day } = (await shop.rows(ana)).at(-1)!
  expect((await shop.points(ana)).expiring).toEqual([{ points: 100, expiresOn: addDays(day, 30) }])
})
