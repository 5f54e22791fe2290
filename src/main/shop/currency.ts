import type { Cents } from '../vocabulary.ts'

const known = new Set(Intl.supportedValuesOf('currency'))
export const isCurrency = (code: string): boolean => known.has(code)

const digits = new Map<string, number>()

/** How many decimals the money of ISO 4217 `currency` has: 2 for CAD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const found = digits.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}

/** Money in words for a receipt or a file, e.g. 12345 CAD in fr-CA: "123,45 $". Exact: the amount is never a fraction of a minor unit. */
export function showMoney(cents: Cents, currency: string, locale: string): string {
  const places = minorDigits(currency)
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(decimal(cents, places) as unknown as number)
}

/** Minor units as a decimal text: 5 with two places is "0.05". Text, so that no float rounds it. */
export function decimal(cents: number, places: number): string {
  const whole = String(Math.abs(cents)).padStart(places + 1, '0')
  const sign = cents < 0 ? '-' : ''
  return places === 0 ? sign + whole : `${sign}${whole.slice(0, -places)}.${whole.slice(-places)}`
}
