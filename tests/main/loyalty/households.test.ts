import { expect, test } from 'vitest'
import { mergePoints, unmergePoints } from '../../../src/main/flows/transfer-points.ts'
import { accountOf } from '../../../src/main/loyalty/accounts.sql.ts'
import type { RulesDraft } from '../../../src/main/loyalty/program.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import { expectSums, expectVerified } from './proof.ts'
import { gold, loyaltyShop, ticket, till, type LoyaltyShop } from './shop.ts'

// market N9 and product/loyalty.md 5.13: points are shared, each row keeps who earned it, and whoever leaves takes their own unspent share.

const pin = (shop: LoyaltyShop, act: 'add' | 'leave' | 'role' | 'owner', customerId: CustomerId) => ticket(shop, 'adjust-points', `household-${act}/${customerId}`)
type More = { role?: 'spender' | 'earner'; capPoints?: number | null }
async function add(shop: LoyaltyShop, customerId: CustomerId, joinerId: CustomerId, { role = 'spender', capPoints = null }: More = {}) {
  return shop.ask('loyalty/household-add', { requestId: shop.rid(), customerId, joinerId, role, capPoints: capPoints as never, name: 'Ruiz', cards: [], approvalId: await pin(shop, 'add', joinerId) })
}
const leave = async (shop: LoyaltyShop, customerId: CustomerId) => shop.ask('loyalty/household-leave', { requestId: shop.rid(), customerId, cards: [], approvalId: await pin(shop, 'leave', customerId) })
const own = async (shop: LoyaltyShop, customerId: CustomerId) => expectSums(shop, customerId).rows
const view = (shop: LoyaltyShop, customerId: CustomerId) => shop.ask('loyalty/household', { customerId }).then(({ household }) => household)

/** Ana owns 140, Bea has 60 of hers, Carl 100. */
async function family(draft: RulesDraft = {}, more: More = {}) {
  const shop = await loyaltyShop(draft)
  const [ana, bea, carl] = [await shop.member('Ana'), await shop.member('Bea'), await shop.member('Carl')]
  await shop.adjust(ana, 140)
  await shop.adjust(bea, 60, { expires: '2026-12-31' as PlainDate })
  await shop.adjust(carl, 100)
  await add(shop, ana, bea, more)
  await add(shop, ana, carl, more)
  return { shop, ana, bea, carl }
}

test('members spend from what all have, the nearest expiry first; every row stands on the account that gives, and the shares come to the balance', async () => {
  const { shop, ana, bea, carl } = await family()
  expect(await shop.points(carl)).toMatchObject({ balance: 100, spendable: 300, household: { name: 'Ruiz', role: 'spender', members: 3, balance: 300 } })
  await shop.fill(carl, { coffee: 1 })
  await shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: 200 as never, lineId: null, proof: null })
  expect(await shop.ask('loyalty/cart', {})).toMatchObject({ balance: 300, balanceAfter: 108 })
  const saleId = await shop.pay()
  expect([await own(shop, ana), await own(shop, bea), await own(shop, carl)]).toEqual([0, 0, 108])
  const household = (await view(shop, bea))!
  expect(household.balance).toBe(108)
  expect(household.members.map(({ name, share, spent }) => [name, share, spent])).toEqual([['Ana', 0, 0], ['Bea', 0, 0], ['Carl', 108, 200]])
  await shop.refund(saleId, 'all')
  expect([await own(shop, ana), await own(shop, bea), await own(shop, carl)]).toEqual([140, 60, 100])
  await expectVerified(shop)
})

test('whoever leaves takes their own unspent share, and the shares sum to the old total', async () => {
  const { shop, ana, bea, carl } = await family()
  await shop.sell(ana, { bag: 1 }, { points: 100 })
  const total = (await view(shop, ana))!.balance
  await expect(shop.ask('loyalty/household-leave', { requestId: shop.rid(), customerId: carl, cards: [], approvalId: null })).rejects.toMatchObject({ code: 'needs-approval' })
  await leave(shop, carl)
  expect(await view(shop, carl)).toBeNull()
  expect((await shop.points(carl)).spendable).toBe(100)
  expect((await view(shop, ana))!.balance + (await own(shop, carl))).toBe(total)
  await leave(shop, bea)
  expect((await own(shop, ana)) + (await own(shop, bea)) + (await own(shop, carl))).toBe(total)
})

test('an earner earns for the others and spends nothing; a spender spends up to the cap of a month, and what is returned counts no more', async () => {
  const { shop, bea, carl } = await family({ redemption: { minimum: 10 } }, { role: 'earner' })
  await shop.fill(carl, { coffee: 1 })
  const claim = (points: number) => shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: points as never, lineId: null, proof: null })
  await expect(claim(20)).rejects.toMatchObject({ code: 'reward-refused', facts: { why: 'household-earner' } })
  await shop.ask('loyalty/household-role', { requestId: shop.rid(), customerId: carl, role: 'spender', capPoints: 50 as never, cards: [], approvalId: await pin(shop, 'role', carl) })
  await expect(claim(60)).rejects.toMatchObject({ code: 'reward-refused', facts: { why: 'household-cap', left: 50 } })
  await claim(40)
  const saleId = await shop.pay()
  expect((await shop.points(carl)).spendable).toBe(10)
  await shop.refund(saleId, 'all')
  expect((await shop.points(carl)).spendable).toBe(50)
  expect((await shop.points(bea)).spendable).toBe(0)
})

test('both cards join without a PIN, one is not enough, and a stranger\'s card is refused', async () => {
  const shop = await loyaltyShop()
  const [ana, bea, eve] = [await shop.member('Ana'), await shop.member('Bea'), await shop.member('Eve')]
  const cards = ['70000001', '70000002', '70000003']
  for (const [at, customerId] of [ana, bea, eve].entries()) await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code: cards[at]!, customerId, takeUnknown: true })
  const join = (shown: string[]) => shop.ask('loyalty/household-add', { requestId: shop.rid(), customerId: ana, joinerId: bea, role: 'spender', capPoints: null, name: 'Ruiz', cards: shown, approvalId: null })
  await expect(join([cards[0]!])).rejects.toMatchObject({ code: 'needs-approval', facts: { right: 'adjust-points', target: `household-add/${bea}` } })
  await expect(join([cards[0]!, cards[2]!])).rejects.toMatchObject({ code: 'proof-wrong' })
  expect((await join([cards[0]!, cards[1]!])).household?.members).toHaveLength(2)
  await shop.ask('loyalty/household-role', { requestId: shop.rid(), customerId: bea, role: 'owner', capPoints: null, cards: [cards[0]!, cards[1]!], approvalId: null })
  expect((await view(shop, ana))!.members.map(({ name, role }) => [name, role])).toEqual([['Bea', 'owner'], ['Ana', 'spender']])
  await shop.ask('loyalty/household-leave', { requestId: shop.rid(), customerId: ana, cards: [cards[0]!], approvalId: null })
  expect((await view(shop, bea))!.members).toHaveLength(1)
})

test('nobody is in two households, the owner hands over before leaving, a household has its most, and a programme may do without', async () => {
  const { shop, ana, bea, carl } = await family({ households: { most: 3 } })
  const dora = await shop.member('Dora')
  await expect(add(shop, dora, bea)).rejects.toMatchObject({ code: 'household-taken' })
  await expect(add(shop, ana, dora)).rejects.toMatchObject({ code: 'household-full', facts: { most: 3 } })
  await expect(add(shop, ana, await shop.customer('Nina'))).rejects.toMatchObject({ code: 'not-a-member' })
  await expect(leave(shop, ana)).rejects.toMatchObject({ code: 'household-owner' })
  await expect(leave(shop, dora)).rejects.toMatchObject({ code: 'no-household' })
  await leave(shop, bea)
  await leave(shop, carl)
  await leave(shop, ana)
  expect(await view(shop, ana)).toBeNull()
  await shop.signIn('owner')
  await shop.rules({ households: { on: false } })
  await expect(add(shop, ana, bea)).rejects.toMatchObject({ code: 'households-off' })
})

test('a tier is each member\'s own, or the household\'s together, as the programme says', async () => {
  for (const [tierBy, tier] of [['member', null], ['household', 'Gold']] as const) {
    const shop = await loyaltyShop({ households: { tierBy }, tiers: { levels: [{ id: gold, name: 'Gold', from: 150, timesMilli: 1_500 }] } })
    const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
    await add(shop, ana, bea)
    await shop.sell(ana, { hundred: 1 })
    await shop.sell(bea, { hundred: 1 })
    expect([(await shop.points(ana)).tier?.name, (await shop.points(bea)).tier?.name]).toEqual([tier, tier])
  }
})

test('a family that shares a phone has the sign-up bonus once each, and nobody twice', async () => {
  const shop = await loyaltyShop({ bonuses: { signUpPoints: 50 } })
  const phone = { phones: [{ typed: '514 555 0142', kind: 'mobile' as const }] }
  const born = { birthDate: '1990-04-03' as PlainDate, lastName: 'Ruiz' }
  const ana = await shop.member('Ana', { ...phone, ...born })
  const bea = await shop.member('Bea', phone)
  const again = await shop.member('Ana', { ...phone, ...born })
  expect([await own(shop, ana), await own(shop, bea), await own(shop, again)]).toEqual([50, 0, 0])
  await add(shop, ana, bea)
  await add(shop, ana, again)
  expect([await own(shop, ana), await own(shop, bea), await own(shop, again)]).toEqual([50, 50, 0])
  await leave(shop, bea)
  await add(shop, ana, bea)
  expect(await own(shop, bea)).toBe(50)
})

test('a debt of one counts against the others while they share, and stays theirs when they part', async () => {
  const { shop, ana, bea, carl } = await family()
  const saleId = await shop.sell(bea, { hundred: 1 })
  await leave(shop, bea)
  await shop.sell(bea, { bag: 1 }, { points: 160 })
  await shop.refund(saleId, 'all')
  expect(await own(shop, bea)).toBe(-100)
  await add(shop, ana, bea)
  expect((await shop.points(carl)).spendable).toBe(140)
  await shop.sell(carl, { bag: 1 }, { points: 140 })
  expect([await own(shop, ana), await own(shop, bea), await own(shop, carl)].reduce((a, b) => a + b)).toBe(0)
  await leave(shop, bea)
  expect(await own(shop, bea)).toBe(-100)
})

test('one reward paid by several accounts is one reward in the report, with all its money', async () => {
  const { shop, carl } = await family()
  const saleId = await shop.sell(carl, { coffee: 1 }, { points: 200 })
  expect(await shop.ask('loyalty/on-sale', { saleId, refundId: null })).toMatchObject({ customerId: carl, earned: 8, spent: 200, rewards: [{ cents: 1_000 }] })
  expect(shop.core.db.prepare('SELECT rewards, redeemed, redeemed_cents FROM loyalty_days ORDER BY day DESC LIMIT 1').raw().get()).toEqual([1, 200, 1_000])
})

test('two people merged: the survivor takes the place in the household, and parted again everything is as before', async () => {
  const { shop, ana, bea, carl } = await family()
  const dora = await shop.member('Dora')
  const places = async () => [(await view(shop, bea))?.members.map(({ name, role }) => [name, role]), (await view(shop, dora))?.balance ?? null]
  const before = await places()
  for (const [from, to] of [[ana, dora], [ana, carl], [carl, ana]] as const) {
    const [gone, stays] = [accountOf(shop.core.db, from)!, accountOf(shop.core.db, to)!]
    const mergeId = shop.rid()
    const desk = { registerId: till, staffId: null }
    inTransaction(shop.core.db, () => mergePoints(shop.core, desk, mergeId, gone, stays))
    expect((await view(shop, to))!.members.filter(({ role }) => role === 'owner')).toHaveLength(1)
    expect((await view(shop, to))!.balance).toBe(300)
    inTransaction(shop.core.db, () => unmergePoints(shop.core, desk, mergeId, accountOf(shop.core.db, from)!, stays))
    expect(await places()).toEqual(before)
  }
  await expectVerified(shop)
})
