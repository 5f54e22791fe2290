import { describe, expect, test } from 'vitest'
import { classify } from '../../../src/main/devices/scan.ts'
import { documentKeyOf, keptNumber } from '../../../src/main/devices/document-key.ts'
import { printedName, printedPlace } from '../../../src/main/customers/printed-name.ts'
import { licenceText } from './licence-text.ts'

describe('a scan is told by its shape', () => {
  test('a licence, whatever stands before or after it', () => {
    for (const text of [licenceText(), `]L0${licenceText()}`, `\uFEFF${licenceText()}\r\n`]) expect(classify(text)).toMatchObject({ kind: 'licence', licence: { numberKey: 'T64235789', family: 'RUIZ' } })
  })
  test('a payment card leaves nothing in the answer', () => {
    for (const text of ['%B4111111111111111^TEST/CARD^3012101?;4111111111111111=3012101?', ';4111111111111111=30121010000?', '%B371449635398431^A/B^3012101?']) expect(classify(text)).toEqual({ kind: 'payment-card' })
  })
  test('a stripe that could not be read, half a licence and nothing at all are read errors', () => {
    for (const text of ['%E?;E?+E?', '@\n\u001e\rANSI 63', '', '\r\n', `@${licenceText().slice(3, 24)}`]) expect(classify(text), JSON.stringify(text)).toEqual({ kind: 'read-error' })
  })
  test('a code loses its AIM identifier, its end key and control characters, and keeps its symbology', () => {
    expect(classify(']C0LOY-77\r')).toMatchObject({ kind: 'code', code: 'LOY-77', symbology: 'C0' })
    expect(classify('2000000000015\t', ']E0')).toMatchObject({ kind: 'code', code: '2000000000015', symbology: 'E0' })
  })
  test('a short UPC, zeros in front and a GS1 number are spelled as lists may hold them', () => {
    expect(classify('01234565')).toMatchObject({ spellings: ['01234565', '012345000065'] })
    expect(classify('04006381333931')).toMatchObject({ spellings: ['04006381333931', '4006381333931'] })
    expect(classify(']C10104006381333931')).toMatchObject({ spellings: ['0104006381333931', '04006381333931', '4006381333931', '104006381333931'] })
  })
  test('a sale as it is printed and a ticket say so', () => {
    expect(['1-000042', '12-R000003', 'Q000012', '42', '1-42', 'QUICHE'].map((code) => (classify(code) as { looksLike: unknown }).looksLike)).toEqual(['sale', 'sale', 'ticket', null, null, null])
  })
})

describe('what is kept of a document', () => {
  const card = { number: 'T64-235 789', numberKey: 'T64235789', jurisdiction: 'VA', iin: '636000' }
  test('nothing, the last four, or all of its number, as the shop says', () => {
    expect([keptNumber(card, 'checked'), keptNumber(card, 'last4'), keptNumber(card, 'full')]).toEqual(['', '••••5789', 'T64-235 789'])
    expect(keptNumber({ number: '1234', numberKey: '1234' }, 'last4')).toBe('')
  })
  test('its hash is the same for one card, another for another card, state or shop, and none without a number', () => {
    const [a, b] = ['ab'.repeat(32), 'cd'.repeat(32)]
    const keys = [documentKeyOf(a, card), documentKeyOf(b, card), documentKeyOf(a, { ...card, jurisdiction: 'MD' }), documentKeyOf(a, { ...card, numberKey: 'T64235780' })]
    expect(new Set(keys).size).toBe(4)
    expect(documentKeyOf(a, { ...card, iin: '' })).toBe(keys[0])
    expect(documentKeyOf(a, { ...card, numberKey: '' })).toBeNull()
  })
  test('names in capitals are written as people write them', () => {
    expect(["ANNE-MARIE O'BRIEN", 'JUAN DE LA CRUZ', 'MCDONALD', 'ÉLODIE', 'van Gogh', 'ST. JOHN'].map(printedName)).toEqual(["Anne-Marie O'Brien", 'Juan de la Cruz', 'McDonald', 'Élodie', 'van Gogh', 'St. John'])
    expect(printedPlace('12345 S 110TH TER,')).toBe('12345 S 110TH Ter')
  })
})
