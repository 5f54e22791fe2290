import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLicence } from '../../../src/main/devices/aamva.ts'
import { readSwipe } from '../../../src/main/devices/magstripe.ts'
import { barcode, lea, nora, noraStripe, otto, paymentNumbers } from '../../fixtures/licence-cards.ts'
import { samples, swipes } from '../../fixtures/licence-samples.ts'
import { chanceFrom, mutated, mutations, slowTexts } from '../../fixtures/mutations.ts'
import { judge } from '../../fixtures/parser-judge.ts'

const own = [barcode({ elements: nora, own: { type: 'ZM', lines: ['ZMA1'] } }), barcode({ iin: '636000', version: 1, elements: otto }), barcode({ iin: '604428', elements: lea }), noraStripe,
  ...paymentNumbers.map((number) => `%B${number}^ROE/JAN^3012101?;${number}=30121010000?`)]
const texts = [...own, ...samples.map(({ payload }) => payload), ...swipes.map(({ text }) => text)]
const seed = Number(process.env['SEED'] ?? 20_261_122)
const faultsIn = (text: string): readonly string[] => judge(text).faults.map((fault) => `${fault} in ${JSON.stringify(text).slice(0, 400)}`)

describe('any text at all', () => {
  test('of 1,500 random ones neither reader throws, dawdles or hands out a payment number', () =>
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ maxLength: 200 }), fc.array(fc.constantFrom(...texts, ...Object.keys(nora), '\n', '?', '='), { maxLength: 6 }).map((all) => all.join(''))),
      (text) => { expect(faultsIn(text)).toEqual([]) }), { numRuns: 1_500, seed }))
  test('of 5,000 mutated licences and cards neither does', () => {
    const chance = chanceFrom(seed)
    for (let round = 0; round < 5_000; round++) expect(faultsIn(mutated(texts, chance))).toEqual([])
  })
  test.each(Object.entries(mutations))('of cards %s neither does', (_, mutation) => {
    const chance = chanceFrom(seed)
    for (const text of texts) expect(faultsIn(mutation(text, chance, texts))).toEqual([])
  })
  test('of a megabyte neither does, however it is built', () => {
    for (const text of slowTexts(1_000_000)) expect(faultsIn(text)).toEqual([])
  })
  test('of four thousand characters, which are read to the end, neither does', () => {
    for (const text of slowTexts(4_000)) expect(faultsIn(text)).toEqual([])
  })
})

describe('a payment card', () => {
  test('cut anywhere never gives its number, nor a licence', () => {
    for (const number of paymentNumbers) {
      const swipe = `%B${number}^ROE/JAN^3012101?;${number}=30121010000?`
      for (let at = 0; at <= swipe.length; at++) for (const part of [swipe.slice(0, at), swipe.slice(at)]) {
        expect(JSON.stringify(readSwipe(part))).not.toContain(number)
        expect(readLicence(part)).toBe(null)
      }
    }
  })
})

describe('a reader is not left behind by what it meets', () => {
  test('because it holds no state: the same text gives the same answer again', () => {
    for (const text of texts) {
      const first = [readLicence(text), readSwipe(text)]
      judge(mutated(texts, chanceFrom(seed)))
      expect([readLicence(text), readSwipe(text)]).toEqual(first)
    }
  })
})
