import { expect, test } from 'vitest'
import type { CustomerChanges, CustomerDraft } from '../../../src/main/customers/customer.ts'
import { removeCustomer } from '../../../src/main/customers/customers.sql.ts'
import { tidySearch } from '../../../src/main/customers/search.sql.ts'
import type { CustomerId, PlainDate, RegisterId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const secondTill = 'till-2' as RegisterId
const ana = { firstName: 'Ana', lastName: 'Ruiz', phones: [{ typed: '514 555 0142', kind: 'mobile' }], emails: [{ address: 'Ana@Example.com',
  kind: 'home' }] }

const create = (app: App, draft: Partial<CustomerDraft> = ana, consents: { channel: 'sms' | 'email'; allowed: boolean }[] = [], addToCart = false) =>
  app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...draft }, consents, source: 'till', addToCart })
const update = (app: App, id: CustomerId, version: number, changes: CustomerChanges, more: object = {}, registerId?: RegisterId) =>
  app.ask('customers/update', { requestId: app.rid(), id, version, changes, keepConsent: {}, consents: [], ...more }, registerId)
const refusal = async (work: Promise<unknown>) => work.then(() => null, (error: { code: string; facts: unknown }) => [error.code, error.facts])
const audit = (app: App) => app.core.db.prepare('SELECT kind, target, before, after, approved_by AS approvedBy FROM audit ORDER BY seq').all() as { kind: string; target: string; before: string | null; after: string | null; approvedBy: string | null }[]

test('a customer is saved once with a code of their own, and read back as they were typed', async () => {
  const app = await freshApp()
  const requestId = app.rid()
  const asked = { requestId, draft: { ...emptyDraft, ...ana, birthDate: '1990-04-03' as PlainDate, tags: [' decaf ', 'decaf'] }, consents: [],
    source: 'till' as const, addToCart: false }
  const first = await app.ask('customers/create', asked)
  expect(await app.ask('customers/create', asked)).toEqual(first)
  const customer = await app.ask('customers/get', { id: first.id })
  expect(customer).toMatchObject({
    code: 'POS-000001', displayName: 'Ana Ruiz', initial: 'A', age: 36, source: 'till', status: 'active', customerTypeName: 'Regular',
      groupName: 'Default', tags: ['decaf'], version: 1, visits: 0,
    phones: [{ e164: '+15145550142', typed: '514 555 0142', kind: 'mobile', shown: '(514) 555-0142' }],
  })
  expect((await create(app)).id).not.toBe(first.id)
  expect((await app.ask('customers/page', { after: null, most: 50, letter: null })).total).toBe(2)
})

test('a code is never given twice, even when its customer is taken out again', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  removeCustomer(app.core.db, id)
  const next = await create(app)
  expect((await app.ask('customers/get', { id: next.id })).code).toBe('POS-000002')
  expect(await refusal(app.ask('customers/get', { id }))).toEqual(['not-found', { what: 'customer' }])
  expect((await app.ask('customers/find', { text: 'ruiz', scope: 'picker', most: 20, after: null, inactive: true })).rows).toHaveLength(1)
  expect(await app.ask('customers/letters', {})).toEqual([{ letter: 'A', count: 1 }])
})

test.each<[string, Partial<CustomerDraft>, unknown]>([
  ['nothing to call them by', { firstName: ' ', lastName: 'Ruiz' }, ['name-needed', { field: 'firstName' }]],
  ['a business without a name', { type: 'business' }, ['name-needed', { field: 'company' }]],
  ['a number nobody can dial', { firstName: 'Ana', phones: [{ typed: '514 555 0142', kind: '' }, { typed: '555-0142', kind: '' }] }, ['bad-phone',
    { field: 'phones.1' }]],
  ['an address no mail goes to', { firstName: 'Ana', emails: [{ address: 'ana@', kind: '' }] }, ['bad-email', { field: 'emails.0' }]],
  ['a birth date to come', { firstName: 'Ana', birthDate: '2026-11-22' as PlainDate }, ['birth-date-future', { field: 'birthDate' }]],
  ['a birth date over 120 years ago', { firstName: 'Ana', birthDate: '1905-11-20' as PlainDate }, ['birth-date-too-old', { field: 'birthDate' }]],
  ['a group that is not there', { firstName: 'Ana', groupId: 'nope' as never }, ['not-found', { field: 'groupId' }]],
])('%s is refused, and nothing is saved', async (_, draft, expected) => {
  const app = await freshApp()
  expect(await refusal(create(app, draft))).toEqual(expected)
  expect(await app.ask('customers/recent', { most: 8 })).toEqual([])
})

test('someone born today or 120 years ago may be a customer', async () => {
  const app = await freshApp()
  for (const birthDate of ['2026-11-21', '1905-11-22'] as PlainDate[]) await create(app, { firstName: 'Ana', birthDate })
  expect(await app.ask('customers/recent', { most: 8 })).toHaveLength(2)
})

test('a medical customer of a medical shop needs a number, and elsewhere nobody asks', async () => {
  const app = await freshApp()
  const medicalType = (await app.ask('customers/types', {})).find(({ kind }) => kind === 'medical')!.id
  await create(app, { firstName: 'Ana', customerTypeId: medicalType })
  app.core.db.exec('UPDATE shop SET medical = 1')
  expect(await refusal(create(app, { firstName: 'Ana', customerTypeId: medicalType }))).toEqual(['medical-number-needed',
    { field: 'medical.number' }])
  const { id } = await create(app, { firstName: 'Ana', customerTypeId: medicalType, medical: { number: 'M-12345678', expiresOn: null } })
  expect((await app.ask('customers/get', { id })).medical).toEqual({ last4: '5678', expiresOn: null })
})

test('a new customer goes onto the cart when asked, and one that money was put to takes nobody', async () => {
  const app = await freshApp()
  expect((await create(app, ana, [], true)).cart).toBe(true)
  expect((await app.ask('sales/cart', null))?.customer?.name).toBe('Ana Ruiz')
})

test('two tills that change different fields both keep their change', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  await update(app, id, 1, { nickname: 'Anita' })
  const second = await update(app, id, 1, { notes: 'prefers decaf' })
  expect(second).toMatchObject({ nickname: 'Anita', notes: 'prefers decaf', version: 3, overwritten: [] })
})

test('where two tills change one field the last save wins and hears what the other had put', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  await update(app, id, 1, { nickname: 'Anita', phones: [{ typed: '438 555 0199', kind: 'mobile' }] })
  const second = await update(app, id, 1, { nickname: 'Nita', phones: [{ typed: '450 555 0123', kind: 'mobile' }] })
  expect(second).toMatchObject({ nickname: 'Nita', version: 3 })
  expect(second.overwritten).toMatchObject([{ field: 'nickname', theirs: 'Anita', registerName: 'Till 1' }, { field: 'phones',
    theirs: [{ typed: '438 555 0199', kind: 'mobile' }] }])
  expect((await update(app, id, 3, { nickname: 'Mine' })).overwritten).toEqual([])
  expect((await update(app, id, 1, { nickname: 'Mine' })).overwritten).toEqual([])
})

test('a change is audited field by field, documents masked, and one that changes nothing is not', async () => {
  const app = await freshApp()
  const { id } = await create(app, { ...ana, licence: { number: 'R1234-567890', region: 'QC', country: 'CA', expiresOn: null, source: 'scanned' } })
  await update(app, id, 1, { firstName: 'Ana' })
  await update(app, id, 1, { firstName: 'Anna', licence: { number: 'X9876-543210', region: 'QC', country: 'CA', expiresOn: '2027-01-01' as PlainDate,
    source: 'typed' } })
  const changes = audit(app).filter(({ kind }) => kind === 'customer-changed')
  expect(changes).toHaveLength(1)
  expect(JSON.parse(changes[0]!.before!)).toEqual({ firstName: 'Ana', licence: { last4: '7890', region: 'QC', country: 'CA', expiresOn: null,
    source: 'scanned' } })
  expect(JSON.parse(changes[0]!.after!)).toMatchObject({ firstName: 'Anna', licence: { last4: '3210' } })
  expect(JSON.stringify(audit(app))).not.toMatch(/1234-5|9876-5/)
})

test('a document keeps its number where only its date is changed, and goes when it is emptied', async () => {
  const app = await freshApp()
  await app.signIn('manager')
  const { id } = await create(app, { ...ana, licence: { number: 'R1234-567890', region: 'QC', country: 'CA', expiresOn: null, source: 'typed' } })
  await update(app, id, 1, { licence: { number: null, region: 'ON', country: 'CA', expiresOn: '2027-01-01' as PlainDate, source: 'typed' } })
  expect(await app.ask('customers/reveal', { id, field: 'licence', reason: 'age check', approvalId: null })).toEqual({ value: 'R1234-567890' })
  expect((await update(app, id, 2, { licence: null })).licence).toBeNull()
})

test('a number is revealed once, to who may, and that it was seen is written down without it', async () => {
  const app = await freshApp()
  const { id } = await create(app, { ...ana, licence: { number: 'R1234-567890', region: 'QC', country: 'CA', expiresOn: null, source: 'typed' } })
  const target = `customer/${id}/licence`
  expect(await refusal(app.ask('customers/reveal', { id, field: 'licence', reason: 'age check', approvalId: null }))).toEqual(['needs-approval',
    { right: 'reveal-document', target }])
  const { approvalId } = await app.ask('staff/approve', { right: 'reveal-document', target, approverId: app.staff.manager, pin: app.pins.manager })
  expect(await app.ask('customers/reveal', { id, field: 'licence', reason: 'age check', approvalId })).toEqual({ value: 'R1234-567890' })
  expect((await refusal(app.ask('customers/reveal', { id, field: 'licence', reason: 'age check', approvalId })))?.[0]).toBe('approval-used')
  const seen = audit(app).filter(({ kind }) => kind === 'document-revealed')
  expect(seen).toMatchObject([{ target: `customer/${id}`, after: '{"field":"licence"}', approvedBy: app.staff.manager }])
  expect(JSON.stringify(app.core.db.prepare('SELECT * FROM requests').all())).not.toContain('567890')
  expect((await app.ask('customers/get', { id })).licence).toMatchObject({ last4: '7890' })
})

test('what an import kept word for word does not stand in the way of an edit', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  app.core.db.prepare("UPDATE customers SET first_name = '', birth_date = '2999-01-01' WHERE id = ?").run(id)
  app.core.db.prepare("UPDATE customer_phones SET e164 = '', typed = 'ask Léa' WHERE customer_id = ?").run(id)
  const saved = await update(app, id, 1, { notes: 'x', phones: [{ typed: 'ask Léa', kind: 'mobile' }] })
  expect(saved.phones).toMatchObject([{ e164: '', typed: 'ask Léa', shown: 'ask Léa' }])
  expect((await refusal(update(app, id, 2, { lastName: 'Roy' })))?.[0]).toBe('name-needed')
})

test('a shop that lets only some edit customers refuses a cashier', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  app.core.db.exec('UPDATE shop SET everyone_edits_customers = 0')
  expect(await refusal(update(app, id, 1, { nickname: 'x' }))).toEqual(['not-allowed', { right: 'edit-customers' }])
  await app.signIn('manager')
  expect((await update(app, id, 1, { nickname: 'x' })).nickname).toBe('x')
})

test('another customer type gives the cart they stand on its prices', async () => {
  const app = await freshApp()
  const { id } = await create(app, ana, [], true)
  const heard: string[] = []
  app.on((name) => heard.push(name))
  const wholesale = (await app.ask('customers/types', {})).find(({ kind }) => kind === 'wholesale')!.id
  await update(app, id, 1, { customerTypeId: wholesale })
  expect(heard).toEqual(['customer-changed', 'sale-changed'])
})

test('everyone is on the list from A to Z exactly once, letter by letter', async () => {
  const app = await freshApp()
  const names = ['Élan', 'ana', 'Bob', 'bob', 'Zoé', '7-Eleven', '田中', 'Øyvind', 'Anouk', 'B.']
  for (const nickname of names) await create(app, { nickname })
  const [gone] = await app.ask('customers/recent', { most: 1 })
  const seen: string[] = []
  for (let after: string | null = null; ;) {
    const page: { rows: readonly { displayName: string }[]; more: string | null; total: number } =
      await app.ask('customers/page', { after, most: 3, letter: null })
    seen.push(...page.rows.map((row) => row.displayName))
    expect(page.total).toBe(10)
    if ((after = page.more) === null) break
  }
  expect(seen).toEqual(['ana', 'Anouk', 'B.', 'Bob', 'bob', 'Élan', 'Øyvind', 'Zoé', '7-Eleven', '田中'])
  expect(await app.ask('customers/letters', {})).toEqual([{ letter: 'A', count: 2 }, { letter: 'B', count: 3 }, { letter: 'E', count: 1 },
    { letter: 'O', count: 1 }, { letter: 'Z', count: 1 }, { letter: '#', count: 2 }])
  expect((await app.ask('customers/page', { after: null, most: 2, letter: 'O' })).rows.map((row) => row.displayName)).toEqual(['Øyvind', 'Zoé'])
  expect((await app.ask('customers/page', { after: null, most: 2, letter: '#', skip: 1 })).rows.map((row) => row.displayName)).toEqual(['田中'])
  await update(app, gone!.id, 1, { status: 'inactive' })
  expect((await app.ask('customers/letters', {})).find(({ letter }) => letter === 'B')).toEqual({ letter: 'B', count: 2 })
  expect((await app.ask('customers/letters', { inactive: true })).find(({ letter }) => letter === 'B')).toEqual({ letter: 'B', count: 3 })
})

test('the first phone, e-mail and city of a row are those of the record, before and after a change', async () => {
  const app = await freshApp()
  const address = { label: '', address1: '1 Rue A', address2: '', city: 'Laval', region: 'QC', postcode: '', country: 'CA' }
  const { id } = await create(app, { ...ana, addresses: [address] })
  expect((await app.ask('customers/recent', { most: 1 }))[0]).toMatchObject({ phoneTail: '0142', phone: '(514) 555-0142', email: 'ana@example.com',
    city: 'Laval', groupName: 'Default' })
  await update(app, id, 1, { phones: [], emails: [{ address: 'b@example.com', kind: 'home' }], addresses: [] })
  expect((await app.ask('customers/recent', { most: 1 }))[0]).toMatchObject({ phoneTail: '', phone: '', email: 'b@example.com', city: '' })
})

test('a form left open is kept for its till and dropped once it is saved', async () => {
  const app = await freshApp()
  await app.ask('customers/keep-draft', { form: 'new', body: '{"a":1}' })
  await app.ask('customers/keep-draft', { form: 'new', body: '{"a":2}' })
  expect((await app.ask('customers/kept-draft', { form: 'new' }))?.body).toBe('{"a":2}')
  await app.signIn('manager', secondTill).catch(() => null)
  await app.ask('customers/drop-draft', { form: 'new' })
  expect(await app.ask('customers/kept-draft', { form: 'new' })).toBeNull()
})

test('a photo is kept, shown and taken away', async () => {
  const app = await freshApp()
  const { id } = await create(app)
  const photo = { mediaType: 'image/png' as const, base64: Buffer.from('picture').toString('base64') }
  await app.ask('customers/save-photo', { requestId: app.rid(), id, photo })
  expect(await app.ask('customers/photo', { id })).toEqual(photo)
  expect((await app.ask('customers/get', { id })).hasPhoto).toBe(true)
  await app.ask('customers/save-photo', { requestId: app.rid(), id, photo: null })
  expect(await app.ask('customers/photo', { id })).toBeNull()
})

test('groups and types are added and renamed by the owner, no two of one name', async () => {
  const app = await freshApp()
  const group = { id: null, name: 'VIP', priceListId: null }
  expect((await refusal(app.ask('customers/save-group', { requestId: app.rid(), ...group })))?.[0]).toBe('not-allowed')
  await app.signIn('owner')
  const { id } = await app.ask('customers/save-group', { requestId: app.rid(), ...group })
  expect((await refusal(app.ask('customers/save-group', { requestId: app.rid(), ...group, name: 'vip' })))?.[0]).toBe('name-taken')
  await app.ask('customers/save-group', { requestId: app.rid(), ...group, id, name: 'Friends' })
  expect((await app.ask('customers/groups', {})).map(({ name, isDefault }) => [name, isDefault])).toEqual([['Default', true], ['Friends', false]])
  expect((await app.ask('customers/types', {})).map(({ name, kind, priceListName }) => [name, kind, priceListName])).toEqual([['Regular', 'regular',
    null], ['Medical', 'medical', null], ['Wholesale', 'wholesale', 'Wholesale']])
})

test('tidying the search tables ends, and everyone is still found', async () => {
  const app = await freshApp()
  for (let turn = 0; turn < 40; turn++) await create(app, { firstName: `Ana${turn}`, lastName: 'Ruiz' })
  let turns = 0
  while (tidySearch(app.core.db) && turns < 100) turns++
  expect(turns).toBeLessThan(100)
  expect((await app.ask('customers/find', { text: 'ruiz', scope: 'picker', most: 100, after: null, inactive: false })).rows).toHaveLength(40)
})
