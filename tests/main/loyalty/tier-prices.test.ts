import { expect, test } from 'vitest'
import type { GroupId, Ppm, PriceListId } from '../../../src/main/vocabulary.ts'
import { gold, loyaltyShop, type LoyaltyShop } from './shop.ts'

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
