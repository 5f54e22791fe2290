/** One multiplier's part in what was given beyond the plain points of each line. */
export type MultiplierLine = { readonly kind: string; readonly name: string; readonly sales: number; readonly points: number }
type Multiplier = { readonly kind: string; readonly name: string; readonly timesMilli: number }
type Line = { readonly base: string; readonly times: string; readonly points: string; readonly multipliers: readonly Multiplier[] }
export type Working = { readonly lines?: readonly Line[] }
type Sum = { kind: string; name: string; sales: number; points: number }

const numberOf = (fraction: string): number => {
  const [top, bottom] = fraction.split('/')
  return Number(top) / Number(bottom ?? 1)
}

/** Adds one sale's working-out to the sums: each line's points above its base go to the multiplier that made them, or to all by their size where they worked together. */
export function addWorking(sums: Map<string, Sum>, { lines = [] }: Working): void {
  const seen = new Set<Sum>()
  for (const { base, times, points, multipliers } of lines) {
    const extra = numberOf(points) - numberOf(base)
    for (const { multiplier, share } of sharesOf(multipliers, numberOf(times))) {
      const key = `${multiplier.kind} ${multiplier.name}`
      const sum = sums.get(key) ?? { kind: multiplier.kind, name: multiplier.name, sales: 0, points: 0 }
      sums.set(key, sum)
      sum.points += extra * share
      if (!seen.has(sum)) sum.sales += 1
      seen.add(sum)
    }
  }
}

function sharesOf(multipliers: readonly Multiplier[], times: number): { multiplier: Multiplier; share: number }[] {
  const alone = multipliers.length === 1 ? multipliers[0] : multipliers.toSorted((a, b) => b.timesMilli - a.timesMilli).find(({ timesMilli }) => Math.abs(timesMilli / 1_000 - times) < 1e-9)
  if (alone) return [{ multiplier: alone, share: 1 }]
  const size = ({ timesMilli }: Multiplier) => Math.abs(timesMilli - 1_000)
  const all = multipliers.reduce((sum, each) => sum + size(each), 0)
  return multipliers.map((multiplier) => ({ multiplier, share: all === 0 ? 1 / multipliers.length : size(multiplier) / all }))
}

/** The most costly first; points are rounded once, at the end. */
export const multiplierLines = (sums: ReadonlyMap<string, Sum>): MultiplierLine[] =>
  [...sums.values()].map((sum) => ({ ...sum, points: Math.round(sum.points) })).toSorted((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1))
