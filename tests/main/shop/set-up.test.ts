import { expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import type { Cents } from '../../../src/main/vocabulary.ts'
import { emptyApp, freshApp, till } from '../../harness/app.ts'
import { brulerie, setUpBrulerie } from '../../harness/shop.ts'

type SetUp = Input<'shop/set-up'>
const rowsIn = (app: ReturnType<typeof emptyApp>, table: string) => (app.core.db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

test('before set-up nobody can sign in and the shop is empty', async () => {
  const app = emptyApp()
  expect(await app.ask('shop/status', {})).toEqual({ setUp: false, shop: null, register: null, demo: false })
  expect(await app.ask('staff/names', {})).toEqual([])
  expect(await app.reply('shop/taxes', {})).toMatchObject({ code: 'not-signed-in' })
})

test('set-up makes the shop, its taxes, the first till and the owner, who is signed in', async () => {
  const app = emptyApp()
  await app.ask('shop/set-up', { requestId: app.rid(), ...setUpBrulerie })
  expect(await app.ask('shop/status', {})).toEqual({ setUp: true, shop: brulerie, register: { id: till, name: 'Till 1', number: 1 }, demo: false })
  expect(await app.ask('staff/session', {})).toMatchObject({ name: 'Olive', role: 'owner', locked: false })
  const { rates, classes } = await app.ask('shop/taxes', {})
  expect(rates.map(({ name, ratePpm }) => [name, ratePpm])).toEqual([['GST', 50_000], ['QST', 99_750]])
  expect(classes.map(({ name, rateIds }) => [name, rateIds])).toEqual([['Taxable', rates.map(({ id }) => id)], ['Untaxed', []]])
})

test('a shop is set up once: a repeated request changes nothing, another is refused', async () => {
  const app = emptyApp()
  const asked: SetUp = { requestId: app.rid(), ...setUpBrulerie }
  await app.ask('shop/set-up', asked)
  expect(await app.ask('shop/set-up', asked)).toBeNull()
  await expect(app.ask('shop/set-up', { ...asked, requestId: app.rid() })).rejects.toMatchObject({ code: 'shop-already-set-up' })
  expect([rowsIn(app, 'staff'), rowsIn(app, 'registers'), rowsIn(app, 'tax_rates')]).toEqual([1, 1, 2])
})

test('a set-up with too simple a PIN leaves nothing behind', async () => {
  const app = emptyApp()
  await expect(app.ask('shop/set-up', { requestId: app.rid(), ...setUpBrulerie, owner: { name: 'Olive', pin: '1234', language: 'en' } })).rejects.toMatchObject({ code: 'pin-too-simple', facts: { field: 'pin' } })
  expect([rowsIn(app, 'shop'), rowsIn(app, 'staff'), rowsIn(app, 'registers')]).toEqual([0, 0, 0])
})

const wrong: readonly [string, Partial<SetUp['shop']> & Record<string, unknown>][] = [
  ['name', { name: '  ' }], ['country', { country: 'Canada' }], ['currency', { currency: 'ZZZ' }], ['locale', { locale: 'fr_CA!' }],
  ['timeZone', { timeZone: 'Mars/Olympus' }], ['cashStepCents', { cashStepCents: 0 as Cents }], ['minimumAge', { minimumAge: 18.5 }],
  ['idleLockSeconds', { idleLockSeconds: -1 }], ['smsWording.fr', { smsWording: { en: '', es: '' } as never }], ['', { colour: 'red' }],
]
test.each(wrong)('a shop with a wrong %s is refused at the door', async (field, over) => {
  const app = emptyApp()
  const reply = await app.reply('shop/set-up', { requestId: 'r', ...setUpBrulerie, shop: { ...brulerie, ...over } })
  expect(reply).toMatchObject({ ok: false, code: 'bad-input', facts: { field: field ? `shop.${field}` : 'shop' } })
})

test('a tax class that names a rate which is not in the list, or twice, is refused', async () => {
  const app = emptyApp()
  for (const rates of [[2], [0, 0]]) {
    const taxes = { ...setUpBrulerie.taxes, classes: [{ name: 'Odd', rates }] }
    expect(await app.reply('shop/set-up', { requestId: 'r', ...setUpBrulerie, taxes })).toMatchObject({ code: 'bad-input' })
  }
})

test('an owner changes single facts of the shop, the rest stays, and the audit has both sides', async () => {
  const app = await freshApp()
  await expect(app.ask('shop/update', { requestId: app.rid(), changes: { name: 'X' } })).rejects.toMatchObject({ code: 'not-allowed' })
  await app.signIn('owner')
  await app.ask('shop/update', { requestId: app.rid(), changes: { customerRequired: 'recommended', receiptFooter: 'À bientôt' } })
  expect((await app.ask('shop/status', {})).shop).toEqual({ ...brulerie, customerRequired: 'recommended', receiptFooter: 'À bientôt' })
  const { rows } = await app.ask('staff/audit', { before: null, most: 1, kind: 'shop-changed', staffId: null })
  expect([JSON.parse(rows[0]!.before!), JSON.parse(rows[0]!.after!)]).toEqual([
    { customerRequired: 'off', receiptFooter: 'Merci!' }, { customerRequired: 'recommended', receiptFooter: 'À bientôt' },
  ])
})

test('taxes are edited under their own ids: a changed rate keeps its id, a dropped one is retired and kept for old sales', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  const { rates: [gst], classes: [taxable] } = await app.ask('shop/taxes', {})
  const saved = await app.ask('shop/save-taxes', {
    requestId: app.rid(), rates: [{ id: gst!.id, name: 'GST', ratePpm: 40_000 as never }, { id: null, name: 'Bottle', ratePpm: 10_000 as never }],
    classes: [{ id: taxable!.id, name: 'Taxable', rates: [1, 0] }, { id: null, name: 'Books', rates: [0] }],
  })
  expect(saved.rates).toMatchObject([{ id: gst!.id, ratePpm: 40_000 }, { name: 'Bottle' }])
  expect(saved.classes.map(({ name, rateIds }) => [name, rateIds.length])).toEqual([['Taxable', 2], ['Books', 1], ['Untaxed', 0]])
  expect(rowsIn(app, 'tax_rates')).toBe(3)
  await expect(app.ask('shop/save-taxes', { requestId: app.rid(), rates: [{ id: 'other' as never, name: 'X', ratePpm: 1 as never }], classes: [{ id: null, name: 'A', rates: [] }] })).rejects.toMatchObject({ code: 'not-found' })
})

test('a tax that was dropped by mistake comes back under its id', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  const { rates, classes } = await app.ask('shop/taxes', {})
  const asked = { rates: rates.map((rate) => ({ ...rate })), classes: classes.map(({ id, name }, at) => ({ id, name, rates: at === 0 ? [0, 1] : [] })) }
  await app.ask('shop/save-taxes', { requestId: app.rid(), rates: [], classes: classes.map(({ id, name }) => ({ id, name, rates: [] })) })
  expect(await app.ask('shop/taxes', {})).toMatchObject({ rates: [] })
  expect(await app.ask('shop/save-taxes', { requestId: app.rid(), ...asked })).toEqual({ rates, classes })
})

test('the currency of a shop never changes', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  expect(await app.reply('shop/update', { requestId: app.rid(), changes: { currency: 'USD' } })).toMatchObject({ code: 'bad-input' })
})

test('a till is renamed by the owner', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  expect(await app.ask('shop/rename-register', { requestId: app.rid(), registerId: till, name: 'Comptoir' })).toEqual({ id: till, name: 'Comptoir', number: 1 })
  await expect(app.ask('shop/rename-register', { requestId: app.rid(), registerId: 'none' as never, name: 'X' })).rejects.toMatchObject({ code: 'not-found' })
})
