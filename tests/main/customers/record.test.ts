import { expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import type { Cents, CustomerId, PlainDate, Ppm, StaffId } from '../../../src/main/vocabulary.ts'
import { freshApp, till } from '../../harness/app.ts'
import { setUpBrulerie } from '../../harness/shop.ts'
import { emptyDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
type Draft = Input<'customers/create'>['draft']
type Changes = Input<'customers/update'>['changes']
const business: Draft = { ...emptyDraft, type: 'business', company: 'Brûlerie Co' }
const street = { label: 'Home', address1: '12 rue A', address2: '', city: 'Montréal', region: 'QC', postcode: 'H2X 1Y4', country: 'CA' }

const create = (app: App, draft: Partial<Draft> = {}, more: Partial<Input<'customers/create'>> = {}) =>
  app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, firstName: 'Ana', ...draft }, consents: [], source: 'till', addToCart: false, ...more })
const update = (app: App, id: CustomerId, changes: Changes, more: Partial<Input<'customers/update'>> = {}) =>
  app.ask('customers/update', { requestId: app.rid(), id, version: 1, changes, keepConsent: {}, consents: [], ...more })
const refusal = (act: Promise<unknown>): Promise<unknown> => act.then(() => null, ({ code, facts }: { code: string; facts: unknown }) => [code, facts])
const get = (app: App, id: CustomerId) => app.ask('customers/get', { id })

test('terms of trade are kept, changed one by one, and stand in the audit with before and after', async () => {
  const app = await freshApp()
  const { id } = await create(app, { ...business, discountPpm: 50_000 as Ppm, registrationNo: 'R-9', preferredChannel: 'email', statementBy: 'print' })
  expect(await get(app, id)).toMatchObject({ discountPpm: 50_000, registrationNo: 'R-9', preferredChannel: 'email', statementBy: 'print', taxExempt: false, payLaterAllowed: false })
  await update(app, id, { discountPpm: 100_000 as Ppm })
  expect(await get(app, id)).toMatchObject({ discountPpm: 100_000, registrationNo: 'R-9', preferredChannel: 'email' })
  const row = app.core.db.prepare(`SELECT before, after FROM audit WHERE kind = 'customer-changed'`).get() as { before: string; after: string }
  expect([JSON.parse(row.before), JSON.parse(row.after)]).toEqual([{ discountPpm: 50_000 }, { discountPpm: 100_000 }])
})

test('a business that pays no tax shows its certificate and until when; a person need not', async () => {
  const app = await freshApp()
  expect(await refusal(create(app, { ...business, taxExempt: true }))).toEqual(['tax-certificate-needed', { field: 'taxCertificate' }])
  expect(await refusal(create(app, { ...business, taxExempt: true, taxCertificate: 'TX-1' }))).toEqual(['tax-expiry-needed', { field: 'taxExemptUntil' }])
  const { id } = await create(app, { ...business, taxExempt: true, taxCertificate: ' TX-1 ', taxExemptUntil: '2027-01-31' as PlainDate })
  expect(await get(app, id)).toMatchObject({ taxExempt: true, taxCertificate: 'TX-1', taxExemptUntil: '2027-01-31' })
  expect(await refusal(update(app, id, { taxCertificate: '' }))).toEqual(['tax-certificate-needed', { field: 'taxCertificate' }])
  expect((await update(app, id, { notes: 'other fields are not asked' })).notes).not.toBe('')
  await expect(create(app, { taxExempt: true })).resolves.toBeDefined()
})

test('credit is given with a manager\'s PIN, for one customer, and taken away without', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  const target = `pay-later/${id}`
  const credit = { payLaterAllowed: true, payLaterLimitCents: 20_000 as Cents, payLaterDays: 30 }
  expect(await refusal(update(app, id, credit))).toEqual(['needs-approval', { right: 'set-pay-later', target }])
  const approve = () => app.ask('staff/approve', { right: 'set-pay-later', target, approverId: app.staff.manager as StaffId, pin: app.pins.manager })
  const { approvalId } = await approve()
  expect(await update(app, id, credit, { approvalId })).toMatchObject(credit)
  expect(await refusal(update(app, id, { payLaterLimitCents: null }))).toEqual(['needs-approval', { right: 'set-pay-later', target }])
  expect(await update(app, id, { payLaterLimitCents: 10_000 as Cents })).toMatchObject({ payLaterLimitCents: 10_000 })
  expect(await update(app, id, { payLaterAllowed: false })).toMatchObject({ payLaterAllowed: false })
  const requestId = app.rid()
  expect(await refusal(create(app, { payLaterAllowed: true }, { requestId }))).toEqual(['needs-approval', { right: 'set-pay-later', target: `pay-later/${requestId}` }])
  await app.signIn('manager')
  await expect(update(app, id, credit)).resolves.toMatchObject(credit)
})

test('a company belongs to another that is there, and never to itself', async () => {
  const app = await freshApp()
  const mother = await create(app, { ...business, company: 'Mother' })
  const child = await create(app, { ...business, company: 'Child', parentId: mother.id })
  expect(await get(app, child.id)).toMatchObject({ parentId: mother.id, parentName: 'Mother' })
  expect(await refusal(update(app, mother.id, { parentId: child.id }))).toEqual(['parent-circle', { field: 'parentId' }])
  expect(await refusal(update(app, child.id, { parentId: 'nobody' as CustomerId }))).toEqual(['not-found', { field: 'parentId' }])
})

test('other contacts of a business are found, and say for whom they speak', async () => {
  const app = await freshApp()
  const ana = { name: ' Ana  Ruiz ', role: 'Buyer', typed: '(514) 555-0188', email: 'ana@brulerie.example', mayBuy: true }
  const { id } = await create(app, { ...business, contacts: [ana, { name: '', role: '', typed: '', email: '', mayBuy: false }] })
  expect((await get(app, id)).contacts).toEqual([{ ...ana, name: 'Ana Ruiz', e164: '+15145550188', shown: '(514) 555-0188' }])
  const find = async (text: string) => (await app.ask('customers/find', { text, scope: 'picker', most: 10, after: null, inactive: false })).rows.map(({ displayName }) => displayName)
  expect(await find('ana')).toEqual(['Ana Ruiz (Brûlerie Co)'])
  expect(await find('5550188')).toEqual(['Ana Ruiz (Brûlerie Co)'])
  expect(await find('ana brul')).toEqual(['Ana Ruiz (Brûlerie Co)'])
  expect(await find('brulerie')).toEqual(['Brûlerie Co'])
  expect(await refusal(create(app, { ...business, contacts: [{ ...ana, name: '' }] }))).toEqual(['contact-name-needed', { field: 'contacts.0.name' }])
  expect(await refusal(create(app, { ...business, contacts: [{ ...ana, typed: '12' }] }))).toEqual(['bad-phone', { field: 'contacts.0.phone' }])
  await update(app, id, { contacts: [] })
  expect(await find('ana')).toEqual([])
})

test('an address with a town and no street is sent back; an old one of an import stays', async () => {
  const app = await freshApp()
  expect(await refusal(create(app, { addresses: [street, { ...street, address1: ' ' }] }))).toEqual(['address-needs-line', { field: 'addresses.1' }])
  const { id } = await create(app, { addresses: [street] })
  app.core.db.exec(`UPDATE customer_addresses SET address_1 = ''`)
  const [old] = (await get(app, id)).addresses
  expect((await update(app, id, { addresses: [old!, { ...street, label: 'Work' }] })).addresses).toHaveLength(2)
})

test('an address is looked at as it is typed: the postcode as that country writes it, and what is missing', async () => {
  const app = await freshApp()
  const look = (address: Partial<typeof street>) => app.ask('customers/look-at-address', { address: { ...street, ...address } })
  expect(await look({ postcode: 'h2x1y4', country: '' })).toEqual({ postcode: 'H2X 1Y4', chip: 'unverified', hints: [] })
  expect(await look({ postcode: '1234x' })).toEqual({ postcode: '1234X', chip: 'unverified', hints: ['postcode-format'] })
  expect(await look({ address1: 'rue A' })).toMatchObject({ chip: 'incomplete', hints: ['street-number'] })
  expect(await look({ postcode: '100012345', country: 'United States' })).toMatchObject({ postcode: '10001-2345', hints: [] })
  expect((await app.ask('customers/regions', { country: 'Canadá', language: 'fr' })).list).toHaveLength(13)
  expect(await app.ask('customers/regions', { country: '', language: 'en' })).toMatchObject({ word: 'province', postcodeExample: 'H2X 1Y4' })
  expect(await app.ask('customers/regions', { country: 'México', language: 'es' })).toMatchObject({ word: 'state' })
  expect(await app.ask('customers/regions', { country: 'Japan', language: 'en' })).toEqual({ word: 'region', list: [], postcodeExample: '' })
})

test('a number is said back with its country code before it is saved', async () => {
  const app = await freshApp()
  const say = (typed: string, country = '') => app.ask('customers/international-phone', { typed, country })
  expect(await Promise.all([say('5145550142'), say('(514) 555-0142'), say('0142685300', 'FR'), say('+33142685300'), say('555')])).toEqual(['+1 514-555-0142', '+1 514-555-0142', '+33 1 42 68 53 00', '+33 1 42 68 53 00', ''])
})

test('towns and tags entered before are offered again, whatever their accents and capitals', async () => {
  const app = await freshApp()
  await create(app, { addresses: [street], tags: ['Décaf', 'VIP', 'vip'] })
  await create(app, { tags: ['decaf', 'Local'] })
  expect(await app.ask('customers/suggest-cities', { text: 'mon' })).toEqual([{ city: 'Montréal', region: 'QC', country: 'CA' }])
  expect(await app.ask('customers/suggest-cities', { text: 'lav' })).toEqual([])
  expect(await app.ask('customers/suggest-tags', { text: '' })).toEqual(['Décaf', 'Local', 'VIP'])
  expect(await app.ask('customers/suggest-tags', { text: 'DÉ' })).toEqual(['Décaf'])
})

test('the code says where somebody came from, and is never given twice', async () => {
  const app = await freshApp()
  const one = await create(app)
  const other = await create(app, {}, { source: 'catalog' as never })
  expect([(await get(app, one.id)).code, (await get(app, other.id)).code]).toEqual(['POS-000001', 'CAT-000002'])
})

test('a customer of the online catalog keeps their own fields; the shop\'s own stay the shop\'s', async () => {
  const app = await freshApp()
  const { id } = await create(app, { lastName: 'Ruiz', phones: [{ typed: '514 555-0142', kind: 'mobile' }] }, { source: 'catalog' as never })
  expect(await refusal(update(app, id, { firstName: 'Anna' }))).toEqual(['catalog-owned', { field: 'firstName' }])
  expect(await refusal(update(app, id, { phones: [] }))).toEqual(['catalog-owned', { field: 'phones.0' }])
  expect(await refusal(update(app, id, { addresses: [street] }))).toEqual(['catalog-owned', { field: 'addresses.0' }])
  expect(await update(app, id, { firstName: 'Ana', phones: [{ typed: '514 555-0142', kind: 'mobile' }], notes: 'shop', tags: ['vip'] })).toMatchObject({ notes: 'shop', tags: ['vip'] })
})

test('a record says who wrote it last, and at which till', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  expect(await get(app, id)).toMatchObject({ updatedBy: 'Léa', updatedAtTill: setUpBrulerie.register.name })
  await app.signIn('manager')
  await update(app, id, { nickname: 'Anita' })
  expect(await get(app, id)).toMatchObject({ updatedBy: 'Marc', updatedAtTill: 'Till 1' })
})

test('the newsletter is e-mail and marketing, says how it was asked, and is saved with the form or not at all', async () => {
  const app = await freshApp()
  const emails = [{ address: 'ana@x.ca', kind: 'home' }]
  const yes = { allowed: true, given: 'in-person' as const, note: '' }
  expect(await refusal(create(app, { emails }, { newsletter: { ...yes, given: null } }))).toEqual(['consent-how-needed', { field: 'given' }])
  expect(await refusal(create(app, {}, { newsletter: yes }))).toMatchObject(['cannot-reach', {}])
  expect((await app.ask('customers/recent', { most: 10 }))).toEqual([])
  const { id } = await create(app, { emails }, { newsletter: yes })
  const card = () => app.ask('customers/card', { id })
  expect(await card()).toMatchObject({ newsletter: true, switches: { email: false, sms: false } })
  await update(app, id, {}, { newsletter: { allowed: false, given: null, note: '' } })
  expect((await card()).newsletter).toBe(false)
})

test('texts go to the mobile wherever it stands in the list, and to the first number where there is none', async () => {
  const app = await freshApp()
  const consents = [{ channel: 'sms' as const, allowed: true }]
  const phones = [{ typed: '514 555-0100', kind: 'main' }, { typed: '514 555-0101', kind: 'mobile' }]
  const { id } = await create(app, { ...business, phones }, { consents })
  const other = await create(app, { ...business, phones: phones.slice(0, 1) }, { consents })
  const said = async (of: CustomerId) => (await app.ask('customers/card', { id: of })).consents.map(({ address }) => address)
  expect([await said(id), await said(other.id)]).toEqual([['+15145550101', '+15145550101'], ['+15145550100', '+15145550100']])
})

test('a member joins with the form, once', async () => {
  const app = await freshApp()
  const { id } = await create(app, {}, { joins: true })
  expect((await app.ask('customers/card', { id })).member).toBe(true)
  await update(app, id, { nickname: 'A' }, { joins: true })
  expect((await app.ask('customers/card', { id })).member).toBe(true)
})

test('five fast saves of one form make one customer, with their picture', async () => {
  const app = await freshApp()
  const requestId = app.rid()
  const photo = { mediaType: 'image/png' as const, base64: 'iVBORw0KGgo=' }
  const saved = await Promise.all(Array.from({ length: 5 }, () => create(app, {}, { requestId, photo })))
  expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
  const rows = await app.ask('customers/recent', { most: 10 })
  expect(rows.map(({ hasPhoto }) => hasPhoto)).toEqual([true])
  expect(await app.ask('customers/photo', { id: saved[0]!.id })).toEqual(photo)
})

test('two tills that change different terms and contacts both keep theirs; the same one is told', async () => {
  const app = await freshApp()
  const { id } = await create(app, business)
  await update(app, id, { discountPpm: 10_000 as Ppm })
  const second = await update(app, id, { registrationNo: 'R-1' })
  expect(second).toMatchObject({ discountPpm: 10_000, registrationNo: 'R-1', overwritten: [] })
  const third = await update(app, id, { discountPpm: 20_000 as Ppm })
  expect(third.overwritten).toMatchObject([{ field: 'discountPpm', theirs: 10_000, registerName: 'Till 1' }])
})

test('a number is revealed with the reason it was seen for', async () => {
  const app = await freshApp()
  const { id } = await create(app, { licence: { number: 'R1234-567890', region: 'QC', country: 'CA', expiresOn: null, source: 'typed' } })
  await app.signIn('manager')
  expect((await app.reply('customers/reveal', { id, field: 'licence', reason: ' ', approvalId: null })).ok).toBe(false)
  await app.ask('customers/reveal', { id, field: 'licence', reason: 'age check', approvalId: null })
  const row = app.core.db.prepare(`SELECT reason, after, register_id FROM audit WHERE kind = 'document-revealed'`).get()
  expect(row).toEqual({ reason: 'age check', after: '{"field":"licence"}', register_id: till })
})
