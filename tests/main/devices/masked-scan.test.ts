import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskScan } from '../../../src/main/devices/masked-scan.ts'
import { fromBase64, hasSamples, samples, swipes } from '../../fixtures/licence-samples.ts'

const mask = (text: string, symbology: string | null = null) => maskScan({ kind: 'text', text, symbology })

test('a code is shown as it came, with its control characters by name', () => {
  expect(mask('010590123412345721A\u001d10B', ']C1')).toMatchObject({ kind: 'code', raw: '010590123412345721A‹GS›10B', symbology: ']C1' })
})

test('a payment number is never shown, swiped or as a bar code', () => {
  expect(mask(';4111111111111111=30121010000000000000?')).toEqual({ kind: 'payment-card', raw: '', symbology: null, licence: null })
  for (const code of ['4111111111111111', '4111 1111 1111 1111', 'X5555555555554444Y', '371449635398431']) expect(mask(code).raw).not.toMatch(/\d{4}/)
})

test('what is no text is only named', () => {
  for (const kind of ['read-error', 'garbled', 'encrypted', 'blank'] as const) expect(maskScan({ kind })).toEqual({ kind, raw: '', symbology: null, licence: null })
})

describe.skipIf(!hasSamples)('published cards', () => {
  const secrets = (expected: Readonly<Record<string, unknown>>): string[] =>
    ['lastName', 'firstName', 'licenceNumber', 'street1', 'city'].flatMap((field) => {
      const said = expected[field]
      return typeof said === 'string' && said.length > 3 ? [said] : []
    })
  test.each(samples.map((sample) => [sample.id, sample] as const))('%s is tested without showing whose it is', (_, { payload, payloadBase64, expected }) => {
    const shown = JSON.stringify(mask(payloadBase64 === null ? payload : fromBase64(payloadBase64)))
    for (const secret of secrets(expected)) expect(shown).not.toContain(secret)
  })
  test.each(swipes.map((swipe) => [swipe.id, swipe] as const))('%s is tested without showing whose it is', (_, { text, expected, kind }) => {
    const shown = JSON.stringify(mask(text))
    if (kind === 'payment-card') expect(shown).not.toMatch(/\d{4}/)
    for (const secret of secrets(expected ?? {})) expect(shown).not.toContain(secret)
  })
})

test('nothing that is scanned throws or shows a payment number, whatever stands around it', () => {
  const around = fc.string({ maxLength: 60 })
  fc.assert(fc.property(around, around, fc.constantFrom(';', '%B', '', ' '), fc.constantFrom('=3012101?', '^A/B^3012?', '', '\r'), (before, after, start, end) => {
    expect(mask(before.replace(/\d/g, 'x') + start + '4111111111111111' + end + after.replace(/\d/g, 'y')).raw).not.toContain('4111111111111111')
  }), { numRuns: 3_000 })
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void mask(text)), { numRuns: 3_000 })
})
