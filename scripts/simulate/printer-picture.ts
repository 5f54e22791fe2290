import bwip from 'bwip-js/generic'
import type { Mark } from './printer-engine.ts'

const letterPx = 12
const linePx = 30
const inner = 16

/** A paper as a picture anyone can open: letters as letters, codes and pictures dot by dot. `columns` is how many letters fit across. */
export function paperPicture(marks: readonly Mark[], columns = 42): string {
  const width = columns * letterPx
  let y = inner
  const shapes = marks.map((mark) => {
    const drawn = draw(mark, y, width)
    y += drawn.height
    return drawn.svg
  })
  const [all, tall] = [width + 2 * inner, y + inner]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="${tall}" viewBox="0 0 ${all} ${tall}"><rect width="100%" height="100%" fill="#fffef8"/><g transform="translate(${inner} 0)" fill="#111" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="20">${shapes.join('')}</g></svg>\n`
}

function draw(mark: Mark, y: number, width: number): { svg: string; height: number } {
  if (mark.kind === 'line') return drawLine(mark, y, width)
  const dots = dotsOf(mark)
  const x = Math.max(0, ((width - dots.width) * mark.align) / 2)
  const path = dots.rows.flatMap((row, at) => runs(row).map(([from, length]) => `M${x + from} ${y + at}h${length}v1h-${length}z`)).join('')
  const caption = mark.kind === 'barcode' && mark.caption ? `<text x="${width / 2}" y="${y + dots.rows.length + 22}" text-anchor="middle">${escaped(readable(mark.data))}</text>` : ''
  return { svg: `<path d="${path}"/>${caption}`, height: dots.rows.length + (caption ? linePx : 4) }
}

function drawLine({ text, bold, wide, tall, align }: Extract<Mark, { kind: 'line' }>, y: number, width: number): { svg: string; height: number } {
  const indent = text.length - text.trimStart().length // padding is printed in single width
  const size = (text.length - indent) * letterPx * wide
  const x = align === 0 ? indent * letterPx : ((width - size) * align) / 2
  const weight = bold ? ' font-weight="700"' : ''
  return { svg: text.trim() === '' ? '' : `<text transform="translate(${x} ${y + 22 * tall}) scale(${wide} ${tall})" textLength="${(text.length - indent) * letterPx}"${weight}>${escaped(text.slice(indent)).replaceAll(' ', '\u00a0')}</text>`, height: linePx * tall }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u0000', '')
/** What a Code 128 says, without the letter that chooses its set. */
export const readable = (data: string) => data.replace(/^\{[ABC]/, '')

type Dots = { readonly width: number; readonly rows: readonly (readonly number[])[] }

/** Any mark that is no line, as rows of dots; 1 is black. */
export function dotsOf(mark: Exclude<Mark, { kind: 'line' }>): Dots {
  if (mark.kind === 'picture') return { width: mark.width, rows: Array.from({ length: mark.height }, (_, row) => [...mark.black.subarray(row * mark.width, (row + 1) * mark.width)]) }
  return mark.kind === 'qr' ? qrDots(mark) : barDots(mark)
}

function qrDots({ data, modulePx }: Extract<Mark, { kind: 'qr' }>): Dots {
  const [symbol] = bwip.raw('qrcode', data, 'eclevel=M')
  if (!symbol || !('pixs' in symbol)) return { width: 0, rows: [] }
  const { pixs, pixx, pixy } = symbol
  const rows = Array.from({ length: pixy * modulePx }, (_, y) => Array.from({ length: pixx * modulePx }, (_each, x) => pixs[Math.floor(y / modulePx) * pixx + Math.floor(x / modulePx)] ?? 0))
  return { width: pixx * modulePx, rows }
}

function barDots({ symbology, data, modulePx, heightPx }: Extract<Mark, { kind: 'barcode' }>): Dots {
  const name = { 2: 'ean13', 67: 'ean13', 73: 'code128' }[symbology]
  const [symbol] = name === undefined ? [] : bwip.raw(name, readable(data), '')
  if (!symbol || !('sbs' in symbol)) return { width: 0, rows: [] }
  const row = [...symbol.sbs].flatMap((modules, at) => Array.from({ length: modules * modulePx }, () => (at % 2 === 0 ? 1 : 0)))
  return { width: row.length, rows: Array.from({ length: heightPx }, () => row) }
}

/** Where black begins in a row, and how long it lasts. */
function runs(row: readonly number[]): (readonly [from: number, length: number])[] {
  const found: [number, number][] = []
  row.forEach((dot, at) => {
    const last = found.at(-1)
    if (dot !== 1) return
    if (last && last[0] + last[1] === at) last[1]++
    else found.push([at, 1])
  })
  return found
}
