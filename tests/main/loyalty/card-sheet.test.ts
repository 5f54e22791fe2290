import { describe, expect, test } from 'vitest'
import { cardsPerPage, sheetPage, type CardFace, type SheetKind } from '../../../src/main/loyalty/card-sheet.ts'
import { freshApp } from '../../harness/app.ts'
import { BarcodeFormat, canRaster, drawn, rasterOf, scanned, type Part, type Picture } from './scan-back.ts'

const mm = 72 / 25.4
/** Where each card of a page lies, measured apart from the app: from the sheets' own data sheets. */
const partsOf: { readonly [K in SheetKind]: readonly Part[] } = {
  a4: grid({ left: 15 * mm, top: 13.5 * mm, width: 85 * mm, height: 54 * mm }, 95 * mm, 54 * mm), letter: grid({ left: 54, top: 36, width: 252, height: 144 }, 252, 144),
  cr80: [{ left: 0, top: 0, width: 85.6 * mm, height: 53.98 * mm }],
}
function grid(first: Part, across: number, down: number): Part[] {
  return Array.from({ length: 10 }, (_, at) => ({ ...first, left: first.left + (at % 2) * across, top: first.top + Math.floor(at / 2) * down }))
}
const both = (picture: Picture, part: Part) => [scanned(picture, part, BarcodeFormat.CODE_128), scanned(picture, part, BarcodeFormat.QR_CODE)]

async function shopWithCards(count: number) {
  const app = await freshApp()
  await app.signIn('owner')
  await app.ask('loyalty/make-cards', { requestId: app.rid(), count, prefix: 'C', digits: 8, withCheck: true, anyway: false })
  const { rows } = await app.ask('loyalty/cards', { which: 'all', text: '', page: { after: null, most: 200 } })
  return { ...app, codes: rows.map(({ code }) => code) }
}
const whole = { which: 'latest', after: null } as const
const face = (code: string): CardFace => ({ code, shopName: 'Brûlerie', holder: '', copy: '' })

describe.skipIf(!canRaster)('the printed PDF, as a scanner sees the paper', () => {
  for (const kind of ['a4', 'letter', 'cr80'] as const) {
    test(`every Code 128 and QR of a ${kind} sheet scans back to its own card`, { timeout: 120_000 }, async () => {
      const app = await shopWithCards(kind === 'cr80' ? 3 : 12)
      const { base64, codes, more } = await app.ask('loyalty/print-cards', { requestId: app.rid(), cards: whole, sheet: { kind, cutMarks: true }, language: 'en' })
      const pages = rasterOf(Buffer.from(base64, 'base64'))
      expect([codes, more, pages.length]).toEqual([app.codes.length, null, Math.ceil(app.codes.length / cardsPerPage(kind))])
      const read = app.codes.map((_, at) => both(pages[Math.floor(at / cardsPerPage(kind))]!, partsOf[kind][at % cardsPerPage(kind)]!))
      expect(read).toEqual(app.codes.map((code) => [code, code]))
    })
  }
})
// Loud on purpose: without the program the PDF itself was looked at by nobody.
if (!canRaster) test.skip('NOT RUN: no pdftoppm here (poppler-utils), so the printed PDF was not scanned back; only its drawing was', () => undefined)

describe('the card sheet', () => {
  test('the drawing of a page scans back, from the shortest to the longest code a shop can make', () => {
    for (const code of ['12345', 'C44710093', 'ABCDEF12345678901234']) {
      const picture = drawn(sheetPage([face(code)], { kind: 'cr80', cutMarks: false }))
      expect(both(picture, partsOf.cr80[0]!)).toEqual([code, code])
    }
  })
  test('a bought card with a code too long for bars keeps its QR code', () => {
    const code = 'X'.repeat(60)
    const picture = drawn(sheetPage([face(code)], { kind: 'a4', cutMarks: false }))
    expect(both(picture, partsOf.a4[0]!)).toEqual([null, code])
  })
  test('the preview is the first page of what is printed, with its codes', async () => {
    const app = await shopWithCards(12)
    const { page, codes } = await app.ask('loyalty/preview-sheet', { cards: whole, sheet: { kind: 'a4', cutMarks: false }, language: 'en' })
    expect(codes).toEqual(app.codes.slice(0, 10))
    expect(codes.map((_, at) => both(drawn(page!), partsOf.a4[at]!)[1])).toEqual(codes)
  })
  test('a second print says that it is a copy, the same request asked twice does not', async () => {
    const app = await shopWithCards(1)
    const sheet = { cards: { codes: app.codes }, sheet: { kind: 'cr80', cutMarks: false }, language: 'fr' } as const
    const asked = { ...sheet, requestId: app.rid() }
    const first = await app.ask('loyalty/print-cards', asked)
    expect((await app.ask('loyalty/print-cards', asked)).codes).toBe(first.codes)
    expect((await app.ask('loyalty/card-details', { code: app.codes[0]! })).printed).toBe(1)
    const { page } = await app.ask('loyalty/preview-sheet', sheet)
    expect(page?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).toContain('Copie')
  })
  test('a cashier cannot print cards', async () => {
    const app = await shopWithCards(1)
    await app.signIn('cashier')
    await expect(app.ask('loyalty/print-cards', { requestId: app.rid(), cards: whole, sheet: { kind: 'a4', cutMarks: false }, language: 'en' })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
