import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { verifyLedger } from '../../../src/main/flows/verify-ledger.ts'
import { defineFunctions } from '../../../src/main/store/functions.ts'
import type { ReadableDB } from '../../../src/main/store/sql.ts'
import type { Input } from '../../../src/main/handlers.ts'
import type { Cents, CustomerId, EntryId, Points } from '../../../src/main/vocabulary.ts'
import { scratchFolder } from '../../harness/app.ts'
import { type loyaltyShop, shopWithHistory } from './shop.ts'

let kept: Buffer | undefined
let ids: EntryId[] = []

/** A shop with a few rows of every kind, in a file that a test may spoil. */
async function spoiled(...statements: string[]) {
  if (!kept) {
    const made = await filledShop()
    ids = made.ids
    kept = readFileSync(made.file)
  }
  const copy = path.join(scratchFolder(), 'spoiled.db')
  writeFileSync(copy, kept)
  const db = new Database(copy)
  for (const trigger of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'loyalty%'").pluck().all()) db.exec(`DROP TRIGGER ${String(trigger)}`)
  db.pragma('foreign_keys = OFF')
  defineFunctions(db)
  for (const statement of statements) db.exec(statement)
  const { broken, walk } = await verifyLedger(db as unknown as ReadableDB)
  db.close()
  return { broken, rows: walk.rows }
}
async function filledShop() {
  const { shop, ana } = await shopWithHistory()
  await shop.sell(ana, { cup: 3 })
  await shop.sell(ana, { hundred: 11 }) // to gold
  await shop.closeMonths()
  await sealedThings(shop, ana)
  shop.core.db.pragma('wal_checkpoint(TRUNCATE)')
  return { ...shop, ids: shop.core.db.prepare('SELECT id FROM loyalty_ledger ORDER BY seq').pluck().all() as EntryId[] }
}

/** A reward that was changed once, and cards of which one is handed out. */
async function sealedThings(shop: Awaited<ReturnType<typeof loyaltyShop>>, customerId: CustomerId) {
  await shop.signIn('owner')
  const draft = { name: 'Free filter', points: 200 as Points, what: { kind: 'product' as const, itemIds: [shop.items.filter], categoryIds: [], mostCents: null }, tierIds: [], minimumSpendCents: 0 as Cents, startsOn: null, endsOn: null, active: true }
  const { id } = await shop.ask('loyalty/save-reward', { requestId: shop.rid(), id: null, draft })
  await shop.ask('loyalty/save-reward', { requestId: shop.rid(), id, draft: { ...draft, points: 250 as Points } })
  await shop.ask('loyalty/make-cards', { requestId: shop.rid(), count: 3, prefix: 'BC', digits: 8, withCheck: true, anyway: false } as Input<'loyalty/make-cards'>)
  const [card] = (await shop.ask('loyalty/cards', { which: 'latest', page: { after: null, most: 1 } })).rows
  await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code: card!.code, customerId, takeUnknown: false })
}

test('a ledger as it was written verifies', async () => {
  expect(await spoiled()).toEqual({ broken: null, rows: ids.length })
  expect(ids.length).toBeGreaterThanOrEqual(7)
})
test('rows refuse to be changed or deleted, whoever asks', async () => {
  const { core: { db } } = await filledShop()
  for (const [table, first] of [['loyalty_ledger', 'points'], ['loyalty_lots', 'points'], ['loyalty_draws', 'points'], ['loyalty_programs', 'rules']]) {
    expect(() => db.exec(`UPDATE ${table} SET ${first} = ${first}`), table).toThrow(/corrected by a new row/)
    expect(() => db.exec(`DELETE FROM ${table}`), table).toThrow(/corrected by a new row/)
  }
  expect(() => db.exec('UPDATE loyalty_ledger SET points = 1')).toThrow(/corrected by a new row/)
})

// The third row is Ana's +240 by hand.
const third = 'WHERE seq = 3'
test.each<[string, string[], string, number | null]>([
  ['points', [`UPDATE loyalty_ledger SET points = points + 1 ${third}`], 'changed', 3],
  ['points, with every balance after it set right', ['UPDATE loyalty_ledger SET points = points + 100 WHERE seq = 3', 'UPDATE loyalty_ledger SET balance_after = balance_after + 100 WHERE seq >= 3'], 'changed', 3],
  ['a balance', [`UPDATE loyalty_ledger SET balance_after = balance_after + 500 ${third}`], 'changed', 3],
  ['the reason', [`UPDATE loyalty_ledger SET reason = 'correction' ${third}`], 'changed', 3],
  ['who allowed it', [`UPDATE loyalty_ledger SET approved_by = staff_id ${third}`], 'changed', 3],
  ['the time', ["UPDATE loyalty_ledger SET at = '2026-11-20T10:00:00.000Z' WHERE seq = 2"], 'changed', 2],
  ['the working-out', ["UPDATE loyalty_ledger SET working = json_set(working, '$.lines[0].points', '99/1') WHERE seq = 1"], 'changed', 1],
  ['the working-out into nonsense', ["UPDATE loyalty_ledger SET working = 'no json' WHERE seq = 1"], 'changed', 1],
  ['whose points they are', ["UPDATE loyalty_ledger SET customer_id = 'someone' WHERE seq = 2"], 'changed', 2],
  ['a bucket\'s day', ["UPDATE loyalty_lots SET expires_on = '2099-12-31' WHERE entry_id = (SELECT id FROM loyalty_ledger WHERE seq = 1)"], 'changed', 1],
  ['a draw', ['UPDATE loyalty_draws SET points = points - 1 WHERE entry_id = (SELECT id FROM loyalty_ledger WHERE kind = \'redeem\') AND position = 0'], 'changed', null],
  ['nothing but takes a row out', ['DELETE FROM loyalty_ledger WHERE seq = 3'], 'missing', 4],
  ['nothing but cuts the last row off', ['DELETE FROM loyalty_ledger WHERE seq = (SELECT max(seq) FROM loyalty_ledger)'], 'cut', null],
  ['nothing but puts a row in', ["INSERT INTO loyalty_ledger SELECT (SELECT max(seq) + 1 FROM loyalty_ledger), 'forged', register_id, 9999, 'forged', account_id, customer_id, kind, points, pending, balance_after, pending_after, owed, sale_id, refund_id, reverses_id, rule_version, working, reason, note, tier_points, value_cents, sale_cents, new_visits, repeat_visits, staff_id, approved_by, at, day, previous_hash, 'h', 's' FROM loyalty_ledger WHERE seq = 3"], 'missing', null],
  ['what is left of a bucket', ['UPDATE loyalty_lots_left SET points = points + 7'], 'buckets', null],
  ['what is left into another day', ["UPDATE loyalty_lots_left SET expires_key = '2099-12-31'"], 'buckets', null],
  ['the sums of the report', ['UPDATE loyalty_days SET earned = earned + 1'], 'day', null],
])('a file in which someone changed %s is found', async (_what, statements, what, seq) => {
  const { broken } = await spoiled(...statements)
  expect(broken?.what).toBe(what)
  if (seq !== null) expect(broken?.entryId).toBe(ids[seq - 1])
})

const twoCards = "(SELECT code FROM loyalty_cards WHERE state = 'unassigned')"
test.each<[string, string[], string, RegExp]>([
  ['a version of the rules', ["UPDATE loyalty_programs SET rules = json_set(rules, '$.earn.points', 5) WHERE version = 1"], 'rules', /^1$/],
  ['when rules begin', ["UPDATE loyalty_programs SET starts_at = '2020-01-01T00:00:00.000Z' WHERE version = 2"], 'rules', /^2$/],
  ['nothing but puts a version of the rules in', ["INSERT INTO loyalty_programs SELECT 9, starts_at, rules, made_at, staff_id FROM loyalty_programs WHERE version = 2"], 'rules', /^9$/],
  ['a tier', ["UPDATE loyalty_tier_moves SET tier_id = NULL WHERE kind = 'up'"], 'tier', /^1$/],
  ['nothing but takes a tier move out', ['DELETE FROM loyalty_tier_moves'], 'tier', /^1$/],
  ['what a reward costs', ['UPDATE loyalty_rewards SET points = 1'], 'reward', /./],
  ['a reward back to what it was', ['UPDATE loyalty_rewards SET points = 200'], 'reward', /./],
  ['whose card it is', ["UPDATE loyalty_cards SET account_id = 'someone' WHERE state = 'active'"], 'card', /^BC/],
  ['a card that was never handed out', [`UPDATE loyalty_cards SET state = 'active', account_id = (SELECT id FROM loyalty_accounts) WHERE code IN ${twoCards}`], 'card', /^BC/],
  ['nothing but takes a card out', [`DELETE FROM loyalty_cards WHERE code IN ${twoCards}`], 'card', /^BC/],
  ['a closed month', ['UPDATE loyalty_closes SET cents = cents + 1'], 'close', /^2026-11$/],
])('a file in which someone changed %s is found, by name', async (_what, statements, what, which) => {
  const { broken } = await spoiled(...statements)
  expect(broken).toMatchObject({ what, which: expect.stringMatching(which) as string })
})
test.each<[string, string[]]>([
  ['a seal with what it seals', ['UPDATE loyalty_rewards SET points = 1', "UPDATE loyalty_seals SET digest = (SELECT sha256(json_array(name, points, what, tier_ids, minimum_spend_cents, starts_on, ends_on, active)) FROM loyalty_rewards) WHERE kind = 'reward'"]],
  ['the last seal away with what it sealed', ['DELETE FROM loyalty_seals WHERE seq = (SELECT max(seq) FROM loyalty_seals)']],
  ['a seal out of the middle', ['DELETE FROM loyalty_seals WHERE seq = 2']],
])('a file in which someone changed %s is found', async (_what, statements) => {
  expect((await spoiled(...statements)).broken).toMatchObject({ what: 'seals' })
})
test('a program that does not bring our seal cannot change a card, a reward or the rules', async () => {
  const { core: { db }, file } = await filledShop()
  db.pragma('wal_checkpoint(TRUNCATE)')
  const other = new Database(file)
  for (const statement of ['UPDATE loyalty_rewards SET points = 1', "UPDATE loyalty_cards SET state = 'blocked'", 'DELETE FROM loyalty_cards']) expect(() => other.exec(statement), statement).toThrow(/sha256/)
  other.close()
})

test('Verify names the first broken row by till, number and time, and its answer is audited', async () => {
  const shop = await filledShop()
  const { db } = shop.core
  await shop.signIn('manager')
  expect(await shop.ask('loyalty/verify', {})).toMatchObject({ ok: true, rows: shop.ids.length })
  db.exec('DROP TRIGGER loyalty_ledger_no_update')
  db.exec('UPDATE loyalty_ledger SET points = points + 1 WHERE seq = 2')
  expect(await shop.ask('loyalty/verify', {})).toMatchObject({ ok: false, rows: 1, broken: { entryId: shop.ids[1], registerId: 'till-1', registerName: 'Till 1', sequence: 2, what: 'changed', at: expect.stringMatching(/^2026-11-21/) as string } })
  const { rows } = await shop.ask('staff/audit', { before: null, most: 2, kind: 'ledger-verified', staffId: null })
  expect(rows.map(({ outcome }) => outcome)).toEqual(['broken', 'done'])
})
test('a running Verify tells how far it is, stops when it is asked to, and says in the audit that it was stopped', async () => {
  const shop = await filledShop()
  await shop.signIn('manager')
  const heard: number[] = []
  const stop = shop.on((name, event) => name === 'ledger-checked' && heard.push((event as { rows: number }).rows))
  await shop.ask('loyalty/verify', {})
  stop()
  expect([heard[0], heard.at(-1)]).toEqual([0, shop.ids.length])
  const running = shop.reply('loyalty/verify', {})
  await shop.ask('loyalty/cancel-verify', {})
  expect(await running).toMatchObject({ ok: false, code: 'check-cancelled' })
  const { rows } = await shop.ask('staff/audit', { before: null, most: 2, kind: 'ledger-verified', staffId: null })
  expect(rows.map(({ outcome }) => outcome)).toEqual(['check-cancelled', 'done'])
  expect(await shop.ask('loyalty/verify', {})).toMatchObject({ ok: true })
})
