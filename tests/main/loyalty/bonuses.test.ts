import { expect, test } from 'vitest'
import { addMonths } from '../../../src/main/loyalty/calendar.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { expectSums, expectVerified } from './proof.ts'
import { dayMs, loyaltyShop, type LoyaltyShop } from './shop.ts'

const referral = (shop: LoyaltyShop, customerId: CustomerId, friendId: CustomerId) => shop.ask('loyalty/give-bonus', { requestId: shop.rid(), customerId, proof: { kind: 'referral', friendId } })
const review = (shop: LoyaltyShop, customerId: CustomerId, where: string) => shop.ask('loyalty/give-bonus', { requestId: shop.rid(), customerId, proof: { kind: 'review', where } })
const shopWith = () => loyaltyShop({ bonuses: { referralPoints: 100, referralMostPerYear: 2, reviewPoints: 30 } })

test('referral and review bonuses are off by default', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.sell(bea, { coffee: 1 })
  await expect(referral(shop, ana, bea)).rejects.toMatchObject({ code: 'bonus-off' })
  await expect(review(shop, ana, 'example.com/r/1')).rejects.toMatchObject({ code: 'bonus-off' })
})

test('a referral asks for a friend: a new member, another person, who bought something and kept it; each friend counts once', async () => {
  const shop = await shopWith()
  const ana = await shop.member('Ana', { phones: [{ typed: '514 555 0142', kind: 'mobile' }] })
  const [bea, self] = [await shop.member('Bea'), await shop.member('Anna', { phones: [{ typed: '514 555 0142', kind: 'mobile' }] })]
  await expect(referral(shop, ana, await shop.customer('Nina'))).rejects.toMatchObject({ code: 'not-a-member' })
  await expect(referral(shop, ana, ana)).rejects.toMatchObject({ code: 'bonus-same-person' })
  await expect(referral(shop, ana, self)).rejects.toMatchObject({ code: 'bonus-same-person' })
  await expect(referral(shop, ana, bea)).rejects.toMatchObject({ code: 'bonus-no-sale' })
  await shop.refund(await shop.sell(bea, { coffee: 1 }), 'all')
  await expect(referral(shop, ana, bea)).rejects.toMatchObject({ code: 'bonus-no-sale' })
  await shop.sell(bea, { coffee: 1 })
  await expect(referral(shop, bea, ana)).rejects.toMatchObject({ code: 'bonus-not-new' })
  expect(await referral(shop, ana, bea)).toEqual({ points: 100, balance: 100 })
  await expect(referral(shop, ana, bea)).rejects.toMatchObject({ code: 'bonus-proof-used' })
  expect((await shop.rows(ana)).map(({ kind, points, reason, note }) => [kind, points, reason, note])).toEqual([['earn', 100, 'referral', '']])
  expectSums(shop, ana)
  await expectVerified(shop)
})

test('a friend who joined long ago is no new one, and a year has its most', async () => {
  const shop = await shopWith()
  const ana = await shop.member('Ana')
  const friends = [await shop.member('Bea'), await shop.member('Carl'), await shop.member('Dora')]
  for (const friend of friends) await shop.sell(friend, { coffee: 1 })
  await referral(shop, ana, friends[0]!)
  await referral(shop, ana, friends[1]!)
  await expect(referral(shop, ana, friends[2]!)).rejects.toMatchObject({ code: 'bonus-limit', facts: { most: 2 } })
  shop.clock.skip(370 * dayMs)
  await shop.signIn('cashier')
  await expect(referral(shop, ana, friends[2]!)).rejects.toMatchObject({ code: 'bonus-not-new' })
})

test('a review asks where it stands; the same one counts once, however it is typed, and one a year is the most', async () => {
  const shop = await shopWith()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await expect(review(shop, ana, ' ..')).rejects.toMatchObject({ code: 'reason-needed', facts: { field: 'where' } })
  expect(await review(shop, ana, 'maps.example.com/r/17')).toMatchObject({ points: 30 })
  await expect(review(shop, bea, 'Maps.Example.com/r/17 ')).rejects.toMatchObject({ code: 'bonus-proof-used' })
  await expect(review(shop, ana, 'maps.example.com/r/18')).rejects.toMatchObject({ code: 'bonus-limit', facts: { most: 1 } })
  expect((await shop.points(bea)).balance).toBe(0)
})

test('a household cannot refer its own members, and bonus points expire like others', async () => {
  const shop = await loyaltyShop({ bonuses: { referralPoints: 100 }, expiry: { rule: { kind: 'months-after-earning', months: 1 } } })
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.sell(bea, { coffee: 1 })
  await shop.signIn('manager')
  await shop.ask('loyalty/household-add', { requestId: shop.rid(), customerId: ana, joinerId: bea, role: 'spender', capPoints: null, name: 'R', cards: [], approvalId: null })
  await expect(referral(shop, ana, bea)).rejects.toMatchObject({ code: 'bonus-same-person' })
  await shop.ask('loyalty/household-leave', { requestId: shop.rid(), customerId: bea, cards: [], approvalId: null })
  await referral(shop, ana, bea)
  const { day } = (await shop.rows(ana)).at(-1)!
  expect((await shop.points(ana)).expiring).toEqual([{ points: 100, expiresOn: addMonths(day, 1) }])
})
