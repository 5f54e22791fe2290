import { expect, test } from 'vitest'
import type { CustomerDraft } from '../../../src/main/customers/customer.ts'
import { reindexCustomer } from '../../../src/main/customers/customers.sql.ts'
import { likelyPair, type Suspect } from '../../../src/main/customers/likely.ts'
import { queueImported } from '../../../src/main/flows/search-duplicates.ts'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import { mergeShop, type MergeShop } from './merge-shop.ts'

const nobody: Suspect = { id: 'a' as CustomerId, seq: 1, firstName: '', lastName: '', nickname: '', company: '', birthDate: null, phones: [], emails: [], licence: '', documents: [], places: [] }
const ana = { ...nobody, firstName: 'Ana', lastName: 'Ruiz' }
const other = (more: Partial<Suspect>): Suspect => ({ ...nobody, id: 'b' as CustomerId, seq: 2, firstName: 'Anna', lastName: 'Ruis', ...more })

test.each<[string, Partial<Suspect>, Partial<Suspect>, readonly string[] | null]>([
  ['the same phone and alike names', { phones: ['+15145550142'] }, { phones: ['+15145550142'] }, ['phone']],
  ['the same e-mail', { emails: ['ana@x.ca'] }, { emails: ['ana@x.ca'] }, ['email']],
  ['the same scanned document', { documents: ['k'] }, { documents: ['k'] }, ['document']],
  ['a birthday and alike names', { birthDate: '1990-04-03' as PlainDate }, { birthDate: '1990-04-03' as PlainDate }, ['name-and-birth-date']],
  ['the same house and alike names', { places: [{ postcode: 'H2J 2L6', address1: '4820 rue Saint-Denis' }] }, { places: [{ postcode: 'h2j2l6', address1: '4820, St-Denis' }] }, ['name-and-address']],
  ['the same last seven digits and alike names', { phones: ['+15145550142'] }, { phones: ['+525145550142'] }, ['name-and-phone-tail']],
  ['a number without its country and alike names', { phones: ['5145550142'] }, { phones: ['+15145550142'] }, ['phone']],
  ['a number without its area and alike names', { phones: ['+15145550142'] }, { phones: ['5550142'] }, ['phone']],
  ['six digits and alike names', { phones: ['+15145550142'] }, { phones: ['550142'] }, null],
  ['a number without its country and other names', { phones: ['5145550142'] }, { phones: ['+15145550142'], firstName: 'Bruno', lastName: 'Tremblay' }, ['phone']],
  ['a number without its area and other names', { phones: ['5550142'] }, { phones: ['+15145550142'], firstName: 'Bruno', lastName: 'Tremblay' }, null],
  ['alike names and nothing else', {}, {}, null],
  ['the same house, and another birthday', { birthDate: '1990-04-03' as PlainDate, places: [{ postcode: 'H2J 2L6', address1: '4820' }] }, { birthDate: '1991-01-01' as PlainDate, places: [{ postcode: 'H2J 2L6', address1: '4820' }] }, null],
])('%s', (_what, one, two, reasons) => {
  expect(likelyPair({ ...ana, ...one }, other(two))?.why.reasons ?? null).toEqual(reasons)
})

test('a family that shares a phone stands far below the same person, and more reasons stand above fewer', () => {
  const phone = { phones: ['+15145550142'] }
  const family = likelyPair({ ...ana, ...phone }, other({ ...phone, firstName: 'Bruno', lastName: 'Tremblay' }))!.score
  const same = likelyPair({ ...ana, ...phone }, other(phone))!.score
  const more = likelyPair({ ...ana, ...phone, emails: ['a@x.ca'] }, other({ ...phone, emails: ['a@x.ca'] }))!.score
  expect([family < same, same < more]).toEqual([true, true])
})

const catchUp = (shop: MergeShop) => shop.ask('duplicates/catch-up', {})
const pairs = async (shop: MergeShop): Promise<string[]> => (await shop.ask('duplicates/list', { after: null, most: 100 })).rows.map(({ one, other: two }) => [one.displayName, two.displayName].toSorted().join(' = '))
const phone = (typed: string): Partial<CustomerDraft> => ({ phones: [{ typed, kind: 'mobile' }] })

test('everyone is compared once, likeliest first; a new or changed person is compared again, and what no longer holds is off the list', async () => {
  const shop = await mergeShop()
  await shop.customer('Ana', { lastName: 'Ruiz', ...phone('514-555-0142') })
  const anna = await shop.customer('Anna', { lastName: 'Ruis', ...phone('514-555-0142') })
  await shop.customer('Marc', { lastName: 'Côté', emails: [{ address: 'marc@x.ca', kind: 'home' }] })
  expect(await catchUp(shop)).toMatchObject({ running: false, open: 1 })
  expect(await pairs(shop)).toEqual(['Ana Ruiz = Anna Ruis'])
  await shop.customer('Marc', { lastName: 'Cote', emails: [{ address: 'MARC@x.ca', kind: 'home' }] })
  await shop.ask('customers/update', { requestId: shop.rid(), id: anna, version: 1, changes: { phones: [], lastName: 'Bell', firstName: 'Zoe' }, keepConsent: {}, consents: [] })
  await catchUp(shop)
  expect(await pairs(shop)).toEqual(['Marc Cote = Marc Côté'])
  expect(shop.bugs).toEqual([])
})

test('a number that was written without its country or area finds whose it is, in the list and while somebody is typed in', { timeout: 60_000 }, async () => {
  const shop = await mergeShop()
  await shop.customer('Ana', { lastName: 'Ruiz', ...phone('514-555-0142') })
  const local = async (firstName: string, lastName: string, typed: string) => {
    const id = await shop.customer(firstName, { lastName, ...phone('514-555-9999') })
    // As an import keeps what it cannot read.
    run(shop.core.db, sql`UPDATE customer_phones SET e164 = '', typed = ${typed} WHERE customer_id = ${id}`)
    reindexCustomer(shop.core.db, id)
  }
  await local('Anna', 'Ruis', '555-0142')
  await local('Marc', 'Roy', '555-0143')
  await shop.customer('Marc', { lastName: 'Roi', ...phone('+33 1 45 55 01 43') })
  await catchUp(shop)
  expect(await pairs(shop)).toEqual(['Ana Ruiz = Anna Ruis', 'Marc Roi = Marc Roy'])
  const alike = async (name: string, typed: string) => (await shop.ask('customers/lookalikes', { name, phone: typed, email: '', birthDate: null, exceptId: null })).map(({ displayName, why }) => `${displayName}: ${why.join()}`)
  expect(await alike('Ana', '555-0142')).toEqual(expect.arrayContaining(['Ana Ruiz: phone', 'Anna Ruis: phone']))
  expect(await alike('Marc', '+33 1 45 55 01 43')).toEqual(expect.arrayContaining(['Marc Roy: phone']))
  expect(await alike('Bruno Tremblay', '555-0142')).toEqual(['Anna Ruis: phone'])
})

test('"Not the same" is kept, also when everyone is looked at again; "Later" comes back in a week; both can be undone', async () => {
  const shop = await mergeShop()
  const [one, two] = [await shop.customer('Ana', phone('514-555-0142')), await shop.customer('Anna', phone('514-555-0142'))]
  await catchUp(shop)
  const decide = (state: 'open' | 'later' | 'different') => shop.ask('duplicates/decide', { requestId: shop.rid(), oneId: one, otherId: two, state })
  await decide('different')
  await shop.ask('duplicates/search', { from: 'start' })
  await catchUp(shop)
  expect(await pairs(shop)).toEqual([])
  await decide('open')
  expect(await pairs(shop)).toHaveLength(1)
  await decide('later')
  expect(await pairs(shop)).toHaveLength(0)
  shop.clock.skip(8 * 86_400_000)
  await shop.customer('Somebody')
  await catchUp(shop)
  expect(await pairs(shop)).toHaveLength(1)
})

test('a merge takes its pair off the list and its undoing puts it back; who is new is shown on the profile at once', async () => {
  const shop = await mergeShop()
  const [one, two] = [await shop.customer('Ana', phone('514-555-0142')), await shop.customer('Anna', phone('514-555-0142'))]
  expect((await shop.ask('duplicates/of', { customerId: two })).map(({ one: first }) => first.id)).toEqual([one])
  await catchUp(shop)
  const { mergeId } = await shop.merge(one, two)
  expect(await pairs(shop)).toEqual([])
  await shop.unmerge(mergeId)
  expect(await pairs(shop)).toHaveLength(1)
})

test('a number that a crowd shares says nothing, and a search that is stopped goes on where it was', async () => {
  const shop = await mergeShop()
  for (let at = 0; at < 45; at++) await shop.customer(`Person${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`, phone('514-555-0100'))
  await shop.ask('duplicates/stop', {})
  expect(await catchUp(shop)).toMatchObject({ stopped: true, done: 0 })
  await shop.ask('duplicates/search', { from: 'here' })
  expect(await catchUp(shop)).toMatchObject({ stopped: false })
  expect((await shop.ask('duplicates/list', { after: null, most: 100 })).total).toBeLessThan(900)
})

test('rows of an import that were added anyway wait for somebody to look at them', async () => {
  const shop = await mergeShop()
  const [one, two] = [await shop.customer('Ana'), await shop.customer('Bruno')]
  shop.core.db.prepare(`INSERT INTO import_batches (id, file_name, kind, state, size_bytes, staff_id, register_id, made_at) VALUES ('b1', 'a.csv', 'csv', 'done', 1, 's', 'r', '2026-01-01')`).run()
  shop.core.db.prepare(`INSERT INTO import_rows (batch_id, position, line, heap, nth, name, draft, blocked, twin_id, choice, ticked, outcome, customer_id)
    VALUES ('b1', 0, 2, 'twin', 0, 'Bruno', '{}', 0, ?, 'add', 1, 'added', ?)`).run(one, two)
  await queueImported(shop.core, 'b1' as never)
  expect((await shop.ask('duplicates/list', { after: null, most: 10 })).rows[0]).toMatchObject({ why: { reasons: ['import'] } })
})

test('what was typed for someone new goes to who is there, into empty fields alone, and can be taken back', async () => {
  const shop = await mergeShop()
  const id = await shop.customer('Ana', { lastName: 'Ruiz', ...phone('514-555-0142') })
  const draft = { ...(await shop.ask('customers/card', { id })).customer }
  const typed = { type: 'personal' as const, firstName: 'Anna', lastName: 'Ruis', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: '1990-04-03' as PlainDate, language: null,
    customerTypeId: null, groupId: null, tags: [], notes: '', phones: [{ typed: '514-555-0199', kind: 'mobile' }], emails: [{ address: 'ana@x.ca', kind: 'home' }], addresses: [], licence: null, medical: null, extras: [] }
  const filled = await shop.ask('customers/fill', { requestId: shop.rid(), id, draft: typed })
  const after = (await shop.ask('customers/card', { id })).customer
  expect(after).toMatchObject({ firstName: 'Ana', lastName: 'Ruiz', birthDate: '1990-04-03' })
  expect(after.phones).toHaveLength(2)
  await shop.ask('customers/update', { requestId: shop.rid(), id, version: after.version, changes: filled.before as never, keepConsent: {}, consents: [] })
  expect((await shop.ask('customers/card', { id })).customer).toMatchObject({ birthDate: null, emails: draft.emails })
})

test('merging a person of 5,000 sales holds the till for less than a moment', async () => {
  const shop = await mergeShop()
  const [one, two] = [await shop.customer('Ana'), await shop.customer('Anna')]
  const insert = shop.core.db.prepare(`INSERT INTO sales (id, register_id, staff_id, state, number, customer_id, currency, prices_include_tax, subtotal_cents, discounts_cents, net_cents, tax_cents, rounding_cents, total_cents, made_at, completed_at)
    VALUES (?, 'till-1', ?, 'completed', ?, ?, 'CAD', 0, 100, 0, 100, 0, 0, 100, '2026-01-01T00:00:00.000Z', ?)`)
  shop.core.db.transaction(() => { for (let at = 1; at <= 5_000; at++) insert.run(`s-${at}`, shop.staff.cashier, at, two, new Date(Date.UTC(2020, 0, 1) + at * 3_600_000).toISOString()) })()
  const { fingerprint } = await shop.preview(one, two)
  const started = process.cpuUsage()
  const { mergeId } = await shop.ask('customers/merge', { requestId: shop.rid(), kind: 'merge', keepId: one, goneId: two, fingerprint, choice: { picks: {}, left: [] }, photo: null, approvalId: null })
  const merged = process.cpuUsage(started)
  const again = process.cpuUsage()
  await shop.unmerge(mergeId)
  const parted = process.cpuUsage(again)
  expect(shop.core.db.prepare('SELECT count(*) FROM sales WHERE customer_id = ?').pluck().get(two)).toBe(5_000)
  // 20 ms and 17 ms here; 50 is wanted, and a machine of the CI is a third as fast.
  expect([merged, parted].map(({ user, system }) => (user + system) / 1_000 < 150)).toEqual([true, true])
})
