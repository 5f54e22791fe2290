import { expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const street = { label: 'Home', address1: '12 rue A', address2: '', city: 'Montréal', region: 'QC', postcode: 'H2X 1Y4', country: 'CA' }
const create = (app: App, draft: Partial<Input<'customers/create'>['draft']>) =>
  app.reply('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, firstName: 'Ana', ...draft }, consents: [], source: 'till', addToCart: false })
const idOf = async (app: App, draft: Partial<Input<'customers/create'>['draft']>) => ((await create(app, draft)) as unknown as { value: { id: Input<'customers/get'>['id'] } }).value.id

test('an address without a street number is incomplete and saved all the same; a town alone is half an address', async () => {
  const app = await freshApp()
  const id = await idOf(app, { addresses: [{ ...street, address1: 'rue A' }] })
  expect(await app.ask('customers/card', { id })).toMatchObject({ incompleteAddresses: [true], customer: { addresses: [{ address1: 'rue A' }] } })
  expect(await app.ask('customers/look-at-address', { address: { ...street, address1: 'rue A' } })).toMatchObject({ chip: 'incomplete', hints: ['street-number'] })
  expect((await app.ask('customers/look-at-address', { address: street })).chip).toBe('unverified')
  expect(await create(app, { addresses: [{ ...street, address1: '' }] })).toMatchObject({ code: 'address-needs-line', facts: { field: 'addresses.0' } })
})

test('a shop that wants last names is told them of every new person; who is on file without one stays, and a business has none', async () => {
  const app = await freshApp()
  const old = await idOf(app, {})
  expect(await app.ask('customers/form-settings', {})).toEqual({ lastNameRequired: false })
  expect(await app.reply('customers/save-form-settings', { requestId: app.rid(), lastNameRequired: true })).toMatchObject({ code: 'not-allowed' })
  await app.signIn('owner')
  await app.ask('customers/save-form-settings', { requestId: app.rid(), lastNameRequired: true })
  expect((await app.ask('staff/audit', { before: null, most: 1, kind: 'shop-changed', staffId: null })).rows).toMatchObject([{ before: '{"lastNameRequired":false}', after: '{"lastNameRequired":true}' }])
  await app.signIn('cashier')
  expect(await create(app, { lastName: ' ' })).toMatchObject({ code: 'last-name-needed', facts: { field: 'lastName' } })
  expect(await create(app, { firstName: '', nickname: 'Bob' })).toMatchObject({ code: 'last-name-needed' })
  expect(await create(app, { lastName: 'Ruiz' })).toMatchObject({ ok: true })
  expect(await create(app, { type: 'business', firstName: '', company: 'Brûlerie Co' })).toMatchObject({ ok: true })
  const change = (changes: Input<'customers/update'>['changes']) => app.reply('customers/update', { requestId: app.rid(), id: old, version: 1, changes, keepConsent: {}, consents: [] })
  expect(await change({ notes: 'still there' })).toMatchObject({ ok: true })
  expect(await change({ lastName: '' })).toMatchObject({ code: 'last-name-needed' })
})

test('a number is of the country that is chosen for it, else of the shop\'s; its own code says more than both', async () => {
  const app = await freshApp()
  const phones = [{ typed: '612 345 678', kind: 'mobile', country: 'ES' }, { typed: '514 555 0142', kind: 'home' }, { typed: '+44 20 7946 0958', kind: 'work', country: 'FR' }]
  const id = await idOf(app, { phones })
  expect((await app.ask('customers/get', { id })).phones.map(({ e164, shown }) => [e164, shown])).toEqual([['+34612345678', '+34 612 34 56 78'], ['+15145550142', '(514) 555-0142'], ['+442079460958', '+44 20 7946 0958']])
  expect(await create(app, { phones: [{ typed: '514 555 0142', kind: 'mobile', country: 'FR' }] })).toMatchObject({ code: 'bad-phone', facts: { field: 'phones.0' } })
  expect(await create(app, { phones: [{ typed: '1', kind: 'mobile', country: 'Spain' }] })).toMatchObject({ code: 'bad-input' })
  const countries = await app.ask('customers/phone-countries', {})
  expect(countries.length).toBeGreaterThan(200)
  expect(countries.find(({ code }) => code === '44')).toEqual({ country: 'GB', code: '44' })
})
