import { expect, test } from 'vitest'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import type { Input } from '../../../src/main/handlers.ts'
import { dayMs, loyaltyShop, otherTill, shopWithHistory } from './shop.ts'

const all = { from: '2026-11-01' as PlainDate, to: '2027-12-31' as PlainDate }
type Shop = Awaited<ReturnType<typeof loyaltyShop>>
const number = (shop: Pick<Shop, 'core'>, text: string, ...values: unknown[]): number => Number(shop.core.db.prepare(text).pluck().get(...values) ?? 0)
/** The second till of the same shop, with its own cashier. */
async function atOtherTill(shop: Shop, customerId: CustomerId) {
  await shop.ask('staff/sign-in', { staffId: shop.staff.manager, pin: shop.pins.manager }, otherTill)
  await shop.ask('sales/add-item', { requestId: shop.rid(), itemId: shop.items.sixty, quantityMilli: 1_000 as never }, otherTill)
  const { cart } = await shop.ask('sales/attach-customer', { requestId: shop.rid(), customerId }, otherTill)
  await shop.ask('sales/pay', { requestId: shop.rid(), saleId: cart.id, kind: 'card', amountCents: cart.totals.dueCents, givenCents: cart.totals.dueCents, reference: 'r', expectedTotalCents: cart.totals.totalCents }, otherTill)
}

test('a till or a name picks rows out: the day, its totals and the rows behind it are of those alone, and nothing is lost between them', async () => {
  const shop = await loyaltyShop()
  const [ana, zoe] = [await shop.member('Ana', { lastName: 'Ruiz' }), await shop.member('Zoë', { lastName: 'Ångström' })]
  await shop.sell(ana, { hundred: 1 })
  await shop.sell(zoe, { coffee: 1 })
  await atOtherTill(shop, ana)
  await shop.signIn('manager')
  const days = async (filter: object) => (await shop.ask('reports/loyalty', { ...all, ...filter })).totals
  const [whole, here, there, named] = [await days({}), await days({ registerId: 'till-1' }), await days({ registerId: otherTill }), await days({ text: 'ANGSTROM zo' })]
  expect(whole).toMatchObject({ earned: 178, newMembers: 2, newVisits: 2, repeatVisits: 1, saleCents: 17_800 })
  expect(there).toMatchObject({ earned: 60, newMembers: 0, repeatVisits: 1, liability: null, liabilityCents: null, allSalesCents: 6_000 })
  expect(named).toMatchObject({ earned: 18, newMembers: 1, saleCents: 1_800 })
  for (const key of ['entries', 'earned', 'net', 'saleCents', 'newVisits', 'repeatVisits', 'newMembers', 'owed'] as const) expect(here[key] + there[key], key).toBe(whole[key])
  const behind = await shop.ask('reports/loyalty-rows', { ...all, registerId: otherTill, kinds: ['earn'], before: null, most: 10 })
  expect(behind.rows.map(({ points, customerName }) => [points, customerName])).toEqual([[60, 'Ana Ruiz']])
  expect((await shop.ask('reports/loyalty-by-customer', { ...all, text: 'ruiz' })).map(({ name, earned }) => [name, earned])).toEqual([['Ana Ruiz', 160]])
  expect(await shop.ask('reports/loyalty-by-staff', { ...all, registerId: otherTill })).toMatchObject([{ name: 'Marc', earned: 60 }])
})

test('without a filter the sums kept at hand are those that are added up from the rows', async () => {
  const { shop } = await shopWithHistory()
  await shop.signIn('manager')
  const kept = await shop.ask('reports/loyalty', all)
  const added = await shop.ask('reports/loyalty', { ...all, registerId: 'till-1' as never })
  const moved = ({ rows }: typeof kept) => rows.map((row) => ({ ...row, liability: null, liabilityCents: null }))
  expect(moved(added)).toEqual(moved(kept))
})

test('a customer attached after part of the sale came back counts in Member Sales for what stayed', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const saleId = await shop.sell(null, { hundred: 1, sixty: 1 })
  await shop.refund(saleId, { sixty: 1 })
  await shop.ask('loyalty/attach-later', { requestId: shop.rid(), saleId, customerId: ana, approvalId: null })
  await shop.signIn('manager')
  expect((await shop.ask('reports/loyalty', all)).totals).toMatchObject({ saleCents: 10_000, earned: 160, reversed: -60, net: 100 })
})

test('the file has as many decimals as the shop\'s currency', async () => {
  const shop = await loyaltyShop()
  await shop.sell(await shop.member(), { coffee: 1 })
  await shop.signIn('owner')
  await shop.ask('reports/set-loyalty-columns', { columns: ['member-sales', 'liability-money'] })
  for (const [currency, sales] of [['CAD', '18.00,0.90'], ['JPY', '1800,90'], ['KWD', '1.800,0.090']] as const) {
    shop.core.db.prepare('UPDATE shop SET currency = ?').run(currency)
    expect((await shop.ask('reports/loyalty-csv', all)).csv.split('\n')[1]).toBe(`2026-11-21,${sales}`)
  }
})

test('members are counted by when they came last, and by month of joining; each number leads to who they are', async () => {
  const shop = await loyaltyShop()
  const [ana, bea, cleo] = [await shop.member('Ana'), await shop.member('Bea'), await shop.member('Cleo')]
  shop.clock.skip(300 * dayMs)
  await shop.sell(bea, { cup: 1 })
  const dora = await shop.member('Dora')
  shop.clock.skip(90 * dayMs)
  await shop.sell(cleo, { cup: 1 })
  await shop.signIn('manager')
  const { all: whole, joined, months } = await shop.ask('reports/members', { from: '2026-11-01' as PlainDate, to: '2026-12-31' as PlainDate })
  expect(whole).toEqual({ members: 4, active: 3, quiet: 0, lapsed: 1 })
  expect(joined).toEqual({ members: 3, active: 2, quiet: 0, lapsed: 1 })
  expect(months).toEqual([{ month: '2026-11', members: 3, active: 2, quiet: 0, lapsed: 1 }])
  const list = async (state: Input<'reports/member-list'>['state'], span: object = all) => (await shop.ask('reports/member-list', { ...all, ...span, state })).map(({ customerId }) => customerId)
  expect(await list('lapsed')).toEqual([ana])
  expect(new Set(await list('active'))).toEqual(new Set([bea, cleo, dora]))
  expect(await list('all', { text: 'dora' })).toEqual([dora])
  shop.clock.skip(60 * dayMs)
  expect((await shop.ask('reports/members', all)).all).toEqual({ members: 4, active: 1, quiet: 2, lapsed: 1 })
})

test('every move between tiers is told with both names, its score, and who set it', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member('Ana')
  await shop.sell(ana, { hundred: 11 })
  await shop.signIn('manager')
  expect(await shop.ask('reports/tier-moves', all)).toMatchObject([{ kind: 'up', name: 'Ana', tier: 'Gold', was: null, score: 1_100, staffName: null }])
  expect(await shop.ask('reports/tier-moves', { ...all, text: 'bea' })).toEqual([])
  expect(await shop.ask('reports/tier-moves', { from: '2026-11-22' as PlainDate, to: '2027-12-31' as PlainDate })).toEqual([])
})

test('what multipliers cost is what was given beyond plain points, and comes to the same line by line', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member('Ana')
  await shop.sell(ana, { hundred: 10 }) // 1,000 plain points: to gold
  await shop.sell(ana, { coffee: 1, filter: 1, tool: 1 }) // gold x1.5 on 22.50, tools x2 on 10.00
  await shop.sell(ana, { tool: 3 })
  await shop.signIn('manager')
  const { rows, points, cents } = await shop.ask('reports/multiplier-cost', all)
  expect(rows).toEqual([{ kind: 'item', name: 'Tools', sales: 2, points: 40, cents: 200 }, { kind: 'tier', name: 'Gold', sales: 1, points: 11, cents: 55 }])
  const plain = number(shop, 'SELECT sum(sale_cents) FROM loyalty_ledger') / 100
  const given = number(shop, 'SELECT sum(points) FROM loyalty_ledger')
  expect(points).toBe(Math.round(given - plain))
  expect(cents).toBe(255)
})

test('each batch of cards says how much of it is in use, and every card whose it is', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.sell(ana, { coffee: 1 })
  await shop.signIn('manager')
  await shop.ask('loyalty/make-cards', { requestId: shop.rid(), count: 5, prefix: 'C', digits: 8, withCheck: true, anyway: false })
  const [one, two, three] = (await shop.ask('loyalty/cards', { which: 'all', page: { after: null, most: 5 } })).rows.map(({ code }) => code)
  for (const [code, customerId] of [[one!, ana], [two!, bea], [three!, bea]] as const) await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code, customerId, takeUnknown: false })
  await shop.ask('loyalty/block-card', { requestId: shop.rid(), code: two!, reason: 'lost' })
  const { batches, cards } = await shop.ask('reports/cards', { text: '', batch: null })
  expect(batches).toMatchObject([{ number: 1, codes: 5, assigned: 3, active: 2, ended: 1, used: number(shop, 'SELECT count(*) FROM loyalty_cards WHERE last_used_at IS NOT NULL') }])
  expect(new Map(cards.map(({ code, name, balance, state }) => [code, [name, balance, state]]))).toEqual(new Map([[one!, ['Ana', 18, 'active']], [two!, ['Bea', 0, 'blocked']], [three!, ['Bea', 0, 'active']]]))
  expect((await shop.ask('reports/cards', { text: 'ana', batch: 1 })).cards).toHaveLength(1)
  expect((await shop.ask('reports/cards', { text: '', batch: 2 })).cards).toEqual([])
})

test('members beside others: who came back, by sales before tax without voided ones', async () => {
  const shop = await loyaltyShop()
  const [ana, bea, other] = [await shop.member('Ana'), await shop.member('Bea'), await shop.customer('Olga')]
  await shop.sell(ana, { hundred: 1 })
  shop.clock.skip(dayMs)
  await shop.sell(ana, { cup: 1 })
  await shop.sell(bea, { sixty: 1 })
  await shop.sell(other, { coffee: 1 })
  await shop.sell(null, { cup: 2 })
  await shop.void(await shop.sell(bea, { hundred: 5 }))
  await shop.signIn('manager')
  const later = { from: '2026-11-22' as PlainDate, to: '2026-11-30' as PlainDate }
  expect(await shop.ask('reports/repeat-rate', later)).toEqual([
    { who: 'members', customers: 2, returned: 1, sales: 2, cents: 6_100, repeatPpm: 500_000, basketCents: 3_050, salesEach: 1 },
    { who: 'others', customers: 1, returned: 0, sales: 1, cents: 1_800, repeatPpm: 0, basketCents: 1_800, salesEach: 1 },
    { who: 'walk-in', customers: 0, returned: 0, sales: 1, cents: 200, repeatPpm: null, basketCents: 200, salesEach: null },
  ])
  expect((await shop.ask('reports/repeat-rate', all))[0]).toMatchObject({ customers: 2, returned: 1, sales: 3, salesEach: 1.5 })
})

test('a month that is over is frozen as it stood at its end, whatever comes after, and can be taken as a file', async () => {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 1 } } })
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.sell(ana, { hundred: 2 })
  await shop.sell(bea, { hundred: 1 })
  await shop.sell(bea, { bag: 1 }, { points: 100 })
  await shop.closeMonths()
  expect(number(shop, 'SELECT count(*) FROM loyalty_closes')).toBe(0)
  const owedThen = number(shop, 'SELECT sum(owed) FROM loyalty_ledger')
  shop.clock.skip(60 * dayMs) // 20 January: Ana's 200 expired in December
  shop.runDue()
  await shop.sell(bea, { sixty: 1 })
  await Promise.all([shop.closeMonths(), shop.closeMonths()])
  await shop.signIn('manager')
  const { closes, breakagePpm } = await shop.ask('reports/points-liability', {})
  expect(closes).toMatchObject([{ month: '2026-12', points: 0, members: 2 }, { month: '2026-11', points: owedThen, cents: owedThen * 5, ratePoints: 100, rateCents: 500, members: 2, breakagePpm: 0 }])
  expect(breakagePpm).toBe(Math.round((1e6 * 200) / 300))
  expect((await shop.ask('reports/month-closes-csv', {})).csv.split('\n')[1]).toMatch(new RegExp(`^2026-11,2027-01-2\\dT[^,]+,${owedThen},${(owedThen / 20).toFixed(2)},100,5.00,0,2,${owedThen},0,0,0$`))
  for (const statement of ['UPDATE loyalty_closes SET points = 1', 'DELETE FROM loyalty_closes']) expect(() => shop.core.db.exec(statement)).toThrow(/never changed/)
  expect((await shop.ask('staff/audit', { before: null, most: 1, kind: 'report-exported', staffId: null })).rows[0]).toMatchObject({ target: 'report/month-closes' })
})

test('reconciliation counts the same points in ways that agree, and says so where they do not', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.sell(ana, { hundred: 1 })
  const back = await shop.sell(bea, { hundred: 1 })
  await shop.sell(bea, { bag: 1 }, { points: 100 })
  await shop.refund(back, 'all')
  await shop.signIn('manager')
  await shop.ask('loyalty/verify', {})
  const { sums, checks, verified } = await shop.ask('reports/reconciliation', {})
  expect(checks.every(({ holds }) => holds)).toBe(true)
  expect(sums).toMatchObject({ rows: number(shop, 'SELECT count(*) FROM loyalty_ledger'), members: 2, balances: 0, aboveZero: 100, belowZero: -100, bucketPoints: 100 })
  expect(verified).toMatchObject({ outcome: 'done', staffName: 'Marc' })
  shop.core.db.exec('UPDATE loyalty_lots_left SET points = points + 1')
  expect((await shop.ask('reports/reconciliation', {})).checks.filter(({ holds }) => !holds).map(({ what }) => what)).toEqual(['buckets', 'draws'])
})

test('whose points run out on a day is told with how many', async () => {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 12 } } })
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  await shop.sell(ana, { sixty: 1 })
  await shop.sell(bea, { hundred: 1 })
  await shop.signIn('manager')
  expect((await shop.ask('reports/expiring-members', { on: '2027-11-21' as PlainDate })).map(({ name, points }) => [name, points])).toEqual([['Bea', 100], ['Ana', 60]])
  expect(await shop.ask('reports/expiring-members', { on: '2027-11-22' as PlainDate })).toEqual([])
})

test('reports see only what a manager may see', async () => {
  const shop = await loyaltyShop()
  for (const [name, input] of [['reports/members', all], ['reports/reconciliation', {}], ['reports/cards', { text: '', batch: null }], ['reports/month-closes-csv', {}]] as const) expect(await shop.reply(name, input)).toMatchObject({ ok: false, code: 'not-allowed' })
})
