import { expect, test } from 'vitest'
import { readAttribute, type AttributeKind } from '../../../src/main/customers/attributes.ts'
import type { Input } from '../../../src/main/handlers.ts'
import type { AttributeId, CustomerId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
type Shape = Input<'customers/save-attribute'>['attribute']
const size: Shape = { name: 'Shoe size', kind: 'number', choices: [], seenBy: 'everyone', searchable: true, inExport: true, active: true }

const define = async (app: App, attribute: Partial<Shape> = {}, id: AttributeId | null = null, convert = false): Promise<AttributeId> => {
  await app.signIn('manager')
  const saved = await app.ask('customers/save-attribute', { requestId: app.rid(), id, attribute: { ...size, ...attribute }, convert })
  await app.signIn('cashier')
  return saved.id
}
const create = (app: App, attributes: readonly { id: AttributeId; value: string }[], more: object = {}) =>
  app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, firstName: 'Ana', attributes, ...more }, consents: [], source: 'till', addToCart: false })
const set = (app: App, id: CustomerId, attribute: AttributeId, value: string, version = 1) =>
  app.ask('customers/update', { requestId: app.rid(), id, version, changes: { attributes: [{ id: attribute, value }] }, keepConsent: {}, consents: [] })
const refusal = (act: Promise<unknown>): Promise<unknown> => act.then(() => null, ({ code, facts }: { code: string; facts: unknown }) => [code, facts])
const found = async (app: App, text: string) => (await app.ask('customers/find', { text, scope: 'all', most: 10, after: null, inactive: false })).rows.length
const values = async (app: App, id: CustomerId) => (await app.ask('customers/get', { id })).attributes

test.each<[AttributeKind, string, string | null]>([
  ['number', ' 42,50 ', '42.5'], ['number', '1 234 567', '1234567'], ['number', '1,234.5', '1234.5'], ['number', '-007', '-7'], ['number', '-0', '0'], ['number', '4x', null],
  ['date', '2026-02-28', '2026-02-28'], ['date', '2026-02-30', null], ['date', '3/4/90', null],
  ['yes-no', 'Oui', 'yes'], ['yes-no', 'sí', 'yes'], ['yes-no', 'NON', 'no'], ['yes-no', 'maybe', null],
  ['list', 'red', 'Red'], ['list', 'blue', null], ['link', 'www.x.ca/a b', null], ['link', 'x.ca', 'https://x.ca'], ['link', 'HTTP://x.ca', 'HTTP://x.ca'], ['link', 'javascript:alert(1)', null],
  ['text', ' a  b ', 'a b'], ['text', 'x'.repeat(301), null], ['long-text', 'a\nb ', 'a\nb'], ['number', '', ''],
])('as a %s, "%s" is read as %s, and reading it again changes nothing', (kind, typed, read) => {
  const definition = { kind, choices: ['Red', 'Green'] }
  expect(readAttribute(typed, definition)).toBe(read)
  if (read !== null) expect(readAttribute(read, definition)).toBe(read)
})

test('a value is typed, kept canonical, shown, found, changed by itself and taken away', async () => {
  const app = await freshApp()
  const shoe = await define(app)
  const plate = await define(app, { name: 'Licence plate', kind: 'text' })
  const { id } = await create(app, [{ id: shoe, value: '42,5' }])
  expect(await values(app, id)).toEqual([{ id: shoe, value: '42.5' }])
  expect(await refusal(set(app, id, shoe, 'big'))).toEqual(['attribute-wrong', { field: `attributes.${shoe}`, name: 'Shoe size', kind: 'number' }])
  await set(app, id, plate, 'K7T 210')
  expect(await values(app, id)).toHaveLength(2)
  expect([await found(app, 'k7t 210'), await found(app, 'k7t'), await found(app, '42.5')]).toEqual([1, 1, 1])
  await set(app, id, plate, '')
  expect([await found(app, 'k7t'), (await values(app, id)).length]).toEqual([0, 1])
})

test('two tills that change two attributes both keep theirs, and the same one is told', async () => {
  const app = await freshApp()
  const [shoe, plate] = [await define(app), await define(app, { name: 'Plate', kind: 'text' })]
  const { id } = await create(app, [])
  await set(app, id, shoe, '40')
  const second = await set(app, id, plate, 'K7T')
  expect(second.overwritten).toEqual([])
  expect((await set(app, id, shoe, '41')).overwritten).toMatchObject([{ field: `attribute:${shoe}`, theirs: '40' }])
  expect((await values(app, id)).map(({ value }) => value).toSorted()).toEqual(['41', 'K7T'])
})

test('what is kept for managers is neither shown to a cashier, nor found, nor changed by one', async () => {
  const app = await freshApp()
  const secret = await define(app, { name: 'Risk', kind: 'text', seenBy: 'managers' })
  await app.signIn('manager')
  const { id } = await create(app, [{ id: secret, value: 'watchful' }])
  expect(await values(app, id)).toHaveLength(1)
  await app.signIn('cashier')
  expect([(await values(app, id)).length, (await app.ask('customers/attributes', {})).length, await found(app, 'watchful')]).toEqual([0, 0, 0])
  expect(await refusal(set(app, id, secret, ''))).toMatchObject(['not-found', { what: 'attribute' }])
  await app.ask('customers/update', { requestId: app.rid(), id, version: 1, changes: { notes: 'x' }, keepConsent: {}, consents: [] })
  await app.signIn('manager')
  expect(await values(app, id)).toEqual([{ id: secret, value: 'watchful' }])
})

test('attributes are set up by who may, no two of one name', async () => {
  const app = await freshApp()
  const save = (attribute: Shape) => app.ask('customers/save-attribute', { requestId: app.rid(), id: null, attribute, convert: false })
  expect(await refusal(save(size))).toMatchObject(['not-allowed', {}])
  await define(app)
  await app.signIn('manager')
  expect(await refusal(save({ ...size, name: ' SHOE  sizé ' }))).toEqual(['name-taken', { field: 'name' }])
  expect(await refusal(save({ ...size, name: 'Colour', kind: 'list', choices: [' '] }))).toMatchObject(['bad-input', { field: 'choices' }])
  await save({ ...size, name: 'Colour', kind: 'list', choices: ['Red', 'red ', 'Green'] })
  expect((await app.ask('customers/attributes', {})).map(({ name, choices }) => [name, choices])).toEqual([['Shoe size', []], ['Colour', ['Red', 'Green']]])
  const ids = (await app.ask('customers/attributes', {})).map(({ id }) => id).toReversed()
  await app.ask('customers/order-attributes', { requestId: app.rid(), ids })
  expect((await app.ask('customers/attributes', {})).map(({ id }) => id)).toEqual(ids)
})

test('a kind changes after its preview: what fits is converted, the rest stays on the person, nothing is lost', async () => {
  const app = await freshApp()
  const note = await define(app, { name: 'Size', kind: 'text' })
  const people = await Promise.all(['42', '43,5', 'large'].map((value) => create(app, [{ id: note, value }])))
  await app.signIn('manager')
  const asked = { requestId: app.rid(), id: note, attribute: { ...size, name: 'Size' }, convert: false }
  expect(await refusal(app.ask('customers/save-attribute', asked))).toEqual(['has-values', { field: 'kind', values: 3 }])
  const preview = await app.ask('customers/preview-attribute', { id: note, kind: 'number', choices: [] })
  expect(preview).toEqual({ total: 3, fits: 2, examples: [{ from: '42', to: '42' }, { from: '43,5', to: '43.5' }], misfits: ['large'] })
  await app.ask('customers/save-attribute', { ...asked, requestId: app.rid(), convert: true })
  const after = await Promise.all(people.map(({ id }) => app.ask('customers/get', { id })))
  expect(after.map(({ attributes, extras }) => [attributes.map(({ value }) => value), extras])).toEqual([
    [['42'], []], [['43.5'], []], [[], [{ name: 'Size', value: 'large' }]],
  ])
  expect([await found(app, '43.5'), await found(app, 'large')]).toEqual([1, 1])
})

test('a conversion that was cut off goes on by itself', async () => {
  const app = await freshApp()
  const note = await define(app, { name: 'Size', kind: 'text' })
  const { id } = await create(app, [{ id: note, value: '43,5' }])
  app.core.db.prepare(`UPDATE attributes SET kind = 'number', converting_from = 'text'`).run()
  app.runDue()
  await expect.poll(() => values(app, id)).toEqual([{ id: note, value: '43.5' }])
  await expect.poll(() => app.core.db.prepare('SELECT converting_from AS it FROM attributes').get()).toEqual({ it: null })
})

test('an attribute that is no longer searched finds nobody, and finds them again', async () => {
  const app = await freshApp()
  const plate = await define(app, { name: 'Plate', kind: 'text' })
  await create(app, [{ id: plate, value: 'K7T' }])
  await define(app, { name: 'Plate', kind: 'text', searchable: false }, plate)
  expect(await found(app, 'k7t')).toBe(0)
  await define(app, { name: 'Plate', kind: 'text' }, plate)
  expect(await found(app, 'k7t')).toBe(1)
})

test('hundreds of values are converted in pieces, and a sale goes on between', async () => {
  const app = await freshApp()
  const note = await define(app, { name: 'Size', kind: 'text' })
  for (let each = 0; each < 120; each++) await create(app, [{ id: note, value: `${each},5` }])
  await app.signIn('manager')
  let between = 0
  const timer = setInterval(() => void between++, 1)
  await app.ask('customers/save-attribute', { requestId: app.rid(), id: note, attribute: { ...size, name: 'Size' }, convert: true })
  clearInterval(timer)
  expect(app.core.db.prepare(`SELECT count(*) AS it FROM customer_attributes WHERE value LIKE '%.5'`).get()).toEqual({ it: 120 })
  expect(between).toBeGreaterThan(0)
})
