/** A picture of black and white dots, one byte each (1 is black), row by row: what paper can show. */
export type Dots = { readonly width: number; readonly height: number; readonly black: Uint8Array }
type Point = readonly [x: number, y: number]
/** The outline of a glyph in dots, y down: closed rings of straight pieces. */
export type Rings = readonly (readonly Point[])[]

export const blank = (width: number, height: number): Dots => ({ width, height, black: new Uint8Array(width * height) })

/** Fills rings by the non-zero rule, one ray through the middle of each row of dots: outlines of letters overlap and have holes. */
export function fill({ width, height, black }: Dots, rings: Rings): void {
  for (let row = 0; row < height; row++) {
    const y = row + 0.5
    const hits = rings.flatMap((ring) => crossings(ring, y)).toSorted((a, b) => a.x - b.x)
    let winding = 0
    hits.forEach(({ x, turn }, at) => {
      winding += turn
      if (winding !== 0) black.fill(1, row * width + column(x, width), row * width + column(hits[at + 1]?.x ?? x, width))
    })
  }
}
const column = (x: number, width: number) => Math.min(width, Math.max(0, Math.round(x)))

function crossings(ring: readonly Point[], y: number): { x: number; turn: 1 | -1 }[] {
  return ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1]
    if (y1 <= y === y2 <= y) return []
    return [{ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 } as const]
  })
}

/** Greys to dots by Atkinson's spread of the error: lines stay sharp and skies stay light on thermal paper. `grey` is 0 (black) to 255, row by row. */
export function dithered(grey: Uint8Array, width: number, height: number): Dots {
  const left = Float32Array.from(grey)
  const dots = blank(width, height)
  for (let at = 0; at < width * height; at++) {
    const dark = (left[at] ?? 255) < 128
    if (dark) dots.black[at] = 1
    const share = ((left[at] ?? 255) - (dark ? 0 : 255)) / 8
    const x = at % width
    for (const [dx, dy] of [[1, 0], [2, 0], [-1, 1], [0, 1], [1, 1], [0, 2]] as const) {
      if (x + dx >= 0 && x + dx < width && at + dx + dy * width < width * height) left[at + dx + dy * width] = (left[at + dx + dy * width] ?? 255) + share
    }
  }
  return dots
}

/** A code of dark and light modules as dots, each module `scale` dots wide and high, with the quiet border it is read by. */
export function enlarged(modules: Dots, scale: number, quietModules: number): Dots {
  const width = (modules.width + 2 * quietModules) * scale
  const dots = blank(Math.ceil(width / 8) * 8, (modules.height + 2 * quietModules) * scale)
  for (let y = 0; y < modules.height; y++) for (let x = 0; x < modules.width; x++) {
    if (!modules.black[y * modules.width + x]) continue
    for (let row = 0; row < scale; row++) {
      const from = ((y + quietModules) * scale + row) * dots.width + (x + quietModules) * scale
      dots.black.fill(1, from, from + scale)
    }
  }
  return dots
}

/** Rows `from` to `to` alone. */
export const band = ({ width, black, height }: Dots, from: number, to: number): Dots =>
  ({ width, height: Math.min(to, height) - from, black: black.slice(from * width, Math.min(to, height) * width) })

/** Set into a picture of this width, `left` dots from its edge; what does not fit is lost. */
export function placed(dots: Dots, width: number, left: number): Dots {
  const out = blank(width, dots.height)
  for (let y = 0; y < dots.height; y++) out.black.set(dots.black.subarray(y * dots.width, y * dots.width + Math.min(dots.width, width - left)), y * width + left)
  return out
}
export const centred = (dots: Dots, width: number): Dots => placed(dots, width, Math.max(0, Math.floor((width - dots.width) / 2)))

/**
 * Eight dots a byte read as commands to some printers even inside a picture: 10 04, 10 05 and 10 14 ask for status, recovery and the drawer.
 * One dot of the second byte is turned, which nobody sees.
 */
export function withoutCommands(dots: Dots): Dots {
  const black = dots.black.slice()
  for (let at = 8; at + 8 <= black.length; at += 8) {
    if (byteAt(black, at - 8) === 0x10 && [0x04, 0x05, 0x14].includes(byteAt(black, at))) black[at] = black[at] === 1 ? 0 : 1
  }
  return { ...dots, black }
}
const byteAt = (black: Uint8Array, from: number): number => black.subarray(from, from + 8).reduce((byte, dot) => byte * 2 + dot, 0)
