import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handlersFor } from '../../../src/main/handlers.ts'
import type { Door } from '../../../src/main/input.ts'
import { rightNames, type Answer } from '../../../src/main/staff/staff.ts'
import type { Right } from '../../../src/main/vocabulary.ts'
import { fitting } from '../hostile-input.ts'
import { stocked, type Stocked } from '../sales/stocked.ts'
import { newRole } from './role-drafts.ts'

// Whoever has no right at all can look, sell and talk to customers; nothing they call, in any order, does what a right is for.

const no = Object.fromEntries(rightNames.map((right) => [right, 'no'])) as Record<Right, Answer>
const seed = Number(process.env['SEED'] ?? 3)
const calls = Number(process.env['CALLS'] ?? 700)
const leave = new Set(['staff/sign-out', 'staff/lock', 'staff/sign-in', 'shop/set-up', 'staff/change-my-pin'])
/** Tables that only somebody with a right writes. */
const guarded = ['shop', 'tax_rates', 'tax_classes', 'items', 'item_prices', 'item_barcodes', 'categories', 'price_lists', 'roles', 'pin_rules', 'loyalty_programs', 'loyalty_rewards', 'loyalty_cards', 'refunds', 'devices', 'customers', 'customer_phones', 'customer_emails']

const doorsOf = (app: Stocked): [string, Door<unknown, unknown>][] => Object.entries(handlersFor(app.core)) as unknown as [string, Door<unknown, unknown>][]
const digest = ({ core: { db } }: Stocked): Record<string, string> =>
  Object.fromEntries(guarded.map((table) => [table, createHash('sha256').update(JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all())).digest('base64')]))
const idsIn = ({ core: { db }, staff }: Stocked): string[] =>
  ['till-1', ...Object.values(staff), ...['customers', 'items', 'sales', 'sale_lines', 'tax_rates', 'tax_classes', 'categories', 'loyalty_accounts'].flatMap((table) => db.prepare(`SELECT id FROM ${table} LIMIT 5`).pluck().all() as string[])]

async function shopWithNobodysRole(): Promise<Stocked> {
  const app = await stocked()
  const { saleId } = await app.sell([[app.items.bread, 1]], 'card')
  expect(saleId).toBeTruthy()
  await app.signIn('owner')
  await app.ask('shop/update', { requestId: app.rid(), changes: { everyoneEditsCustomers: false } })
  await newRole(app, 'cashier', { name: 'Nothing', rights: no })
  return app
}

test('a door that needs a right is shut to who does not have it, whatever they bring', async () => {
  const app = await shopWithNobodysRole()
  const ids = idsIn(app)
  for (const [name, { needs, shape }] of doorsOf(app)) {
    if (needs === null) continue
    for (const input of fc.sample(fitting(shape as never, ids), { numRuns: 2, seed })) {
      const reply = await app.reply(name, input)
      expect([name, reply.ok, !reply.ok && ['not-allowed', 'bad-input'].includes(reply.code)]).toEqual([name, false, true])
    }
  }
}, 60_000)

test('no sequence of calls by a role without rights has the effect of one', async () => {
  const app = await shopWithNobodysRole()
  const before = digest(app)
  const ids = idsIn(app)
  const any = fc.oneof(...doorsOf(app).filter(([name]) => !leave.has(name)).map(([name, { shape }]) => fitting(shape, ids).map((input) => ({ name, input }))))
  for (const { name, input } of fc.sample(any, { numRuns: calls, seed })) await app.reply(name, input)
  const after = digest(app)
  expect(guarded.filter((table) => before[table] !== after[table])).toEqual([])
  const count = (sql: string) => app.core.db.prepare(sql).pluck().get()
  expect(count("SELECT count(*) FROM sales WHERE state = 'voided'")).toBe(0)
  expect(count("SELECT count(*) FROM loyalty_ledger WHERE kind IN ('adjust', 'restore')")).toBe(0)
  expect(count("SELECT count(*) FROM sale_lines WHERE price_reason = 'override' OR discount_kind IS NOT NULL")).toBe(0)
  expect(count('SELECT count(*) FROM approvals')).toBe(0)
  expect(app.bugs).toEqual([])
}, 120_000)

test('a guarded act is refused with everything it asks for in hand', async () => {
  const app = await shopWithNobodysRole()
  const sale = (await app.ask('sales/list', { page: { after: null, most: 1 }, text: null, day: null })).rows[0]!
  const { lines } = await app.ask('sales/get', { saleId: sale.id })
  const cart = await app.add(app.items.bread)
  const [line] = cart.lines
  const common = () => ({ requestId: app.rid(), approvalId: null })
  const acts: readonly (readonly [Right, string, object])[] = [
    ['void-sale', 'sales/void', { saleId: sale.id, reason: 'x' }],
    ['refund-sale', 'sales/refund', { saleId: sale.id, lines: [{ lineId: lines[0]!.id, quantityMilli: 1000 }], kind: 'card', reference: 'T', reason: 'x' }],
    ['override-price', 'sales/override-price', { lineId: line!.id, priceCents: 1 }],
    ['discount', 'sales/discount-line', { lineId: line!.id, discount: { kind: 'percent', ppm: 100_000 } }],
    ['discount', 'sales/discount-cart', { discount: { kind: 'percent', ppm: 100_000 } }],
  ]
  for (const [right, name, input] of acts) expect([name, await app.reply(name, { ...common(), ...input })]).toMatchObject([name, { ok: false, code: 'not-allowed', facts: { right } }])
  expect(await app.cart()).toEqual(cart)
})

test('a manager at their side opens no act that their role shuts altogether', async () => {
  const app = await shopWithNobodysRole()
  for (const right of rightNames) expect(await app.reply('staff/approve', { right, target: 'x/1', approverId: app.staff.manager, pin: app.pins.manager })).toMatchObject({ ok: false, code: 'not-allowed', facts: { right } })
})
