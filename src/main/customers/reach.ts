import type { Instant } from '../vocabulary.ts'
import { countryShown } from './countries.ts'
import type { Address } from './customer.ts'

/** The ways out of a profile. The first five open another program; the last hands out a contact file. */
export type Way = 'whatsapp' | 'email' | 'call' | 'waze' | 'google-maps' | 'contact-file'
export const ways: readonly Way[] = ['whatsapp', 'email', 'call', 'waze', 'google-maps', 'contact-file']
export type Opened = { readonly way: Way; readonly at: Instant; readonly staffName: string }
type Reachable = {
  readonly phones: readonly { readonly e164: string; readonly kind: string }[]; readonly emails: readonly { readonly address: string }[]; readonly addresses: readonly Address[]
}

/**
 * The address another program opens by, or null where the customer has nothing for it. WhatsApp takes the digits without their plus
 * (S1-21), a call and a mail their own schemes (RFC 3966, RFC 6068), the two maps their published links (S1-23).
 */
export function linkFor(way: Exclude<Way, 'contact-file'>, who: Reachable, addressAt = 0): string | null {
  if (way === 'email') return who.emails[0] ? `mailto:${encodeURIComponent(who.emails[0].address).replaceAll('%40', '@')}` : null
  if (way === 'waze' || way === 'google-maps') return route(way, who.addresses[addressAt])
  const number = (who.phones.find(({ e164, kind }) => e164 !== '' && kind === 'mobile') ?? who.phones.find(({ e164 }) => e164 !== ''))?.e164
  if (number === undefined) return null
  return way === 'call' ? `tel:${number}` : `https://wa.me/${number.replace('+', '')}`
}

function route(way: 'waze' | 'google-maps', address: Address | undefined): string | null {
  const place = address ? oneLine(address) : ''
  if (place === '') return null
  return way === 'waze' ? `https://waze.com/ul?q=${encodeURIComponent(place)}&navigate=yes` : `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(place)}`
}

/** As a map reads it; the second line (a flat, a floor) only sends it astray. */
const oneLine = ({ address1, city, region, postcode, country }: Address): string => [address1, city, [region, postcode].filter(Boolean).join(' '), countryShown(country, 'en')].filter((part) => part !== '').join(', ')

/** A street without a number, or no street at all: the driver should be warned first (S1-08, S1-23). */
export const isIncomplete = ({ address1, city, postcode }: Address): boolean => !/\d/.test(address1) || (city === '' && postcode === '')
