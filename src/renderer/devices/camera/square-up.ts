import type { Patch, Picture } from './picture.ts'

const bands = 12

/** Sums over one band of the picture: of slope times weight, and of weight. */
type Slopes = { readonly at: number; readonly slope: number; readonly weight: number }

/**
 * Looks at a patch that was set upright (`shown`, scale 1) and says how its rows and bars still slant and run together, so that it can be set square:
 * a card that is held at an angle to the camera. The rows' edges tell the one, the bars' the other.
 */
export function squaredUp(patch: Patch, shown: Picture): Patch {
  const strong = strongEdge(shown)
  const rows = fit(bandSlopes(shown, strong, true))
  const bars = fit(bandSlopes(shown, strong, false))
  return { ...patch, rowSlope: rows.atMiddle, rowFan: -rows.growth, barSlope: bars.atMiddle, barFan: -bars.growth }
}

type Edge = { readonly right: number; readonly below: number }
function edgeAt({ data, width }: Picture, at: number): Edge {
  const [fall, rise] = [data[at + width + 1]! - data[at - width - 1]!, data[at - width + 1]! - data[at + width - 1]!]
  return { right: 3 * (fall + rise) + 10 * (data[at + 1]! - data[at - 1]!), below: 3 * (fall - rise) + 10 * (data[at + width]! - data[at - width]!) }
}

/** Half the strength that one pixel in fifty has: edges below it are noise or half-grey corners. */
function strongEdge(picture: Picture): number {
  const strengths: number[] = []
  for (let at = picture.width + 1; at < picture.data.length - picture.width - 1; at += 23) {
    const { right, below } = edgeAt(picture, at)
    strengths.push(right * right + below * below)
  }
  return (strengths.toSorted((a, b) => a - b)[Math.floor(strengths.length * 0.98)] ?? 0) / 4
}

/** How the rows slant in bands from top to bottom, or the bars in bands from left to right; only edges that run nearly that way count. */
function bandSlopes(picture: Picture, strong: number, rows: boolean): Slopes[] {
  const { width, height } = picture
  const long = rows ? height : width
  const [sums, weights] = [new Float64Array(bands), new Float64Array(bands)]
  for (let y = 1; y < height - 1; y++) for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
    const { right, below } = edgeAt(picture, at)
    const [main, other] = rows ? [below, right] : [right, below]
    if (main * main < strong || Math.abs(other) * 3 > Math.abs(main)) continue
    const band = Math.floor(((rows ? y : x) * bands) / long)
    sums[band] = sums[band]! - main * other
    weights[band] = weights[band]! + main * main
  }
  return Array.from(sums, (sum, band) => ({ at: ((band + 0.5) / bands - 0.5) * long, slope: sum / (weights[band]! + 1), weight: weights[band]! }))
}

/** The straight line through the bands' slopes, each by its weight. */
function fit(slopes: readonly Slopes[]): { readonly atMiddle: number; readonly growth: number } {
  const weight = slopes.reduce((sum, band) => sum + band.weight, 1)
  const mean = (of: (band: Slopes) => number): number => slopes.reduce((sum, band) => sum + of(band) * band.weight, 0) / weight
  const [at, slope] = [mean((band) => band.at), mean((band) => band.slope)]
  const growth = mean((band) => (band.at - at) * (band.slope - slope)) / (mean((band) => (band.at - at) ** 2) + 1)
  return { atMiddle: slope - growth * at, growth }
}
