import { expect, test } from 'vitest'
import type { CustomerDraft } from '../../../src/main/customers/customer.ts'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { dice, emptyDraft, madeUpDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const add = async (app: App, draft: Partial<CustomerDraft>): Promise<CustomerId> =>
  (await app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...draft }, consents: [], source: 'till', addToCart: false })).id
const search = (app: App, text: string, scope: 'any' | 'name-or-mobile' = 'any', more: { most?: number; inactive?: boolean } = {}) =>
  app.ask('customers/search', { text, scope, most: 50, inactive: true, ...more })

const ana: Partial<CustomerDraft> = {
  firstName: 'Ana', lastName: 'Ruiz', birthDate: '1990-04-03' as PlainDate, website: 'www.ruizcycles.example', jobTitle: 'Welder', tags: ['decaf'],
  notes: `Met at the fair.\n${'Prefers the corner table by the window. '.repeat(40)}Calls herself Anouchka on the telephone.`,
  phones: [{ typed: '514 555 0142', kind: 'mobile' }, { typed: '438 555 0199', kind: 'home' }], emails: [{ address: 'Ana.Ruiz@Example.ca', kind: 'home' }],
  addresses: [{ label: '', address1: '12 Rue Adélaïde', address2: '', city: 'Montréal', region: 'QC', postcode: 'H2X 1Y4', country: 'CA' }],
  extras: [{ name: 'Licence plate', value: 'K7T 210' }],
}

test('whatever is known of a person finds them, and says where it stands', async () => {
  const app = await freshApp()
  const id = await add(app, ana)
  await add(app, { firstName: 'Bea', lastName: 'Roy' })
  const asked: readonly (readonly [text: string, field: string])[] = [
    ['K7T 210', 'attribute'], ['k7t', 'attribute'], ['ana', 'name'], ['ruiz ana', 'name'], ['RUÍZ', 'name'], ['514555', 'mobile'], ['0142', 'mobile'], ['4385550', 'phone'],
    ['ana.ruiz', 'name'], ['example.ca', 'email'], ['uiz@exampl', 'email'], ['adelaide', 'address'], ['H2X1Y4', 'address'], ['1990-04-03', 'birth-date'], ['decaf', 'tag'], ['weld', 'job'],
    ['cycles', 'website'], ['anouchka', 'notes'], ['nouchk', 'notes'], ['POS-000001', 'code'],
  ]
  for (const [text, field] of asked) {
    const { mode, rows } = await search(app, text)
    expect({ text, mode, found: rows.map((row) => [row.id, row.why[0]?.field]) }).toEqual({ text, mode: 'piece', found: [[id, field]] })
  }
  expect((await search(app, 'K7T 210')).rows[0]?.why).toEqual([{ field: 'attribute', label: 'Licence plate', value: 'K7T 210' }])
  expect((await search(app, 'ana decaf')).rows[0]?.why.map(({ field }) => field)).toEqual(['name', 'tag'])
  expect((await search(app, 'nouchk')).rows[0]?.why[0]?.value).toMatch(/Anouchka on the telephone/)
  for (const nobody of ['zzz', 'ana zzz', '@', '', '   ', '"', '* zzz OR', '-']) expect({ nobody, rows: (await search(app, nobody)).rows }).toEqual({ nobody, rows: [] })
})

test('from the eleventh letter on only what is exactly that is a match; what merely holds it stands apart', async () => {
  const app = await freshApp()
  const id = await add(app, ana)
  const ten = await search(app, 'uiz@exampl')
  expect([ten.mode, ten.rows.length, ten.mostLetters]).toEqual(['piece', 1, 10])
  const eleven = await search(app, 'uiz@example')
  expect([eleven.mode, eleven.rows, eleven.close.map((row) => row.id)]).toEqual(['whole', [], [id]])
  for (const whole of ['ana.ruiz@example.ca', 'ANA.RUIZ@EXAMPLE.CA', '514-555-0142', '+1 (514) 555-0142', '001 514 555 0142', '12 rue adelaide', 'www.ruizcycles.example']) {
    const found = await search(app, whole)
    expect({ whole, mode: found.mode, rows: found.rows.map((row) => row.id) }).toEqual({ whole, mode: 'whole', rows: [id] })
  }
  const person = await add(app, { firstName: 'Christopher', lastName: 'Wellington' })
  for (const name of ['Christopher', 'Christopher Wellington', 'wellington, christopher']) expect((await search(app, name)).rows.map((row) => row.id)).toEqual([person])
})

test('the shop may set how many letters are a piece, and that is in the audit', async () => {
  const app = await freshApp()
  await add(app, ana)
  expect(await app.reply('customers/save-search-settings', { requestId: app.rid(), mostLetters: 12 })).toMatchObject({ ok: false, code: 'not-allowed' })
  await app.signIn('owner')
  await app.ask('customers/save-search-settings', { requestId: app.rid(), mostLetters: 12 })
  expect((await search(app, 'uiz@example')).rows).toHaveLength(1)
  expect(app.core.db.prepare(`SELECT before, after FROM audit WHERE kind = 'search-changed'`).get()).toEqual({ before: '{"mostLetters":10}', after: '{"mostLetters":12}' })
})

test('the box of the Customers tab looks at names and mobile numbers alone', async () => {
  const app = await freshApp()
  const id = await add(app, ana)
  for (const text of ['ana', 'ruiz', '5145550142', '0142', 'uiz']) expect((await search(app, text, 'name-or-mobile')).rows.map((row) => row.id)).toEqual([id])
  for (const text of ['ana.ruiz@example.ca', 'example.ca', '4385550199', 'montreal', 'K7T', 'decaf', '000001']) expect({ text, rows: (await search(app, text, 'name-or-mobile')).rows }).toEqual({ text, rows: [] })
  expect((await search(app, 'Anastasia Ruizalvarez', 'name-or-mobile')).mode, 'it has no letter from which on it asks for the whole').toBe('piece')
})

test('a card finds whose it is, and someone inactive is found where they are asked for', async () => {
  const app = await freshApp()
  const id = await add(app, ana)
  await app.signIn('manager')
  await app.ask('loyalty/join', { requestId: app.rid(), customerId: id })
  await app.ask('loyalty/assign-card', { requestId: app.rid(), customerId: id, code: '40071234', takeUnknown: true })
  const { rows } = await search(app, '071234')
  expect(rows.map((row) => [row.id, row.why[0]])).toEqual([[id, { field: 'card', label: '', value: '40071234' }]])
  const { version } = await app.ask('customers/get', { id })
  await app.ask('customers/update', { requestId: app.rid(), id, version, changes: { status: 'inactive' }, keepConsent: {}, consents: [] })
  expect((await search(app, 'K7T', 'any', { inactive: false })).rows).toEqual([])
  expect((await search(app, 'K7T')).rows.map((row) => row.id)).toEqual([id])
})

test('whoever may not see a field whole finds nobody by it', async () => {
  const app = await freshApp()
  await add(app, ana)
  app.core.db.prepare(`UPDATE roles SET fields = '{"phone":"masked","email":"hidden","notes":"hidden","attributes":"hidden","address":"masked","birthDate":"masked"}' WHERE id = 'cashier'`).run()
  for (const text of ['514555', '0142', 'example.ca', 'anouchka', 'K7T', 'adelaide', '1990-04-03', 'cycles']) expect({ text, rows: (await search(app, text)).rows }).toEqual({ text, rows: [] })
  expect((await search(app, 'ana')).rows).toHaveLength(1)
})

test('in a crowd: who is found has it where the answer says, and nobody who has it is missing', async () => {
  const app = await freshApp()
  const roll = dice(5)
  const drafts = Array.from({ length: 400 }, () => madeUpDraft(roll))
  const ids: CustomerId[] = []
  for (const draft of drafts) ids.push(await add(app, draft))
  const plain = (text: string) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9@]/g, '')
  for (let turn = 0; turn < 150; turn++) {
    const email = roll.pick(drafts.filter(({ emails }) => emails.length > 0)).emails[0]!.address
    const from = roll.below(email.length - 4)
    const piece = email.slice(from, from + 4 + roll.below(4))
    if (!/^[a-z0-9]+$/.test(piece)) continue
    const having = drafts.flatMap((draft, at) => ([draft.firstName, draft.lastName, draft.nickname, draft.company, ...draft.emails.map(({ address }) => address), ...draft.tags,
      ...draft.addresses.flatMap((one) => [one.address1, one.city, one.postcode])].some((value) => plain(value).includes(piece)) ? [ids[at]!] : []))
    const { rows } = await search(app, piece, 'any', { most: 200 })
    if (having.length > 200) continue
    const found = new Set<string>(rows.map((row) => row.id))
    for (const row of rows) expect({ piece, why: row.why.some(({ value }) => plain(value).includes(piece)) }).toEqual({ piece, why: true })
    for (const id of having.filter((one) => drafts[ids.indexOf(one)]!.emails.some(({ address }) => plain(address).includes(piece)))) expect({ piece, id, found: found.has(id) }).toEqual({ piece, id, found: true })
  }
})
