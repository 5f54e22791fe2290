import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BarcodeFormat, BinaryBitmap, DecodeHintType, GlobalHistogramBinarizer, HybridBinarizer, MultiFormatReader, RGBLuminanceSource } from '@zxing/library'
import type { SheetPage } from '../../../src/main/loyalty/card-sheet.ts'

/** A grey picture: one byte a dot, 0 is black. */
export type Picture = { readonly widthPx: number; readonly heightPx: number; readonly dots: Uint8ClampedArray }
export type Part = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
const dotsPerInch = 300
const pointsPerInch = 72
const scale = dotsPerInch / pointsPerInch

/** Is there a program that turns a PDF into a picture (poppler-utils)? */
export const canRaster = spawnSync('pdftoppm', ['-v']).status === 0

/** Every page of the PDF as a scanner would see it on paper, at 300 dots to the inch. */
export function rasterOf(pdf: Buffer): Picture[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-sheet-'))
  try {
    writeFileSync(path.join(folder, 'sheet.pdf'), pdf)
    const { status, stderr } = spawnSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), path.join(folder, 'sheet.pdf'), path.join(folder, 'page')])
    if (status !== 0) throw new Error(`pdftoppm: ${String(stderr)}`)
    return readdirSync(folder).filter((name) => name.endsWith('.pgm')).toSorted().map((name) => readGrey(readFileSync(path.join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same page drawn here, dot by dot, where there is no such program. Words are left out: nobody scans them. */
export function drawn(page: SheetPage): Picture {
  const [widthPx, heightPx] = [Math.round(page.widthPt * scale), Math.round(page.heightPt * scale)]
  const dots = new Uint8ClampedArray(widthPx * heightPx).fill(255)
  for (const mark of page.marks) {
    if (mark.kind !== 'dark') continue
    for (const [x, y, width, height] of mark.boxes) {
      for (let row = Math.round(y * scale); row < Math.round((y + height) * scale); row++) dots.fill(0, row * widthPx + Math.round(x * scale), row * widthPx + Math.round((x + width) * scale))
    }
  }
  return { widthPx, heightPx, dots }
}

function readGrey(file: Buffer): Picture {
  const [, width = '0', height = '0'] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 60).toString('latin1')) ?? []
  const [widthPx, heightPx] = [Number(width), Number(height)]
  return { widthPx, heightPx, dots: new Uint8ClampedArray(file.subarray(file.length - widthPx * heightPx)) }
}

/** What a scanner reads in a part of the picture (given in points), or null. Like a hand it tries more than one distance and turn, and two thresholds. */
export function scanned(picture: Picture, part: Part, format: BarcodeFormat): string | null {
  for (const shrink of [1, 2, 1.5, 2.5, 1.25, 3]) {
    for (const isTurned of [false, true]) {
      const seen = view(picture, part, shrink, isTurned)
      const text = look(seen, format, HybridBinarizer) ?? look(seen, format, GlobalHistogramBinarizer)
      if (text !== null) return text
    }
  }
  return null
}

/** The part as it looks from `shrink` times as far away, upright or turned by half. */
function view({ dots, widthPx }: Picture, part: Part, shrink: number, isTurned: boolean): Picture {
  const [left, top] = [Math.floor(part.left * scale), Math.floor(part.top * scale)]
  const [width, height] = [Math.floor((part.width * scale) / shrink), Math.floor((part.height * scale) / shrink)]
  const seen = new Uint8ClampedArray(width * height)
  for (let at = 0; at < seen.length; at++) {
    const [x, y] = [Math.floor((at % width) * shrink), Math.floor(Math.floor(at / width) * shrink)]
    seen[isTurned ? seen.length - 1 - at : at] = dots[(top + y) * widthPx + left + x] ?? 255
  }
  return { widthPx: width, heightPx: height, dots: seen }
}

function look({ dots, widthPx, heightPx }: Picture, format: BarcodeFormat, Binarize: typeof HybridBinarizer | typeof GlobalHistogramBinarizer): string | null {
  const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.POSSIBLE_FORMATS, [format]], [DecodeHintType.TRY_HARDER, true]])
  try {
    return new MultiFormatReader().decode(new BinaryBitmap(new Binarize(new RGBLuminanceSource(dots, widthPx, heightPx))), hints).getText()
  } catch {
    return null
  }
}
export { BarcodeFormat }
