import { expect, test } from 'vitest'
import { phoneCountries } from '../../../src/main/customers/phone-countries.ts'
import { countryOfNumber } from '../../../src/renderer/customers/phone-country.ts'

const of = (typed: string, chosen = '', shop = 'CA') => countryOfNumber(typed, chosen, shop, phoneCountries)

test('a number without its code is of the chosen country, else of the shop\'s', () => {
  expect([of(''), of('514 555 0142'), of('612 345 678', 'ES')]).toEqual(['CA', 'CA', 'ES'])
})
test('a number that begins with its code says its country itself; of those that share it, the shop\'s own, else the largest', () => {
  expect([of('+34 612', 'FR'), of('0044 20'), of('011 33 1'), of('+1 514'), of('+1 514', '', 'FR'), of('+')]).toEqual(['ES', 'GB', 'FR', 'CA', 'US', ''])
})
