import { expect, test } from 'vitest'
import { layoutOf, tabOf } from '../../../src/renderer/customers/form-layout.ts'

const register = { surface: 'register', type: 'personal', details: false, medical: false } as const

test('without Customer Details the register asks for the phone with its switch, the birth date and the type', () => {
  expect(layoutOf(register)).toEqual({ top: ['phone', 'birthDate', 'customerType'], more: [], tabs: null })
})
test('with Customer Details everything else appears, and nothing twice', () => {
  const { top, more, tabs } = layoutOf({ ...register, details: true })
  const all = [...top, ...more, ...Object.values(tabs ?? {}).flat()]
  expect(new Set(all).size).toBe(all.length)
  expect(more).toEqual(['fullName', 'email', 'licence'])
  expect(all).toContain('addresses')
})
test('medical fields exist in a medical shop alone', () => {
  expect(JSON.stringify(layoutOf({ ...register, details: true }))).not.toContain('medical')
  expect(layoutOf({ ...register, details: true, medical: true }).more).toContain('medical')
  expect(layoutOf({ ...register, isNew: true, medical: true }).top).toContain('medical')
})
test('a business has a company and a tax number, a person a birth date and a licence', () => {
  const [person, business] = (['personal', 'business'] as const).map((type) => JSON.stringify(layoutOf({ surface: 'profile', type, details: true, medical: true })))
  expect([person, business].map((layout) => ['company', 'taxId', 'industry', 'website'].filter((name) => layout?.includes(name)).length)).toEqual([0, 4])
  expect([person, business].map((layout) => ['birthDate', 'licence', 'medical'].filter((name) => layout?.includes(name)).length)).toEqual([3, 0])
})
test('the new form follows the steps of the register', () => {
  expect(layoutOf({ ...register, isNew: true, details: true })).toMatchObject({ top: ['fullName', 'phone', 'email', 'birthDate'], more: ['licence', 'group', 'addresses'] })
})
test('every bad field is found under its tab', () => {
  const layout = layoutOf({ surface: 'profile', type: 'personal', details: true, medical: true })
  expect(['name', 'birthDate', 'phones.0', 'phones.2', 'emails.1', 'licence.expiresOn', 'medical.number'].map((path) => tabOf(layout, path))).toEqual(['general', 'general', 'contact', 'contact', 'contact', 'advanced', 'advanced'])
})
test('what stands above the tabs belongs to none', () => expect(tabOf(layoutOf({ ...register, details: true }), 'phones.0')).toBeNull())
