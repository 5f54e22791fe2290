// Payment card numbers: told apart so that they are refused and wiped. Nothing here ever hands one out.
import { gtinHolds, luhnHolds } from './check-digits.ts'
import type { Licence } from './licence.ts'

type Range = readonly [from: number, to: number, lengths: readonly number[]]

/** First four digits and lengths of the networks of North America (ISO/IEC 7812 issuer ranges). */
const ranges: readonly Range[] = [
  [4000, 4999, [13, 16, 18, 19]], [5100, 5599, [16]], [2221, 2720, [16]], [3400, 3499, [15]], [3700, 3799, [15]],
  [6011, 6011, [16, 17, 18, 19]], [6440, 6599, [16, 17, 18, 19]], [6200, 6299, [16, 17, 18, 19]], [3500, 3599, [16, 17, 18, 19]],
  [3000, 3099, [14, 16, 17, 18, 19]], [3600, 3699, [14, 16, 17, 18, 19]], [3800, 3999, [14, 16, 17, 18, 19]],
]
const lengths = [13, 14, 15, 16, 17, 18, 19]

/** A number of a payment network that passes Luhn. */
export function isPaymentNumber(digits: string): boolean {
  const start = Number(digits.slice(0, 4))
  return ranges.some(([from, to, many]) => start >= from && start <= to && many.includes(digits.length)) && luhnHolds(digits)
}

/**
 * A payment number standing by itself in what was typed, scanned or read, in one run or in groups. From 14 digits on: 13 are an EAN,
 * and a whole GTIN whose check digit holds is a product even where it passes Luhn by chance.
 */
export const holdsPaymentNumber = (text: string): boolean => holdsAny(text) && !gtinHolds(text.trim())

function holdsAny(text: string): boolean {
  if (!/\d(?:[ -]?\d){13}/.test(text)) return false
  const runs = text.match(/\d+/g) ?? []
  const grouped = text.match(/\d{4}[ -]\d{4,6}[ -]\d{4,5}(?:[ -]\d{1,7})?/g) ?? []
  return [...runs, ...grouped.map((group) => group.replace(/[ -]/g, ''))].some((digits) => digits.length >= 14 && digits.length <= 19 && isPaymentNumber(digits))
}

/** Two cards read into one another: such a licence is none. (Its discriminator may pass Luhn by chance, so its reader drops that instead.) */
export const holdsPayment = ({ number, numberKey, family, first, middle, suffix, street1, street2, city, postalCode }: Licence): boolean =>
  [number, numberKey, family, first, middle, suffix, street1, street2, city, postalCode].some(holdsAny)

/**
 * Whether tracks are a payment card's: track 1 in format B (always a finance card, ISO/IEC 7813), or a payment number on any track.
 * Before `=` and a date a number is looked for inside the digits too, because a bad swipe may add one.
 */
export function isPaymentCard(tracks: readonly string[]): boolean {
  return tracks.some((track) => /^%?B\d[\d ]{5}/i.test(track) || holdsAny(track) || paysByDate(track))
}

function paysByDate(track: string): boolean {
  const [, digits] = /(\d{13,24})=\d{2}(?:0[1-9]|1[0-2])/.exec(track) ?? []
  if (!digits) return false
  return Array.from(digits, (_, at) => at).some((at) => lengths.some((many) => at + many <= digits.length && isPaymentNumber(digits.slice(at, at + many))))
}
