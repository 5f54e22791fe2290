import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gtin13, gtinCheckDigit, gtinHolds, gtinKind, luhnHolds, upcAOf } from '../../../src/main/devices/check-digits.ts'
import { checkDigitCases, hasSamples } from '../../fixtures/licence-samples.ts'

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

describe.skipIf(!hasSamples)('published check digits', () => {
  for (const { code, valid, kind } of checkDigitCases) test(`${code} (${kind}) ${valid ? 'holds' : 'does not hold'}`, () =>
    expect(/luhn/i.test(kind) ? luhnHolds(code) : gtinHolds(code)).toBe(valid))
})

describe('check digits', () => {
  test.each(['4006381333931', '036000291452', '96385074', '2000000000015', '00012345600012'])('of %s hold', (code) => expect(gtinHolds(code)).toBe(true))
  test.each(['4006381333930', '03600029145', '9638507', '', 'abcdefgh', '40063813339310000'])('of "%s" do not', (code) => expect(gtinHolds(code)).toBe(false))
  test('find any one wrong digit', () => fc.assert(fc.property(digits(12), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (body, place, more) => {
    const code = body + gtinCheckDigit(body)
    const wrong = code.slice(0, place) + ((Number(code[place]) + more) % 10) + code.slice(place + 1)
    expect([gtinHolds(code), gtinHolds(wrong)]).toEqual([true, false])
  })))
  test('by Luhn', () => expect(['79927398713', '79927398710', '4111111111111111', '0', '', '7992739871a'].map(luhnHolds)).toEqual([true, false, true, false, false, false]))
  test.each([['04252614', '042100005264'], ['01234565', '012345000065'], ['01278906', null], ['21234565', null]])('UPC-E %s stands for %s', (upcE, upcA) => expect(upcAOf(upcE)).toBe(upcA))
  test('a UPC-A and its EAN-13 are one product', () => expect([gtin13('036000291452'), gtin13('0036000291452'), gtin13('036000291453'), gtin13('96385074')]).toEqual(['0036000291452', '0036000291452', null, null]))
})

test.each([
  ['2000000000015', 'in-store'], ['0412345678903', 'in-store'], ['0212345678907', 'in-store'], ['0512345678900', 'coupon'], ['9912345678909', 'coupon'], ['9812345678902', 'coupon'],
  ['9800000000000', 'refund-receipt'], ['9771234567898', 'serial'], ['9781234567897', 'book'], ['4006381333931', 'product'], ['0036000291452', 'product'],
])('the prefix of %s says %s', (code, kind) => expect(gtinKind(code)).toBe(kind))
