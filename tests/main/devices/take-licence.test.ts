import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ScanScreen } from '../../../src/main/flows/scan-outcome.ts'
import { scanArrived } from '../../../src/main/flows/hold-scan.ts'
import type { Output } from '../../../src/main/handlers.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { stocked, type Stocked } from '../sales/stocked.ts'
import { licenceText } from './licence-text.ts'

type Outcome<K> = Extract<Output<'devices/scanned'>, { kind: K }>
const scans = (app: Stocked) => (text: string, screen: ScanScreen = 'sell', customerId: CustomerId | null = null) =>
  app.ask('devices/scanned', { requestId: app.rid(), text, symbology: null, source: 'wedge', screen, customerId })
async function shop() {
  const app = await stocked()
  return { ...app, scan: scans(app), keeping: (idKeeping: 'checked' | 'last4' | 'full', more: object = {}) => keep(app, { idKeeping, ...more }) }
}
async function keep(app: Stocked, change: object) {
  await app.signIn('owner')
  const settings = await app.ask('devices/scan-settings', null)
  await app.ask('devices/save-scan-settings', { requestId: app.rid(), settings: { ...settings, ...change } })
  await app.signIn('cashier')
}
const empty = { type: 'personal', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', language: null, customerTypeId: null, groupId: null, tags: [], notes: '', phones: [], emails: [], medical: null, extras: [] } as const
/** What the filled form sends when Save is tapped. */
const save = (app: Stocked, { firstName, lastName, birthDate, address, licence, documentKey }: Outcome<'licence-new'>['person']) => app.ask('customers/create', {
  requestId: app.rid(), consents: [], source: 'id-scan', addToCart: true, documentKey,
  draft: { ...empty, tags: [], phones: [], emails: [], extras: [], firstName, lastName, birthDate, addresses: address ? [address] : [], licence: { ...licence, source: 'scanned' } },
})
const found = async (app: Stocked, text = licenceText()) => {
  const { person } = (await scans(app)(text)) as Outcome<'licence-new'>
  return { person, ...(await save(app, person)) }
}
const checks = ({ core }: Stocked) => core.db.prepare('SELECT minimum_age AS minimumAge, how, passed FROM age_checks ORDER BY at, id').all()

test('the first scan fills a form that one tap saves; the second finds the person and attaches', async () => {
  const app = await shop()
  const first = await app.scan(licenceText())
  expect(first).toMatchObject({
    kind: 'licence-new', likely: [], licence: { age: 36, under: null, expired: false },
    person: { firstName: 'Ana', lastName: 'Ruiz', birthDate: '1990-05-02', address: { address1: '2300 West Broad Street', city: 'Richmond', region: 'VA', postcode: '23269' }, licence: { number: '', region: 'VA', expiresOn: '2030-05-02' } },
  })
  const { id, cart } = await save(app, (first as Outcome<'licence-new'>).person)
  expect(cart).toBe(true)
  await app.ask('sales/clear-customer', { requestId: app.rid() })
  expect(await app.scan(licenceText())).toMatchObject({ kind: 'customer-attached', customerId: id, name: 'Ana Ruiz', before: null, licence: { age: 36 } })
  expect((await app.ask('customers/get', { id }))).toMatchObject({ birthDate: '1990-05-02', licence: { last4: '', region: 'VA', expiresOn: '2030-05-02', source: 'scanned' }, source: 'id-scan' })
})
test('the stripe of the same licence finds the same person', async () => {
  const app = await shop()
  const { id } = await found(app, licenceText({ number: '123456789', iin: '636026', region: 'AZ' }))
  expect(await app.scan('%AZPHOENIX^RUIZ$ANA$MARIA^1 MAIN ST^?;636026123456789=300519900502=?')).toMatchObject({ kind: 'customer-attached', customerId: id })
})
test('the number is kept as the shop says: not at all, its last four, or whole', async () => {
  for (const [keeping, kept, last4] of [['checked', '', ''], ['last4', '••••5789', '5789'], ['full', 'T64235789', '5789']] as const) {
    const app = await shop()
    await app.keeping(keeping)
    const { id, person } = await found(app)
    expect(person.licence.number).toBe(kept)
    expect((await app.ask('customers/get', { id })).licence?.last4).toBe(last4)
    expect(app.core.db.prepare('SELECT number FROM identity_documents').pluck().get()).toBe(kept)
    expect(await app.scan(licenceText())).toMatchObject({ kind: 'customer-attached', customerId: id })
  }
})
test('two people whose kept last four are the same are not taken for one', async () => {
  const app = await shop()
  await app.keeping('last4')
  await found(app, licenceText({ number: 'A11115789', family: 'ROY', first: 'ZOE' }))
  expect(await app.scan(licenceText({ birth: '1980-01-01' }))).toMatchObject({ kind: 'licence-new', likely: [] })
})
test('a number typed in by hand is found as well, and by its hash from then on', async () => {
  const app = await shop()
  const ana = app.person({ birth: '1990-05-02' })
  const { version } = await app.ask('customers/get', { id: ana })
  await app.ask('customers/update', { requestId: app.rid(), id: ana, version, changes: { licence: { number: 'T64-235-789', region: 'VA', country: '', expiresOn: null, source: 'typed' } }, keepConsent: {}, consents: [] })
  expect(await app.scan(licenceText())).toMatchObject({ kind: 'customer-attached', customerId: ana })
  expect(app.core.db.prepare('SELECT customer_id FROM document_keys').pluck().all()).toEqual([ana])
  const again = await app.ask('customers/get', { id: ana })
  expect(again.licence?.expiresOn, 'the card says until when').toBe('2030-05-02')
  await app.ask('customers/update', { requestId: app.rid(), id: ana, version: again.version, changes: { licence: { number: 'X1', region: 'VA', country: '', expiresOn: null, source: 'typed' } }, keepConsent: {}, consents: [] })
  expect(app.core.db.prepare('SELECT count(*) FROM document_keys').pluck().get(), 'another number was typed over it').toBe(0)
})
test('the same name and birth date is asked about and taken with one tap', async () => {
  const app = await shop()
  const ana = app.person({ birth: '1990-05-02' })
  app.person({ name: 'Ana Ruiz', birth: '1991-05-02' })
  const { likely, person } = (await app.scan(licenceText())) as Outcome<'licence-new'>
  expect(likely.map(({ id, displayName }) => [id, displayName])).toEqual([[ana, 'Ana Ruiz']])
  const linked = await app.ask('devices/link-licence', { requestId: app.rid(), customerId: ana, documentKey: person.documentKey, birthDate: person.birthDate, licence: person.licence })
  expect(linked.cart.customer).toMatchObject({ id: ana })
  expect(await app.scan(licenceText())).toMatchObject({ kind: 'customer-attached', customerId: ana })
  expect((await app.ask('customers/get', { id: ana })).licence).toMatchObject({ region: 'VA', expiresOn: '2030-05-02', source: 'scanned' })
})
test('the age it proves is written with the cart, pass and fail, and lets the wine on', async () => {
  const app = await shop()
  await app.add(app.items.bread)
  await app.scan(licenceText())
  expect(checks(app)).toEqual([{ minimumAge: 21, how: 'id-scan', passed: 1 }])
  await app.add(app.items.spirits)
  expect((await app.cart()).ageNeeded).toBeNull()
  const young = await stocked()
  await young.add(young.items.bread)
  expect(await scans(young)(licenceText({ birth: '2010-05-02' }))).toMatchObject({ kind: 'licence-new', licence: { age: 16, under: 18 } })
  expect(checks(young)).toEqual([{ minimumAge: 18, how: 'id-scan', passed: 0 }])
  await expect(young.add(young.items.wine)).rejects.toMatchObject({ code: 'age-check-needed' })
})
test('asked for before anything is on the cart, the age check begins it', async () => {
  const app = await shop()
  await expect(app.add(app.items.wine)).rejects.toMatchObject({ code: 'age-check-needed' })
  await app.scan(licenceText())
  expect(await app.ask('sales/cart', null), 'on the sale screen itself nothing is begun').toBeNull()
  await app.scan(licenceText(), 'sell-dialog')
  await app.add(app.items.wine)
  expect((await app.cart()).ageNeeded).toBeNull()
})
test('nineteen is enough for eighteen, and not for twenty-one', async () => {
  const app = await shop()
  await app.add(app.items.bread)
  await app.scan(licenceText({ birth: '2007-05-02' }))
  await app.add(app.items.wine)
  await expect(app.add(app.items.spirits)).rejects.toMatchObject({ code: 'age-check-needed', facts: { minimumAge: 21 } })
})
test('an expired, a not yet valid and a nonsensical licence say so and vouch for nobody', async () => {
  const app = await shop()
  await app.add(app.items.bread)
  expect(await app.scan(licenceText({ expires: '2026-11-20' }))).toMatchObject({ licence: { expired: true, expiresToday: false, expiresOn: '2026-11-20' } })
  expect(await app.scan(licenceText({ issued: '2027-01-01' }))).toMatchObject({ licence: { notYetValid: true } })
  expect(await app.scan(licenceText({ birth: '1905-01-01' }))).toMatchObject({ licence: { nonsense: true } })
  expect(checks(app)).toEqual([])
  await expect(app.add(app.items.wine)).rejects.toMatchObject({ code: 'age-check-needed' })
})
test('on its last day a licence is good unless the shop says otherwise', async () => {
  const app = await shop()
  await app.add(app.items.bread)
  expect(await app.scan(licenceText({ expires: '2026-11-21' }))).toMatchObject({ licence: { expired: false, expiresToday: true } })
  expect(checks(app)).toHaveLength(1)
  await app.keeping('checked', { expiryDayCounts: false })
  expect(await app.scan(licenceText({ expires: '2026-11-21' }))).toMatchObject({ licence: { expired: true, expiresToday: true } })
})
test('the expired licence of a known customer needs the manager, a renewed one puts it right', async () => {
  const app = await shop()
  const { id } = await found(app, licenceText({ expires: '2026-11-01' }))
  await expect(app.add(app.items.wine)).rejects.toMatchObject({ code: 'document-expired' })
  expect(await app.scan(licenceText({ expires: '2032-11-01' }))).toMatchObject({ kind: 'customer-attached', customerId: id })
  expect((await app.ask('customers/get', { id })).licence?.expiresOn).toBe('2032-11-01')
  await app.add(app.items.wine)
  expect(await app.scan(licenceText({ expires: '2026-11-01' })), 'the old card again').toMatchObject({ licence: { expired: true } })
  expect((await app.ask('customers/get', { id })).licence?.expiresOn).toBe('2032-11-01')
})
test('on a profile it fills what is empty and asks about what differs; a cut name never replaces the whole one', async () => {
  const app = await shop()
  const ana = app.person({ name: 'Ana Ruiz-Montgomery' })
  const at = (text: string) => app.scan(text, 'profile', ana)
  expect(await at(licenceText({ family: 'RUIZ-MONTGOM', cutFamily: true }))).toMatchObject({ kind: 'licence-profile', fills: ['birthDate', 'licence', 'address'], differs: [], belongsTo: null })
  expect(await at(licenceText({ family: 'LOPEZ' }))).toMatchObject({ differs: [{ field: 'name', now: 'Ana Ruiz-Montgomery', card: 'Ana Lopez' }] })
  const born = app.person({ birth: '1989-05-02' })
  expect(await app.scan(licenceText(), 'profile', born)).toMatchObject({ differs: [{ field: 'birthDate', now: '1989-05-02', card: '1990-05-02' }] })
})
test('on a profile a licence that is someone else\'s says whose', async () => {
  const app = await shop()
  const { id } = await found(app)
  const ben = app.person({ name: 'Ben Okafor' })
  expect(await app.scan(licenceText(), 'profile', ben)).toMatchObject({ belongsTo: { id, name: 'Ana Ruiz' } })
  expect(await app.scan(licenceText(), 'profile', id)).toMatchObject({ belongsTo: null, fills: [], differs: [] })
})
test('anywhere else it is not used', async () => {
  const { scan } = await shop()
  for (const screen of ['elsewhere', 'form', 'pin-pad'] as const) expect(await scan(licenceText(), screen)).toEqual({ kind: 'licence-not-here' })
})

/** Every byte the register has written into its folder. */
function written(folder: string): string {
  return readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))).filter((file) => statSync(file).isFile()).map((file) => readFileSync(file).toString('latin1')).join('\n')
}
test('no secret of a licence or payment card is in the folder, the log or an answer after all of this', async () => {
  const app = await shop()
  const secret = 'ZQSECRETZQ'
  const number = 'K77442211'
  const text = licenceText({ number, secret })
  const answers = [await app.scan(text), await app.scan(text, 'profile', app.person()), await app.scan(text, 'settings'), await app.scan('%B4929421234600821^HIDDEN/NAME^3012101?;4929421234600821=3012101?')]
  await found(app, text)
  await app.scan(text)
  await app.reply('devices/scanned', { text, screen: 'nowhere' })
  scanArrived(app.core, till, { text, symbology: null, source: 'hid-pos', deviceId: null })
  app.core.db.pragma('wal_checkpoint(TRUNCATE)')
  const kept = written(path.dirname(app.file)) + JSON.stringify(answers) + JSON.stringify(app.bugs)
  for (const each of [secret, number, '4929421234600821', '0821', 'HIDDEN/NAME', 'DCSRUIZ', 'ANSI 636000']) expect(kept.includes(each), each).toBe(false)
  expect(kept).toContain('Ruiz')
})
test('a licence that was cut off is asked for again: never half a customer', async () => {
  const app = await shop()
  const whole = licenceText()
  for (const share of [0.5, 0.7, 0.8]) {
    const outcome = await app.scan(whole.slice(0, Math.floor(whole.length * share)))
    expect(outcome, `cut at ${share}`).toEqual({ kind: 'read-error' })
  }
  expect(checks(app)).toEqual([])
})
test('a licence that the scanner took apart by itself is not shown as a code, and the sentence says what to switch off', async () => {
  const app = await shop()
  expect(await app.scan('RUIZ ANA MARIA 19900502 20300502 2300 WEST BROAD STREET RICHMOND')).toEqual({ kind: 'licence-parsed' })
  expect(await app.scan('LOT-20260101')).toMatchObject({ kind: 'unknown' })
})
