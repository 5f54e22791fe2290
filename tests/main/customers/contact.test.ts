import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmail, phoneWords, readPhone, showPhone } from '../../../src/main/customers/contact.ts'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

test.each([
  ['514-555-0142', 'CA', '+15145550142'], ['(514) 555 0142', 'CA', '+15145550142'], ['1 514 555 0142', 'US', '+15145550142'], ['+1 (514) 555.0142',
    'FR', '+15145550142'], ['0044 20 7946 0958', 'CA', '+442079460958'],
  ['011 44 20 7946 0958', 'US', '+442079460958'], ['00 1 514 555 0142', 'FR', '+15145550142'], ['01 42 68 53 00', 'FR', '+33142685300'],
    ['+33 (0)1 42 68 53 00', 'CA', '+33142685300'], ['55 1234 5678', 'MX', '+525512345678'],
  ['٥١٤٥٥٥٠١٤٢', 'CA', '+15145550142'], ['514 555 0142 ext. 12', 'CA', '+15145550142'],
])('%s typed in %s is %s', (typed, country, e164) => {
  expect(readPhone(typed, country)).toBe(e164)
})

test.each(['', 'abc', '12', '555-0142', '+', '+999999999999999999', '514555014',
  '0'.repeat(60)])('"%s" is no number that can be dialled from Montréal', (typed) => {
  expect(readPhone(typed, 'CA')).toBeNull()
})

test('a number is shown as at home, or with its country from abroad', () => {
  expect(showPhone({ e164: '+15145550142', typed: '' }, 'CA')).toBe('(514) 555-0142')
  expect(showPhone({ e164: '+15145550142', typed: '' }, 'FR')).toBe('+1 514 555 0142')
  expect(showPhone({ e164: '+33142685300', typed: '' }, 'FR')).toBe('01 42 68 53 00')
  expect(showPhone({ e164: '+33142685300', typed: '' }, 'CA')).toBe('+33 1 42 68 53 00')
  expect(showPhone({ e164: '', typed: 'ask Léa' }, 'CA')).toBe('ask Léa')
})

test('our own North American reading and writing agree with the library', () => {
  const digits = fc.tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 200, max: 999 }), fc.integer({ min: 0, max: 9999 })).map(([a, b,
    c]) => `${a}${b}${String(c).padStart(4, '0')}`)
  fc.assert(fc.property(digits, (number) => {
    const theirs = parsePhoneNumberFromString(number, 'CA')
    expect(readPhone(number, 'CA')).toBe(theirs?.number)
    expect(showPhone({ e164: `+1${number}`, typed: '' }, 'CA')).toBe(theirs?.formatNational())
  }), { numRuns: 300 })
})

test('nothing that is typed makes reading a number fail, and whatever is read is E.164', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-() .x#*')), maxLength: 40 })), fc.constantFrom('CA', 'FR', 'MX', 'ZZ', ''), (typed,
      country) => {
    const read = readPhone(typed, country)
    if (read !== null) expect(read).toMatch(/^\+[1-9]\d{3,16}$/)
  }), { numRuns: 1_500 })
})

test('a number answers to all of it, to it without its country, to the last seven and to the last four', () => {
  expect(phoneWords({ e164: '+15145550142', typed: '' })).toEqual(['15145550142', '5145550142', '5550142', '0142'])
  expect(phoneWords({ e164: '', typed: '555-0142' })).toEqual(['5550142', '0142'])
  for (const number of ['+33142685300', '+442079460958', '+525512345678', '+35312345678', '+79161234567', '+8613812345678', '+14165550142',
    '+353861234567', '+971501234567']) {
    expect(phoneWords({ e164: number, typed: '' })[1]).toBe(parsePhoneNumberFromString(number)!.nationalNumber)
  }
})

test.each([['ana@x.ca', true], ['ana.ruiz+shop@mail.example.org', true], ['josé@exämple.com', true], ['ana@x', false], ['ana', false], ['@x.ca',
  false], ['a b@x.ca', false], ['ana@x..ca', false], ['ana@@x.ca', false], ['<ana@x.ca>', false]])(
  '%s is an address that mail may go to: %s', (address, is) => expect(isEmail(address)).toBe(is))
