import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { band, centred, withoutCommands, type Dots } from './dots.ts'
import { pageRuns } from './printable.ts'
import { printedLines, type Pen, type PrintedLine } from './printed-lines.ts'
import { pictureDots, type PrinterProfile } from './printer-profile.ts'
import type { ReceiptRow } from './receipt.ts'
import { code128Modules, qrDots } from './sale-code.ts'

/** What goes on one piece of paper: the shop's picture, rows, and the number of the sale as a code (null prints none); `samples` are lines in a code page each. */
export type Paper = { readonly logo: Dots | null; readonly rows: readonly ReceiptRow[]; readonly code: string | null; readonly samples?: readonly { readonly page: string; readonly text: string }[] }

const codeHeightDots = 64
const qrScaleDots = 5

/**
 * A piece of paper as bytes for one printer model, cut at its end, a few lines at a time so that main can be let go between them. It does not
 * begin with ESC @, which would switch the printer's answers off: whoever talks to the printer says that first. Letters go through the encoder
 * page by page, what no page holds as pictures in bands.
 */
export function* paperParts({ logo, rows, code, samples = [] }: Paper, profile: PrinterProfile, pen: Pen): Generator<Uint8Array> {
  const encoder = newEncoder(profile)
  const print = { encoder, profile, pages: Object.keys(profile.codePages), page: Object.keys(profile.codePages)[0] ?? 'cp437' }
  if (profile.language === 'esc-pos') yield encoder.raw(plainStart).encode()
  if (logo) addPicture(print, centred(logo, pictureDots(profile)))
  for (let row = 0; row < rows.length; row += rowsAtOnce) {
    for (const line of printedLines(rows.slice(row, row + rowsAtOnce), profile, pen)) addLine(print, line)
    yield encoder.encode()
  }
  for (const { page, text } of samples) encoder.codepage(page as PageName).line(text)
  if (code !== null) addCode(print, code)
  endPaper(print)
  yield encoder.encode()
}
const rowsAtOnce = 5

/** The same in one piece. */
export const paperBytes = (paper: Paper, profile: PrinterProfile, pen: Pen): Uint8Array => Buffer.concat([...paperParts(paper, profile, pen)])

/** Out of Kanji mode (Asian firmware), and the American signs, so that # $ @ are what they look like. */
const plainStart = [0x1c, 0x2e, 0x1b, 0x52, 0x00]
type PageName = Parameters<ReceiptPrinterEncoder['codepage']>[0]
type Print = { readonly encoder: ReceiptPrinterEncoder; readonly profile: PrinterProfile; readonly pages: readonly string[]; page: string }

/** The encoder with this model's widths and pages; a line of code pages of ours becomes its mapping. */
function newEncoder({ columns, language, codePages }: PrinterProfile): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({ columns, language, codepageMapping: codePages, imageMode: 'raster', feedAfterBlock: false, newline: '\n', errors: 'strict', autoFlush: false })
}

function addLine(print: Print, line: PrintedLine): void {
  if (line.kind === 'picture') return addPicture(print, line.dots)
  const { encoder } = print
  if (line.text.trim() === '') return void encoder.newline()
  encoder.align(line.align === 'centre' ? 'center' : 'left').bold(line.bold).size(line.wide, line.tall)
  for (const run of pageRuns(line.text, print.pages, print.page)) {
    print.page = run.page
    encoder.codepage(run.page as PageName).text(run.text)
  }
  encoder.bold(false).size(1, 1).newline()
}

/** In bands that small printers can take, none of which holds bytes that read as a command. */
function addPicture({ encoder, profile }: Print, dots: Dots): void {
  const safe = withoutCommands(dots)
  encoder.align('left')
  for (let row = 0; row < safe.height; row += profile.bandDots) encoder.image(asPixels(band(safe, row, row + profile.bandDots)), { algorithm: 'threshold', mode: 'raster' })
}

/** The encoder wants colours, heights of eight, and its own plain object. */
function asPixels({ width, height, black }: Dots) {
  const tall = Math.ceil(height / 8) * 8
  const data = new Uint8ClampedArray(width * tall * 4).fill(255)
  black.forEach((dot, at) => dot === 1 && data.fill(0, at * 4, at * 4 + 3))
  return { width, height: tall, data }
}

function addCode(print: Print, code: string): void {
  const { encoder, profile } = print
  encoder.newline().align('center')
  if (profile.saleCode === 'qr' && profile.qr) encoder.qrcode(code, { model: 2, size: qrScaleDots, errorlevel: 'm' }).newline()
  else if (profile.saleCode === 'qr') addPicture(print, centred(qrDots(code, qrScaleDots), pictureDots(profile)))
  else encoder.barcode(code, 'code128', { height: codeHeightDots, width: code128Modules(code) * 3 <= profile.dots ? 2 : 1, text: 'below' })
  encoder.align('left')
}

/** Fed past the blade or the tear-off edge, then cut where there is a blade. */
function endPaper({ encoder, profile }: Print): void {
  encoder.newline(profile.feedLines)
  if (profile.cutter === 'none') return
  const partial = profile.cutter === 'partial' ? 1 : 0
  encoder.raw(profile.language === 'esc-pos' ? [0x1d, 0x56, partial] : [0x1b, 0x64, partial])
}
