import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RulesDraft } from '../../../src/main/loyalty/program.ts'
import type { CustomerId, SaleId } from '../../../src/main/vocabulary.ts'
import { expectSums, expectVerified, keptEarnings, standingRedemptions } from './proof.ts'
import { dayMs, loyaltyShop, ticket, type Bought, type LoyaltyShop } from './shop.ts'

// Two people who share and part again, sales that are moved from one to the other, exchanges, and bonuses: still no point is minted or lost.

const who = fc.constantFrom('ana', 'bea')
const bought = fc.record({ coffee: fc.integer({ min: 0, max: 2 }), tool: fc.integer({ min: 0, max: 2 }), penny: fc.integer({ min: 0, max: 5 }) })
  .map((goods): Bought => Object.fromEntries(Object.entries({ ...goods, cup: 1 }).filter(([, count]) => count > 0)))
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sell' as const), who, bought, redeem: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('refund' as const), which: fc.nat(5), bought }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('exchange' as const), which: fc.nat(5), back: bought, bought }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('adjust' as const), who, points: fc.integer({ min: -200, max: 300 }).filter((points) => points !== 0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bonus' as const), who, for: fc.constantFrom('friend', 'review'), where: fc.constantFrom('site/1', 'SITE/1 ', 'site/2') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
type Story = { readonly ana: CustomerId; readonly bea: CustomerId; readonly sales: SaleId[] }

const expected = new Set([
  'not-enough-points', 'already-refunded', 'already-voided', 'refund-too-much', 'reward-refused', 'points-limit', 'bad-input', 'needs-approval', 'sale-points-spent', 'household-taken', 'no-household', 'not-a-member', 'bonus-limit', 'bonus-proof-used', 'bonus-same-person', 'bonus-not-new', 'bonus-no-sale',
])
const allowed = async (work: Promise<unknown>) => work.catch((error: { code?: string }) => {
  if (!error.code || !expected.has(error.code)) throw error
})

async function play(shop: LoyaltyShop, story: Story, step: Act): Promise<unknown> {
  const sign = (right: 'adjust-points' | 'attach-later', target: string) => ticket(shop, right, target)
  if (step.do === 'sell') return story.sales.push(await sell(shop, story[step.who as 'ana' | 'bea'], step.bought, step.redeem))
  if (step.do === 'adjust') return allowed(shop.adjust(story[step.who as 'ana' | 'bea'], step.points, { expires: 'as-rules', by: step.points > 100 ? 'owner' : 'manager' }))
  if (step.do === 'join') return allowed(shop.ask('loyalty/household-add', { requestId: shop.rid(), customerId: story.ana, joinerId: story.bea, role: 'spender', capPoints: null, name: 'R', cards: [], approvalId: await sign('adjust-points', `household-add/${story.bea}`) }))
  if (step.do === 'leave') return allowed(shop.ask('loyalty/household-leave', { requestId: shop.rid(), customerId: story.bea, cards: [], approvalId: await sign('adjust-points', `household-leave/${story.bea}`) }))
  if (step.do === 'bonus') return allowed(bonus(shop, story, step))
  if (step.do === 'wait') return (shop.clock.skip(step.days * dayMs), shop.runDue())
  const saleId = story.sales.length > 0 ? story.sales[step.which % story.sales.length] : undefined
  if (!saleId) return
  if (step.do === 'void') return allowed(shop.void(saleId))
  if (step.do === 'refund') return allowed(shop.refund(saleId, step.bought))
  return step.do === 'exchange' ? exchange(shop, story, saleId, step) : move(shop, story, saleId)
}
const bonus = (shop: LoyaltyShop, { ana, bea }: Story, step: Extract<Act, { do: 'bonus' }>) => {
  const [me, other] = step.who === 'ana' ? [ana, bea] : [bea, ana]
  return shop.ask('loyalty/give-bonus', { requestId: shop.rid(), customerId: me, proof: step.for === 'friend' ? { kind: 'referral', friendId: other } : { kind: 'review', where: `${step.where} ${ana}` } })
}
async function sell(shop: LoyaltyShop, customerId: CustomerId, goods: Bought, hundreds: number | null): Promise<SaleId> {
  await shop.fill(customerId, goods)
  if (hundreds !== null) await allowed(shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: (hundreds * 100) as never, lineId: null, proof: null }))
  return shop.pay()
}
async function move(shop: LoyaltyShop, { ana, bea }: Story, saleId: SaleId) {
  const to = (await shop.ask('sales/get', { saleId })).customerId === ana ? bea : ana
  return allowed(shop.ask('loyalty/move-sale', { requestId: shop.rid(), saleId, customerId: to, approvalId: await ticket(shop, 'attach-later', `move-sale/${saleId}/${to}`) }))
}
async function exchange(shop: LoyaltyShop, story: Story, saleId: SaleId, { back, bought: goods }: { readonly back: Bought; readonly bought: Bought }) {
  const sale = await shop.ask('sales/get', { saleId })
  const lines = sale.lines.flatMap((line) => {
    const quantityMilli = Math.min(line.quantityMilli - line.returnedMilli, (back[line.name as 'cup'] ?? 0) * 1_000)
    return quantityMilli > 0 ? [{ lineId: line.id, quantityMilli: quantityMilli as never }] : []
  })
  await shop.fill(sale.customerId, goods)
  const cart = (await shop.cart())!
  const asked = { requestId: shop.rid(), saleId, lines, cartId: cart.id, kind: 'cash' as const, reference: '', reason: 'size', givenCents: 1_000_000 as never, expectedTotalCents: cart.totals.totalCents, approvalId: await ticket(shop, 'refund-sale', saleId) }
  const done = await allowed(shop.ask('sales/exchange', asked))
  if (done) story.sales.push((done as { saleId: SaleId }).saleId)
  else await shop.ask('sales/discard', { requestId: shop.rid() })
}

/** What both have, against what their goods, corrections and redemptions come to, worked out apart from the app. */
async function check(shop: LoyaltyShop, { ana, bea, sales }: Story) {
  const both = [ana, bea].map((customerId) => ({ ...expectSums(shop, customerId), spent: standingRedemptions(shop, customerId) }))
  const sum = (of: 'rows' | 'pendingRows' | 'byHand' | 'expired' | 'notRecovered' | 'spent') => both.reduce((all, one) => all + one[of], 0)
  const bonuses = shop.core.db.prepare("SELECT count(*) AS count, coalesce(sum(points), 0) AS points FROM loyalty_ledger WHERE source_key LIKE 'bonus/%' AND customer_id IN (?, ?)").get(ana, bea) as { count: number; points: number }
  expect(bonuses.points).toBeLessThanOrEqual(100 + 30 + 30)
  expect(sum('rows') + sum('pendingRows')).toBe(bonuses.points + sum('byHand') + (await keptEarnings(shop, sales)) - sum('spent') - sum('expired') + sum('notRecovered'))
  const { household } = await shop.ask('loyalty/household', { customerId: ana })
  if (household?.members.length === 2) expect(household.balance).toBe(sum('rows'))
  return both
}

async function tell(shop: LoyaltyShop, steps: readonly Act[]) {
  const story: Story = { ana: await shop.member('Ana'), bea: await shop.member('Bea'), sales: [] }
  await allowed(shop.adjust(story.ana, 300, { expires: 'as-rules', by: 'owner' }))
  for (const step of steps) {
    await play(shop, story, step)
    await check(shop, story)
  }
  for (const saleId of story.sales) await allowed(shop.refund(saleId, 'all'))
  for (const end of await check(shop, story)) expect([end.spent, end.pendingRows]).toEqual([0, 0])
}

const worlds: [string, RulesDraft][] = [
  ['points that stay', {}], ['points that expire after a month', { expiry: { rule: { kind: 'months-after-earning', months: 1 } } }], ['points that wait a fortnight', { earn: { pendingDays: 14 } }],
]
test.each(worlds)('whatever is shared, moved, exchanged and parted, no sequence of calls mints or loses points: %s', async (_name, draft) => {
  const shop = await loyaltyShop({ adjustments: { mostPerDay: 10_000_000 }, bonuses: { referralPoints: 100, reviewPoints: 30 }, ...draft })
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 10 }), (steps) => tell(shop, steps)), { numRuns: 25 })
  await expectVerified(shop)
  expect(shop.bugs).toEqual([])
}, 300_000)
