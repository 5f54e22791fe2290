import { expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from '../customers/people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
type Asked = Input<'messaging/save-subscriptions'>
const ana = { firstName: 'Ana', phones: [{ typed: '514 555 0142', kind: 'mobile' }], emails: [{ address: 'ana@example.com', kind: 'home' }] }

const create = async (app: App, draft: object = ana, consents: Input<'customers/create'>['consents'] = []): Promise<CustomerId> =>
  (await app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...draft }, consents, source: 'till', addToCart: false })).id
const save = (app: App, customerId: CustomerId, changes: Asked['changes'], how: Partial<Pick<Asked, 'given' | 'note'>> = {}) =>
  app.ask('messaging/save-subscriptions', { requestId: app.rid(), customerId, changes, given: 'in-person', note: '', ...how })
const counted = async (app: App, customerId: CustomerId) => {
  const { on, of } = await app.ask('messaging/subscriptions', { customerId })
  return { on, of }
}

test('whoever said nothing is subscribed to nothing, and is told of the channels that reach them', async () => {
  const app = await freshApp()
  const id = await create(app)
  expect(await counted(app, id)).toEqual({ on: 0, of: 4 })
  const { cells } = await app.ask('messaging/subscriptions', { customerId: id })
  expect(cells.filter(({ reachable }) => !reachable).map(({ channel }) => channel)).toEqual(['post', 'post'])
  expect(await counted(app, await create(app, { firstName: 'Bob' }))).toEqual({ on: 0, of: 0 })
})

test('Marketing ended on every channel leaves the rest on, and the register’s switches off', async () => {
  const app = await freshApp()
  const id = await create(app, ana, [{ channel: 'sms', allowed: true }, { channel: 'email', allowed: true }])
  expect(await counted(app, id)).toEqual({ on: 4, of: 4 })
  await save(app, id, [{ channel: 'sms', type: 'marketing', allowed: false }, { channel: 'email', type: 'marketing', allowed: false }], { given: null })
  expect(await counted(app, id)).toEqual({ on: 2, of: 4 })
  expect((await app.ask('customers/card', { id })).switches).toEqual({ sms: false, email: false })
})

test('a yes says how it was given, in which words, for which number; a no asks for nothing', async () => {
  const app = await freshApp()
  const id = await create(app)
  await expect(save(app, id, [{ channel: 'sms', type: 'general', allowed: true }], { given: null })).rejects.toMatchObject({ code: 'consent-how-needed', facts: { field: 'given' } })
  await expect(save(app, id, [{ channel: 'sms', type: 'general', allowed: true }], { given: 'other' })).rejects.toMatchObject({ code: 'consent-how-needed', facts: { field: 'note' } })
  await save(app, id, [{ channel: 'whatsapp', type: 'general', allowed: true }], { given: 'other', note: 'at the fair' })
  const { history } = await app.ask('messaging/consents', { customerId: id })
  expect(history).toHaveLength(1)
  expect(history[0]).toMatchObject({ channel: 'whatsapp', type: 'general', allowed: true, how: 'other: at the fair', address: '+15145550142', staffId: app.staff.cashier })
  expect(history[0]?.wording).toContain('WhatsApp')
  expect(await counted(app, id), 'what is done by hand is not what the till sends').toEqual({ on: 0, of: 4 })
})

test('nobody can agree for a number or an address that is not there, and then nothing at all is saved', async () => {
  const app = await freshApp()
  const id = await create(app, { ...ana, emails: [] })
  await expect(save(app, id, [{ channel: 'sms', type: 'general', allowed: true }, { channel: 'email', type: 'general', allowed: true }])).rejects.toMatchObject({ code: 'cannot-reach', facts: { field: 'email.general' } })
  await expect(save(app, id, [{ channel: 'post', type: 'general', allowed: true }])).rejects.toMatchObject({ code: 'cannot-reach' })
  expect((await app.ask('messaging/consents', { customerId: id })).history).toEqual([])
})

test('changes only append: a second save of the same writes nothing, a repeated request nothing either', async () => {
  const app = await freshApp()
  const id = await create(app)
  const asked: Asked = { requestId: app.rid(), customerId: id, changes: [{ channel: 'sms', type: 'general', allowed: true }], given: 'on-paper', note: '' }
  await app.ask('messaging/save-subscriptions', asked)
  await app.ask('messaging/save-subscriptions', asked)
  await save(app, id, [{ channel: 'sms', type: 'general', allowed: true }])
  await save(app, id, [{ channel: 'sms', type: 'general', allowed: false }], { given: null })
  const { history } = await app.ask('messaging/consents', { customerId: id })
  expect(history.map(({ allowed, how }) => [allowed, how])).toEqual([[false, 'unsubscribed'], [true, 'on-paper']])
  await app.signIn('owner')
  const { rows } = await app.ask('staff/audit', { before: null, most: 50, kind: 'subscriptions-changed', staffId: null })
  expect(rows).toHaveLength(2)
})

test('another number ends what was agreed to for the old one on WhatsApp and for calls too', async () => {
  const app = await freshApp()
  const id = await create(app)
  await save(app, id, [{ channel: 'whatsapp', type: 'general', allowed: true }, { channel: 'phone', type: 'marketing', allowed: true }])
  await app.ask('customers/update', { requestId: app.rid(), id, version: 1, changes: { phones: [{ typed: '438 555 0199', kind: 'mobile' }] }, keepConsent: {}, consents: [] })
  const { cells } = await app.ask('messaging/subscriptions', { customerId: id })
  expect(cells.filter(({ allowed }) => allowed)).toEqual([])
})
