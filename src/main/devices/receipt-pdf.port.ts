import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { runsOf } from './receipt-fonts.ts'
import type { Receipt, ReceiptRow } from './receipt.ts'
import { graphemes, plainSpaces, wrap } from './text-width.ts'
import { plainFont } from './woff.ts'

const paperPt = 226.77 // 80 mm
const marginPt = 14
const innerPt = paperPt - 2 * marginPt
const sizesPt = { small: 7.5, normal: 9, large: 12 } as const
const leading = 1.4
const spacePt = 7

type Doc = { readonly pdf: PDFKit.PDFDocument; readonly fonts: SystemFonts }
type Style = { readonly sizePt: number; readonly bold: boolean }
/** One line of words somewhere on the paper, or a rule across it. */
type Mark = { readonly yPt: number; readonly style: Style; readonly text: string; readonly align: 'left' | 'centre' | 'right' } | { readonly yPt: number; readonly rule: true }

const fontFile = createRequire(import.meta.url)

export type SystemFonts = readonly (readonly [script: RegExp, candidates: readonly Font[]])[]
/** Where the operating system may keep letters our typeface lacks: Chinese, Japanese, Korean, Arabic, Hebrew, Thai, Indic. The first that is there is used. */
const systemFonts: SystemFonts = [
  [/[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/u, [
    ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'NotoSansCJKjp-Regular'], ['/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', 'NotoSansCJKjp-Regular'],
    ['C:\\Windows\\Fonts\\msyh.ttc', 'MicrosoftYaHei'], ['C:\\Windows\\Fonts\\malgun.ttf'], ['/System/Library/Fonts/Supplemental/Arial Unicode.ttf'],
  ]],
  [/./u, [
    ['C:\\Windows\\Fonts\\arial.ttf'], ['/System/Library/Fonts/Supplemental/Arial Unicode.ttf'], ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'], ['/usr/share/fonts/dejavu/DejaVuSans.ttf'],
  ]],
]

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
  return collected(pdf)
}

/** Main is let go between the steps: the scanner shares its loop. */
const breath = () => new Promise<void>((done) => void setImmediate(done))

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => void chunks.push(chunk))
    doc.on('end', () => done(Buffer.concat(chunks)))
    doc.on('error', failed)
    doc.end()
  })
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
  let xPt = marginPt + (mark.align === 'left' ? 0 : mark.align === 'right' ? free : free / 2)
  for (const { text, font } of runsOf(mark.text)) xPt += drawRun(doc, text, fontFor(doc, font, text, mark.style.bold), { xPt, yPt: mark.yPt, style: mark.style })
}

/** Draws one stretch and answers how wide it is. */
function drawRun(doc: Doc, text: string, font: Font | null, { xPt, yPt, style }: { xPt: number; yPt: number; style: Style }): number {
  const width = runWidth(doc, text, font, style)
  if (font) useFont(doc, font, style).fillColor('#000000').text(text, xPt, yPt, { lineBreak: false })
  else graphemes(text).forEach((_, at) => doc.pdf.rect(xPt + at * boxPt(style) + 1, yPt + style.sizePt * 0.2, boxPt(style) - 2, style.sizePt * 0.8).lineWidth(0.5).stroke('#000000'))
  return width
}

const boxPt = ({ sizePt }: Style): number => sizePt * 0.7
const widthOf = (doc: Doc, text: string, style: Style): number =>
  runsOf(text).reduce((all, run) => all + runWidth(doc, run.text, fontFor(doc, run.font, run.text, style.bold), style), 0)

function runWidth(doc: Doc, text: string, font: Font | null, style: Style): number {
  if (font === null) return graphemes(text).length * boxPt(style)
  return useFont(doc, font, style).widthOfString(text)
}

type Font = readonly [file: string, face?: string]
function useFont({ pdf }: Doc, [file, face]: Font, { sizePt }: Style): PDFKit.PDFDocument {
  return face === undefined ? pdf.font(file, sizePt) : pdf.font(file, face, sizePt)
}
const fontFor = (doc: Doc, part: string | null, text: string, bold: boolean): Font | null => (part === null ? systemFont(doc.fonts, text) : [ownFont(doc.pdf, part, bold)])

const unpacked = new Map<string, Buffer>()
const named = new WeakMap<PDFKit.PDFDocument, Set<string>>()

/** Makes a part of our typeface known to the document, once, and answers the name it has there. */
function ownFont(pdf: PDFKit.PDFDocument, part: string, bold: boolean): string {
  const name = `inter-${part}-${bold ? 700 : 400}-normal`
  const known = named.get(pdf) ?? new Set()
  if (known.has(name)) return name
  const bytes = unpacked.get(name) ?? plainFont(readFileSync(fontFile.resolve(`@fontsource/inter/files/${name}.woff`)), inflateSync)
  unpacked.set(name, bytes)
  named.set(pdf, known.add(name))
  pdf.registerFont(name, bytes)
  return name
}

const systemFont = (fonts: SystemFonts, text: string): Font | null =>
  fonts.find(([script]) => script.test(text))?.[1].find(([file]) => existsSync(file)) ?? null
