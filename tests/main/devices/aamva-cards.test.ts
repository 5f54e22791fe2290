import { describe, expect, test } from 'vitest'
import { readLicence } from '../../../src/main/devices/aamva.ts'
import type { Licence } from '../../../src/main/devices/licence.ts'
import { differences, fromBase64, hasSamples, samples, type Sample } from '../../fixtures/licence-samples.ts'

/** Samples that cannot be met, with the reason. None today. */
const notMet: Readonly<Record<string, string>> = {}
/** The one text of a keyboard that lost every Ctrl whose `J` cannot be told from a suffix: an empty DCU, then two line ends. */
const lostToJ = new Set(['idparser-nv'])

const isStripe = (sample: Sample): boolean => sample.aamvaVersion === null
const check = (sample: Sample, text: string): void =>
  expect(differences(readLicence(text), { expected: sample.expected, isStripe: isStripe(sample) })).toEqual([])
const withoutControls = (text: string): string => text.replace(/\p{Cc}/gu, '')
const withCtrlLost = (text: string): string => text.replaceAll('\n', 'J').replaceAll('\u001e', '6').replaceAll('\r', 'M')

function agrees(part: Licence | null, whole: Licence): boolean {
  if (!part) return true
  const daysFit = [null, whole.birthDate].includes(part.birthDate) && [null, whole.expiryDate].includes(part.expiryDate)
  return daysFit && (part.warnings.includes('incomplete') || (['number', 'family', 'first'] as const).every((field) => part[field] === whole[field]))
}

describe.skipIf(!hasSamples)('published licences are read as their publishers say', () => {
  test('all 59 samples are there', () => expect(samples).toHaveLength(59))
  test('the list of samples that cannot be met names only samples', () => expect(Object.keys(notMet).filter((id) => !samples.some((sample) => sample.id === id))).toEqual([]))

  for (const sample of samples) {
    const name = `${sample.id} (${sample.jurisdiction}, version ${sample.aamvaVersion ?? 'none'})`
    test.skipIf(notMet[sample.id])(`${name} is read whole`, () => check(sample, sample.payload))
    test.skipIf(notMet[sample.id] ?? !sample.payloadBase64)(`${name} is read whole from its bytes`, () => check(sample, fromBase64(sample.payloadBase64 ?? '')))
    if (sample.payloadCanonical) test.skipIf(notMet[sample.id])(`${name} is read whole in the standard's own layout`, () => check(sample, sample.payloadCanonical!))
    test(`${name} is read whole with every control character lost`, () => check(sample, withoutControls(sample.payload)))
    test(`${name} is read whole with CRLF for every line end`, () => check(sample, sample.payload.replaceAll('\n', '\r\n')))
    if (!lostToJ.has(sample.id)) test(`${name} is read whole through a keyboard that lost every Ctrl`, () => check(sample, withCtrlLost(sample.payload)))
  }

  test('cut anywhere, with or without its line ends, none gives a day that is not on the card, nor half a number or name without saying so', () => {
    const wrong = samples.flatMap(({ id, payload }) => [payload, withoutControls(payload)].flatMap((text) => {
      const whole = readLicence(text)
      return Array.from(text, (_, at) => at).filter((at) => (text === payload || at % 4 === 0) && whole && !agrees(readLicence(text.slice(0, at)), whole)).map((at) => `${id} cut at ${at}`)
    }))
    expect(wrong).toEqual([])
  })
  test('nothing that only a jurisdiction\'s own subfile holds is kept', () => {
    const secrets = samples.flatMap(({ payload }) => payload.split(/[\n\r]/).map((line) => ({ payload, secret: /^Z[A-Z](?:Z[A-Z])?[A-Z](.{6,})/.exec(line)?.[1] ?? '' }))
      .filter(({ secret }) => secret && payload.split(secret).length === 2))
    expect(secrets.length).toBeGreaterThan(10)
    for (const { payload, secret } of secrets) expect(JSON.stringify(readLicence(payload)).replaceAll('\\\\', '\\')).not.toContain(secret)
  })
})
