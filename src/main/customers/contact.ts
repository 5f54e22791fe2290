import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min'
import type { Address, Phone } from './customer.ts'
import { fold } from '../folding.ts'
import { digitsOf, emailWord } from './words.ts'

const strictE164 = /^\+[1-9]\d{7,14}$/
const northAmerican = /^\+1([2-9]\d{2})([2-9]\d{2})(\d{4})$/
const northAmericanTyped = /^(?:\+?1[\s.-]*)?\(?([2-9]\d{2})\)?[\s.-]*([2-9]\d{2})[\s.-]*(\d{4})$/
/** Québec's word for an extension, which no library knows. */
const spokenExtension = /[\s,]*\bposte\s*\d{1,6}$/
/** Seven digits can be dialled within one area code only; nobody would know later which. */
const northAmericanDigits = 10
const countryOf = (country: string): CountryCode => (isSupportedCountry(country) ? country : 'US')
const callingCodes = new Map<string, string>()

/** '1' for CA, '33' for FR; what an unknown country dials is North American. */
export function callingCodeOf(country: string): string {
  const known = callingCodes.get(country)
  if (known) return known
  const code = getCountryCallingCode(countryOf(country))
  callingCodes.set(country, code)
  return code
}

/**
 * A number as it was typed, read as someone in that country would dial it: 00 and 011 begin another country's number, and letters of an extension
 * are kept in `typed` alone. Null where it cannot be a phone number; a local number without its area code cannot be dialled, so it is null as well.
 */
export function readPhone(typed: string, country: string): string | null {
  const text = fold(typed).trim().replace(spokenExtension, '')
  if (strictE164.test(text) && !text.startsWith('+1')) return possible(text, country)
  const here = callingCodeOf(country) === '1' ? northAmericanTyped.exec(text) : northAmericanTyped.exec(text.startsWith('+1') ? text : '')
  if (here) return `+1${here[1]}${here[2]}${here[3]}`
  return possible(abroad(text, country), country)
}

function possible(text: string, country: string): string | null {
  const number = parsed(text, country)
  const isLocalOnly = number?.countryCallingCode === '1' && number.nationalNumber.length !== northAmericanDigits
  return number?.isPossible() && !isLocalOnly ? number.number : null
}

/** 00 is dialled before a country code almost everywhere, 011 in North America. */
function abroad(text: string, country: string): string {
  const digits = text.replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return text
  if (callingCodeOf(country) === '1' && digits.startsWith('011')) return `+${digits.slice(3)}`
  return digits.startsWith('00') ? `+${digits.slice(2)}` : text
}

function parsed(text: string, country: string): PhoneNumber | undefined {
  return text.length > 60 ? undefined : parsePhoneNumberFromString(text, { defaultCountry: countryOf(country), extract: false })
}

const shownNumbers = new Map<string, string>()
const mostShownNumbers = 20_000

/**
 * A stored number in the style of the shop's country: (514) 555-0142 at home, +33 1 42 68 53 00 from abroad; what could not be read, as it was typed.
 */
export function showPhone(phone: { readonly e164: string; readonly typed: string }, country: string): string {
  if (phone.e164 === '') return phone.typed
  const near = callingCodeOf(country) === '1' ? northAmerican.exec(phone.e164) : null
  return near ? `(${near[1]}) ${near[2]}-${near[3]}` : shownByLibrary(phone.e164, country)
}

const extension = /(?:\bext(?:ension)?\.?|\bposte|x|#)\s*(\d{1,6})\s*$/i
/** A number on a record with its extension, (514) 555-0100 x12: what was typed after the number is dialled by hand and must not get lost (S1-06). */
export function showWholePhone(phone: { readonly e164: string; readonly typed: string }, country: string): string {
  const inside = phone.e164 === '' ? undefined : extension.exec(phone.typed)?.[1]
  return inside === undefined ? showPhone(phone, country) : `${showPhone(phone, country)} x${inside}`
}

function shownByLibrary(e164: string, country: string): string {
  const key = `${country}${e164}`
  const known = shownNumbers.get(key)
  if (known !== undefined) return known
  const number = parsePhoneNumberFromString(e164)
  const isHome = number?.countryCallingCode === callingCodeOf(country)
  const shown = number ? (isHome ? number.formatNational() : number.formatInternational()) : e164
  if (shownNumbers.size >= mostShownNumbers) shownNumbers.clear()
  shownNumbers.set(key, shown)
  return shown
}

/** A number with its country code, +1 514-555-0142, so that a wrong country is seen before it is saved (S2-10). '' where it cannot be read. */
export function internationalPhone(typed: string, country: string): string {
  const e164 = readPhone(typed, country)
  if (e164 === null) return ''
  const near = northAmerican.exec(e164)
  return near ? `+1 ${near[1]}-${near[2]}-${near[3]}` : (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164)
}

const twoDigitCodes = new Set(['20', '27', '30', '31', '32', '33', '34', '36', '39', '40', '41', '43', '44', '45', '46', '47', '48', '49', '51',
  '52', '53', '54', '55', '56', '57', '58', '60', '61',
  '62', '63', '64', '65', '66', '81', '82', '84', '86', '90', '91', '92', '93', '94', '95', '98'])
const codeLength = (digits: string): number => (digits.startsWith('1') || digits.startsWith('7') ? 1 : twoDigitCodes.has(digits.slice(0, 2)) ? 2 : 3)

/** Every way a number is asked for: whole, without its country, its last seven and its last four. */
export function phoneWords(phone: Pick<Phone, 'e164' | 'typed'>): string[] {
  const digits = phone.e164 === '' ? digitsOf(phone.typed) : phone.e164.slice(1)
  if (digits === '') return []
  const words = [digits, phone.e164 === '' ? digits.replace(/^0+/, '') : digits.slice(codeLength(digits)), digits.slice(-7), digits.slice(-4)]
  return words.filter((word, at) => word !== '' && words.indexOf(word) === at)
}
/** The last four of the number itself; an extension is not of it. */
export const phoneTailOf = (phone: string): string => digitsOf(phone.replace(extension, '')).slice(-4)

const plausibleEmail = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(?:\.[^\s@<>(),;:"[\]\\.]+)+$/
/** One @, a domain with a dot, nothing that no mail program takes. Whether it exists, only a letter can tell. */
export const isEmail = (address: string): boolean => address.length <= 254 && plausibleEmail.test(address)
/** How two addresses are compared: lower case and nothing else; an accent makes another mailbox. */
export const emailKey = (address: string): string => address.trim().toLowerCase()
/** The address, and its domain for who types @brulerie. */
export function emailWords(address: string): string[] {
  const word = emailWord(address)
  const at = word.lastIndexOf('@')
  return word === '' ? [] : at > 0 ? [word, word.slice(at)] : [word]
}

export const isAddressEmpty = (address: Address): boolean =>
  [address.address1, address.address2, address.city, address.region, address.postcode].every((part) => part.trim() === '')
