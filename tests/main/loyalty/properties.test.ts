import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergePoints, unmergePoints } from '../../../src/main/flows/transfer-points.ts'
import { accountOf } from '../../../src/main/loyalty/accounts.sql.ts'
import type { RulesDraft } from '../../../src/main/loyalty/program.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import type { CustomerId, EntryId, SaleId } from '../../../src/main/vocabulary.ts'
import { expectSums, expectVerified, keptEarnings, standingRedemptions, sums } from './proof.ts'
import { dayMs, loyaltyShop, till, type Bought, type LoyaltyShop } from './shop.ts'

const bought = fc.record({ coffee: fc.integer({ min: 0, max: 3 }), tool: fc.integer({ min: 0, max: 2 }), penny: fc.integer({ min: 0, max: 7 }), bag: fc.integer({ min: 0, max: 1 }) })
  .map((goods): Bought => Object.fromEntries(Object.entries({ ...goods, cup: 1 }).filter(([, count]) => count > 0)))
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sell' as const), bought, redeem: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('walk-in' as const), bought, refundFirst: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('refund' as const), which: fc.nat(2), bought }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('adjust' as const), points: fc.integer({ min: -200, max: 400 }).filter((points) => points !== 0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
type History = { readonly customerId: CustomerId; readonly sales: SaleId[]; readonly byHand: EntryId[] }

const expected = new Set(['not-enough-points', 'already-refunded', 'already-voided', 'already-reversed', 'refund-too-much', 'reward-refused', 'points-limit', 'bad-input', 'needs-approval', 'approval-used'])
/** A history may ask for what the rules refuse; then nothing has happened. Anything else is a fault. */
const allowed = async (work: Promise<unknown>) => work.catch((error: { code?: string }) => {
  if (!error.code || !expected.has(error.code)) throw error
})

async function play(shop: LoyaltyShop, { customerId, sales, byHand }: History, step: Act) {
  const one = <T>(list: readonly T[], at: number): T | undefined => (list.length > 0 ? list[at % list.length] : undefined)
  if (step.do === 'sell') return void sales.push(await sellWith(shop, customerId, step.bought, step.redeem === null ? null : step.redeem * 100))
  if (step.do === 'walk-in') {
    const saleId = await shop.sell(null, step.bought)
    if (step.refundFirst) await shop.refund(saleId, { cup: 1 })
    await shop.ask('loyalty/attach-later', { requestId: shop.rid(), saleId, customerId, approvalId: null })
    await expect(shop.ask('loyalty/attach-later', { requestId: shop.rid(), saleId, customerId, approvalId: null })).rejects.toMatchObject({ code: 'sale-has-customer' })
    return void sales.push(saleId)
  }
  if (step.do === 'wait') {
    shop.clock.skip(step.days * dayMs)
    return shop.runDue()
  }
  if (step.do === 'adjust') return allowed(shop.adjust(customerId, step.points, { expires: 'as-rules' }).then(({ entryId }) => byHand.push(entryId)))
  const saleId = one(sales, step.which)
  if (step.do === 'undo') return undoOne(shop, one(byHand, step.which))
  if (!saleId) return
  return allowed(step.do === 'void' ? shop.void(saleId) : shop.refund(saleId, step.bought))
}
async function undoOne(shop: LoyaltyShop, entryId: EntryId | undefined) {
  if (entryId) await allowed(shop.undo(entryId))
}
/** Redeems if the rules let it; else the sale goes on without. */
async function sellWith(shop: LoyaltyShop, customerId: CustomerId, goods: Bought, points: number | null): Promise<SaleId> {
  await shop.fill(customerId, goods)
  if (points !== null) await allowed(shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: points as never, lineId: null, proof: null }))
  return shop.pay()
}

async function tell(shop: LoyaltyShop, steps: readonly Act[]) {
  const history: History = { customerId: await shop.member(), sales: [], byHand: [] }
  await allowed(shop.adjust(history.customerId, 500, { expires: 'as-rules', by: 'owner' }))
  for (const step of steps) {
    await play(shop, history, step)
    const found = expectSums(shop, history.customerId)
    const explained = found.byHand + (await keptEarnings(shop, history.sales)) - standingRedemptions(shop, history.customerId) - found.expired + found.notRecovered
    expect(found.rows + found.pendingRows).toBe(explained)
    expect(standingRedemptions(shop, history.customerId)).toBeGreaterThanOrEqual(0)
    expect(found.notRecovered).toBeLessThanOrEqual(Math.max(0, found.expired))
  }
  for (const saleId of history.sales) await allowed(shop.refund(saleId, 'all'))
  const end = expectSums(shop, history.customerId)
  expect(standingRedemptions(shop, history.customerId)).toBe(0)
  expect(end.rows + end.pendingRows).toBe(end.byHand - end.expired + end.notRecovered)
  expect(end.pendingRows).toBe(0)
}

const worlds: [string, RulesDraft][] = [
  ['points that stay', {}], ['points that expire after a month', { expiry: { rule: { kind: 'months-after-earning', months: 1 } } }], ['points that wait a fortnight', { earn: { pendingDays: 14 } }],
  ['points that expire unless one comes by', { expiry: { rule: { kind: 'months-without-visit', months: 1 }, graceDays: 3 } }],
]
test.each(worlds)('whatever is sold, refunded, redeemed, corrected and left to expire, no point is minted or lost: %s', async (_name, draft) => {
  const shop = await loyaltyShop(draft)
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 10 }), (steps) => tell(shop, steps)), { numRuns: 25 })
  await expectVerified(shop)
  expect(shop.bugs).toEqual([])
}, 300_000)

test('two people merged and parted again, with nothing in between, are exactly as before; merged, their refunds go to the survivor', async () => {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 6 } } })
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 5 }), fc.array(act, { maxLength: 5 }), async (ofAna, ofBea) => {
    const [ana, bea] = [{ customerId: await shop.member('Ana'), sales: [] as SaleId[], byHand: [] }, { customerId: await shop.member('Bea'), sales: [], byHand: [] }]
    for (const step of ofAna) await play(shop, ana, step)
    for (const step of ofBea) await play(shop, bea, step)
    const before = [await picture(shop, ana.customerId), await picture(shop, bea.customerId)]
    const [from, to] = [accountOf(shop.core.db, ana.customerId)!, accountOf(shop.core.db, bea.customerId)!]
    const mergeId = shop.rid()
    inTransaction(shop.core.db, () => mergePoints(shop.core, { registerId: till, staffId: null }, mergeId, from, to))
    expect(expectSums(shop, ana.customerId).rows).toBe(0)
    expect(expectSums(shop, bea.customerId).rows).toBe(before[0]!.balance + before[1]!.balance)
    inTransaction(shop.core.db, () => unmergePoints(shop.core, { registerId: till, staffId: null }, mergeId, from, to))
    expect([await picture(shop, ana.customerId), await picture(shop, bea.customerId)]).toEqual(before)
    inTransaction(shop.core.db, () => mergePoints(shop.core, { registerId: till, staffId: null }, `${mergeId}-again`, from, to))
    for (const saleId of ana.sales) await allowed(shop.refund(saleId, 'all'))
    expect(expectSums(shop, ana.customerId).rows).toBe(0)
    expectSums(shop, bea.customerId)
  }), { numRuns: 15 })
  await expectVerified(shop)
}, 120_000)
const picture = async (shop: LoyaltyShop, customerId: CustomerId) => {
  expectSums(shop, customerId)
  const { balance, pending, expiring } = await shop.points(customerId)
  return { balance, pending, expiring, rows: sums(shop, customerId).rows }
}
