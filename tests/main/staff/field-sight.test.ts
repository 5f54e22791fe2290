import { describe, expect, test } from 'vitest'
import { maskAddress, maskEmail, maskPhone, seenField } from '../../../src/main/customers/masks.ts'
import type { Input } from '../../../src/main/handlers.ts'
import type { CustomerId, FieldSight, PlainDate } from '../../../src/main/vocabulary.ts'
import { freshApp, till } from '../../harness/app.ts'
import { byOwner, type App } from './role-drafts.ts'

const address = { label: 'Home', address1: '77, rue Fabre', address2: '', city: 'Laval', region: 'QC', postcode: 'H2J 4R1', country: 'CA' }
const ana: Input<'customers/create'>['draft'] = {
  type: 'personal', firstName: 'Ana', lastName: 'Ruiz', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: 'FR40303265045', birthDate: '1990-04-03' as PlainDate,
  language: null, customerTypeId: null, groupId: null, tags: [], notes: 'Owes a favour', phones: [{ typed: '(514) 555-0142', kind: 'mobile' }, { typed: '(514) 555-0199', kind: 'home' }],
  emails: [{ address: 'ana.ruiz@x.ca', kind: 'home' }], addresses: [address], licence: { number: 'R1234-567890-12', region: 'ON', country: 'CA', expiresOn: null, source: 'typed' },
  medical: null, extras: [{ name: 'Shoe', value: 'Forty-two' }],
}
const hidden: FieldSight = {
  phone: 'hidden', email: 'hidden', address: 'hidden', birthDate: 'hidden', notes: 'hidden', attributes: 'hidden', taxId: 'hidden', document: 'hidden', medical: 'hidden', balance: 'hidden', photo: 'hidden',
}
const masked = { phone: 'masked', email: 'masked', address: 'masked', birthDate: 'masked', taxId: 'masked' } as const

/** Ana is on file; then the cashier, who stands at the till, sees of customers what `fields` says. */
async function shopWhereCashiersSee(fields: Partial<FieldSight>): Promise<App & { id: CustomerId }> {
  const app = await freshApp()
  const { id } = await app.ask('customers/create', { requestId: app.rid(), draft: ana, consents: [], source: 'till', addToCart: false })
  await byOwner(app, 'cashier', { fields })
  return { ...app, id }
}
const change = async (app: App & { id: CustomerId }, changes: Input<'customers/update'>['changes']) => {
  const { version } = await app.ask('customers/get', { id: app.id })
  return app.reply('customers/update', { requestId: app.rid(), id: app.id, version, changes, keepConsent: {}, consents: [] })
}
const onFile = async (app: App & { id: CustomerId }) => {
  await app.signIn('owner')
  return app.ask('customers/get', { id: app.id })
}
const found = async (app: App, text: string) => (await app.ask('customers/find', { text, scope: 'all', most: 10, after: null, inactive: false })).rows.map(({ displayName }) => displayName)

describe('masks', () => {
  test('show enough to tell two apart, and nothing of what is too short to hide', () => {
    expect([maskPhone('+15145550142'), maskPhone('(514) 555-0142'), maskPhone('911'), maskPhone('')]).toEqual(['••• 0142', '••• 0142', '•••', ''])
    expect([maskEmail('ana.ruiz@x.ca'), maskEmail('@x.ca'), maskEmail('élo@x.ca')]).toEqual(['a•••@x.ca', '•••', 'é•••@x.ca'])
    expect(maskAddress(address)).toEqual({ ...address, label: '•••', address1: '•••', postcode: '' })
    const sight = { ...hidden, birthDate: 'masked', phone: 'full', document: 'masked' } as const
    expect([seenField('birthDate', '1990-04-03', sight), seenField('phone', '0142', sight), seenField('notes', 'x', sight), seenField('document', 'R1234567', sight)]).toEqual(['1990-••-••', '0142', '', '••• 567'])
  })
})

describe('a role that sees masks', () => {
  test('reads ••• 0142 everywhere, and still reaches the customer by it', async () => {
    const app = await shopWhereCashiersSee(masked)
    const [row] = (await app.ask('customers/recent', { most: 1 }))
    const { customer, canReach } = await app.ask('customers/card', { id: app.id })
    expect([row!.phone, customer.phones[0]!.shown, customer.phones[0]!.e164, customer.emails[0]!.address]).toEqual(['••• 0142', '••• 0142', '••• 0142', 'a•••@x.ca'])
    expect([customer.birthDate, customer.age, customer.addresses[0]!.city, customer.addresses[0]!.address1]).toEqual([null, 36, 'Laval', '•••'])
    expect(canReach).toEqual({ phone: true, email: true })
    const reached = await app.ask('customers/reach', { customerId: app.id, way: 'whatsapp', addressAt: 0 })
    const link = 'link' in reached ? reached.link : ''
    expect(link).toMatch(/^\/way\/[\w-]+$/)
    expect(app.takeWay('till-2' as never, link)).toBeNull()
    expect(app.takeWay(till, link)).toBe('https://wa.me/15145550142')
    expect(app.takeWay(till, link)).toBeNull()
    const card = await app.ask('customers/reach', { customerId: app.id, way: 'contact-file', addressAt: 0 })
    expect('text' in card && card.text).not.toMatch(/0142|ruiz@x|Fabre/)
  })

  test('a way out that nobody took is gone after half a minute', async () => {
    const app = await shopWhereCashiersSee(masked)
    const reached = await app.ask('customers/reach', { customerId: app.id, way: 'call', addressAt: 0 })
    app.clock.skip(31_000)
    expect(app.takeWay(till, 'link' in reached ? reached.link : '')).toBeNull()
  })

  test('finds nobody by what it may not see: not letter by letter, and not by a guess', async () => {
    const app = await shopWhereCashiersSee({ ...masked, notes: 'hidden' })
    expect(await found(app, 'ruiz')).toEqual(['Ana Ruiz'])
    expect(await found(app, 'POS-000001')).toEqual(['Ana Ruiz'])
    expect(await found(app, '0142')).toEqual(['Ana Ruiz'])
    for (const text of ['5145550142', '514555', '555-0142', 'ana.ruiz@', '@x.ca', 'fabre', 'laval', 'favour', 'FR40303265045']) expect([text, await found(app, text)]).toEqual([text, []])
    await app.signIn('owner')
    for (const text of ['5145550142', 'ana.ruiz@', 'fabre', 'FR40303265045']) expect([text, await found(app, text)]).toEqual([text, ['Ana Ruiz']])
  })
})

describe('a change by who sees masks', () => {
  test('keeps what came back as its mask, and replaces wholly what was typed anew', async () => {
    const app = await shopWhereCashiersSee(masked)
    expect(await change(app, { phones: [{ typed: '(438) 555-0111', kind: 'mobile' }, { typed: '••• 0199', kind: 'home' }], emails: [{ address: 'a•••@x.ca', kind: 'home' }] })).toMatchObject({ ok: true })
    const { phones, emails } = await onFile(app)
    expect(phones.map(({ e164 }) => e164)).toEqual(['+14385550111', '+15145550199'])
    expect(emails).toEqual([{ address: 'ana.ruiz@x.ca', kind: 'home' }])
  })

  test('never saves a mask as a value', async () => {
    const app = await shopWhereCashiersSee(masked)
    expect(await change(app, { phones: [{ typed: '••• 7777', kind: 'mobile' }] })).toMatchObject({ code: 'value-masked', facts: { field: 'phones.0' } })
    expect(await change(app, { emails: [{ address: 'z•••@x.ca', kind: 'home' }] })).toMatchObject({ code: 'value-masked' })
    expect(await change(app, { addresses: [{ ...address, address1: '•••' }] })).toMatchObject({ code: 'value-masked' })
    expect(await change(app, { taxId: '••• 999' })).toMatchObject({ code: 'value-masked', facts: { field: 'taxId' } })
    expect(JSON.stringify(await onFile(app))).not.toContain('•••')
  })

  test('an empty box of a form that showed nothing takes nothing away', async () => {
    const app = await shopWhereCashiersSee(hidden)
    expect(await change(app, { birthDate: null, notes: '', extras: [], taxId: '', licence: null, lastName: 'Roy' })).toMatchObject({ ok: true })
    expect(await onFile(app)).toMatchObject({ lastName: 'Roy', birthDate: '1990-04-03', notes: 'Owes a favour', extras: ana.extras, taxId: 'FR40303265045', licence: { last4: '0-12' } })
  })

  test('what a form sends back just as it was shown changes nothing at all', async () => {
    for (const fields of [masked, hidden]) {
      const app = await shopWhereCashiersSee(fields)
      const shown = await app.ask('customers/get', { id: app.id })
      const before = shown.version
      const { taxId, birthDate, notes, phones, emails, addresses, extras } = shown
      expect(await change(app, { taxId, birthDate, notes, emails: [...emails], addresses: [...addresses], extras: [...extras], phones: phones.map(({ typed, kind }) => ({ typed, kind })) })).toMatchObject({ ok: true })
      expect((await onFile(app)).version).toBe(before)
    }
  })

  test.each([['masked', '0-12'], ['hidden', '•••']] as const)('two records side by side show of a document that is %s no more than a profile does', async (document, shown) => {
    const app = await shopWhereCashiersSee({ document })
    await app.signIn('owner')
    const { id: otherId } = await app.ask('customers/create', { requestId: app.rid(), draft: { ...ana, licence: null }, consents: [], source: 'till', addToCart: false })
    await app.signIn('cashier')
    const { fields } = await app.ask('customers/merge-preview', { oneId: app.id, otherId, keepId: app.id })
    expect(fields.find(({ field }) => field === 'licence')).toMatchObject({ keep: [shown, document === 'hidden' ? '' : 'ON', ''], gone: [''] })
  })
  test('a document that is hidden can be shown by no PIN', async () => {
    const app = await shopWhereCashiersSee({ document: 'hidden' })
    expect(await app.reply('customers/reveal', { id: app.id, field: 'licence', reason: 'age check', approvalId: null })).toMatchObject({ code: 'not-allowed' })
  })
})
