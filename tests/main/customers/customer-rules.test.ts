import { expect, test } from 'vitest'
import { eraseDue } from '../../../src/main/flows/erase-run.ts'
import { purgeDenied } from '../../../src/main/flows/purge-denied.ts'
import { run, sql, value } from '../../../src/main/store/sql.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { loyaltyShop, type LoyaltyShop } from '../loyalty/shop.ts'

// S2-12 (a list of questions that can be edited) and data-model 4.2: what somebody pending earns, and how long somebody denied is kept.

const dayMs = 86_400_000
const rules = { questions: [] as string[], pendingEarns: true, deniedDays: 0 }
async function settle(shop: LoyaltyShop, changes: Partial<typeof rules>) {
  await shop.signIn('owner')
  const saved = await shop.ask('customers/save-rules', { requestId: shop.rid(), rules: { ...rules, ...changes } })
  await shop.signIn('manager')
  return saved
}
const setStatus = (shop: LoyaltyShop, id: CustomerId, status: string) => run(shop.core.db, sql`UPDATE customers SET status = ${status} WHERE id = ${id}`)

test('the questions are kept tidy, only by an owner, and the change is written down with what was before', async () => {
  const shop = await loyaltyShop()
  expect(await shop.ask('customers/rules', {})).toEqual(rules)
  expect(await shop.reply('customers/save-rules', { requestId: shop.rid(), rules })).toMatchObject({ code: 'not-allowed' })
  expect(await settle(shop, { questions: [' Your first boat? ', 'YOUR FIRST BOAT?', 'Your first song?'] })).toMatchObject({ questions: ['YOUR FIRST BOAT?', 'Your first song?'] })
  expect((await shop.ask('customers/rules', {})).questions).toHaveLength(2)
  await shop.signIn('owner')
  const { rows } = await shop.ask('staff/audit', { before: null, most: 1, kind: 'customer-rules-changed', staffId: null })
  expect(rows).toMatchObject([{ kind: 'customer-rules-changed', staffName: 'Olive' }])
})

test('somebody pending earns and spends as the shop has settled, from that moment on', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  setStatus(shop, ana, 'pending')
  await shop.sell(ana, { hundred: 1 })
  expect((await shop.points(ana)).balance).toBe(100)
  await settle(shop, { pendingEarns: false })
  await shop.sell(ana, { hundred: 1 })
  expect((await shop.points(ana)).balance, 'nothing is earned').toBe(100)
  await shop.fill(ana, { hundred: 1 })
  expect(await shop.reply('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: 100, lineId: null, proof: null })).toMatchObject({ code: 'customer-inactive' })
  await shop.pay()
  setStatus(shop, ana, 'active')
  await shop.sell(ana, { hundred: 1 })
  expect((await shop.points(ana)).balance, 'approved, they earn').toBe(200)
})

async function denied(shop: LoyaltyShop, name: string): Promise<CustomerId> {
  const id = await shop.customer(name)
  setStatus(shop, id, 'pending')
  await shop.ask('approvals/decide', { requestId: shop.rid(), ids: [id], decision: 'denied', reason: 'No papers' })
  return id
}

test('whoever was denied is erased after so many days, with a certificate, and nobody else is', async () => {
  const shop = await loyaltyShop()
  await shop.signIn('manager')
  const [joe, owing, back] = [await denied(shop, 'Joe'), await denied(shop, 'Owen'), await denied(shop, 'Bea')]
  run(shop.core.db, sql`INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id)
    VALUES ('ae1', 'x', ${owing}, 'charge', 500, '2026-01-01', '2026-02-01', ${shop.core.now()}, 'till-1', ${shop.staff.manager})`)
  await shop.ask('customers/update', { requestId: shop.rid(), id: back, version: (await shop.ask('customers/get', { id: back })).version, changes: { status: 'active' }, keepConsent: {}, consents: [] })
  shop.clock.skip(40 * dayMs)
  expect(purgeDenied(shop.core), 'kept for ever unless the shop says so').toBe(0)
  const late = await denied(shop, 'Lou')
  await settle(shop, { deniedDays: 30 })
  expect(purgeDenied(shop.core)).toBe(1)
  await eraseDue(shop.core)
  const states = [joe, owing, back, late].map((id) => value(shop.core.db, sql`SELECT status FROM customers WHERE id = ${id}`))
  expect(states).toEqual(['erased', 'inactive', 'active', 'inactive'])
  await shop.signIn('owner')
  expect(await shop.ask('customers/certificates', { before: null, most: 5 })).toMatchObject([{ number: 1 }])
  expect(purgeDenied(shop.core), 'who owes is looked at again, and not put down').toBe(0)
  expect((await shop.ask('staff/audit', { before: null, most: 5, kind: 'denied-purged', staffId: null })).rows).toMatchObject([{ staffName: 'Marc' }])
})
