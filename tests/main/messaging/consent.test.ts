import { expect, test } from 'vitest'
import type { CustomerChanges } from '../../../src/main/customers/customer.ts'
import { wordingFor } from '../../../src/main/messaging/consent.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { freshApp, till } from '../../harness/app.ts'
import { brulerie } from '../../harness/shop.ts'
import { emptyDraft } from '../customers/people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
type Choice = { channel: 'sms' | 'email'; allowed: boolean }
const sms = { channel: 'sms', allowed: true } as const
const email = { channel: 'email', allowed: true } as const
const reachable = { firstName: 'Ana', phones: [{ typed: '514 555 0142', kind: 'mobile' }], emails: [{ address: 'ana@example.com', kind: 'home' }] }

const create = (app: App, consents: Choice[], draft: object = reachable) =>
  app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...draft }, consents, source: 'till', addToCart: false })
const update = (app: App, id: CustomerId, changes: CustomerChanges, more: { keepConsent?: object; consents?: Choice[] } = {}) =>
  app.ask('customers/update', { requestId: app.rid(), id, version: 1, changes, keepConsent: {}, consents: [], ...more })
const switches = async (app: App, id: CustomerId) => (await app.ask('customers/card', { id })).switches
const said = async (app: App, id: CustomerId) =>
  (await app.ask('messaging/consents', { customerId: id })).history.map(({ channel, type, allowed, how, address }) =>
    [channel, type, allowed, how, address].join(' '))

test('nobody has agreed to anything until they are asked', async () => {
  const app = await freshApp()
  const { id } = await create(app, [{ channel: 'sms', allowed: false }])
  expect(await switches(app, id)).toEqual({ sms: false, email: false })
  expect(await app.ask('messaging/consents', { customerId: id })).toEqual({ states: [], history: [] })
})

test('the Opt-In SMS switch is both types of the channel, with the exact words, who asked, where and when', async () => {
  const app = await freshApp()
  const { id } = await create(app, [sms], { ...reachable, language: 'fr' })
  expect(await switches(app, id)).toEqual({ sms: true, email: false })
  const { history, states } = await app.ask('messaging/consents', { customerId: id })
  expect(history.map(({ type }) => type).sort()).toEqual(['general', 'marketing'])
  expect(history[0]).toMatchObject({
    channel: 'sms', allowed: true, address: '+15145550142', wording: brulerie.smsWording.fr, language: 'fr', how: 'register',
      staffId: app.staff.cashier, registerId: till,
  })
  expect(states.map(({ channel, type, allowed }) => [channel, type, allowed])).toEqual([['sms', 'general', true], ['sms', 'marketing', true]])
})

test('a yes without a number or an address is refused, and nothing is saved', async () => {
  const app = await freshApp()
  await expect(create(app, [sms], { firstName: 'Ana' })).rejects.toMatchObject({ code: 'bad-phone', facts: { field: 'phones.0' } })
  await expect(create(app, [email], { firstName: 'Ana' })).rejects.toMatchObject({ code: 'bad-email', facts: { field: 'emails.0' } })
  expect(await app.ask('customers/recent', { most: 8 })).toEqual([])
})

test('another number ends what was agreed to for the old one, unless the customer keeps it', async () => {
  const app = await freshApp()
  const phones = [{ typed: '438 555 0199', kind: 'mobile' }]
  const ended = await create(app, [sms, email])
  await update(app, ended.id, { phones })
  expect(await switches(app, ended.id)).toEqual({ sms: false, email: true })
  expect((await said(app, ended.id)).slice(0, 2)).toEqual(['sms marketing false number changed +15145550142',
    'sms general false number changed +15145550142'])
  const kept = await create(app, [sms])
  await update(app, kept.id, { phones }, { keepConsent: { sms: true } })
  expect(await switches(app, kept.id)).toEqual({ sms: true, email: false })
  expect((await said(app, kept.id))[0]).toBe('sms marketing true number changed, kept +14385550199')
})

test('a switch left on by the screen does not renew what a new number ended', async () => {
  const app = await freshApp()
  const { id } = await create(app, [sms])
  await update(app, id, { phones: [{ typed: '438 555 0199', kind: 'mobile' }] }, { consents: [sms] })
  expect(await switches(app, id)).toEqual({ sms: false, email: false })
})

test('writing a number or an address another way, or adding a second, changes nothing that was agreed to', async () => {
  const app = await freshApp()
  const { id } = await create(app, [sms, email])
  await update(app, id, { phones: [{ typed: '+1 (514) 555-0142', kind: 'mobile' }], emails: [{ address: 'ANA@example.com', kind: 'home' }] })
  await update(app, id, { phones: [{ typed: '450 555 0100', kind: 'home' }, { typed: '5145550142', kind: 'mobile' }] })
  expect(await switches(app, id)).toEqual({ sms: true, email: true })
  expect(await said(app, id)).toHaveLength(4)
})

test('taking the last number away ends it even where it was to be kept', async () => {
  const app = await freshApp()
  const { id } = await create(app, [sms])
  await update(app, id, { phones: [] }, { keepConsent: { sms: true } })
  expect(await switches(app, id)).toEqual({ sms: false, email: false })
})

test('a change of mind is another event, and saying the same again is none', async () => {
  const app = await freshApp()
  const { id } = await create(app, [sms])
  await update(app, id, {}, { consents: [sms] })
  await update(app, id, {}, { consents: [{ channel: 'sms', allowed: false }] })
  await update(app, id, {}, { consents: [sms] })
  expect((await said(app, id)).map((line) => line.split(' ')[2])).toEqual(['true', 'true', 'false', 'false', 'true', 'true'])
})

test('what was said can neither be changed nor taken out', async () => {
  const app = await freshApp()
  await create(app, [sms])
  expect(() => app.core.db.exec('UPDATE consent_events SET allowed = 0')).toThrow('never change')
  expect(() => app.core.db.exec('DELETE FROM consent_events')).toThrow('never change')
})

test('a shop without words of its own asks with ours, by its name, in the language asked for', async () => {
  const app = await freshApp()
  expect(await app.ask('messaging/wording', { language: 'es' })).toEqual({ sms: brulerie.smsWording.es, email: brulerie.emailWording.es })
  const silent = { name: 'Chez Léo', smsWording: { en: '', fr: ' ', es: '' }, emailWording: { en: 'Mail from {shop}?', fr: '', es: '' } }
  expect(wordingFor(silent, 'sms', 'fr')).toContain('Chez Léo peut-il')
  expect(wordingFor(silent, 'email', 'en')).toBe('Mail from Chez Léo?')
})
