import PDFDocument from 'pdfkit'
import { breath, collected, systemFonts, widthOf, writeLine, type Doc, type Style } from './pdf-text.port.ts'
import { graphemes, plainSpaces } from './text-width.ts'

/** A page ready to be drawn: dark boxes (x, y, width, height), hairlines, and lines of words that are cut to their width. All in points from the top left. */
export type PdfMark =
  | { readonly kind: 'dark'; readonly boxes: readonly (readonly [number, number, number, number])[] }
  | { readonly kind: 'rule'; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | { readonly kind: 'text'; readonly text: string; readonly xPt: number; readonly yPt: number; readonly widthPt: number; readonly sizePt: number; readonly bold: boolean; readonly align: 'left' | 'centre' | 'right' }
export type PdfPage = { readonly widthPt: number; readonly heightPt: number; readonly marks: readonly PdfMark[] }
export type SheetInfo = { readonly title: string; readonly language: string; readonly at: Date }

/** Pages as a PDF, drawn one at a time so that the till is let go between them. */
export async function sheetAsPdf(pages: AsyncIterable<PdfPage>, { title, language, at }: SheetInfo): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info: { Title: title, CreationDate: at, ModDate: at }, lang: language, font: '' })
  const done = collected(pdf)
  const doc = { pdf, fonts: systemFonts }
  for await (const { widthPt, heightPt, marks } of pages) {
    pdf.addPage({ size: [widthPt, heightPt], margin: 0 })
    for (const mark of marks) draw(doc, mark)
    await breath()
  }
  pdf.end()
  return done
}

function draw(doc: Doc, mark: PdfMark): void {
  if (mark.kind === 'rule') return void doc.pdf.moveTo(...mark.from).lineTo(...mark.to).lineWidth(0.4).stroke('#555555')
  if (mark.kind === 'text') return drawText(doc, mark)
  for (const box of mark.boxes) doc.pdf.rect(...box)
  doc.pdf.fill('#000000')
}

function drawText(doc: Doc, { text, xPt, yPt, widthPt, sizePt, bold, align }: Extract<PdfMark, { kind: 'text' }>): void {
  const style = { sizePt, bold }
  const shown = fitting(doc, plainSpaces(text), widthPt, style)
  const free = widthPt - widthOf(doc, shown, style)
  writeLine(doc, shown, { xPt: xPt + (align === 'left' ? 0 : align === 'right' ? free : free / 2), yPt, style })
}

/** The text, or as much of it as there is room for, with dots. */
function fitting(doc: Doc, text: string, widthPt: number, style: Style): string {
  if (widthOf(doc, text, style) <= widthPt) return text
  const letters = graphemes(text)
  while (letters.length > 0 && widthOf(doc, `${letters.join('')}…`, style) > widthPt) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
