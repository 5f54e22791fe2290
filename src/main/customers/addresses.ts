import { isAddressEmpty } from './contact.ts'
import { countryCode } from './countries.ts'
import type { Address } from './customer.ts'
import { isIncomplete } from './reach.ts'
import { regionLists } from './regions.ts'

/** What an address is worth to a driver: `unverified` as long as nobody looked it up; this build has no look-up service (S1-08). */
export type AddressChip = 'incomplete' | 'unverified'
export type AddressHint = 'street-number' | 'town' | 'postcode-format'
/** `postcode` as it is written in that country, where it can be read; hints warn and stop nobody. */
export type AddressLook = { readonly postcode: string; readonly chip: AddressChip | null; readonly hints: readonly AddressHint[] }

type Postal = { readonly shape: RegExp; readonly put: (plain: string) => string; readonly example: string }
const joinAt = (at: number, by: string) => (plain: string): string => (plain.length > at ? `${plain.slice(0, at)}${by}${plain.slice(at)}` : plain)
const asIs = (plain: string): string => plain
/** Letters and digits alone, in capitals, must have this shape. */
const postal: Readonly<Record<string, Postal>> = {
  CA: { shape: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/, put: joinAt(3, ' '), example: 'H2X 1Y4' },
  US: { shape: /^\d{5}(?:\d{4})?$/, put: joinAt(5, '-'), example: '10001' },
  MX: { shape: /^\d{5}$/, put: asIs, example: '06600' },
  AU: { shape: /^\d{4}$/, put: asIs, example: '3000' },
  FR: { shape: /^\d{5}$/, put: asIs, example: '75002' },
  ES: { shape: /^\d{5}$/, put: asIs, example: '28013' },
  DE: { shape: /^\d{5}$/, put: asIs, example: '10115' },
  GB: { shape: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, put: (plain) => `${plain.slice(0, -3)} ${plain.slice(-3)}`, example: 'SW1A 1AA' },
}

/** H2X 1Y4 of h2x1y4; what has not the shape of that country's postcodes is only put in capitals, and never refused (S2-21). */
export function readPostcode(typed: string, country: string): { readonly postcode: string; readonly fits: boolean } {
  const tidy = typed.trim().replace(/\s+/g, ' ').toUpperCase()
  const rule = postal[country]
  if (tidy === '' || !rule) return { postcode: tidy, fits: true }
  const plain = tidy.replace(/[\s-]/g, '')
  return rule.shape.test(plain) ? { postcode: rule.put(plain), fits: true } : { postcode: tidy, fits: false }
}
/** The postcode as it is kept: written as in the country the address names, or in the shop's. */
export const postcodeOf = (address: Address, shopCountry: string): string => readPostcode(address.postcode, countryOf(address, shopCountry)).postcode
const countryOf = ({ country }: Address, shopCountry: string): string => countryCode(country) || (country.trim() === '' ? shopCountry : '')
export const postcodeExample = (country: string): string => postal[country]?.example ?? ''

/** How an address stands as it is being typed, for the shop's country where it names none. */
export function lookAtAddress(address: Address, shopCountry: string): AddressLook {
  const { postcode, fits } = readPostcode(address.postcode, countryOf(address, shopCountry))
  if (isAddressEmpty(address)) return { postcode, chip: null, hints: [] }
  const hints: AddressHint[] = [
    ...(/\d/.test(address.address1) ? [] : (['street-number'] as const)), ...(address.city.trim() === '' && address.postcode.trim() === '' ? (['town'] as const) : []),
    ...(fits ? [] : (['postcode-format'] as const)),
  ]
  return { postcode, chip: isIncomplete(address) ? 'incomplete' : 'unverified', hints }
}

/** What the field between town and postcode is called there, and what can be chosen in it: the code is what is kept. */
export type Regions = { readonly word: 'province' | 'state' | 'region'; readonly list: readonly { readonly code: string; readonly name: string }[]; readonly postcodeExample: string }
/** Free text where a country has no list. */
export function regionsOf(country: string, language: 'en' | 'fr' | 'es'): Regions {
  const known = regionLists[country]
  const list = (known?.list ?? []).map(([code, name, french]) => ({ code, name: language === 'fr' ? (french ?? name) : name }))
  return { word: known?.word ?? 'region', list: list.toSorted((one, other) => one.name.localeCompare(other.name, language)), postcodeExample: postcodeExample(country) }
}
