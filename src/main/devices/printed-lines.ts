import { blank, placed, type Dots } from './dots.ts'
import { toPrintable } from './printable.ts'
import { pictureDots, type PrinterProfile } from './printer-profile.ts'
import type { ReceiptRow } from './receipt.ts'
import { columnsOf, wrap } from './text-width.ts'

/** One thing on the paper: letters of the printer's own (`wide` and `tall` are 1 or 2), or a picture as wide as the paper prints. */
export type PrintedLine =
  | { readonly kind: 'letters'; readonly text: string; readonly align: 'left' | 'centre'; readonly wide: 1 | 2; readonly tall: 1 | 2; readonly bold: boolean }
  | { readonly kind: 'picture'; readonly dots: Dots }
/** What draws the letters no code page holds. */
export type Pen = { readonly widthOf: (text: string, sizeDots: number) => number; readonly draw: (text: string, sizeDots: number) => Dots }

const sizesDots = { small: 22, normal: 24, large: 40 } as const
const fewestColumns = 8

/** Which texts of these rows this printer has no letters for, so that a pen can be made ready for them. */
export const textsToDraw = (rows: readonly ReceiptRow[], profile: PrinterProfile): string[] => {
  const pages = Object.keys(profile.codePages)
  return rows.flatMap((row) => (row.kind === 'text' ? [row.text] : row.kind === 'pair' ? [row.left] : [])).map((text) => toPrintable(text, pages)).flatMap(({ text, drawn }) => (drawn ? [text] : []))
}

/** Lays a receipt out for this paper. Names go on in the next line, amounts stand whole at the right, and nothing is cut off. */
export const printedLines = (rows: readonly ReceiptRow[], profile: PrinterProfile, pen: Pen): PrintedLine[] => rows.flatMap((row) => rowLines(row, profile, pen))

function rowLines(row: ReceiptRow, profile: PrinterProfile, pen: Pen): PrintedLine[] {
  if (row.kind === 'rule') return [letters('-'.repeat(profile.columns))]
  if (row.kind === 'space') return [letters('')]
  if (row.kind === 'pair') return pairLines(row, profile, pen)
  const { text, drawn } = toPrintable(row.text, Object.keys(profile.codePages))
  if (drawn) return drawnLines(text, row, profile, pen)
  const style = { bold: row.bold, align: row.align, ...(row.size === 'large' ? largeStyle(text, profile.columns) : {}) }
  return wrap(text, Math.floor(profile.columns / (style.wide ?? 1)), columnsOf).map((line) => letters(line, style))
}

const letters = (text: string, style: Partial<Extract<PrintedLine, { kind: 'letters' }>> = {}): PrintedLine => ({ kind: 'letters', align: 'left', wide: 1, tall: 1, bold: false, ...style, text })

/** Twice as wide where its longest word then still fits, else only twice as tall. */
const largeStyle = (text: string, columns: number): { wide: 1 | 2; tall: 2 } =>
  ({ wide: text.split(' ').every((word) => columnsOf(word) * 2 <= columns) ? 2 : 1, tall: 2 })

function pairLines(row: Extract<ReceiptRow, { kind: 'pair' }>, profile: PrinterProfile, pen: Pen): PrintedLine[] {
  const pages = Object.keys(profile.codePages)
  const style = { bold: row.bold, tall: row.size === 'large' ? 2 : 1 } as const
  const left = toPrintable(row.left, pages)
  const right = plainAmount(row.right, pages)
  const alone = letters(' '.repeat(Math.max(0, profile.columns - columnsOf(right))) + right, style)
  if (left.drawn) return [...drawnLines(left.text, { ...row, align: 'left' }, profile, pen), alone]
  const room = profile.columns - columnsOf(right) - 1
  if (room < fewestColumns) return [...wrap(left.text, profile.columns, columnsOf).map((line) => letters(line, style)), alone]
  const lines = wrap(left.text, room, columnsOf)
  const last = lines.at(-1) ?? ''
  return [...lines.slice(0, -1), last + ' '.repeat(profile.columns - columnsOf(last) - columnsOf(right)) + right].map((line) => letters(line, style))
}

/** An amount is never drawn: a sign that no page has becomes a question mark before its figures are put at risk. */
function plainAmount(text: string, pages: readonly string[]): string {
  const whole = toPrintable(text, pages)
  return whole.drawn ? Array.from(whole.text, (letter) => (toPrintable(letter, pages).drawn ? '?' : toPrintable(letter, pages).text)).join('').trim() : whole.text.trim()
}

function drawnLines(text: string, { size, align }: { readonly size: keyof typeof sizesDots; readonly align: 'left' | 'centre' }, profile: PrinterProfile, pen: Pen): PrintedLine[] {
  const dots = pictureDots(profile)
  const sizeDots = sizesDots[size]
  return wrap(text, dots, (part) => pen.widthOf(part, sizeDots)).map((line) => {
    const picture = line.trim() === '' ? blank(8, sizeDots) : pen.draw(line, sizeDots)
    const left = align === 'centre' ? Math.max(0, Math.floor((dots - picture.width) / 2)) : 0
    return { kind: 'picture', dots: placed(picture, Math.min(dots, Math.ceil((left + picture.width) / 8) * 8), left) }
  })
}
