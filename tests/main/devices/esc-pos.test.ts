import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pulseBytes, pulseNowBytes } from '../../../src/main/devices/drawer.ts'
import { paperBytes } from '../../../src/main/devices/esc-pos.ts'
import { openGlyphs } from '../../../src/main/devices/glyphs.port.ts'
import { printedLines, textsToDraw, type Pen } from '../../../src/main/devices/printed-lines.ts'
import { pictureDots, tuned, usualSettings, type PrinterProfile } from '../../../src/main/devices/printer-profile.ts'
import { profileNamed, profiles } from '../../../src/main/devices/printer-profiles.ts'
import type { ReceiptRow } from '../../../src/main/devices/receipt.ts'
import { columnsOf } from '../../../src/main/devices/text-width.ts'
import { canDecode, decoded, paperText } from './decoded.ts'
import { goldenReceipts } from './golden-receipts.ts'

const noPen: Pen = { widthOf: (text, size) => text.length * size, draw: (text, sizeDots) => ({ width: Math.max(8, text.length * 8), height: sizeDots, black: new Uint8Array(Math.max(8, text.length * 8) * sizeDots) }) }
const model = (id: string): PrinterProfile => profileNamed(id)!
const row = (left: string, right = '1.00'): ReceiptRow => ({ kind: 'pair', left, right, size: 'normal', bold: false })
async function printed(rows: readonly ReceiptRow[], profile: PrinterProfile, code: string | null = '1-000042') {
  return paperBytes({ logo: null, rows, code }, profile, await openGlyphs(textsToDraw(rows, profile)))
}
const fixture = new URL('../../fixtures/receipts/', import.meta.url)

describe('the bytes of a receipt, kept as they were judged', () => {
  for (const { name, rows, profile } of goldenReceipts) {
    test(name, async () => expect(Buffer.from(await printed(rows, model(profile))).toString('hex').replace(/(.{100})/g, '$1\n').trim()).toBe(readFileSync(new URL(`${name}.hex`, fixture), 'utf8').trim()))
  }
})

describe.skipIf(!canDecode)('a receipt, as the independent decoder reads it', () => {
  for (const { name, rows, profile, says } of goldenReceipts.filter(({ profile: id }) => model(id).language === 'esc-pos')) {
    test(name, async () => {
      const events = decoded(await printed(rows, model(profile)), profile.startsWith('citizen') ? 'citizen' : 'epson')
      expect(events.filter(({ type }) => type === 'unknown')).toEqual([])
      const text = paperText(events)
      for (const said of says) expect(text).toContain(said)
      expect(text).not.toMatch(/[?\ufffd]/)
      for (const line of text.split('\n').filter((each) => !each.startsWith('['))) expect(columnsOf(line)).toBeLessThanOrEqual(model(profile).columns)
      expect(text).toContain('[code128 {B1-000042]')
      expect(text.endsWith('[cut]')).toBe(model(profile).cutter !== 'none')
    })
  }
  test('letters the page in use lacks switch the page, and come back right', async () => {
    const events = decoded(await printed([row('Łukasz Żółć'), row('Ñandú à 2 €'), row('Привет Ωμέγα')], model('epson-tm-t88')))
    const text = paperText(events)
    for (const name of ['Łukasz Żółć', 'Ñandú à 2 €', 'Привет Ωμέγα']) expect(text).toContain(name)
  })
  test('a decomposed accent is printed as one letter', async () => expect(paperText(decoded(await printed([row('Zoe\u0308 Be\u0301la')], model('generic-58'))))).toContain('Zoë Béla'))
  test('what no page of a small clone holds becomes its nearest plain letters', async () => {
    const small = tuned(model('generic-58'), { ...usualSettings(model('generic-58')), codePage: 'cp437' })
    const text = paperText(decoded(await printed([row('Łódź “x”', '4,50 €'), row('Şişli – Œuvre')], small)))
    expect(text).toContain('Lódz "x"')
    expect(text).toContain('4,50 EUR')
    expect(text).toContain('Sisli - OEuvre')
  })
  test('a name in another script is a picture, with its amount whole below it', async () => {
    const events = decoded(await printed([row('علي حسن', '12.50'), row('陈伟', '3.00'), row('สมชาย', '4.00')], model('epson-tm-t20')))
    expect(events.filter(({ type }) => type === 'raster').every(({ complete, widthDots }) => complete === true && (widthDots ?? 0) <= 576)).toBe(true)
    expect(paperText(events)).toMatch(/\[picture\]\n +12\.50\n\[picture\]\n +3\.00\n\[picture\]\n +4\.00/)
  })
  test('the drawer, by pin and model', () => {
    expect(decoded(pulseBytes(model('epson-tm-t88'), 2)!)).toMatchObject([{ type: 'drawer', pin: 2, onMs: 50, offMs: 500 }])
    expect(decoded(pulseBytes(model('citizen-ct-s310ii'), 5)!)).toMatchObject([{ type: 'drawer', pin: 5, onMs: 50, offMs: 250 }])
    expect([...pulseNowBytes(model('epson-tm-t88'), 5)!]).toEqual([0x10, 0x14, 1, 1, 1])
  })
})

describe('any receipt on any printer', () => {
  const words = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('Ünïcödé 500 g', '—', 'a'.repeat(90), '陈伟 & Sons', '👩‍👩‍👧 party'))
  const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => new Intl.NumberFormat('fr-CA', { style: 'currency', currency: 'CAD' }).format(cents / 100))
  const anyRow: fc.Arbitrary<ReceiptRow> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text: words, align: fc.constantFrom('left' as const, 'centre' as const), size: fc.constantFrom('normal' as const, 'large' as const, 'small' as const), bold: fc.boolean() }),
    fc.record({ kind: fc.constant('pair' as const), left: words, right: amount, size: fc.constantFrom('normal' as const, 'large' as const), bold: fc.boolean() }),
  )
  const anyProfile = fc.constantFrom(...profiles)
  test('no line is wider than the paper, and every amount stands whole at the right', () => {
    fc.assert(fc.property(fc.array(anyRow, { maxLength: 8 }), anyProfile, (rows, profile) => {
      const lines = printedLines(rows, profile, noPen)
      for (const line of lines) {
        if (line.kind === 'picture') expect(line.dots.width).toBeLessThanOrEqual(pictureDots(profile))
        else expect(columnsOf(line.text) * line.wide).toBeLessThanOrEqual(profile.columns)
      }
      const ends = lines.flatMap((line) => (line.kind === 'letters' ? [line.text.replace(/\s+/g, '')] : []))
      for (const { right } of rows.filter((each) => each.kind === 'pair')) expect(ends.some((end) => end.endsWith(right.replace(/[\s\u00a0\u202f]+/g, '').replaceAll('−', '-')))).toBe(true)
    }), { numRuns: 300 })
  })
  test('the encoder takes whatever comes of it', () => {
    fc.assert(fc.property(fc.array(anyRow, { maxLength: 6 }), anyProfile, (rows, profile) => {
      expect(paperBytes({ logo: null, rows, code: '12-R000003' }, profile, noPen).length).toBeGreaterThan(10)
    }), { numRuns: 100 })
  })
})

describe('the printer models', () => {
  test('each is well formed, holds the euro in its euro page, and has a name of its own', () => {
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length)
    for (const { euroPage, codePages, drawer } of profiles) {
      expect(codePages).toHaveProperty(euroPage)
      if (drawer) expect(drawer.offMs).toBeGreaterThanOrEqual(drawer.onMs)
    }
    const citizen = model('citizen-ct-s310ii').drawer!
    expect(citizen.offMs).toBeGreaterThanOrEqual(4 * citizen.onMs)
  })
})
