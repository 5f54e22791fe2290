import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrived } from '../../../src/main/devices/arrived.ts'
import { msrReport } from '../../../src/main/devices/hid-msr.ts'
import { posIdle, posQuiet, posReport } from '../../../src/main/devices/hid-pos.ts'

const folder = process.env['REGULARS_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')
const read = <T>(name: string): T[] => (existsSync(path.join(folder, name)) ? (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T[]) : [])
type PosRecord = { id: string; vendorId: string; reports: string[]; expected: { aim: string | null; payloadBase64?: string; text?: string } }
type MsrRecord = { id: string; vendorId: string; reportHex: string; expected: { tracks?: string[]; reject?: string; error?: string } }
const posRecords = read<PosRecord>('scanner/hid-pos.json')
const msrRecords = read<MsrRecord>('msr/hid-reports.json')
if (posRecords.length === 0) console.warn(`SKIPPED: recorded HID reports, because ${folder} is not there (set REGULARS_TEST_DATA to where it is)`)

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
function pos(reports: readonly Uint8Array[], vendorId = 0x0c2e, gapMs = 5): Arrived[] {
  let state = posIdle
  return reports.flatMap((report, at) => {
    const step = posReport(state, report, vendorId, at * gapMs)
    state = step.state
    return step.arrived ?? []
  })
}

/** A report as the standard lays it out. */
function report(text: string, { aim = ']C0', more = false, at = 2 } = {}): Uint8Array {
  const made = new Uint8Array(64)
  made.set([0x02, text.length])
  made.set(Buffer.from(aim + text, 'latin1'), at)
  made[63] = more ? 1 : 0
  return made
}

describe.skipIf(posRecords.length === 0)('recorded HID POS scanners', () => {
  test.each(posRecords.map((record) => [record.id, record] as const))('%s', (_, { reports, vendorId, expected }) => {
    const text = expected.text ?? Buffer.from(expected.payloadBase64 ?? '', 'base64').toString('latin1')
    expect(pos(reports.map(bytes), Number.parseInt(vendorId, 16))).toEqual([{ kind: 'text', text, symbology: expected.aim }])
  })
})

describe.skipIf(msrRecords.length === 0)('recorded magstripe readers', () => {
  test.each(msrRecords.map((record) => [record.id, record] as const))('%s', (_, { reportHex, vendorId, expected }) => {
    const arrived = msrReport(bytes(reportHex), Number.parseInt(vendorId, 16))
    if (expected.tracks) expect(arrived).toEqual({ kind: 'text', text: expected.tracks.join(''), symbology: null })
    else expect(arrived.kind).toBe(expected.error === 'blank card' ? 'blank' : 'text')
  })
})

describe('HID POS reports', () => {
  test('a code that is cut off is a read error after three seconds, and what follows is whole', () => {
    const first = posReport(posIdle, report('5901234', { more: true }), 0x05e0, 0)
    expect(first.arrived).toBeNull()
    expect(posQuiet(first.state, 2_999).arrived).toBeNull()
    expect(posQuiet(first.state, 3_000).arrived).toEqual({ kind: 'read-error' })
    const late = posReport(first.state, report('LOY-0001'), 0x05e0, 5_000)
    expect(late.arrived).toEqual({ kind: 'text', text: 'LOY-0001', symbology: ']C0' })
  })

  test('an AIM identifier one byte late, or a missing report id, reads the same', () => {
    const whole = report('LOY-0001')
    for (const each of [whole, report('LOY-0001', { at: 3 }), whole.slice(1)]) expect(pos([each])).toEqual([{ kind: 'text', text: 'LOY-0001', symbology: ']C0' }])
  })

  test('one CR, LF, CR LF or TAB at the end of a code is the scanner’s, not the code’s', () => {
    for (const end of ['\r', '\n', '\r\n', '\t']) expect(pos([report(`A1${end}`)])).toEqual([{ kind: 'text', text: 'A1', symbology: ']C0' }])
  })

  test('Newland sends the AIM identifier inside its data, if at all', () => {
    const made = new Uint8Array(64)
    made.set([2, 16, ...Buffer.from(']E05901234123457')])
    expect(pos([made], 0x1eab)).toEqual([{ kind: 'text', text: '5901234123457', symbology: ']E0' }])
  })

  test('no report throws, and no text is longer than a licence can be', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 120 }), fc.integer({ min: 0, max: 0xffff }), (reports, vendorId) => {
      for (const arrived of pos(reports, vendorId)) if (arrived.kind === 'text') expect(arrived.text.length).toBeLessThanOrEqual(4096)
    }), { numRuns: 2_000 })
    expect(pos(Array.from({ length: 200 }, () => report('x'.repeat(56), { more: true })))).toContainEqual({ kind: 'garbled' })
  })
})

/** A swipe as MagTek reports it, with the last card still standing behind each track. */
function swipe(tracks: readonly string[], { status = [0, 0, 0], stale = 'STALE' } = {}): Uint8Array {
  const made = new Uint8Array(337)
  made.set([...status, ...tracks.map((track) => track.length), 1])
  tracks.forEach((track, at) => made.set(Buffer.from((track + stale.repeat(30)).slice(0, 110), 'latin1'), 7 + at * 110))
  return made
}

describe('magstripe reports', () => {
  test('nothing of the previous card is read', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 100 }), { minLength: 3, maxLength: 3 }), (tracks) => {
      const arrived = msrReport(swipe(tracks, { stale: '\u0001' }), 0x0801)
      expect(arrived).toEqual(tracks.join('') === '' ? { kind: 'read-error' } : { kind: 'text', text: tracks.join(''), symbology: null })
    }))
  })

  test('a track that could not be read makes the swipe a read error, never half a person', () => {
    for (const status of [[1, 0, 0], [0, 1, 0], [0, 0, 1]]) expect(msrReport(swipe(['%TXAUSTIN^DOE$JOHN^?', ';636015=?', ''], { status }), 0x0801)).toEqual({ kind: 'read-error' })
  })

  test('a reader that encrypts is refused, whatever it says', () => {
    expect(msrReport(new Uint8Array(887), 0x0801)).toEqual({ kind: 'encrypted' })
    expect(msrReport(Uint8Array.from([0x02, 0x10, 0x01, 0x80, 0x1f, 0x44, 0x28, 0, 0xa3, 1, 2, 3]), 0x0acd)).toEqual({ kind: 'encrypted' })
  })

  test('ID TECH writes the tracks behind one another, and its total in either order', () => {
    const tracks = ['%TXAUSTIN^DOE$JOHN^?', ';6360=1?', '']
    for (const order of ['little', 'big'] as const) {
      const made = Buffer.alloc(509)
      made.set([0, 0, 0, ...tracks.map(({ length }) => length), 1])
      if (order === 'little') made.writeUInt16LE(tracks.join('').length, 7)
      else made.writeUInt16BE(tracks.join('').length, 7)
      made.write(`${tracks.join('')}PREVIOUS CARD`, 9, 'latin1')
      expect(msrReport(made, 0x0acd)).toEqual({ kind: 'text', text: tracks.join(''), symbology: null })
    }
  })

  test('no report throws', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 0, maxLength: 600, size: 'max' }), fc.constantFrom(0x0801, 0x0acd, 1), (made, vendorId) => void msrReport(made, vendorId)), { numRuns: 2_000 })
  })
})
