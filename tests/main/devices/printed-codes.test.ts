import { BarcodeFormat } from '@zxing/library'
import { describe, expect, test } from 'vitest'
import { dotsOf, paperPicture } from '../../../scripts/simulate/printer-picture.ts'
import { engineOf, type Mark } from '../../../scripts/simulate/printer-engine.ts'
import { dithered, withoutCommands, type Dots } from '../../../src/main/devices/dots.ts'
import { paperBytes } from '../../../src/main/devices/esc-pos.ts'
import { openGlyphs } from '../../../src/main/devices/glyphs.port.ts'
import { profileNamed } from '../../../src/main/devices/printer-profiles.ts'
import type { PrinterProfile } from '../../../src/main/devices/printer-profile.ts'
import { readSaleNumber } from '../../../src/main/sales/sale-number.ts'
import { goldenReceipts } from './golden-receipts.ts'
import { scanned, type Picture } from '../loyalty/scan-back.ts'

const pen = await openGlyphs([])
/** What a printer puts on the paper, mark by mark. */
function marksOf(bytes: Uint8Array): Mark[] {
  const engine = engineOf()
  const buffer = [...bytes]
  const marks: Mark[] = []
  for (let read = engine.next(buffer); read !== null; read = engine.next(buffer)) {
    buffer.splice(0, read.used)
    if (read.step.do === 'print') marks.push(read.step.mark)
    expect(read.step.do).not.toBe('unknown')
  }
  return marks
}

/** The codes and pictures on the paper, one below the other on white, as a scanner sees them. */
function pictureOf(marks: readonly Mark[]): Picture {
  const parts = marks.flatMap((mark) => (mark.kind === 'line' ? [] : [dotsOf(mark)]))
  const [quiet, widthPx] = [40, Math.max(...parts.map(({ width }) => width)) + 80]
  const heightPx = parts.reduce((all, { rows }) => all + rows.length, 0) + 2 * quiet
  const dots = new Uint8ClampedArray(widthPx * heightPx).fill(255)
  parts.flatMap(({ rows }) => rows).forEach((row, y) => row.forEach((dot, x) => dot === 1 && dots.fill(0, (y + quiet) * widthPx + x + quiet, (y + quiet) * widthPx + x + quiet + 1)))
  return { widthPx, heightPx, dots }
}
const whole = ({ widthPx, heightPx }: Picture) => ({ left: 0, top: 0, width: (widthPx * 72) / 300, height: (heightPx * 72) / 300 })
const codeOn = (profile: PrinterProfile, format: BarcodeFormat, code = '1-000042') => {
  const picture = pictureOf(marksOf(paperBytes({ logo: null, rows: [], code }, profile, pen)))
  return scanned(picture, whole(picture), format)
}
const model = (id: string, saleCode: 'code128' | 'qr'): PrinterProfile => ({ ...profileNamed(id)!, saleCode })

describe('the code at the foot of a receipt, as a scanner reads the paper', () => {
  for (const id of ['epson-tm-t88', 'pos-5890', 'citizen-ct-s310ii', 'bixolon-srp-350']) {
    test(`Code 128 on ${id}`, () => expect(codeOn(model(id, 'code128'), BarcodeFormat.CODE_128)).toBe('1-000042'))
  }
  test('QR drawn by the printer', () => expect(codeOn(model('epson-tm-t20', 'qr'), BarcodeFormat.QR_CODE)).toBe('1-000042'))
  test('QR drawn by us, where the printer cannot, in bands', () => expect(codeOn(model('generic-58', 'qr'), BarcodeFormat.QR_CODE, '12-R000003')).toBe('12-R000003'))
  test('what it says is a sale the register knows', () => expect(readSaleNumber('1-000042')).toEqual({ till: 1, number: 42 }))
})

describe('pictures', () => {
  test('a small clone gets them in bands, and none holds bytes that read as a command', () => {
    const random = (at: number) => ((at * 2_654_435_761) >>> 7) & 1
    const logo: Dots = { width: 384, height: 300, black: Uint8Array.from({ length: 384 * 300 }, (_, at) => (at < 32 ? [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0][at % 16]! : random(at))) }
    const marks = marksOf(paperBytes({ logo, rows: [], code: null }, profileNamed('pos-5890')!, pen)).flatMap((mark) => (mark.kind === 'picture' ? [mark] : []))
    expect(marks.map(({ height }) => height)).toEqual([128, 128, 48])
    const bytes = Buffer.from(paperBytes({ logo: withoutCommands(logo), rows: [], code: null }, profileNamed('pos-5890')!, pen)).toString('hex').match(/../g)!
    expect(bytes.some((byte, at) => byte === '10' && ['04', '05', '14'].includes(bytes[at + 1] ?? ''))).toBe(false)
  })
  test('greys become as many black dots as they are dark', () => {
    const shares = [20, 128, 235].map((grey) => dithered(new Uint8Array(64 * 64).fill(grey), 64, 64).black.reduce((all, dot) => all + dot, 0) / 4096)
    expect(shares[0]).toBeGreaterThan(0.9)
    expect(shares[1]).toBeGreaterThan(0.35)
    expect(shares[1]).toBeLessThan(0.65)
    expect(shares[2]).toBeLessThan(0.1)
  })
  test('a letter no font has is a box, and is named as missing', async () => {
    const glyphs = await openGlyphs(['陈', 'é'], [])
    expect(glyphs.missing).toBe('陈')
    expect(glyphs.draw('陈', 24).black.reduce((all, dot) => all + dot, 0)).toBeGreaterThan(20)
  })
})

test('the virtual printer draws a paper as a picture anyone can open: letters as letters, codes dot by dot', async () => {
  const { rows, profile } = goldenReceipts[1]!
  const picture = paperPicture(marksOf(paperBytes({ logo: null, rows, code: '1-000042' }, profileNamed(profile)!, pen)))
  for (const said of ['<svg', 'Brûlerie du Coin', 'Points gagnés', '>1-000042</text>', '<path d="M']) expect(picture.replaceAll('\u00a0', ' ')).toContain(said)
})
