/** Shares a whole amount out by weight so that the parts come to exactly the whole: what rounding leaves over goes to the largest remainders, the first of equals first. */
export function shared(whole: number, weights: readonly number[]): number[] {
  const all = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (all === 0n) return weights.map(() => 0)
  const parts = weights.map((weight, at) => {
    const product = BigInt(whole) * BigInt(weight)
    return { at, part: Number(product / all), rest: product % all }
  })
  const left = whole - parts.reduce((total, { part }) => total + part, 0)
  const byRest = parts.toSorted((a, b) => (b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : a.at - b.at))
  const extra = new Set(byRest.slice(0, left).map(({ at }) => at))
  return parts.map(({ part, at }) => part + (extra.has(at) ? 1 : 0))
}
