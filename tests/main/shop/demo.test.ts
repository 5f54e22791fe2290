import { expect, test } from 'vitest'
import { makeDemoShop } from '../../../src/main/flows/make-demo-shop.ts'
import { demoBarcode, demoItems } from '../../../src/main/shop/demo-items.ts'
import { randomFrom } from '../../../src/main/shop/demo-random.ts'
import { emptyApp, till } from '../../harness/app.ts'

const small = { people: 120, sales: 400 }
const tables = ['customers', 'customer_phones', 'customer_emails', 'customer_addresses', 'items', 'item_barcodes', 'sales', 'sale_lines', 'tenders', 'consent_events', 'refunds', 'loyalty_ledger', 'loyalty_accounts'] as const

async function demo() {
  const app = emptyApp()
  const steps = new Set<string>()
  app.on((name, event) => void (name === 'demo-progressed' && 'step' in event && steps.add(event.step)))
  await makeDemoShop(app.core, till, small)
  return { app, steps }
}

test('the same seed at the same moment makes the same shop', async () => {
  const one = (await demo()).app.core.db
  const other = (await demo()).app.core.db
  for (const table of tables) {
    const all = `SELECT * FROM ${table} ORDER BY 1, 2`
    expect(one.prepare(all).all(), table).toEqual(other.prepare(all).all())
    expect(one.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBeGreaterThan(0)
  }
})

test('it is a whole shop: people to sign in as, items, regulars, refunds, waiting carts, and it tells how far it is', async () => {
  const { app, steps } = await demo()
  expect([...steps]).toEqual(['items', 'customers', 'sales', 'done'])
  expect(await app.ask('shop/status', {})).toMatchObject({ setUp: true, demo: true })
  const names = await app.ask('staff/names', {})
  expect(names.map(({ name }) => name).toSorted()).toEqual(['Léa', 'Marc', 'Olive'])
  await app.ask('staff/sign-in', { staffId: names.find(({ name }) => name === 'Marc')!.id, pin: '5937' })
  expect(await app.ask('items/categories', null)).toHaveLength(10)
  expect(await app.ask('items/by-barcode', { code: demoBarcode(100_000) })).toMatchObject({ sku: 'CO-001' })
  expect((await app.ask('customers/page', { after: null, most: 10, letter: null })).total).toBe(120)
  expect(await app.ask('sales/queue', { mine: false })).toHaveLength(3)
  const count = (sql: string) => app.core.db.prepare(sql).pluck().get() as number
  expect(count('SELECT count(*) FROM refunds')).toBe(10)
  expect(count('SELECT max(visits) FROM customers')).toBeGreaterThan(5)
  expect(count("SELECT count(*) FROM sales WHERE state = 'completed'")).toBe(400)
  expect(count("SELECT max(number) - count(*) FROM sales WHERE state = 'completed'")).toBe(0)
  expect(count('SELECT count(*) FROM items WHERE minimum_age = 18')).toBe(30)
  expect(count("SELECT count(*) FROM sales s WHERE state = 'completed' AND total_cents <> (SELECT sum(amount_cents) FROM tenders t WHERE t.sale_id = s.id AND t.refund_id IS NULL)")).toBe(0)
  expect(app.bugs).toEqual([])
})

test('it has a club with members of every tier, rewards and cards, businesses that buy on account, and histories that Verify finds whole', async () => {
  const app = emptyApp()
  await makeDemoShop(app.core, till, { people: 300, sales: 1_500 })
  const [olive] = (await app.ask('staff/names', {})).filter(({ role }) => role === 'owner')
  await app.ask('staff/sign-in', { staffId: olive!.id, pin: '8264' })
  const kinds = app.core.db.prepare('SELECT DISTINCT kind FROM loyalty_ledger ORDER BY kind').pluck().all()
  expect(kinds).toEqual(expect.arrayContaining(['adjust', 'earn', 'expire', 'redeem', 'sign-up']))
  expect(new Set(app.core.db.prepare('SELECT tier_id FROM loyalty_tier_moves').pluck().all())).toContain('silver')
  expect((await app.ask('loyalty/all-rewards', {})).length).toBe(4)
  expect(app.core.db.prepare("SELECT count(*) FROM loyalty_cards WHERE state = 'active'").pluck().get()).toBeGreaterThan(0)
  expect(await app.ask('loyalty/programs', {})).toMatchObject({ now: { rules: { name: 'Club Boréale' } }, past: [{}, {}] })
  expect(await app.ask('loyalty/verify', {})).toMatchObject({ ok: true })
  const unpaid = "SELECT count(*) FROM sales s WHERE state = 'completed' AND total_cents <> (SELECT sum(amount_cents) FROM tenders t WHERE t.sale_id = s.id AND t.refund_id IS NULL)"
  const count = (sql: string) => app.core.db.prepare(sql).pluck().get() as number
  expect(count("SELECT count(*) FROM account_entries WHERE kind = 'charge'")).toBeGreaterThan(3)
  expect(count("SELECT count(*) FROM account_entries WHERE kind = 'payment'")).toBeGreaterThan(0)
  expect(count("SELECT coalesce(sum(t.amount_cents), 0) - (SELECT coalesce(sum(amount_cents), 0) FROM account_entries WHERE kind = 'charge') FROM tenders t WHERE kind = 'account' AND refund_id IS NULL")).toBe(0)
  expect((await app.ask('accounts/verify', null)).broken).toBeNull()
  expect((await app.ask('accounts/receivables', { filter: 'owing', sort: 'balance', text: '', skip: 0 })).rows.length).toBeGreaterThan(0)
  expect(app.core.db.prepare(unpaid).pluck().get()).toBe(0)
  expect(app.bugs).toEqual([])
})

test('every barcode is a valid EAN-13, once', () => {
  const codes = demoItems(randomFrom(1)).map(({ barcode }) => barcode)
  expect(new Set(codes).size).toBe(300)
  for (const code of codes) expect(Array.from(code).reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10, code).toBe(0)
})
