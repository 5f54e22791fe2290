import { expect, test } from 'vitest'
import { isEmail, isPhone } from '../../../src/renderer/customers/check-contact.ts'
import { checkForm } from '../../../src/renderer/customers/check-form.ts'
import { ageOn } from '../../../src/renderer/ui/read-date.ts'
import { read, today, typed } from './forms.ts'

const check = (change: Parameters<typeof typed>[0], medicalNumberNeeded = false, lastNameNeeded = false) => checkForm(typed(change), { country: 'CA', today, medicalNumberNeeded, lastNameNeeded, read, ageOn })

test('a name, a nickname or a company is enough', () => {
  expect(check({})).toEqual({ name: 'name-needed' })
  expect(check({ fullName: '  ' })).toEqual({ name: 'name-needed' })
  expect(check({ fullName: 'Bob' })).toEqual({})
  expect(check({ company: 'Brûlerie Co' })).toEqual({})
})
test('a last name is asked for where the shop wants one, of persons alone', () => {
  expect(check({ firstName: 'Ana' }, false, true)).toEqual({ lastName: 'last-name-needed' })
  expect(check({ firstName: 'Ana', lastName: 'Ruiz' }, false, true)).toEqual({})
  expect(check({ type: 'business', company: 'Brûlerie Co' }, false, true)).toEqual({})
})
test('every bad field is named', () => {
  expect(check({ fullName: 'Bob', phones: [{ typed: '', kind: 'mobile' }, { typed: '12', kind: 'home' }], emails: [{ address: 'ana@', kind: 'home' }], birthDate: 'soon', licenceExpires: '31/31' }))
    .toEqual({ 'phones.1': 'bad-phone', 'emails.0': 'bad-email', birthDate: 'bad-date', 'licence.expiresOn': 'bad-date' })
})
test('a birth date lies neither ahead nor 121 years back', () => {
  expect(check({ fullName: 'Bob', birthDate: '2026-11-22' })).toEqual({ birthDate: 'birth-date-future' })
  expect(check({ fullName: 'Bob', birthDate: '1905-01-01' })).toEqual({ birthDate: 'birth-date-too-old' })
  expect(check({ fullName: 'Bob', birthDate: '2026-11-21' })).toEqual({})
})
test('a medical customer needs the medical number', () => expect(check({ fullName: 'Bob' }, true)).toEqual({ 'medical.number': 'medical-number-needed' }))
test.each(['', '(514) 555-0142', '514.555.0142', '1 514 555 0142', '+33 1 42 68 53 00', '011 33 1 42 68 53 00', '5145550142 x 12', '514-555-0142 poste 7'])('%s may be dialled in Canada', (phone) => expect(isPhone(phone, 'CA')).toBe(true))
test.each(['555-0142', '12', 'call me', '51455501421', '+1', '123456789012345678'])('%s cannot be dialled in Canada', (phone) => expect(isPhone(phone, 'CA')).toBe(false))
test('an address needs a name, an @ and a domain with a dot', () => {
  expect(['ana@example.com', ' ANA@X.CA ', "o'neil+shop@mail.example.co"].every(isEmail)).toBe(true)
  expect(['ana@', 'ana', '@x.ca', 'a b@x.ca', 'ana@x'].some(isEmail)).toBe(false)
})
