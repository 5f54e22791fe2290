import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { create, type Font } from 'fontkit'
import { blank, fill, type Dots, type Rings } from './dots.ts'
import { breath, systemFonts, type SystemFonts } from './pdf-text.port.ts'
import { runsOf } from './receipt-fonts.ts'
import { graphemes } from './text-width.ts'
import { plainFont } from './woff.ts'

/** Draws lines of text that no code page holds. `missing` says which letters no font here has: those are drawn as boxes. */
export type Glyphs = { readonly widthOf: (text: string, sizeDots: number) => number; readonly draw: (text: string, sizeDots: number) => Dots; readonly missing: string }
type Stretch = { readonly text: string; readonly font: Font | null }

const resolve = createRequire(import.meta.url).resolve
const opened = new Map<string, Promise<Font | null>>()

/**
 * Gets ready to draw these texts: letters of our own typeface (Latin, Cyrillic, Greek, Vietnamese), and whatever fonts the computer has for
 * other scripts. Files are read beside main's work, and letters are taken out one text at a time.
 */
export async function openGlyphs(texts: readonly string[], fonts: SystemFonts = systemFonts): Promise<Glyphs> {
  const found = new Map<string, readonly Stretch[]>()
  for (const text of texts) {
    found.set(text, await stretchesOf(text, fonts))
    await breath()
  }
  const known = new Map<string, Font | null>([...found.values()].flat().flatMap(({ text, font }) => graphemes(text).map((one) => [one, font] as const)))
  const cut = (text: string) => joined(graphemes(text).map((one) => ({ text: one, font: known.get(one) ?? null })))
  const missing = [...new Set([...known].filter(([one, font]) => font === null && one.trim() !== '').map(([one]) => one))].join('')
  return { missing, widthOf: (text, size) => Math.ceil(total(cut(text), size)), draw: (text, size) => drawn(cut(text), size) }
}

async function stretchesOf(text: string, fonts: SystemFonts): Promise<Stretch[]> {
  const stretches = await Promise.all(runsOf(text).map(async (run): Promise<Stretch[]> => {
    if (run.font !== null) return [{ text: run.text, font: await ownFont(`inter-${run.font}-600-normal`) }]
    return Promise.all(graphemes(run.text).map(async (one) => ({ text: one, font: one.trim() === '' ? await ownFont('inter-latin-600-normal') : await systemFont(one, fonts) })))
  }))
  return stretches.flat()
}

/** Neighbours of one font belong together: Arabic letters take their shape from them. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  for (const { text, font } of stretches) {
    const last = out.at(-1)
    if (last && (last.font === font || (text.trim() === '' && rightToLeft.test(last.text)))) out[out.length - 1] = { text: last.text + text, font: last.font }
    else out.push({ text, font })
  }
  return rightToLeft.test(stretches.find(({ text }) => /\p{L}/u.test(text))?.text ?? '') ? out.toReversed() : out
}
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

const ownFont = (name: string): Promise<Font | null> => once(name, async () => {
  const woff = await readFile(resolve(`@fontsource/inter/files/${name}.woff`))
  return oneFont(create(plainFont(woff, await unpacked(woff))))
})
/** The font in a file, or the face of that name in a collection. */
const oneFont = (file: ReturnType<typeof create>, face = ''): Font | null => ('fonts' in file ? file.getFont(face) : file)

/** The tables of a web font, unpacked beside main's work and handed over when they are asked for, in their order. */
async function unpacked(woff: Buffer): Promise<() => Buffer> {
  const count = woff.readUInt16BE(12)
  const packed = Array.from({ length: count }, (_, at) => 44 + at * 20).filter((at) => woff.readUInt32BE(at + 8) < woff.readUInt32BE(at + 12))
  const bodies = await Promise.all(packed.map((at) => promisify(inflate)(woff.subarray(woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 4) + woff.readUInt32BE(at + 8)))))
  let next = 0
  return () => bodies[next++]!
}

async function systemFont(one: string, fonts: SystemFonts): Promise<Font | null> {
  for (const [script, candidates] of fonts) {
    if (!script.test(one)) continue
    const place = candidates.find(([file]) => existsSync(file))
    if (!place) continue
    const font = await once(place.join(' '), async () => oneFont(create(await readFile(place[0])), place[1]))
    if (font && Array.from(one).every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!))) return font
  }
  return null
}

/** A font file that cannot be read is a font we do not have. */
function once(name: string, open: () => Promise<Font | null>): Promise<Font | null> {
  const font = opened.get(name) ?? open().catch(() => null)
  opened.set(name, font)
  return font
}

const boxShare = 0.7
const advanceOf = ({ text, font }: Stretch, sizeDots: number): number =>
  font === null ? graphemes(text).length * boxShare * sizeDots : (font.layout(text).advanceWidth / font.unitsPerEm) * sizeDots
const total = (stretches: readonly Stretch[], sizeDots: number): number => stretches.reduce((all, one) => all + advanceOf(one, sizeDots), 0)

function drawn(stretches: readonly Stretch[], sizeDots: number): Dots {
  const dots = blank(Math.ceil(total(stretches, sizeDots)) + 1, Math.ceil(sizeDots * 1.3))
  let x = 0
  for (const stretch of stretches) {
    if (stretch.font === null) graphemes(stretch.text).forEach((_, at) => fill(dots, box(x + at * boxShare * sizeDots, sizeDots)))
    else glyphRings(stretch.font, stretch.text, x, sizeDots).forEach((rings) => fill(dots, rings))
    x += advanceOf(stretch, sizeDots)
  }
  return dots
}

function glyphRings(font: Font, text: string, left: number, sizeDots: number): Rings[] {
  const scale = sizeDots / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let pen = left
  return glyphs.map((glyph, at) => {
    const place = positions[at] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    const rings = flattened(glyph.path.commands, (x, y) => [pen + (x + place.xOffset) * scale, sizeDots - (y + place.yOffset) * scale])
    pen += place.xAdvance * scale
    return rings
  })
}

type Command = Font['layout'] extends (text: string) => { readonly glyphs: readonly { readonly path: { readonly commands: readonly (infer C)[] } }[] } ? C : never
const steps = [0.25, 0.5, 0.75, 1] as const

/** Curves as four straight pieces each: at the size of a receipt nobody sees the difference. */
function flattened(commands: readonly Command[], at: (x: number, y: number) => readonly [number, number]): Rings {
  const rings: (readonly [number, number])[][] = []
  let [px, py] = [0, 0]
  for (const { command, args } of commands) {
    const ring = rings.at(-1)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    if (command === 'moveTo') rings.push([at(a, b)])
    if (command === 'lineTo') ring?.push(at(a, b))
    if (command === 'quadraticCurveTo') for (const t of steps) ring?.push(at(bent([px, a, c], t), bent([py, b, d], t)))
    if (command === 'bezierCurveTo') for (const t of steps) ring?.push(at(bent([px, a, c, e], t), bent([py, b, d, f], t)))
    if (args.length > 1) [px, py] = [args.at(-2)!, args.at(-1)!]
  }
  return rings
}
/** De Casteljau: a point of a curve, one coordinate. */
function bent(points: readonly number[], t: number): number {
  if (points.length === 1) return points[0]!
  return bent(points.slice(1).map((point, at) => points[at]! + (point - points[at]!) * t), t)
}

const box = (x: number, sizeDots: number): Rings => {
  const [left, right, top, foot, line] = [x + 2, x + boxShare * sizeDots - 2, sizeDots * 0.25, sizeDots, 2]
  return [[[left, top], [right, top], [right, foot], [left, foot]], [[left + line, top + line], [left + line, foot - line], [right - line, foot - line], [right - line, top + line]]]
}
