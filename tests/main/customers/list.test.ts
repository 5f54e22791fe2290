import { expect, test } from 'vitest'
import type { ListColumn, ListFilter, ListSort } from '../../../src/main/customers/list-filter.ts'
import type { CustomerId, GroupId } from '../../../src/main/vocabulary.ts'
import { saveNewCustomer } from '../../../src/main/flows/save-customer.ts'
import { readRecord } from '../../../src/main/customers/record.sql.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import { freshApp } from '../../harness/app.ts'
import { listShop } from './list-shop.ts'
import { emptyDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const byName: ListSort = { column: 'name', down: false }
const add = (app: App, names: readonly string[]): CustomerId[] => inTransaction(app.core.db, () => names.map((firstName) =>
  saveNewCustomer(app.core, null, { draft: { ...emptyDraft, firstName, lastName: 'Ruiz' }, consents: [], source: 'import', importBatchId: null })))
const ticked = (ids: readonly CustomerId[]) => ({ kind: 'ids' as const, ids: [...ids] })
const groupOf = (app: App, id: CustomerId) => readRecord(app.core.db, id)?.groupId ?? null
const group = (app: App): GroupId => {
  app.core.db.exec(`INSERT INTO customer_groups (id, name, position) VALUES ('g-vip', 'VIP', 9), ('g-other', 'Other', 10)`)
  return 'g-vip' as GroupId
}

test('the list shows so many rows at most and counts everyone; search finds who is not shown', async () => {
  const app = await freshApp()
  const names = Array.from({ length: 260 }, (_, at) => `P${String(at).padStart(3, '0')}`)
  const ids = add(app, names)
  await app.signIn('owner')
  await app.ask('customers/set-list-rows', { requestId: app.rid(), rows: 100 })
  const first = await app.ask('customers/list', { filter: {}, sort: byName })
  expect(first.ids).toEqual(ids.slice(0, 100))
  expect([first.total, first.rows]).toEqual([260, 100])
  const typed = await app.ask('customers/list', { filter: { text: 'p259' }, sort: byName })
  expect([typed.ids, typed.near]).toEqual([[ids[259]], false])
  expect((await app.ask('customers/list', { filter: { text: 'ruix p259' }, sort: byName }))).toMatchObject({ ids: [ids[259]], near: true })
  await app.signIn('manager')
  await expect(app.ask('customers/set-list-rows', { requestId: app.rid(), rows: 500 })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('every column sorts up and down over everyone, and whoever has nothing there stands last', async () => {
  const app = await freshApp()
  const people = listShop(app, 5, 120).filter(({ status }) => !['merged', 'erased'].includes(status))
  await app.signIn('owner')
  const values: Partial<Record<ListColumn, (person: (typeof people)[number]) => string | number | null>> = {
    points: (person) => person.points, 'last-visit': (person) => person.lastVisitAt, balance: (person) => (person.openCents > 0 ? person.openCents : null), status: (person) => person.status,
    spend: (person) => (person.spent.length > 0 ? person.spent.reduce((sum, { cents }) => sum + cents, 0) : null), type: (person) => person.type,
  }
  for (const [column, value] of Object.entries(values)) {
    for (const down of [false, true]) {
      const { ids } = await app.ask('customers/list', { filter: {}, sort: { column: column as 'points', down } })
      const keys = ids.map((id) => value(people.find((person) => person.id === id)!))
      const known = keys.filter((key) => key !== null)
      const wanted = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1))
      expect([column, keys]).toEqual([column, [...wanted, ...keys.slice(known.length).map(() => null)]])
      expect(ids.length).toBe(people.length)
    }
  }
})

test('a person finds their columns, filter and sort again; what they searched for is not kept', async () => {
  const app = await freshApp()
  expect(await app.ask('customers/list-memory', {})).toMatchObject({ filter: {}, sort: byName, newHalf: 'personal', mostRows: 1_000 })
  await app.ask('customers/keep-list', { columns: ['email', 'name'], filter: { text: 'Ana', type: 'business' }, sort: { column: 'email', down: true }, newHalf: 'business' })
  expect(await app.ask('customers/list-memory', {})).toMatchObject({ columns: ['name', 'email'], filter: { type: 'business' }, sort: { column: 'email', down: true }, newHalf: 'business' })
  await app.ask('customers/keep-list', { columns: [] })
  const kept = await app.ask('customers/list-memory', {})
  expect([kept.columns.includes('mobile'), kept.filter]).toEqual([true, { type: 'business' }])
  await app.signIn('owner')
  expect((await app.ask('customers/list-memory', {})).filter).toEqual({})
})

test('a smart group has a name of its own and a filter, and a deletion is taken back', async () => {
  const app = await freshApp()
  const save = (name: string, filter: object) => app.ask('customers/save-smart-group', { requestId: app.rid(), id: null, name, filter })
  const { id } = await save('Sans courriel', { email: 'without' })
  await expect(save('sans COURRIEL', { mobile: 'without' })).rejects.toMatchObject({ code: 'name-taken' })
  await expect(save('Everyone', {})).rejects.toMatchObject({ code: 'empty-filter' })
  await expect(save('Two', { smartGroupId: id })).rejects.toMatchObject({ code: 'bad-input' })
  await app.ask('customers/delete-smart-group', { requestId: app.rid(), id })
  expect(await app.ask('customers/smart-groups', {})).toEqual([])
  await app.ask('customers/restore-smart-group', { requestId: app.rid(), id })
  expect(await app.ask('customers/smart-groups', {})).toMatchObject([{ id, name: 'Sans courriel', filter: { email: 'without' } }])
})

test('many are moved to a group at once, each with their line in the audit, and come back but for who was moved since', async () => {
  const app = await freshApp()
  const vip = group(app)
  const ids = add(app, ['Ana', 'Bea', 'Cléo', 'Dan'])
  const [ana, bea] = ids as [CustomerId, CustomerId]
  const before = groupOf(app, ana)
  const requestId = app.rid()
  const done = await app.ask('customers/group-many', { requestId, selection: ticked(ids.slice(0, 3)), groupId: vip })
  expect(done.changed).toBe(3)
  expect(ids.map((id) => groupOf(app, id))).toEqual([vip, vip, vip, before])
  expect((await app.ask('customers/group-many', { requestId, selection: ticked(ids.slice(0, 3)), groupId: vip })).actId).toBe(done.actId)
  const audited = app.core.db.prepare(`SELECT count(*) FROM audit WHERE kind = 'customer-changed' AND target = ? AND after LIKE '%g-vip%'`).pluck()
  expect(ids.map((id) => audited.get(`customer/${id}`))).toEqual([1, 1, 1, 0])
  await app.ask('customers/update', { requestId: app.rid(), id: bea, version: 99, changes: { groupId: 'g-other' as GroupId }, keepConsent: {}, consents: [] })
  expect((await app.ask('customers/undo-many', { requestId: app.rid(), actId: done.actId })).changed).toBe(2)
  expect(ids.map((id) => groupOf(app, id))).toEqual([before, 'g-other', before, before])
  await expect(app.ask('customers/undo-many', { requestId: app.rid(), actId: done.actId })).rejects.toMatchObject({ code: 'undo-too-late' })
  await expect(app.ask('customers/group-many', { requestId: app.rid(), selection: ticked(ids), groupId: 'gone' as GroupId })).rejects.toMatchObject({ code: 'not-found' })
})

test('a tag is put on everybody a filter finds but who was left out, once whatever its letters, and taken off again', async () => {
  const app = await freshApp()
  const ids = add(app, ['Ana', 'Bea', 'Cléo'])
  const tags = () => ids.map((id) => readRecord(app.core.db, id)?.tags)
  const everyone = { kind: 'filter' as const, filter: { text: 'ruiz' }, except: [ids[2]!] }
  await app.ask('customers/tag-many', { requestId: app.rid(), selection: ticked([ids[0]!]), tag: 'Café', add: true })
  const second = await app.ask('customers/tag-many', { requestId: app.rid(), selection: everyone, tag: ' cafe ', add: true })
  expect([second.changed, tags()]).toEqual([1, [['Café'], ['cafe'], []]])
  expect((await app.ask('customers/list', { filter: { tags: ['CAFÉ'] }, sort: byName })).ids).toEqual(ids.slice(0, 2))
  const off = await app.ask('customers/tag-many', { requestId: app.rid(), selection: everyone, tag: 'cafe', add: false })
  expect([off.changed, tags()]).toEqual([2, [[], [], []]])
  await app.ask('customers/undo-many', { requestId: app.rid(), actId: off.actId })
  expect(tags()).toEqual([['Café'], ['cafe'], []])
})

test('only who is active is deactivated, and the list and the search follow', async () => {
  const app = await freshApp()
  const ids = add(app, ['Ana', 'Bea', 'Cléo'])
  app.core.db.prepare(`UPDATE customers SET status = 'banned' WHERE id = ?`).run(ids[1])
  const done = await app.ask('customers/status-many', { requestId: app.rid(), selection: ticked(ids), status: 'inactive' })
  expect(done.changed).toBe(2)
  expect((await app.ask('customers/list', { filter: { statuses: ['inactive'] }, sort: byName })).ids).toEqual([ids[0], ids[2]])
  expect((await app.ask('customers/find', { text: 'Ana Ruiz', scope: 'picker', most: 5, after: null, inactive: false })).rows).toEqual([])
  await app.ask('customers/undo-many', { requestId: app.rid(), actId: done.actId })
  expect(ids.map((id) => readRecord(app.core.db, id)?.status)).toEqual(['active', 'banned', 'active'])
})

test('whoever may not see a field cannot learn it by a filter, a smart group or a sort', async () => {
  const app = await freshApp()
  const ids = add(app, ['Ana'])
  const { id } = await app.ask('customers/save-smart-group', { requestId: app.rid(), id: null, name: 'Rich', filter: { points: { from: 1, to: null } } })
  const { fields } = app.core.db.prepare(`SELECT fields FROM roles WHERE id = 'cashier'`).get() as { fields: string }
  app.core.db.prepare(`UPDATE roles SET fields = ? WHERE id = 'cashier'`).run(JSON.stringify({ ...(JSON.parse(fields) as object), balance: 'hidden', email: 'masked', birthDate: 'masked' }))
  const refused = async (asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code: 'not-allowed' })
  await refused(app.ask('customers/list', { filter: { points: { from: 1, to: null } }, sort: byName }))
  await refused(app.ask('customers/list', { filter: { smartGroupId: id }, sort: byName }))
  await refused(app.ask('customers/list-count', { filter: { birthdayMonth: 4 } }))
  await refused(app.ask('customers/list', { filter: {}, sort: { column: 'balance', down: true } }))
  const { barred, columns } = await app.ask('customers/list-choices', {})
  expect([barred, columns.includes('points'), columns.includes('email')]).toEqual([expect.arrayContaining(['points', 'debt', 'spend', 'birthdayMonth']), false, true])
  await app.ask('customers/update', { requestId: app.rid(), id: ids[0]!, version: 1, changes: { emails: [{ address: 'ana@example.com', kind: 'home' }] }, keepConsent: {}, consents: [] })
  expect(await app.ask('customers/list-rows', { ids, columns: ['name', 'email'] })).toMatchObject([{ displayName: 'Ana Ruiz', email: 'a•••@example.com' }])
})

test('within so many days counts today and whole days of the shop, and not for so many days is everybody else', async () => {
  const app = await freshApp()
  const ids = add(app, ['Ana', 'Bea', 'Cléo'])
  // Midnight in Montréal is 05:00 UTC: the 19th begins there, and a minute before it is still the 18th.
  const at = ['2026-11-19T05:00:00.000Z', '2026-11-19T04:59:00.000Z']
  at.forEach((moment, nth) => app.core.db.prepare('UPDATE customers SET last_visit_at = ? WHERE id = ?').run(moment, ids[nth]))
  const found = async (lastVisit: ListFilter['lastVisit']) => (await app.ask('customers/list', { filter: { lastVisit: lastVisit! }, sort: byName })).ids
  expect(await found({ kind: 'within', days: 3 })).toEqual([ids[0]])
  expect(await found({ kind: 'not-for', days: 3 })).toEqual([ids[1], ids[2]])
  expect(await found({ kind: 'within', days: 4 })).toEqual([ids[0], ids[1]])
  expect(await found({ kind: 'never' })).toEqual([ids[2]])
})
