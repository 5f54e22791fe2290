import { expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import { rulesShape } from '../../../src/main/loyalty/program.ts'
import { finishGroups } from '../../../src/main/flows/delete-group.ts'
import { runDue } from '../../../src/main/flows/run-due.ts'
import { tellDecisions } from '../../../src/main/flows/tell-decisions.ts'
import { sql, value } from '../../../src/main/store/sql.ts'
import type { CustomerId, GroupId, Ppm, RequestId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

// Rows S2-13, S2-24 to S2-29 and screen 3.12: groups, moving members, and people who wait to be let in.

type App = Awaited<ReturnType<typeof freshApp>>
type Group = Partial<Omit<Input<'customers/save-group'>, 'requestId'>> & { name: string }

async function shop() {
  const app = await freshApp()
  await app.signIn('manager')
  const group = (fields: Group) => app.ask('customers/save-group', { requestId: app.rid(), id: null, ...fields })
  const person = (firstName: string, more: Partial<Input<'customers/create'>['draft']> = {}, source: Input<'customers/create'>['source'] = 'till', consents: Input<'customers/create'>['consents'] = []) =>
    app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, firstName, ...more }, consents, source, addToCart: false }).then(({ id }) => id)
  const groupOf = async (id: CustomerId) => (await app.ask('customers/get', { id })).groupName
  const counts = async () => Object.fromEntries((await app.ask('customers/group-counts', {})).map(({ groupId, members }) => [groupId, members]))
  const decide = (ids: readonly CustomerId[], decision: 'approved' | 'denied', reason = '', requestId: RequestId = app.rid()) =>
    app.ask('approvals/decide', { requestId, ids: [...ids], decision, reason })
  const waiting = (customerId: CustomerId | null = null) => app.ask('approvals/list', { groupId: null, customerId, after: null, most: 50 })
  return { ...app, group, person, groupOf, counts, decide, waiting }
}
const defaultId = async (app: App) => (await app.ask('customers/groups', {})).find(({ isDefault }) => isDefault)!.id

test('a group keeps everything that is said of it, and a rename is seen everywhere at once', async () => {
  const app = await shop()
  const { id } = await app.group({ name: 'Wholesale', description: '10 % on tools', needsApproval: true, discountPpm: 100_000 as Ppm, payLater: true, colour: 'blue' })
  const ana = await app.person('Ana', { groupId: id })
  await app.ask('customers/save-group', { requestId: app.rid(), id, name: 'Trade' })
  expect(await app.groupOf(ana)).toBe('Trade')
  const [, row] = await app.ask('customers/group-rows', {})
  expect(row).toMatchObject({ name: 'Trade', description: '10 % on tools', needsApproval: true, discountPpm: 100_000, payLater: true, colour: 'blue', isDefault: false, waiting: 0 })
})

test('two groups of one name are refused, whatever its case, accents and spaces', async () => {
  const app = await shop()
  await app.group({ name: 'Élite' })
  await expect(app.group({ name: ' elite ' })).rejects.toMatchObject({ code: 'name-taken', facts: { field: 'name' } })
})

test('a cashier cannot change groups; every change is in the audit with what it was', async () => {
  const app = await shop()
  const { id } = await app.group({ name: 'VIP' })
  await app.ask('customers/save-group', { requestId: app.rid(), id, name: 'Gold' })
  const { rows } = await app.ask('staff/audit', { before: null, most: 10, kind: 'group-changed', staffId: null })
  expect(JSON.parse(rows[0]!.before!)).toMatchObject({ name: 'VIP' })
  expect(JSON.parse(rows[0]!.after!)).toMatchObject({ name: 'Gold' })
  await app.signIn('cashier')
  await expect(app.group({ name: 'Mine' })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a new customer begins in the default group, and another one can be made it', async () => {
  const app = await shop()
  const { id } = await app.group({ name: 'Regulars', isDefault: true })
  expect(await app.groupOf(await app.person('Ana'))).toBe('Regulars')
  expect((await app.ask('customers/groups', {})).filter(({ isDefault }) => isDefault).map((group) => group.id)).toEqual([id])
})

test('a group of three is deleted only once somebody says where they go; then all three are there', async () => {
  const app = await shop()
  const [vip, gold] = [await app.group({ name: 'VIP' }), await app.group({ name: 'Gold' })]
  const people = await Promise.all(['Ana', 'Bea', 'Cleo'].map((name) => app.person(name, { groupId: vip.id })))
  await expect(app.ask('customers/delete-group', { requestId: app.rid(), id: vip.id, moveTo: null })).rejects.toMatchObject({ code: 'group-has-members', facts: { members: 3 } })
  expect(await app.ask('customers/delete-group', { requestId: app.rid(), id: vip.id, moveTo: gold.id })).toEqual({ moved: 3 })
  expect(await Promise.all(people.map(app.groupOf))).toEqual(['Gold', 'Gold', 'Gold'])
  expect((await app.ask('customers/groups', {})).map(({ name }) => name)).toEqual(['Default', 'Gold'])
  await app.group({ name: 'VIP' })
})

test('a deleted group comes back with its members, but for who was moved on since; a taken name is refused', async () => {
  const app = await shop()
  const [vip, gold] = [await app.group({ name: 'VIP' }), await app.group({ name: 'Gold' })]
  const [ana, bea] = [await app.person('Ana', { groupId: vip.id }), await app.person('Bea', { groupId: vip.id })]
  await app.ask('customers/delete-group', { requestId: app.rid(), id: vip.id, moveTo: gold.id })
  const record = await app.ask('customers/get', { id: bea })
  await app.ask('customers/update', { requestId: app.rid(), id: bea, version: record.version, changes: { groupId: await defaultId(app) }, keepConsent: {}, consents: [] })
  const other = await app.group({ name: 'vip' })
  await expect(app.ask('customers/undo-delete-group', { requestId: app.rid(), id: vip.id })).rejects.toMatchObject({ code: 'name-taken' })
  await app.ask('customers/delete-group', { requestId: app.rid(), id: other.id, moveTo: null })
  await app.ask('customers/undo-delete-group', { requestId: app.rid(), id: vip.id })
  expect([await app.groupOf(ana), await app.groupOf(bea)]).toEqual(['VIP', 'Default'])
})

test('after a day a deletion stands, and who was moved is forgotten', async () => {
  const app = await shop()
  const vip = await app.group({ name: 'VIP' })
  await app.person('Ana', { groupId: vip.id })
  await app.ask('customers/delete-group', { requestId: app.rid(), id: vip.id, moveTo: await defaultId(app) })
  app.clock.skip(25 * 3_600_000)
  await finishGroups(app.core)
  expect(value(app.core.db, sql`SELECT count(*) FROM customer_group_moves`)).toBe(0)
  await expect(app.ask('customers/undo-delete-group', { requestId: app.rid(), id: vip.id })).rejects.toMatchObject({ code: 'undo-too-late' })
})

test('members that a stop left behind are moved at the next start', async () => {
  const app = await shop()
  const [vip, gold] = [await app.group({ name: 'VIP' }), await app.group({ name: 'Gold' })]
  const ana = await app.person('Ana', { groupId: vip.id })
  app.core.db.exec(`UPDATE customer_groups SET deleted_at = '${app.clock.now()}', moved_to = '${gold.id}' WHERE id = '${vip.id}'`)
  await finishGroups(app.core)
  expect(await app.groupOf(ana)).toBe('Gold')
})

test('the default group cannot be deleted, nor can members go into the group that goes or one that is gone', async () => {
  const app = await shop()
  const vip = await app.group({ name: 'VIP' })
  const gone = await app.group({ name: 'Gone' })
  await app.ask('customers/delete-group', { requestId: app.rid(), id: gone.id, moveTo: null })
  const remove = (id: GroupId, moveTo: GroupId | null) => app.ask('customers/delete-group', { requestId: app.rid(), id, moveTo })
  await expect(remove(await defaultId(app), vip.id)).rejects.toMatchObject({ code: 'group-default' })
  await expect(remove(vip.id, vip.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(remove(vip.id, gone.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(app.person('Ana', { groupId: gone.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('members are counted without merged and erased people', async () => {
  const app = await shop()
  const vip = await app.group({ name: 'VIP' })
  const [, bea] = [await app.person('Ana', { groupId: vip.id }), await app.person('Bea', { groupId: vip.id })]
  expect((await app.counts())[vip.id]).toBe(2)
  app.core.db.exec(`UPDATE customers SET status = 'merged' WHERE id = '${bea}'`)
  expect((await app.counts())[vip.id]).toBe(1)
})

test('what a group earns is what the loyalty rules say of it at any hour, on anything', async () => {
  const app = await shop()
  const vip = await app.group({ name: 'VIP' })
  const none = await app.group({ name: 'Wholesale' })
  await app.signIn('owner')
  const boost = { name: 'x', timesMilli: 2_000, groupIds: [vip.id] }
  const boosts = [boost, { ...boost, name: 'y', timesMilli: 0, groupIds: [none.id] }, { ...boost, name: 'z', timesMilli: 5_000, fromMinute: 60 }]
  await app.ask('loyalty/save-program', { requestId: app.rid(), startsAt: null, rules: rulesShape.parse({ multipliers: { boosts } }) })
  expect((await app.ask('customers/group-rows', {})).map(({ name, timesMilli }) => [name, timesMilli])).toEqual([['Default', 1_000], ['VIP', 2_000], ['Wholesale', 0]])
})

const consents = [{ channel: 'email' as const, allowed: true }]
async function waitingShop() {
  const app = await shop()
  const trade = await app.group({ name: 'Wholesale', needsApproval: true })
  const marie = await app.person('Marie', { groupId: trade.id, emails: [{ address: 'marie@x.ca', kind: 'home' }] }, 'catalog', consents)
  const joe = await app.person('Joe', { groupId: trade.id }, 'catalog')
  return { ...app, trade, marie, joe }
}

test('whoever signs up in a catalog for a group that approves, waits; at the till nobody does', async () => {
  const app = await waitingShop()
  await app.person('Till', { groupId: app.trade.id })
  await app.person('Open', {}, 'catalog')
  const { rows, waiting } = await app.waiting()
  expect(rows.map(({ name, groupName }) => [name, groupName])).toEqual([['Marie', 'Wholesale'], ['Joe', 'Wholesale']])
  expect([waiting, await app.ask('approvals/count', {})]).toEqual([2, 2])
  expect((await app.waiting(app.joe)).rows.map(({ name }) => name)).toEqual(['Joe'])
})

test('approved people are active and denied ones are not, with the reason; both leave the list', async () => {
  const app = await waitingShop()
  await expect(app.decide([app.joe], 'denied', ' ')).rejects.toMatchObject({ code: 'reason-needed' })
  expect(await app.decide([app.marie], 'approved')).toMatchObject({ decided: 1, gone: 0 })
  await app.decide([app.joe], 'denied', 'No papers')
  expect((await app.ask('customers/get', { id: app.marie })).status).toBe('active')
  expect(await app.ask('customers/standing', { customerId: app.joe })).toMatchObject({ status: 'inactive', why: { kind: 'denied', reason: 'No papers' } })
  expect((await app.waiting()).rows).toEqual([])
  expect(await app.decide([app.marie, app.joe], 'approved')).toMatchObject({ decided: 0, gone: 2 })
})

test('a decision is undone within ten seconds, all of it, and not later', async () => {
  const app = await waitingShop()
  const request = app.rid()
  await app.decide([app.marie, app.joe], 'denied', 'No papers', request)
  expect(await app.ask('approvals/undo', { requestId: app.rid(), decisions: request })).toEqual({ undone: 2 })
  expect((await app.waiting()).waiting).toBe(2)
  expect((await app.ask('customers/standing', { customerId: app.joe })).why).toBeNull()
  const later = app.rid()
  await app.decide([app.marie], 'approved', '', later)
  app.clock.skip(13_000)
  await expect(app.ask('approvals/undo', { requestId: app.rid(), decisions: later })).rejects.toMatchObject({ code: 'undo-too-late' })
})

test('nobody is told before it can no longer be undone, and only who may be written to', async () => {
  const app = await waitingShop()
  await app.decide([app.marie, app.joe], 'approved')
  const outbox = () => app.core.db.prepare("SELECT customer_id, body FROM outbox WHERE purpose LIKE 'approval-%'").all()
  expect(tellDecisions(app.core)).toBe(0)
  expect(outbox()).toEqual([])
  app.clock.skip(16_000)
  runDue(app.core)
  runDue(app.core)
  expect(outbox()).toEqual([{ customer_id: app.marie, body: expect.stringContaining('approved') }])
})

test('turning Approval off says how many wait, so that they can be let in', async () => {
  const app = await waitingShop()
  expect(await app.ask('customers/save-group', { requestId: app.rid(), id: app.trade.id, name: 'Wholesale', needsApproval: false })).toMatchObject({ waiting: 2 })
})

test('a cashier sees who waits and decides on nobody', async () => {
  const app = await waitingShop()
  await app.signIn('cashier')
  expect((await app.waiting()).waiting).toBe(2)
  await expect(app.decide([app.joe], 'approved')).rejects.toMatchObject({ code: 'not-allowed' })
})

test('the newsletter has who said yes to marketing by e-mail and may be written to, newest first', async () => {
  const app = await shop()
  const emails = (address: string) => ({ emails: [{ address, kind: 'home' }] })
  const [ana, bea] = [await app.person('Ana', emails('ana@x.ca'), 'till', consents), await app.person('Bea', emails('bea@x.ca'), 'till', consents)]
  await app.person('Cleo', emails('cleo@x.ca'))
  const audience = () => app.ask('messaging/newsletter', { before: null, most: 1 })
  expect(await audience()).toMatchObject({ count: 2, rows: [{ id: bea, name: 'Bea', email: 'bea@x.ca' }], more: expect.any(Number) })
  const { more } = await audience()
  expect((await app.ask('messaging/newsletter', { before: more, most: 5 })).rows.map(({ id }) => id)).toEqual([ana])
  await app.ask('messaging/save-subscriptions', { requestId: app.rid(), customerId: bea, given: null, note: '', changes: [{ channel: 'email', type: 'marketing', allowed: false }] })
  expect((await audience()).count).toBe(1)
  const record = await app.ask('customers/get', { id: ana })
  await app.ask('customers/update', { requestId: app.rid(), id: ana, version: record.version, changes: { status: 'inactive' }, keepConsent: {}, consents: [] })
  expect((await audience()).count).toBe(0)
})
