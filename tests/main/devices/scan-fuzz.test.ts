import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classify } from '../../../src/main/devices/scan.ts'
import { scanScreens } from '../../../src/main/flows/scan-outcome.ts'
import { stocked } from '../sales/stocked.ts'
import { licenceText } from './licence-text.ts'

/** REGULARS_FUZZ=1000000 runs the whole million. */
const runs = Number(process.env['REGULARS_FUZZ'] ?? 20_000)
const slowMs = 50
const luhnDigit = (digits: string): string => {
  const sum = Array.from(digits, Number).toReversed().reduce((total, digit, at) => total + (at % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0)
  return String((10 - (sum % 10)) % 10)
}
const pan = fc.tuple(fc.constantFrom('4', '51', '55', '2221', '37', '6011', '65', '36', '3528'), fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 15, maxLength: 15 }))
  .map(([issuer, rest]) => (issuer + rest).slice(0, ({ '37': 14, '36': 13 } as Readonly<Record<string, number>>)[issuer] ?? 15)).map((digits) => digits + luhnDigit(digits))
const whole = [licenceText(), licenceText({ iin: '636012', region: 'ON' }), '%VARICHMOND^RUIZ$ANA$M^2300 WEST BROAD^?;636000123456789=300519900502=?', ';99001234=0000?', ']C10104006381333931', '4006381333931', 'Q000001', '1-000042', '%E?;E?']

/** Real ones with letters changed, cut, doubled, run together and put in one another. */
const mutated = fc.tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.constantFrom('cut', 'drop', 'double', 'change', 'insert'), fc.constantFrom('@', '\n', '\r', '\u001e', '%', ';', '?', '^', '=', 'ANSI ', 'DAQ', '0', '\u00ff', '|')), { maxLength: 6 }))
  .map(([text, changes]) => changes.reduce((now, [place, how, sign]) => {
    const at = now === '' ? 0 : place % now.length
    if (how === 'cut') return now.slice(0, at)
    if (how === 'drop') return now.slice(0, at) + now.slice(at + 1)
    if (how === 'double') return now + now.slice(at)
    return now.slice(0, at) + sign + now.slice(at + (how === 'change' ? 1 : 0))
  }, text).slice(0, 4000))
const anything = fc.oneof({ weight: 6, arbitrary: mutated }, { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) }, { weight: 1, arbitrary: fc.constantFrom('@', '%', ';', ']L0', '').chain((start) => fc.string({ maxLength: 3000 }).map((rest) => start + rest)) })

/** Once; where that was slow, three times more: a busy machine is not a slow parser. */
function timesOf(text: string): number[] {
  const once = () => {
    const begun = performance.now()
    classify(text)
    return performance.now() - begun
  }
  const first = once()
  return first < slowMs ? [first] : [first, once(), once(), once()]
}

test(`${runs} scans are told apart without a throw, none in more than ${slowMs} ms`, { timeout: 1_200_000 }, () => {
  let slowest = 0
  let slow = ''
  fc.assert(fc.property(anything, (text) => {
    const took = Math.min(...timesOf(text))
    if (took > slowest) [slowest, slow] = [took, text]
  }), { numRuns: runs })
  expect(slowest, JSON.stringify(slow.slice(0, 200))).toBeLessThan(slowMs)
})

test('a payment number on a stripe is never part of what a scan is told to be', { timeout: 600_000 }, () => {
  const stripe = fc.tuple(pan, fc.constantFrom('%B{}^RUIZ/ANA^3012101?;{}=30121010000?', ';{}=30121010000?', '%B{}^RUIZ/ANA^3012101?', '%b{}^ruiz/ana^3012101?\r;{}=3012?', ';{}=3012', '%B{}^', '%B{}', '+E?;{}=3012101?'))
  fc.assert(fc.property(stripe, ([digits, form]) => {
    expect(JSON.stringify(classify(form.replaceAll('{}', digits)))).not.toContain(digits)
  }), { numRuns: Math.max(2_000, runs / 10) })
})

test('whatever is scanned, on whatever screen, no door throws, waits or keeps a payment number', { timeout: 300_000 }, async () => {
  const app = await stocked()
  const secret = '4929421234600821'
  const asked = fc.record({ text: anything, screen: fc.constantFrom(...scanScreens), source: fc.constantFrom('wedge', 'wedge-slow', 'camera'), symbology: fc.constantFrom(null, ']L0', ']E0', 'C1') })
  let slowest = 0
  for (const input of fc.sample(asked, 600)) {
    const text = input.text.length % 7 === 0 ? `%B${secret}^A/B^3012?;${secret}=3012?${input.text}`.slice(0, 4000) : input.text
    const begun = performance.now()
    const reply = await app.reply('devices/scanned', { ...input, text, requestId: app.rid(), customerId: null })
    slowest = Math.max(slowest, performance.now() - begun)
    expect(reply.ok || reply.code !== 'bug', JSON.stringify(input).slice(0, 300)).toBe(true)
    expect(JSON.stringify(reply).includes(secret)).toBe(false)
  }
  app.core.db.pragma('wal_checkpoint(TRUNCATE)')
  expect(slowest).toBeLessThan(slowMs * 6)
  expect(app.core.db.prepare("SELECT count(*) FROM requests WHERE instr(answer, ?) > 0").pluck().get(secret)).toBe(0)
})
