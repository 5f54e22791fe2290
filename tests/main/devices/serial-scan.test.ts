import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrived } from '../../../src/main/devices/arrived.ts'
import { serialBytes, serialDueAtMs, serialIdle, serialQuiet, usualSerial, type SerialRules, type Suffix } from '../../../src/main/devices/serial-scan.ts'
import { fromBase64, hasSamples, samples, swipes } from '../../fixtures/licence-samples.ts'

type Piece = { readonly text: string; readonly atMs: number }
/** Plays pieces as a line and a timer would, and then silence. */
function play(pieces: readonly Piece[], rules: SerialRules = usualSerial): Arrived[] {
  let state = serialIdle
  const heard: Arrived[] = []
  const keep = (step: ReturnType<typeof serialQuiet>) => {
    state = step.state
    heard.push(...step.arrived)
  }
  for (const { text, atMs } of pieces) {
    const dueMs = serialDueAtMs(state, rules)
    if (dueMs !== null && dueMs <= atMs) keep(serialQuiet(state, rules, dueMs))
    keep(serialBytes(state, Buffer.from(text, 'latin1'), rules, atMs))
  }
  keep(serialQuiet(state, rules, 1e12))
  return heard
}
const at = (...pieces: readonly (readonly [number, string])[]): Piece[] => pieces.map(([atMs, text]) => ({ text, atMs }))
const code = (text: string, symbology: string | null = null): Arrived => ({ kind: 'text', text, symbology })
const rules = (changes: Partial<SerialRules>): SerialRules => ({ ...usualSerial, ...changes })
const ends: { readonly [S in Suffix]: string } = { auto: '\r', cr: '\r', lf: '\n', crlf: '\r\n', tab: '\t', none: '' }
const halves = /^@[\s\S]*ANSI/

describe('bytes of a serial line', () => {
  test.each(Object.entries(ends))('a code that ends in %s arrives once', (suffix, end) => {
    expect(play(at([0, `5901234123457${end}`], [400, `LOY-0001${end}`]), rules({ suffix: suffix as Suffix }))).toEqual([code('5901234123457'), code('LOY-0001')])
  })

  test('two codes in one breath are two', () => expect(play(at([0, '111\r\n222\r\n']))).toEqual([code('111'), code('222')]))
  test('the AIM identifier is taken off and told', () => expect(play(at([0, ']E05901234123457\r']))).toEqual([code('5901234123457', ']E0')]))
  test('a prefix is taken off, an STX and ETX frame too', () => expect(play(at([0, '~A1\r\u0002B2\u0003\r']), rules({ prefix: '~' }))).toEqual([code('A1'), code('B2')]))

  test('a code without suffix ends by silence; with a known suffix silence means that half of it is missing', () => {
    expect(play(at([0, '59012'], [100, '34123457']))).toEqual([code('5901234123457')])
    expect(play(at([0, '59012']), rules({ suffix: 'cr' }))).toEqual([{ kind: 'read-error' }])
  })

  test('noise is one complaint, and the next code is whole', () => {
    const noise = Array.from({ length: 8192 }, (_, place) => String.fromCharCode((place * 37) % 256)).join('')
    expect(play(at([0, noise], [20, noise.slice(0, 700)], [900, '5901234123457\r']))).toEqual([{ kind: 'garbled' }, code('5901234123457')])
    expect(play(at([0, 'x'.repeat(9_000)], [900, 'A1\r']))).toEqual([{ kind: 'garbled' }, code('A1')])
  })

  test('the rest of a licence that stalled is no scan of its own; the next try is', () => {
    const licence = '@\n\u001e\rANSI 636000100002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDACMICHAEL\nDBB06061986\nDAG2300 WEST BROAD STREET\nDAIRICHMOND\nDAJVA\nDAK232690000  \n\r'
    const pieces = at([0, licence.slice(0, 70)], [400, licence.slice(70, 120)], [700, licence.slice(120)], [1_000, `${licence}\r`])
    expect(play(pieces, rules({ suffix: 'cr' }))).toEqual([{ kind: 'read-error' }, code(`${licence}\r`)])
  })

  test('half a swipe is a read error, wherever it stops', () => {
    const swipe = '%TXAUSTIN^DOE$JOHN^12345 SHERBOURNE ST^?\r;63601538774194=150819810101?\r'
    expect(play(at([0, swipe]))).toEqual([code(swipe.trimEnd())])
    for (let cut = 2; cut < swipe.length - 1; cut++) {
      const heard = play(at([0, swipe.slice(0, cut)]))
      expect(heard, `cut at ${cut}`).toEqual(swipe.slice(0, cut).trimEnd().endsWith('?') ? [code(swipe.slice(0, cut).trimEnd())] : [{ kind: 'read-error' }])
    }
  })
})

describe.skipIf(!hasSamples)('published licences over a serial line', () => {
  const payloads = samples.filter(({ payload }) => payload.startsWith('@')).map((sample) => [sample.id, sample.payloadBase64 === null ? sample.payload : fromBase64(sample.payloadBase64)] as const)

  test.each(payloads)('%s arrives whole with CR and with CR LF behind it', (_, payload) => {
    for (const suffix of ['cr', 'crlf', 'auto'] as const) {
      const sent = payload + ends[suffix]
      const pieces = Array.from({ length: Math.ceil(sent.length / 32) }, (__, piece) => ({ text: sent.slice(piece * 32, piece * 32 + 32), atMs: piece * 33 }))
      expect(play(pieces, rules({ suffix })), suffix).toEqual([code(sent)])
    }
  })

  test('cut anywhere, none of them is taken for a whole one by a scanner whose suffix is known', () => {
    for (const [id, payload] of payloads) {
      for (let cut = 6; cut < payload.length; cut += 7) {
        const half = payload.slice(0, cut)
        if (/\r\n?$/.test(half)) continue // the end of a part, as far as anyone can tell
        const heard = play(at([0, half]), rules({ suffix: 'cr' }))
        expect(heard.filter((each) => each.kind === 'text' && halves.test(each.text)), `${id} at ${cut}`).toEqual([])
      }
    }
  })

  test('every published swipe arrives as it was sent', () => {
    for (const { text, id } of swipes) expect(play(at([0, `${text}\r`])), id).toEqual([code(text.replace(/[\r\n\t]+$/, ''))])
  })
})

test('however bytes are cut into pieces, the same arrives', () => {
  const bits = fc.constantFrom('5901234123457', 'LOY-1', '\r', '\n', '\r\n', '\t', '@\n\u001e\rANSI 636000', 'DAQ1\nDBB19860606\n', '%TXA^B$C^?', ';636015=?', ';4111111111111111=30?', ']E0', '~', '\u0000', 'é', '\u0085', 'x'.repeat(90))
  const anyRules = fc.record({ prefix: fc.constantFrom('', '~', 'AB'), suffix: fc.constantFrom('auto', 'cr', 'lf', 'crlf', 'tab', 'none') as fc.Arbitrary<Suffix>, gapMs: fc.constantFrom(50, 150, 500) })
  fc.assert(fc.property(fc.array(bits, { maxLength: 40 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }), anyRules, (words, sizes, asked) => {
    const sent = words.join('')
    const pieces: Piece[] = []
    for (let from = 0, turn = 0; from < sent.length; turn++) {
      const size = sizes[turn % sizes.length]!
      pieces.push({ text: sent.slice(from, from + size), atMs: 0 })
      from += size
    }
    expect(play(pieces, asked)).toEqual(play(at([0, sent]), asked))
  }), { numRuns: 3_000 })
})

test('no bytes at any times throw', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 0, max: 600 })), { maxLength: 30 }), (chunks) => {
    let now = 0
    play(chunks.map(([bytes, gapMs]) => ({ text: Buffer.from(bytes).toString('latin1'), atMs: (now += gapMs) })))
  }), { numRuns: 2_000 })
})
