import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'

/** A country a number can be of, and what is dialled before it: 'CA', '1'. */
export type PhoneCountry = { readonly country: string; readonly code: string }

/** Of those that share a code, the one a number is shown as where nothing else says so. */
const firstOf = ['US', 'GB', 'RU', 'IT', 'AU', 'NO', 'FI', 'MA', 'RE', 'GP', 'CW']
const rank = (country: string): number => (firstOf.includes(country) ? 0 : 1)

/** Every country with a calling code; where several share one, the largest first. */
export const phoneCountries: readonly PhoneCountry[] = getCountries().map((country) => ({ country, code: String(getCountryCallingCode(country)) }))
  .toSorted((one, other) => rank(one.country) - rank(other.country) || (one.country < other.country ? -1 : 1))
