// Points of a line are kept as exact fractions until the end of the sale: decimals would lose a point somewhere.

/** top / bottom, in lowest terms, bottom above zero. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }
export type Rounding = 'down' | 'nearest' | 'up'

const size = (n: bigint): bigint => (n < 0n ? -n : n)
const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b))

/** A fraction of whole numbers, brought to lowest terms. The bottom may not be zero. */
export function fraction(top: number | bigint, bottom: number | bigint = 1n): Fraction {
  const [t, b] = [BigInt(top), BigInt(bottom)]
  if (b === 0n) throw new RangeError('a fraction has no zero below the line')
  const shared = common(size(t), size(b)) || 1n
  const sign = b < 0n ? -1n : 1n
  return { top: (sign * t) / shared, bottom: (sign * b) / shared }
}
export const zero: Fraction = fraction(0)
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom)
export const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, zero)
/** Below zero, zero or above zero, as a comes before, with or after b. */
export const compare = (a: Fraction, b: Fraction): number => Number(a.top * b.bottom > b.top * a.bottom) - Number(a.top * b.bottom < b.top * a.bottom)

const floor = ({ top, bottom }: Fraction): bigint => (top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom))

/** Brings a fraction to a whole number once, by the shop's rule; a half goes up under 'nearest'. */
export function rounded(value: Fraction, how: Rounding): number {
  if (how === 'down') return Number(floor(value))
  if (how === 'up') return Number(-floor(times(value, fraction(-1))))
  return Number(floor(plus(value, fraction(1, 2))))
}

/** '135/4', as it is kept in a row's working-out. */
export const asText = ({ top, bottom }: Fraction): string => `${top}/${bottom}`
export function fromText(text: string): Fraction {
  const [top, bottom] = text.split('/')
  return fraction(BigInt(top ?? '0'), BigInt(bottom ?? '1'))
}

const places = 4
/** The fraction as a person reads it, '33.75': at most four decimals, and '…' where more were cut off. */
export function asDecimal(value: Fraction): string {
  const scale = 10n ** BigInt(places)
  const scaled = (size(value.top) * scale) / value.bottom
  const whole = (scaled / scale).toString()
  const decimals = (scaled % scale).toString().padStart(places, '0').replace(/0+$/, '')
  const cut = (scaled * value.bottom === size(value.top) * scale) ? '' : '…'
  return `${value.top < 0n ? '-' : ''}${whole}${decimals || cut ? `.${decimals}` : ''}${cut}`
}
