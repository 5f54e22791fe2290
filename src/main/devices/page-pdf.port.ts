import PDFDocument from 'pdfkit'
import { breath, collected, systemFonts, widthOf, writeLine, type Doc } from './pdf-text.port.ts'

/** A page of words: heads, lines, and pairs of a word and a figure at the right edge. */
export type PageLine = { readonly kind: 'title' | 'head' | 'line'; readonly text: string } | { readonly kind: 'pair'; readonly text: string; readonly figure: string }

const [widthPt, heightPt, marginPt] = [595.28, 841.89, 64]
const styles = { title: { sizePt: 20, bold: true }, head: { sizePt: 13, bold: true }, line: { sizePt: 11, bold: false }, pair: { sizePt: 11, bold: false } } as const
const leading = 1.6

/** An A4 page, or as many as it takes. */
export async function pageAsPdf(lines: readonly PageLine[], title: string, at: Date): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info: { Title: title, CreationDate: at, ModDate: at }, font: '' })
  const doc: Doc = { pdf, fonts: systemFonts }
  let yPt = heightPt
  for (const line of lines) {
    const style = styles[line.kind]
    if (yPt + style.sizePt * leading > heightPt - marginPt) {
      pdf.addPage({ size: [widthPt, heightPt], margin: 0 })
      yPt = marginPt
      await breath()
    }
    yPt += line.kind === 'head' ? style.sizePt : 0
    writeLine(doc, line.text, { xPt: marginPt, yPt, style })
    if (line.kind === 'pair') writeLine(doc, line.figure, { xPt: widthPt - marginPt - widthOf(doc, line.figure, style), yPt, style })
    yPt += style.sizePt * leading
  }
  const done = collected(pdf)
  pdf.end()
  return done
}
