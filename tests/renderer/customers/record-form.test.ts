import { expect, test } from 'vitest'
import type { AttributeId, Cents, PlainDate, Ppm } from '../../../src/main/vocabulary.ts'
import { checkForm } from '../../../src/renderer/customers/check-form.ts'
import { smsAt, toFront } from '../../../src/renderer/customers/customer-form.ts'
import { changesOf } from '../../../src/renderer/customers/form-changes.ts'
import { layoutOf, tabOf } from '../../../src/renderer/customers/form-layout.ts'
import { besideOf, readDays, readPercent } from '../../../src/renderer/customers/record-form.ts'
import { cutOf, isPicture } from '../../../src/renderer/customers/square-photo.ts'
import { ana, opened, read, today, typed } from './forms.ts'

const shoe = 'shoe' as AttributeId
const rules = { country: 'CA', today, medicalNumberNeeded: false, lastNameNeeded: false, read, ageOn: () => 30 }
const full = { ...ana, type: 'business' as const, discountPpm: 75_000 as Ppm, taxExempt: true, taxCertificate: 'TX-1', taxExemptUntil: '2027-01-31' as PlainDate, payLaterAllowed: true,
  payLaterLimitCents: 20_000 as Cents, payLaterDays: 30, attributes: [{ id: shoe, value: '42.5' }], contacts: [{ name: 'Ana', role: '', e164: '+15145550188', typed: '514 555 0188', email: '', mayBuy: true, shown: '(514) 555-0188' }] }

test('a whole record that was only opened changes nothing', () => {
  const before = opened(undefined, full)
  expect(changesOf(before, before, full, read)).toEqual({})
  expect(besideOf(before, before)).toEqual({})
})
test('terms are read as people write them, and only the changed one is sent', () => {
  const before = opened(undefined, full)
  expect(before).toMatchObject({ discount: '7.5', payLaterLimit: '200.00', payLaterDays: '30' })
  expect(changesOf(before, { ...before, discount: '10 %' }, full, read)).toEqual({ discountPpm: 100_000 })
  expect(changesOf(before, { ...before, payLaterLimit: '' }, full, read)).toEqual({ payLaterLimitCents: null })
})
test('one attribute is sent alone, and taken away by emptying it', () => {
  const before = opened(undefined, full)
  expect(changesOf(before, { ...before, attributes: { shoe: '', plate: 'K7T' } }, full, read)).toEqual({ attributes: [{ id: 'shoe', value: '' }, { id: 'plate', value: 'K7T' }] })
})
test.each([['7,5', 75_000], ['100', 1_000_000], ['', 0], ['101', null], ['-1', null], ['x', null]])('%s percent is %s parts per million', (text, ppm) => expect(readPercent(text)).toBe(ppm))
test.each([['30', 30], ['', null], ['366', undefined], ['1.5', undefined]])('%s days to pay are %s', (text, days) => expect(readDays(text)).toBe(days))

test('what cannot be saved is said under its field, and under its tab', () => {
  const form = typed({
    type: 'business', company: 'Brûlerie Co', taxExempt: true, discount: '200', payLaterLimit: 'much', payLaterDays: '400',
    contacts: [{ name: '', role: 'Buyer', typed: '12', email: 'x', mayBuy: false }], addresses: [{ label: '', address1: '', address2: '', city: 'Laval', region: '', postcode: '', country: '' }],
  })
  const problems = checkForm(form, rules)
  expect(problems).toEqual({
    taxCertificate: 'tax-certificate-needed', taxExemptUntil: 'tax-expiry-needed', discountPpm: 'bad-percent', payLaterLimitCents: 'bad-amount', payLaterDays: 'bad-days',
    'contacts.0.name': 'contact-name-needed', 'contacts.0.phone': 'bad-phone', 'contacts.0.email': 'bad-email', 'addresses.0': 'address-needs-line',
  })
  const layout = layoutOf({ surface: 'office', type: 'business', details: true, medical: false })
  const tabs = Object.fromEntries(Object.keys(problems).map((path) => [path, tabOf(layout, path)]))
  expect(tabs).toMatchObject({ taxCertificate: 'advanced', discountPpm: 'advanced', payLaterDays: 'advanced', 'contacts.0.name': 'contact', 'addresses.0': 'contact' })
})
test('texts go to the first mobile that has a number, else to the one that waits for its number, else to the first number', () => {
  expect(smsAt({ phones: [{ typed: '1', kind: 'main' }, { typed: '2', kind: 'mobile' }] })).toBe(1)
  expect(smsAt({ phones: [{ typed: '1', kind: 'main' }, { typed: '', kind: 'mobile' }] })).toBe(1)
  expect(smsAt({ phones: [{ typed: '', kind: 'mobile' }, { typed: '2', kind: 'mobile' }] })).toBe(1)
  expect(smsAt({ phones: [{ typed: '1', kind: 'other' }, { typed: '2', kind: 'home' }] })).toBe(0)
})
test('the starred one moves to the front and the others keep their order', () => expect(toFront(['a', 'b', 'c'], 1)).toEqual(['b', 'a', 'c']))
test('a business and a person have the fields of their table, and switching keeps what is hidden', () => {
  const [person, business] = (['personal', 'business'] as const).map((type) => layoutOf({ surface: 'office', type, details: true, medical: true, isNew: true }).tabs)
  expect(person).toEqual({
    general: ['photo', 'names', 'nickname', 'type', 'customerType', 'group', 'birthDate', 'language', 'tags', 'member', 'payLater', 'notes'],
    contact: ['phone', 'phones', 'email', 'emails', 'newsletter', 'preferredChannel', 'addresses', 'contactList'],
    advanced: ['licence', 'medical', 'priceList', 'discount', 'credit', 'taxExempt', 'attributes'],
  })
  expect(business).toEqual({
    general: ['photo', 'company', 'names', 'jobTitle', 'type', 'customerType', 'group', 'industry', 'language', 'tags', 'member', 'payLater', 'notes'],
    contact: ['phone', 'phones', 'email', 'emails', 'website', 'newsletter', 'preferredChannel', 'addresses', 'contacts'],
    advanced: ['taxId', 'registrationNo', 'taxExempt', 'priceList', 'discount', 'credit', 'statementBy', 'parent', 'attributes'],
  })
})
test('the newsletter is told only where it was switched, and how a yes was given only with a yes', () => {
  const before = opened()
  const on = { ...before, newsletter: { on: true, was: false, given: 'in-person' as const, note: '' } }
  expect(besideOf(before, on)).toEqual({ newsletter: { allowed: true, given: 'in-person', note: '' } })
  expect(besideOf(on, { ...before, newsletter: { on: false, was: true, given: 'in-person', note: '' } })).toEqual({ newsletter: { allowed: false, given: null, note: '' } })
  expect(besideOf(before, { ...before, member: true })).toEqual({ joins: true })
})
test('a new yes to the newsletter says how it was given; an old one was asked already', () => {
  const asked = (newsletter: Partial<ReturnType<typeof opened>['newsletter']>) => checkForm(typed({ firstName: 'Ana', emails: [{ address: 'a@x.ca', kind: 'home' }], newsletter: { on: true, was: false, given: null, note: '', ...newsletter } }), rules)
  expect(asked({})).toEqual({ given: 'consent-how-needed' })
  expect(asked({ given: 'other' })).toEqual({ given: 'consent-how-needed' })
  expect([asked({ given: 'other', note: 'by fax' }), asked({ given: 'in-person' }), asked({ was: true })]).toEqual([{}, {}, {}])
})
test('the square never leaves the picture, wherever it is dragged', () => {
  expect(cutOf({ width: 400, height: 300 }, { zoom: 1, x: 0.5, y: 0.5 })).toEqual({ left: 50, top: 0, side: 300 })
  expect(cutOf({ width: 400, height: 300 }, { zoom: 2, x: 1, y: 1 })).toEqual({ left: 250, top: 150, side: 150 })
})
test('a picture is a JPG, PNG or WebP of up to 10 MB', () => {
  expect(isPicture(new Blob(['x'], { type: 'image/png' }))).toBe(true)
  expect(isPicture(new Blob(['x'], { type: 'image/svg+xml' }))).toBe(false)
  expect(isPicture(new Blob([new Uint8Array(10_000_001)], { type: 'image/jpeg' }))).toBe(false)
})
