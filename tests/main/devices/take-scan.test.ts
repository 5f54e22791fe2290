import { expect, test } from 'vitest'
import { scanArrived } from '../../../src/main/flows/hold-scan.ts'
import type { ScanScreen } from '../../../src/main/flows/scan-outcome.ts'
import type { Input } from '../../../src/main/handlers.ts'
import type { CustomerId, RegisterId, SaleId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { secondTill, stocked, type Stocked } from '../sales/stocked.ts'

type Options = { readonly screen?: ScanScreen; readonly customerId?: CustomerId | null; readonly source?: Input<'devices/scanned'>['source']; readonly symbology?: string | null }
const scans = (app: Stocked) => (text: string, { screen = 'sell', customerId = null, source = 'wedge', symbology = null }: Options = {}, at: RegisterId = till) =>
  app.ask('devices/scanned', { requestId: app.rid(), text, symbology, source, screen, customerId }, at)
async function shop() {
  const app = await stocked()
  return { ...app, scan: scans(app) }
}
const cardOf = async (app: Stocked, customerId: CustomerId, code = 'LOY0001234') => {
  await app.ask('loyalty/assign-card', { requestId: app.rid(), code, customerId, takeUnknown: true })
  return code
}
const payment = '%B4111111111111111^TEST/CARD^3012101?;4111111111111111=3012101?'

test('a product is one line more on the sale screen, said by name everywhere else', async () => {
  const { scan, cart, items } = await shop()
  expect(await scan('012345678905')).toMatchObject({ kind: 'item-added', itemId: items.coffee })
  expect(await scan(']E00012345678905')).toMatchObject({ kind: 'item-added' })
  expect((await cart()).lines).toMatchObject([{ itemId: items.coffee, quantityMilli: 2000 }])
  for (const screen of ['sell-dialog', 'picker', 'profile', 'form', 'elsewhere', 'pin-pad'] as const) expect(await scan('4006381333931', { screen }), screen).toEqual({ kind: 'product-not-here', name: 'Filter papers' })
  expect((await cart()).lines).toHaveLength(1)
})
test('one scan is one line, however often its request is sent', async () => {
  const { ask, rid, cart } = await shop()
  const asked = { requestId: rid(), text: '4006381333931', symbology: null, source: 'wedge', screen: 'sell', customerId: null } as const
  expect(await ask('devices/scanned', asked)).toEqual(await ask('devices/scanned', asked))
  expect((await cart()).lines).toMatchObject([{ quantityMilli: 1000 }])
})
test('an item with an age limit is refused by name, so that the screen can ask', async () => {
  const { scan, ask, save, draft, signIn } = await shop()
  await signIn('manager')
  await save(draft('Cider', 600, { minimumAge: 18, barcodes: ['5000000000012'] }))
  await expect(scan('5000000000012')).rejects.toMatchObject({ code: 'age-check-needed', facts: { minimumAge: 18 } })
  expect(await ask('sales/cart', null)).toBeNull()
})
test('a loyalty card attaches its member on the sale screen and in the picker, and opens the profile elsewhere', async () => {
  const app = await shop()
  const { scan, person, cart } = app
  const ana = person()
  const code = await cardOf(app, ana)
  expect(await scan(code)).toMatchObject({ kind: 'customer-attached', customerId: ana, name: 'Ana Ruiz', before: null })
  expect((await cart()).customer).toMatchObject({ id: ana })
  const ben = person({ name: 'Ben Okafor' })
  await cardOf(app, ben, 'LOY0005678')
  expect(await scan('LOY-000 5678', { screen: 'picker' })).toMatchObject({ kind: 'customer-attached', customerId: ben, before: ana })
  for (const screen of ['profile', 'elsewhere'] as const) expect(await scan(code, { screen })).toMatchObject({ kind: 'customer-shown', customerId: ana })
  expect((await cart()).customer).toMatchObject({ id: ben })
})
test('a customer code attaches, a blank card is offered, a blocked one says why, someone inactive is said by name', async () => {
  const app = await shop()
  const { scan, ask, rid, person, signIn } = app
  const draft = { type: 'personal', firstName: 'Zoé', lastName: 'Roy', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null, tags: [], notes: '', phones: [{ typed: '514 555 0199', kind: 'mobile' }], emails: [], addresses: [], licence: null, medical: null, extras: [] } as const
  const { id } = await ask('customers/create', { requestId: rid(), draft: { ...draft, tags: [], phones: [...draft.phones], emails: [], addresses: [], extras: [] }, consents: [], source: 'till', addToCart: false })
  const { code } = await ask('customers/get', { id })
  expect(await scan(code)).toMatchObject({ kind: 'customer-attached', customerId: id })
  const ana = person()
  const card = await cardOf(app, ana)
  await signIn('manager')
  await ask('loyalty/block-card', { requestId: rid(), code: card, reason: 'lost' })
  expect(await scan(card)).toMatchObject({ kind: 'card-refused', why: 'blocked', reason: 'lost' })
  await signIn('owner')
  await ask('loyalty/make-cards', { requestId: rid(), count: 3, prefix: 'C', digits: 8, withCheck: true, anyway: false })
  const { rows } = await ask('loyalty/cards', { which: 'unassigned', page: { after: null, most: 5 } })
  expect(await scan(rows[0]!.code)).toMatchObject({ kind: 'card-blank', code: rows[0]!.code })
  const wrong = `C${String((Number(rows[0]!.code.slice(1)) + 1) % 100_000_000).padStart(8, '0')}`
  expect(await scan(wrong)).toMatchObject({ kind: 'card-refused', why: 'mistyped' })
  const gone = person({ name: 'Old Friend' })
  await cardOf(app, gone, 'LOY0009999')
  app.core.db.prepare("UPDATE customers SET status = 'banned' WHERE id = ?").run(gone)
  expect(await scan('LOY0009999')).toEqual({ kind: 'customer-refused', customerId: gone, name: 'Old Friend', status: 'banned', reason: '' })
})
test("a member's phone number works as a card when a scanner is sure, not when it may be a hand", async () => {
  const app = await shop()
  const { scan, ask, rid } = app
  const empty = { type: 'personal', firstName: 'Zoé', lastName: 'Roy', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null, tags: [], notes: '', phones: [{ typed: '514 555 0199', kind: 'mobile' }], emails: [], addresses: [], licence: null, medical: null, extras: [] } satisfies Input<'customers/create'>['draft']
  const { id } = await ask('customers/create', { requestId: rid(), draft: empty, consents: [], source: 'till', addToCart: false })
  await ask('loyalty/join', { requestId: rid(), customerId: id })
  expect(await scan('5145550199', { source: 'wedge-slow' })).toEqual({ kind: 'not-found' })
  expect(await scan('5145550199')).toMatchObject({ kind: 'customer-attached', customerId: id })
})
test('a receipt opens its sale, a ticket brings its cart back, and a dialog is closed first', async () => {
  const { scan, sell, items, ask, park, add, rid } = await shop()
  const { number, saleId } = await sell([[items.filter, 1]])
  for (const screen of ['sell', 'picker', 'profile', 'elsewhere'] as const) expect(await scan(number, { screen })).toEqual({ kind: 'sale', saleId })
  expect(await scan(number, { screen: 'sell-dialog' })).toEqual({ kind: 'close-first' })
  await add(items.bread)
  const parked = await park('Ana')
  expect(parked.ticket).toBe('Q000001')
  expect(await ask('sales/queue', { mine: false })).toMatchObject([{ ticket: 'Q000001' }])
  expect(await scan('q000001')).toEqual({ kind: 'ticket', saleId: parked.saleId, label: 'Ana' })
  await ask('sales/open-parked', { requestId: rid(), saleId: parked.saleId, takeOver: false, approvalId: null })
  expect((await park('Ana')).ticket, 'a ticket on paper stays true').toBe('Q000001')
  await ask('sales/discard-parked', { requestId: rid(), saleId: parked.saleId })
  expect(await scan('Q000001')).toEqual({ kind: 'ticket-used', label: 'Ana' })
  expect(await scan('Q000777')).toMatchObject({ kind: 'unknown' })
})
test('a badge names its person, here and on the locked till; one badge is on one person', async () => {
  const { scan, ask, rid, signIn, staff } = await shop()
  await signIn('owner')
  const save = (id: typeof staff.cashier, name: string, badge: string | null) => ask('staff/save', { requestId: rid(), id, name, role: 'cashier', language: 'fr', active: true, badge })
  await save(staff.cashier, 'Léa', 'B-0007')
  await expect(save(staff.manager, 'Marc', 'B-0007')).rejects.toMatchObject({ code: 'badge-taken', facts: { name: 'Léa' } })
  expect((await ask('staff/list', {})).find(({ id }) => id === staff.cashier)?.badge).toBe('B-0007')
  expect(await scan('B-0007')).toEqual({ kind: 'staff', staffId: staff.cashier, name: 'Léa', me: false })
  await ask('staff/lock', null)
  expect(await ask('devices/badge', { text: 'B-0007\r', symbology: null })).toEqual({ staffId: staff.cashier, name: 'Léa' })
  expect(await ask('devices/badge', { text: '012345678905', symbology: null })).toBeNull()
  await expect(scan('B-0007')).rejects.toMatchObject({ code: 'locked' })
})
test('a payment card is refused on every screen and leaves nothing behind', async () => {
  const { scan, core } = await shop()
  const changes = () => core.db.prepare('SELECT total_changes()').pluck().get()
  const before = changes()
  for (const screen of ['sell', 'sell-dialog', 'picker', 'profile', 'form', 'elsewhere', 'pin-pad'] as const) expect(await scan(payment, { screen })).toEqual({ kind: 'payment-card' })
  expect(await scan('4111111111111111')).toEqual({ kind: 'payment-card' })
  expect(await scan('%E?;E?')).toEqual({ kind: 'read-error' })
  expect(changes()).toBe(before)
})
test('an unknown card stripe shows no digit; a loyalty card on a stripe is found', async () => {
  const app = await shop()
  const ana = app.person()
  await cardOf(app, ana, 'LOY0001234')
  expect(await app.scan('%LOY0001234^RUIZ/ANA?;99001234=0000?')).toMatchObject({ kind: 'customer-attached', customerId: ana })
  expect(await app.scan('%XUNKNOWN^NOBODY?;990012345678=0000?')).toEqual({ kind: 'stripe-unknown' })
})
test('nobody knows the code: said aloud with the code, unless it may have been typed', async () => {
  const { scan } = await shop()
  expect(await scan('9999999999994')).toEqual({ kind: 'unknown', code: '9999999999994' })
  expect(await scan('9999999999994', { source: 'wedge-slow' })).toEqual({ kind: 'not-found' })
  expect(await scan('4006381333931', { source: 'wedge-slow' })).toMatchObject({ kind: 'item-added' })
})
test('a code that is a product and a card is asked about once, remembered, and asked again when it is forgotten', async () => {
  const app = await shop()
  const { scan, ask, rid } = app
  const ana = app.person()
  await cardOf(app, ana, '4006381333931')
  expect(await scan('4006381333931')).toEqual({ kind: 'choose', code: '4006381333931', meanings: [{ meaning: 'product', name: 'Filter papers' }, { meaning: 'card', name: 'Ana Ruiz' }] })
  await ask('devices/choose-meaning', { requestId: rid(), code: '4006381333931', meaning: 'card' })
  expect(await scan('4006381333931')).toMatchObject({ kind: 'customer-attached', customerId: ana })
  expect(await ask('devices/code-choices', null)).toMatchObject([{ code: '4006381333931', meaning: 'card' }])
  await ask('devices/forget-choice', { requestId: rid(), code: '4006381333931' })
  expect(await scan('4006381333931')).toMatchObject({ kind: 'choose' })
})
test('in Settings a scan is only looked at', async () => {
  const { scan, ask } = await shop()
  expect(await scan(']E04006381333931', { screen: 'settings' })).toMatchObject({ kind: 'test', is: 'code', shown: '4006381333931', symbology: 'E0' })
  expect(await scan(payment, { screen: 'settings' })).toMatchObject({ kind: 'test', is: 'payment-card', shown: '' })
  expect(await ask('sales/cart', null)).toBeNull()
})
test('a scan from a device waits for its own till, once, and ten seconds at most', async () => {
  const { core, ask, rid, on, clock, items } = await shop()
  const heard: { token: string; registerId: string }[] = []
  on((name, event) => name === 'scan-arrived' && heard.push(event as never))
  const arrive = (text: string) => (scanArrived(core, till, { text, symbology: null, source: 'serial', deviceId: null }), heard.at(-1)!.token)
  const take = (token: string, at = till) => ask('devices/take-held', { requestId: rid(), token, screen: 'sell', customerId: null }, at)
  const first = arrive('4006381333931')
  expect(JSON.stringify(heard)).not.toContain('4006381333931')
  await expect(take(first, secondTill)).rejects.toMatchObject({ code: 'not-found' })
  expect(await take(first)).toMatchObject({ kind: 'item-added', itemId: items.filter })
  await expect(take(first)).rejects.toMatchObject({ code: 'not-found' })
  const late = arrive('4006381333931')
  clock.skip(10_001)
  await expect(take(late)).rejects.toMatchObject({ code: 'not-found' })
  const many = Array.from({ length: 12 }, () => arrive('4006381333931'))
  await expect(take(many[0]!)).rejects.toMatchObject({ code: 'not-found' })
  expect(await take(many[11]!)).toMatchObject({ kind: 'item-added' })
})
test('money on a cart lets nobody new onto it, and says so', async () => {
  const app = await shop()
  const code = await cardOf(app, app.person())
  await app.add(app.items.bread)
  const { id, totals } = await app.cart()
  await app.pay(id as SaleId, { kind: 'cash', amountCents: 100, expected: totals.totalCents })
  await expect(app.scan(code)).rejects.toMatchObject({ code: 'sale-part-paid' })
})
