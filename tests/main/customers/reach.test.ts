import { expect, test } from 'vitest'
import { contactFile, contactFileName } from '../../../src/main/customers/contact-file.ts'
import { linkFor } from '../../../src/main/customers/reach.ts'
import { isOutsideLink } from '../../../src/main/hosts/outside-link.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const home = { label: 'Home', address1: '12 Rue Sainte-Catherine', address2: 'app. 4', city: 'Montréal', region: 'QC', postcode: 'H2X 1Y4', country: 'CA' }
const ana = { firstName: 'Ana', lastName: 'Ruiz; Peña', phones: [{ typed: '514 555 0142', kind: 'mobile' }], emails: [{ address: 'ana@example.com', kind: 'home' }], addresses: [home] }
const create = async (app: App, draft: object): Promise<CustomerId> =>
  (await app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...draft }, consents: [], source: 'till', addToCart: false })).id
const reach = (app: App, customerId: CustomerId, way: 'whatsapp' | 'email' | 'call' | 'waze' | 'google-maps' | 'contact-file', addressAt = 0) => app.ask('customers/reach', { customerId, way, addressAt })

test('each way out has its link, and leaves one line in the activities', async () => {
  const app = await freshApp()
  const id = await create(app, ana)
  const place = encodeURIComponent('12 Rue Sainte-Catherine, Montréal, QC H2X 1Y4, Canada')
  expect(await reach(app, id, 'whatsapp')).toEqual({ link: 'https://wa.me/15145550142' })
  expect(await reach(app, id, 'call')).toEqual({ link: 'tel:+15145550142' })
  expect(await reach(app, id, 'email')).toEqual({ link: 'mailto:ana@example.com' })
  expect(await reach(app, id, 'waze')).toEqual({ link: `https://waze.com/ul?q=${place}&navigate=yes` })
  expect(await reach(app, id, 'google-maps')).toEqual({ link: `https://www.google.com/maps/dir/?api=1&destination=${place}` })
  const opened = await app.ask('customers/opened', { customerId: id })
  expect(opened.map(({ way }) => way)).toEqual(['google-maps', 'waze', 'email', 'call', 'whatsapp'])
  expect(opened[0]?.staffName).not.toBe('')
})

test('what there is no number or address for is refused, and nothing is written down', async () => {
  const app = await freshApp()
  const id = await create(app, { firstName: 'Bob' })
  for (const way of ['whatsapp', 'call', 'email', 'waze', 'google-maps'] as const) await expect(reach(app, id, way)).rejects.toMatchObject({ code: 'cannot-reach', facts: { field: way } })
  expect(await app.ask('customers/opened', { customerId: id })).toEqual([])
})

test('nobody who manages their own data in the catalog is copied into the contacts of this computer', async () => {
  const app = await freshApp()
  const { id } = await app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, ...ana }, consents: [], source: 'catalog', addToCart: false })
  await expect(reach(app, id, 'contact-file')).rejects.toMatchObject({ code: 'catalog-owned', facts: { field: 'contact-file' } })
  expect(await app.ask('customers/opened', { customerId: id })).toEqual([])
  expect(await reach(app, id, 'whatsapp')).toEqual({ link: 'https://wa.me/15145550142' })
})

test('the mobile number is taken before a line that stands above it', () => {
  expect(linkFor('whatsapp', { phones: [{ e164: '+15145550100', kind: 'work' }, { e164: '+15145550142', kind: 'mobile' }], emails: [], addresses: [] })).toBe('https://wa.me/15145550142')
})

test('every link the till makes may leave it, whatever stands in the record; nothing else may', async () => {
  const odd = { ...home, address1: '1 & 2 "Rue"?q=x#y', city: 'São Tomé' }
  for (const way of ['whatsapp', 'call', 'email', 'waze', 'google-maps'] as const) {
    const link = linkFor(way, { phones: [{ e164: '+15145550142', kind: 'mobile' }], emails: [{ address: 'a+b?c&d@example.com' }], addresses: [odd] })
    expect(isOutsideLink(link ?? ''), `${way}: ${link}`).toBe(true)
  }
  for (const other of ['https://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'https://wa.me/1/../x', 'https://wa.me.evil.com/15145550142', 'mailto:a@b.c?cc=d@e.f', 'smb://host/share', `tel:+${'1'.repeat(2_000)}`, `https://waze.com/ul?q=${'a'.repeat(2_000)}&navigate=yes`]) {
    expect(isOutsideLink(other), other).toBe(false)
  }
})

test('a contact file holds how to reach a person and nothing else', async () => {
  const app = await freshApp()
  const id = await create(app, { ...ana, birthDate: '1990-04-03', notes: 'allergic to nuts', licence: { number: 'R1234-56777', region: 'QC', country: 'CA', expiresOn: '2030-01-01', source: 'typed' } })
  const made = await reach(app, id, 'contact-file')
  if (!('text' in made)) throw new Error('no file')
  expect(made.fileName).toBe('Ana Ruiz; Peña.vcf')
  expect(made.text).toContain('N:Ruiz\\; Peña;Ana;;;\r\n')
  expect(made.text).toContain('TEL;TYPE=CELL:+15145550142\r\n')
  expect(made.text.replaceAll('\r\n ', '')).toContain('ADR;TYPE=HOME:;app. 4;12 Rue Sainte-Catherine;Montréal;QC;H2X 1Y4;Canada')
  for (const secret of ['1990', 'nuts', 'R1234', '56777']) expect(made.text).not.toContain(secret)
  for (const line of made.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('a contact file of a business names whom to ask for, and says what they do there', async () => {
  const app = await freshApp()
  const contacts = [{ name: 'Bea Lund', role: 'Buyer', typed: '(514) 555-0188', email: 'bea@x.ca', mayBuy: true }, { name: 'Noé; Roy', role: '', typed: '', email: '', mayBuy: false }]
  const made = await reach(app, await create(app, { ...ana, type: 'business', company: 'Brûlerie Co', contacts }), 'contact-file')
  if (!('text' in made)) throw new Error('no file')
  expect(made.text).toContain('item1.X-ABRELATEDNAMES:Bea Lund\\, (514) 555-0188\\, bea@x.ca\r\nitem1.X-ABLabel:Buyer\r\nitem2.X-ABRELATEDNAMES:Noé\\; Roy\r\nEND:VCARD')
})

test('long names fold between whole letters, and every disk takes the file name', () => {
  const long = 'é漢'.repeat(60)
  const text = contactFile({ displayName: long, firstName: long, lastName: '', nickname: '', company: '', jobTitle: '', website: '', phones: [], emails: [], addresses: [] })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`FN:${long}\r\n`)
  expect(contactFileName('A/B:C*?')).toBe('A B C.vcf')
  expect(contactFileName('///')).toBe('contact.vcf')
})

test('a profile says which addresses a driver may not find by', async () => {
  const app = await freshApp()
  const id = await create(app, { ...ana, addresses: [home, { ...home, address1: 'Rue Sainte-Catherine' }, { ...home, city: '', postcode: '' }] })
  expect((await app.ask('customers/card', { id })).incompleteAddresses).toEqual([false, true, true])
})
