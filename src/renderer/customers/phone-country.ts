import type { PhoneCountry } from '../../main/customers/phone-countries.ts'

/** A number that says its country itself: +34 …, 0034 …, and 011 34 … where that is dialled. */
export const saysCountry = (typed: string): boolean => /^\s*(\+|00|011)/.test(typed)

/**
 * Of which country a number is: what its own code says, else what was chosen, else the shop's. Of countries that share a code the shop's own comes
 * first. '' where the code is nobody's yet.
 */
export function countryOfNumber(typed: string, chosen: string, shopCountry: string, countries: readonly PhoneCountry[]): string {
  if (!saysCountry(typed)) return chosen === '' ? shopCountry : chosen
  const digits = typed.replace(/\D/g, '').replace(/^(00|011)/, '')
  const fits = countries.filter(({ code }) => digits.startsWith(code))
  const longest = Math.max(0, ...fits.map(({ code }) => code.length))
  const sharing = fits.filter(({ code }) => code.length === longest).map(({ country }) => country)
  return sharing.includes(shopCountry) ? shopCountry : (sharing[0] ?? '')
}
