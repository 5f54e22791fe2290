import type { Cents } from '../vocabulary.ts'

/** `a × b ÷ c` for whole numbers from zero, rounded half up, exact however large the product. */
export function mulDiv(a: number, b: number, c: number): number {
  const product = a * b
  if (!Number.isSafeInteger(product)) return Number(halfUp(BigInt(a) * BigInt(b), BigInt(c)))
  const rest = product % c
  return (product - rest) / c + (rest * 2 >= c ? 1 : 0)
}

/** Rounds a fraction of whole numbers from zero half up. */
export const halfUp = (numerator: bigint, denominator: bigint): bigint => (numerator * 2n + denominator) / (denominator * 2n)

/** What coins can pay: the nearest multiple of the smallest coin, half up. */
export const toCoins = (cents: number, stepCents: number): Cents => (mulDiv(cents, 1, stepCents) * stepCents) as Cents
export const downToCoins = (cents: number, stepCents: number): Cents => (cents - (cents % stepCents)) as Cents

/** One who shares in a total: never more than `capCents`; of equals the one with the lower key comes first, so that order does not matter. */
export type Share = { readonly key: string; readonly weight: bigint; readonly capCents: number }

/** Splits a total by weight so that the parts sum to it: the largest remainders get the odd cents. The caps must leave room for the total. */
export function apportion(totalCents: number, shares: readonly Share[]): ReadonlyMap<string, number> {
  const sum = shares.reduce((all, { weight }) => all + weight, 0n)
  const total = BigInt(totalCents)
  const parts = shares.map((share) => {
    const scaled = total * share.weight
    const whole = sum === 0n ? 0 : Number(scaled / sum)
    return { ...share, cents: Math.min(whole, share.capCents), rest: sum === 0n ? 0n : scaled % sum }
  })
  handOut(totalCents - parts.reduce((all, { cents }) => all + cents, 0), parts.toSorted(byRest))
  return new Map(parts.map(({ key, cents }) => [key, cents]))
}

type Part = Share & { cents: number; rest: bigint }
const byRest = (a: Part, b: Part): number =>
  compare(b.rest, a.rest) || compare(b.weight, a.weight) || compare(a.key, b.key)
const compare = <T extends bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** One odd cent each, the first in line first, round after round until none is left. */
function handOut(oddCents: number, parts: readonly Part[]): void {
  let left = oddCents
  while (left > 0) {
    const open = parts.filter(({ cents, capCents }) => cents < capCents).slice(0, left)
    if (open.length === 0) throw new Error('no room for what is left to share out')
    for (const part of open) part.cents += 1
    left -= open.length
  }
}
