import { expect, test } from 'vitest'
import type { Cents, GroupId, Ppm, PriceListId } from '../../../src/main/vocabulary.ts'
import { gold, loyaltyShop, ticket, type LoyaltyShop } from './shop.ts'

const priceList = async (shop: LoyaltyShop, name: string, discountPpm: number): Promise<PriceListId> =>
  (await shop.ask('items/save-price-list', { requestId: shop.rid(), id: null, name, discountPpm: discountPpm as Ppm, position: 9 })).id
async function goldShop() {
  const shop = await loyaltyShop()
  await shop.signIn('owner')
  const priceListId = await priceList(shop, 'Gold prices', 100_000)
  await shop.rules({ tiers: { levels: [{ id: gold, name: 'Gold', from: 100, priceListId }] } })
  return shop
}
const prices = async (shop: LoyaltyShop) => (await shop.cart())!.lines.map(({ priceCents, priceReason, priceListName }) => [priceCents, priceReason, priceListName])

test('a tier brings its price list from the sale after the one that reached it', async () => {
  const shop = await goldShop()
  const ana = await shop.member()
  await shop.fill(ana, { hundred: 1 })
  expect(await prices(shop)).toEqual([[10_000, 'list', '']])
  await shop.pay()
  await shop.fill(null, { coffee: 1 })
  const { repriced, priceListName } = await shop.ask('sales/attach-customer', { requestId: shop.rid(), customerId: ana })
  expect([repriced, priceListName]).toEqual([1, 'Gold prices'])
  expect(await prices(shop)).toEqual([[1_620, 'price-list', 'Gold prices']])
})
test('the price list of a customer\'s own group goes before the tier\'s, and a programme that is off brings none', async () => {
  const shop = await goldShop()
  const own = await priceList(shop, 'Friends', 50_000)
  const { id: groupId } = await shop.ask('customers/save-group', { requestId: shop.rid(), id: null, name: 'Friends', priceListId: own }) as { id: GroupId }
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea', { groupId })]
  for (const member of [ana, bea]) await shop.sell(member, { hundred: 2 })
  await shop.fill(bea, { coffee: 1 })
  expect(await prices(shop)).toEqual([[1_710, 'price-list', 'Friends']])
  await shop.rules({ on: false })
  await shop.ask('sales/attach-customer', { requestId: shop.rid(), customerId: ana })
  expect(await prices(shop)).toEqual([[1_800, 'list', '']])
})
test('a tier set by hand prices the open lines of that customer anew, and leaves a part-paid cart and anyone else\'s as they are', async () => {
  const shop = await goldShop()
  await shop.signIn('cashier')
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const raise = async (customerId: typeof ana, tierId: typeof gold | null) =>
    shop.ask('loyalty/set-tier', { requestId: shop.rid(), customerId, tierId, until: null, reason: 'promised', approvalId: await ticket(shop, 'adjust-points', `tier/${customerId}`) })
  await shop.fill(ana, { coffee: 1 })
  await raise(bea, gold)
  expect(await prices(shop)).toEqual([[1_800, 'list', '']])
  await raise(ana, gold)
  expect(await prices(shop)).toEqual([[1_620, 'price-list', 'Gold prices']])
  const { id: saleId, totals } = (await shop.cart())!
  await shop.ask('sales/pay', { requestId: shop.rid(), saleId, kind: 'card', amountCents: 100 as Cents, givenCents: 100 as Cents, reference: 'ref', expectedTotalCents: totals.totalCents })
  await raise(ana, null)
  expect(await prices(shop)).toEqual([[1_620, 'price-list', 'Gold prices']])
})
