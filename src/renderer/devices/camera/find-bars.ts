import type { Patch, Picture } from './picture.ts'

/** Side of the squares in which the direction of the edges is taken. */
const cellPx = 16
const bins = 90

/** What the edges of one square say together: their strength, and how much and in which direction they agree (structure tensor). */
type Cells = { readonly across: number; readonly down: number; readonly xx: Float64Array; readonly yy: Float64Array; readonly xy: Float64Array }

/** Where a field of parallel bars lies and how it is tilted (best first, three at most): PDF417 and 1D codes in any direction, also most QR codes. */
export function findBars(picture: Picture): Patch[] {
  const cells = cellsOf(picture)
  const strong = strongCells(cells)
  const patches: Patch[] = []
  for (let turn = 0; turn < 3; turn++) {
    const group = largestGroup(cells, strong)
    if (group.length < 3) break
    for (const cell of group) strong[cell] = 0
    patches.push(patchAround(cells, group, picture))
  }
  return patches
}

/** Edges (Scharr) of every other row gathered in squares. */
function cellsOf(picture: Picture): Cells {
  const [across, down] = [Math.ceil(picture.width / cellPx), Math.ceil(picture.height / cellPx)]
  const cells = { across, down, xx: new Float64Array(across * down), yy: new Float64Array(across * down), xy: new Float64Array(across * down) }
  for (let cell = 0; cell < across * down; cell++) {
    const [xx, yy, xy] = edgesOf(picture, (cell % across) * cellPx, Math.floor(cell / across) * cellPx)
    cells.xx[cell] = xx
    cells.yy[cell] = yy
    cells.xy[cell] = xy
  }
  return cells
}

function edgesOf({ data, width, height }: Picture, left: number, top: number): [xx: number, yy: number, xy: number] {
  const [right, low] = [Math.min(left + cellPx, width - 1), Math.min(top + cellPx, height - 1)]
  let [xx, yy, xy] = [0, 0, 0]
  for (let y = Math.max(1, top); y < low; y += 2) {
    for (let x = Math.max(1, left), at = y * width + x; x < right; x++, at++) {
      const [fall, rise] = [data[at + width + 1]! - data[at - width - 1]!, data[at - width + 1]! - data[at + width - 1]!]
      const across = 3 * (fall + rise) + 10 * (data[at + 1]! - data[at - 1]!)
      const below = 3 * (fall - rise) + 10 * (data[at + width]! - data[at - width]!)
      xx += across * across
      yy += below * below
      xy += across * below
    }
  }
  return [xx, yy, xy]
}

/** The strength of every square whose edges agree in one direction, 0 for the others. */
function strongCells({ xx, yy, xy }: Cells): Float64Array {
  const all = xx.map((value, at) => value + (yy[at] ?? 0))
  const most = all.toSorted()[Math.floor(all.length * 0.97)] ?? 0
  return all.map((energy, at) => {
    const agree = Math.hypot((xx[at] ?? 0) - (yy[at] ?? 0), 2 * (xy[at] ?? 0)) / (energy + 1)
    return energy > most * 0.06 && energy > 2e6 && agree > 0.25 ? Math.sqrt(energy) * agree : 0
  })
}

/** Direction of the edges' slope, 0 to pi: 0 for upright bars. */
const slopeOf = (xx: number, yy: number, xy: number): number => (Math.atan2(2 * xy, xx - yy) / 2 + Math.PI) % Math.PI
const apart = (a: number, b: number): number => Math.abs(((a - b + 1.5 * Math.PI) % Math.PI) - Math.PI / 2)

/** The touching squares that share the picture's main direction, the strongest such group. */
function largestGroup({ across, xx, yy, xy }: Cells, strong: Float64Array): number[] {
  const slopes = strong.map((_, at) => slopeOf(xx[at] ?? 0, yy[at] ?? 0, xy[at] ?? 0))
  const main = mainDirection(slopes, strong)
  const open = new Set([...strong.keys()].filter((at) => (strong[at] ?? 0) > 0 && apart(slopes[at] ?? 0, main) < 0.35))
  let best: number[] = []
  let bestWeight = 0
  while (open.size > 0) {
    const group = grow(open, across)
    const weight = group.reduce((sum, at) => sum + (strong[at] ?? 0), 0)
    if (weight > bestWeight) [best, bestWeight] = [group, weight]
  }
  return best
}

function mainDirection(slopes: Float64Array, strong: Float64Array): number {
  const votes = new Float64Array(bins)
  slopes.forEach((slope, at) => {
    const bin = Math.floor((slope / Math.PI) * bins) % bins
    for (let near = -2; near <= 2; near++) votes[(bin + near + bins) % bins] = (votes[(bin + near + bins) % bins] ?? 0) + (strong[at] ?? 0) * (3 - Math.abs(near))
  })
  return ((votes.indexOf(Math.max(...votes)) + 0.5) / bins) * Math.PI
}

/** One group of squares that touch or lie one apart; takes them out of the open ones. */
function grow(open: Set<number>, across: number): number[] {
  const [first] = open
  if (first === undefined) return []
  open.delete(first)
  const group = [first]
  for (const cell of group) {
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) {
      const next = cell + dy * across + dx
      if (Math.abs((next % across) - (cell % across)) <= 2 && open.delete(next)) group.push(next)
    }
  }
  return group
}

/** The group's own direction, weighed by strength, and the tilted rectangle around it with a margin for the quiet zone. */
function patchAround({ across, xx, yy, xy }: Cells, group: readonly number[], picture: Picture): Patch {
  const sum = (of: Float64Array): number => group.reduce((total, at) => total + (of[at] ?? 0), 0)
  const slope = slopeOf(sum(xx), sum(yy), sum(xy))
  const tilt = slope > Math.PI / 2 ? slope - Math.PI : slope
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  let [left, right, top, low] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const at of group) {
    const [x, y] = [((at % across) + 0.5) * cellPx, (Math.floor(at / across) + 0.5) * cellPx]
    const [along, over] = [x * cos + y * sin, y * cos - x * sin]
    ;[left, right, top, low] = [Math.min(left, along), Math.max(right, along), Math.min(top, over), Math.max(low, over)]
  }
  const margin = cellPx * 2
  const [along, over] = [(left + right) / 2, (top + low) / 2]
  const most = Math.hypot(picture.width, picture.height)
  return { x: along * cos - over * sin, y: along * sin + over * cos, width: Math.min(most, right - left + margin * 2), height: Math.min(most, low - top + margin * 2), tilt, rowSlope: 0, barSlope: 0, rowFan: 0, barFan: 0 }
}
