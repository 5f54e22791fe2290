import { expect, test } from 'vitest'
import { shopShape } from '../../../src/main/shop/shop-shapes.ts'
import { provinceChoices, usualFor } from '../../../src/renderer/shop/countries.ts'
import { countryChoices } from '../../../src/renderer/ui/countries.ts'
import { asSetUp, newDraft, problemsIn, withLanguage, withPlace } from '../../../src/renderer/shop/set-up-draft.ts'
import { percentOf, ppmOf, taxPreset } from '../../../src/renderer/shop/tax-presets.ts'

const pins = { pin: '8264', again: '8264' }
const draft = { ...newDraft('fr-CA'), name: 'Brûlerie', ownerName: 'Olive' }

test.each([['5', 50_000], ['9.975', 99_750], ['9,975 %', 99_750], ['0', 0], ['100', 1_000_000], ['25.5', 255_000], ['', null], ['101', null], ['-1', null], ['1e2', null], ['9.97512', null]])(
  'a rate typed as %j is %s ppm', (typed, ppm) => expect(ppmOf(typed)).toBe(ppm))

test('every preset reads back as a rate, except the one that is typed by hand', () => {
  for (const { value: country } of countryChoices('en')) {
    for (const { value: region } of country === 'CA' ? provinceChoices('en') : [{ value: '' }]) {
      const { rates } = taxPreset(country, region, 'en')
      for (const { percent } of rates) if (country !== 'US') expect(percentOf(ppmOf(percent)!, 'en'), `${country} ${region}`).toBe(percent)
    }
  }
})

test('Québec fills in GST and QST added, France VAT included, and the United States a rate to type', () => {
  expect(taxPreset('CA', 'QC', 'fr')).toEqual({ included: false, rates: [{ name: 'TPS', percent: '5' }, { name: 'TVQ', percent: '9,975' }] })
  expect(taxPreset('FR', '', 'fr')).toEqual({ included: true, rates: [{ name: 'TVA', percent: '20' }] })
  expect(problemsIn('taxes', withPlace(draft, { country: 'US', region: 'NY' }), pins)).toEqual({ 'rates.0.percent': 'tax-rate-wrong' })
})

test('the province sets the clock, the country the money and its smallest coin', () => {
  expect(usualFor('CA', 'BC')).toEqual({ currency: 'CAD', timeZone: 'America/Vancouver', cashStepCents: 5 })
  expect(usualFor('MX', '')).toMatchObject({ currency: 'MXN', cashStepCents: 1 })
})

test('a new language says our own words again and leaves what was typed', () => {
  const quebec = withPlace(draft, { country: 'CA', region: 'QC' })
  expect(withLanguage(quebec, 'en')).toMatchObject({ tillName: 'Till 1', rates: [{ name: 'GST' }, { name: 'QST' }] })
  expect(withLanguage({ ...quebec, tillName: 'Comptoir', rates: [{ name: 'Taxe', percent: '5' }] }, 'en')).toMatchObject({ tillName: 'Comptoir', rates: [{ name: 'Taxe' }] })
})

test('every country makes a shop that main takes', () => {
  for (const { value: country } of countryChoices('en')) {
    const { shop } = asSetUp(withPlace(draft, { country, region: '' }), pins.pin)
    expect(shopShape.safeParse(shop).error?.issues, country).toBeUndefined()
  }
})

test('what is missing is named under its field', () => {
  expect(problemsIn('shop', { ...draft, name: ' ', phone: '123' }, pins)).toEqual({ name: 'name-needed', phone: 'phone-short' })
  expect(problemsIn('owner', { ...draft, ownerName: '', tillName: '' }, { pin: '12', again: '13' })).toEqual({ ownerName: 'owner-needed', pin: 'pin-wrong', again: 'pin-differs', tillName: 'till-needed' })
  expect(problemsIn('summary', draft, pins)).toEqual({})
})
