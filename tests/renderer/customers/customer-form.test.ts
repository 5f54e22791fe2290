import { expect, test } from 'vitest'
import { changesOf, isDirty } from '../../../src/renderer/customers/form-changes.ts'
import { asksAgain, consentsOf, draftOf, emptyForm, withConsentOf, type CustomerForm } from '../../../src/renderer/customers/customer-form.ts'
import { ana, opened, read, typed } from './forms.ts'

const withPhone = (before: CustomerForm, phone: string) => withConsentOf(before, { ...before, phones: [{ typed: phone, kind: 'mobile' }] }, 'sms')

test('a form that was only opened changes nothing', () => {
  const before = opened()
  expect(changesOf(before, opened(), ana, read)).toEqual({})
  expect(consentsOf(before, opened())).toEqual({ keepConsent: {}, consents: [] })
  expect(isDirty(before, opened())).toBe(false)
})
test('only what was changed is sent', () => {
  const before = opened()
  expect(changesOf(before, { ...before, notes: 'no milk' }, ana, read)).toEqual({ notes: 'no milk' })
  expect(changesOf(before, { ...before, status: 'inactive' }, ana, read)).toEqual({ status: 'inactive' })
})
test('a licence number on file stays when only its date is corrected, and becomes typed', () => {
  const before = opened()
  expect(changesOf(before, { ...before, licenceExpires: '2030-01-01' }, ana, read).licence).toEqual({ number: null, region: 'QC', country: 'CA', expiresOn: '2030-01-01', source: 'typed' })
})
test('a licence is taken off file only by saying so', () => {
  const before = opened()
  expect(changesOf(before, { ...before, licenceGone: true, licenceRegion: '', licenceExpires: '' }, ana, read).licence).toBeNull()
})
test('the masked number never goes back to main', () => {
  expect(JSON.stringify(changesOf(opened(), { ...opened(), licenceRegion: 'ON' }, ana, read))).not.toContain('7123')
})

test('consent does not follow to another number by itself', () => {
  const before = opened()
  const form = withPhone(before, '514 555 9999')
  expect(form.sms.on).toBe(false)
  expect(asksAgain(before, form, 'sms')).toBe(true)
  expect(consentsOf(before, form)).toEqual({ keepConsent: {}, consents: [] })
})
test('consent goes along when somebody says so, and is asked anew when the switch is turned on', () => {
  const before = opened()
  const form = withPhone(before, '514 555 9999')
  expect(consentsOf(before, { ...form, sms: { on: true, kept: true } })).toEqual({ keepConsent: { sms: true }, consents: [] })
  expect(consentsOf(before, { ...form, sms: { on: true, kept: false } })).toEqual({ keepConsent: {}, consents: [{ channel: 'sms', allowed: true }] })
})
test('the same number written in another way is the same number', () => {
  const before = opened()
  expect(withPhone(before, '(514) 555 0142').sms.on).toBe(true)
  expect(asksAgain(before, withPhone(before, '514.555.0142'), 'sms')).toBe(false)
})
test('typing the old number again brings the old consent back', () => {
  const before = opened()
  const away = withPhone(before, '514 555 9999')
  expect(withConsentOf(before, { ...away, phones: before.phones }, 'sms').sms.on).toBe(true)
})
test('no number, no switch', () => {
  const form = withConsentOf(emptyForm, typed({ sms: { on: true, kept: false } }), 'sms')
  expect(form.sms.on).toBe(false)
})
test('turning a switch off is told to main', () => {
  const before = opened()
  expect(consentsOf(before, { ...before, sms: { on: false, kept: false } }).consents).toEqual([{ channel: 'sms', allowed: false }])
})
test('a new customer hands in what was typed, without empty numbers and addresses', () => {
  const draft = draftOf(typed({ firstName: ' Ana ', phones: [{ typed: ' ', kind: 'mobile' }, { typed: '514 555 0142', kind: 'work' }], birthDate: '1990-04-03' }), read)
  expect(draft).toMatchObject({ firstName: 'Ana', phones: [{ typed: '514 555 0142', kind: 'work' }], emails: [], birthDate: '1990-04-03', licence: null, medical: null })
})
test('a licence with nothing but a date is still a licence', () => {
  expect(draftOf(typed({ licenceExpires: '2030-01-01' }), read).licence).toMatchObject({ number: '', expiresOn: '2030-01-01', source: 'typed' })
})
