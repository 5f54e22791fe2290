import PDFDocument from 'pdfkit'
import { breath, collected, systemFonts, widthOf, writeLine, type Doc, type Style, type SystemFonts } from './pdf-text.port.ts'
import type { Receipt, ReceiptRow } from './receipt.ts'
import { plainSpaces, wrap } from './text-width.ts'

const paperPt = 226.77 // 80 mm
const marginPt = 14
const innerPt = paperPt - 2 * marginPt
const sizesPt = { small: 7.5, normal: 9, large: 12 } as const
const leading = 1.4
const spacePt = 7

/** One line of words somewhere on the paper, or a rule across it. */
type Mark = { readonly yPt: number; readonly style: Style; readonly text: string; readonly align: 'left' | 'centre' | 'right' } | { readonly yPt: number; readonly rule: true }

/**
 * The receipt as a PDF on paper 80 mm wide and as long as it needs to be. A letter no font has is drawn as a box, never as a question mark;
 * `fonts` are where other scripts are looked for.
 */
export async function receiptAsPdf(receipt: Receipt, at: Date, fonts: SystemFonts = systemFonts): Promise<Buffer> {
  const info = { Title: receipt.title, CreationDate: at, ModDate: at }
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info, lang: receipt.language, font: '' })
  const doc = { pdf, fonts }
  const { marks, heightPt } = layOut(doc, receipt.rows)
  await breath()
  pdf.addPage({ size: [paperPt, heightPt], margin: 0 })
  for (const mark of marks) draw(doc, mark)
  await breath()
  const done = collected(pdf)
  pdf.end()
  return done
}

function layOut(doc: Doc, rows: readonly ReceiptRow[]): { marks: Mark[]; heightPt: number } {
  const marks: Mark[] = []
  let yPt = marginPt
  for (const row of rows) {
    if (row.kind === 'rule') marks.push({ yPt: yPt + spacePt / 2, rule: true })
    const lines = row.kind === 'pair' ? pairLines(doc, row) : row.kind === 'text' ? textLines(doc, row) : []
    for (const line of lines) {
      marks.push(...line.map((mark) => ({ ...mark, yPt })))
      yPt += (line[0]?.style.sizePt ?? 0) * leading
    }
    if (lines.length === 0) yPt += spacePt
  }
  return { marks, heightPt: yPt + marginPt }
}
type Words = { readonly style: Style; readonly text: string; readonly align: 'left' | 'centre' | 'right' }

const textLines = (doc: Doc, { text, align, size, bold }: Extract<ReceiptRow, { kind: 'text' }>): Words[][] => {
  const style = { sizePt: sizesPt[size], bold }
  return wrap(plainSpaces(text), innerPt, (part) => widthOf(doc, part, style)).map((line) => [{ style, text: line, align }])
}

function pairLines(doc: Doc, { left, right, size, bold }: Extract<ReceiptRow, { kind: 'pair' }>): Words[][] {
  const style = { sizePt: sizesPt[size], bold }
  const amount = plainSpaces(right)
  const room = innerPt - widthOf(doc, amount, style) - style.sizePt
  const lines = wrap(plainSpaces(left), Math.max(room, innerPt / 4), (part) => widthOf(doc, part, style)).map((text): Words[] => [{ style, text, align: 'left' }])
  lines.at(-1)?.push({ style, text: amount, align: 'right' })
  return lines
}

function draw(doc: Doc, mark: Mark): void {
  if ('rule' in mark) return void doc.pdf.moveTo(marginPt, mark.yPt).lineTo(paperPt - marginPt, mark.yPt).lineWidth(0.5).stroke('#888888')
  const free = innerPt - widthOf(doc, mark.text, mark.style)
  const xPt = marginPt + (mark.align === 'left' ? 0 : mark.align === 'right' ? free : free / 2)
  writeLine(doc, mark.text, { xPt, yPt: mark.yPt, style: mark.style })
}
