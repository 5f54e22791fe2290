import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { runsOf } from './receipt-fonts.ts'
import { graphemes } from './text-width.ts'
import { plainFont } from './woff.ts'

/** A PDF being written, and where other scripts than our typeface's are looked for. */
export type Doc = { readonly pdf: PDFKit.PDFDocument; readonly fonts: SystemFonts }
export type Style = { readonly sizePt: number; readonly bold: boolean }

const fontFile = createRequire(import.meta.url)

export type SystemFonts = readonly (readonly [script: RegExp, candidates: readonly Font[]])[]
/** Where the operating system may keep letters our typeface lacks: Chinese, Japanese, Korean, Arabic, Hebrew, Thai, Indic. The first that is there is used. */
export const systemFonts: SystemFonts = [
  [/[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/u, [
    ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'NotoSansCJKjp-Regular'], ['/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', 'NotoSansCJKjp-Regular'],
    ['C:\\Windows\\Fonts\\msyh.ttc', 'MicrosoftYaHei'], ['C:\\Windows\\Fonts\\malgun.ttf'], ['/System/Library/Fonts/Supplemental/Arial Unicode.ttf'],
  ]],
  [/./u, [
    ['C:\\Windows\\Fonts\\arial.ttf'], ['/System/Library/Fonts/Supplemental/Arial Unicode.ttf'], ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'], ['/usr/share/fonts/dejavu/DejaVuSans.ttf'],
  ]],
]

/** Main is let go between the steps: the scanner shares its loop. */
export const breath = () => new Promise<void>((done) => void setImmediate(done))

/** Everything written into a document, once it has ended. */
export function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => void chunks.push(chunk))
    doc.on('end', () => done(Buffer.concat(chunks)))
    doc.on('error', failed)
  })
}

/** Draws a line of words from its left end; a letter no font has is drawn as a box, never as a question mark. */
export function writeLine(doc: Doc, text: string, { xPt, yPt, style }: { xPt: number; yPt: number; style: Style }): void {
  let at = xPt
  for (const run of runsOf(text)) at += drawRun(doc, run.text, fontFor(doc, run.font, run.text, style.bold), { xPt: at, yPt, style })
}

/** Draws one stretch and answers how wide it is. */
function drawRun(doc: Doc, text: string, font: Font | null, { xPt, yPt, style }: { xPt: number; yPt: number; style: Style }): number {
  const width = runWidth(doc, text, font, style)
  if (font) useFont(doc, font, style).fillColor('#000000').text(text, xPt, yPt, { lineBreak: false })
  else graphemes(text).forEach((_, at) => doc.pdf.rect(xPt + at * boxPt(style) + 1, yPt + style.sizePt * 0.2, boxPt(style) - 2, style.sizePt * 0.8).lineWidth(0.5).stroke('#000000'))
  return width
}

const boxPt = ({ sizePt }: Style): number => sizePt * 0.7
export const widthOf = (doc: Doc, text: string, style: Style): number =>
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
