/** A grey picture: one byte a pixel, row by row, 0 black to 255 white. */
export type Picture = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** Four bytes a pixel become one (BT.601 weights); what is see-through counts as white paper. */
export function greyOf(rgba: { readonly data: ArrayLike<number>; readonly width: number; readonly height: number }): Picture {
  const { data: from, width, height } = rgba
  const data = new Uint8ClampedArray(width * height)
  for (let at = 0, four = 0; at < data.length; at++, four += 4) {
    const grey = ((from[four] ?? 0) * 306 + (from[four + 1] ?? 0) * 601 + (from[four + 2] ?? 0) * 117 + 512) >> 10
    const solid = from[four + 3] ?? 255
    data[at] = solid === 255 ? grey : 255 - ((255 - grey) * solid) / 255
  }
  return { data, width, height }
}

/** A quarter turn to the right. */
export function turned({ data: from, width, height }: Picture): Picture {
  const data = new Uint8ClampedArray(from.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[x * height + height - 1 - y] = from[y * width + x] ?? 255
  return { data, width: height, height: width }
}

/** The darkest hundredth becomes black and the brightest white; null where there is already that much contrast. */
export function stretched({ data: from, width, height }: Picture): Picture | null {
  const counts = new Uint32Array(256)
  for (const grey of from) counts[grey] = (counts[grey] ?? 0) + 1
  const few = from.length / 100
  const dark = firstAbove(counts, few)
  const bright = 255 - firstAbove(counts.toReversed(), few)
  if (bright - dark < 8 || bright - dark > 220) return null
  const scale = 255 / (bright - dark)
  return { data: from.map((grey) => (grey - dark) * scale), width, height }
}

function firstAbove(counts: Uint32Array, few: number): number {
  let seen = 0
  for (let grey = 0; grey < 256; grey++) if ((seen += counts[grey] ?? 0) > few) return grey
  return 255
}

/** Each pixel takes a little of those above and below it: bars are upright, so noise goes and bars stay. Weights 1 2 1. */
export function smoothedUpright({ data: from, width, height }: Picture): Picture {
  const data = new Uint8ClampedArray(from)
  for (let at = width; at < width * (height - 1); at++) data[at] = ((from[at - width] ?? 0) + 2 * (from[at] ?? 0) + (from[at + width] ?? 0) + 2) >> 2
  return { data, width, height }
}

/**
 * A rectangle of the picture that may lie tilted: its middle and sides in pixels, its tilt in radians, clockwise.
 * `rowSlope` and `barSlope` slant its rows and its uprights (0: a right angle); `rowFan` and `barFan` (per pixel) tell how they run together, as they do on a card held at an angle.
 */
export type Patch = {
  readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tilt: number
  readonly rowSlope: number; readonly barSlope: number; readonly rowFan: number; readonly barFan: number
}

/** The patch set upright and square, enlarged `scale` times (2 = twice as wide); what lies outside the picture is white. */
export function upright(picture: Picture, patch: Patch, scale: number): Picture {
  const [width, height] = [Math.max(1, Math.round(patch.width * scale)), Math.max(1, Math.round(patch.height * scale))]
  const data = new Uint8ClampedArray(width * height)
  const [cos, sin] = [Math.cos(patch.tilt), Math.sin(patch.tilt)]
  const { x, y, rowSlope, barSlope, rowFan, barFan } = patch
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5 - height / 2) / scale
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5 - width / 2) / scale
      const far = 1 + rowFan * u + barFan * v
      const [along, over] = [(u + barSlope * v) / far, (v + rowSlope * u) / far]
      data[row * width + column] = between(picture, x + along * cos - over * sin - 0.5, y + along * sin + over * cos - 0.5)
    }
  }
  return { data, width, height }
}

/** The grey between four pixels. */
function between({ data, width, height }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (!(left >= -1 && top >= -1 && left < width && top < height)) return 255
  const [right, low] = [x - left, y - top]
  const [x0, x1, y0, y1] = [Math.max(0, left), Math.min(width - 1, left + 1), Math.max(0, top) * width, Math.min(height - 1, top + 1) * width]
  const upper = (data[y0 + x0] ?? 0) * (1 - right) + (data[y0 + x1] ?? 0) * right
  const lower = (data[y1 + x0] ?? 0) * (1 - right) + (data[y1 + x1] ?? 0) * right
  return upper * (1 - low) + lower * low
}
