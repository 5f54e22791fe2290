import type { PlainDate } from '../vocabulary.ts'
import type { Lookalike } from './customer.ts'
import { fold } from '../folding.ts'
import { nameWords } from './words.ts'
import { isSameFirstName } from './nicknames.ts'

type Why = Lookalike['why'][number]
type Named = { readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string }
/** What is compared: numbers as E.164, or their digits alone where nobody knows their country; addresses in lower case, licence numbers as letters and digits alone. */
export type Comparable = Named & {
  readonly birthDate: PlainDate | null; readonly phones: readonly string[]; readonly emails: readonly string[]; readonly licence: string
}

/** How sure each reason is by itself, in percent. Families share phones and addresses, so a clearly different name takes from those. */
const sure: Readonly<Record<Why, number>> = { licence: 99, 'name-and-birth-date': 95, email: 85, phone: 80, name: 45 }
const sureDespiteName = 50
/** One of the two numbers was written without its country. */
const sureWithoutCountry = 70
const alike = 0.88
/** Without anything else to go by, two names must be this much alike. */
const veryAlike = 0.94

/** How likely two people are one, from 0 to 100, and why, strongest reason first. Nothing in common is 0 and no reason. */
export function compare(one: Comparable, other: Comparable): { readonly score: number; readonly why: readonly Why[] } {
  const likeness = nameLikeness(one, other)
  const why = reasons(one, other, likeness)
  const isWhole = shares(one.phones, other.phones)
  const doubt = why.reduce((left, reason) => left * (1 - certainty(reason, likeness, isWhole) / 100), 1)
  return { score: Math.round((1 - doubt) * 100), why }
}

function reasons(one: Comparable, other: Comparable, likeness: number | null): Why[] {
  const why: Why[] = []
  if (one.licence !== '' && one.licence === other.licence) why.push('licence')
  const isSameDay = one.birthDate !== null && one.birthDate === other.birthDate
  const isOtherDay = one.birthDate !== null && other.birthDate !== null && !isSameDay
  if (likeness !== null && likeness >= alike && isSameDay) why.push('name-and-birth-date')
  if (shares(one.emails, other.emails)) why.push('email')
  if (shares(one.phones, other.phones) || endAlike(one.phones, other.phones, likeness)) why.push('phone')
  if (likeness !== null && likeness >= veryAlike && !isSameDay && !isOtherDay) why.push('name')
  return why
}

const isOtherName = (likeness: number | null): boolean => likeness !== null && likeness < 0.7
function certainty(reason: Why, likeness: number | null, isWhole: boolean): number {
  if ((reason === 'phone' || reason === 'email') && isOtherName(likeness)) return sureDespiteName
  return reason === 'phone' && !isWhole ? sureWithoutCountry : sure[reason]
}
const shares = (ones: readonly string[], others: readonly string[]): boolean => ones.some((one) => one !== '' && others.includes(one))

const leastDigits = 7
/** From here on a number says by itself whose it is; a shorter one is dialled in many towns, and needs names that may be one. */
const wholeDigits = 10
/** A number whose country nobody knows is the same as one that ends with it, as long as it is a number to be dialled at all. */
const endsWith = (bare: string, other: string, likeness: number | null): boolean =>
  !bare.startsWith('+') && bare.length >= (isOtherName(likeness) ? wholeDigits : leastDigits) && other.endsWith(bare)
const endAlike = (ones: readonly string[], others: readonly string[], likeness: number | null): boolean =>
  ones.some((one) => others.some((other) => endsWith(one, other, likeness) || endsWith(other, one, likeness)))
/** The digits of a number that could not be read as one of any country, without the zeros one dials inside a country. */
export const bareDigits = (typed: string): string => typed.replaceAll(/\D/g, '').replace(/^0+/, '')

/** From 0 to 1; null where one of them has no name to compare. Bob is Robert, Pepe is José, and first and last name may have changed places. */
export function nameLikeness(one: Named, other: Named): number | null {
  const a = partsOf(one)
  const b = partsOf(other)
  if (a.all === '' || b.all === '') return null
  if (a.last === '' || b.last === '') return shortLikeness(a, b)
  const straight = both(firstLikeness(a.first, b.first), lastLikeness(a.last, b.last))
  const swapped = both(firstLikeness(a.first, b.last), lastLikeness(a.last, b.first))
  const called = both(Math.max(firstLikeness(a.nick, b.first), firstLikeness(a.first, b.nick)), lastLikeness(a.last, b.last))
  return Math.max(straight, swapped, called)
}

type Parts = { readonly first: string; readonly last: string; readonly nick: string; readonly all: string }
function partsOf({ firstName, lastName, nickname, company }: Named): Parts {
  const [first, last, nick, firm] = [firstName, lastName, nickname, company].map((part) => plain(part))
  if (first === '' && last === '') return { first: nick === '' ? (firm ?? '') : (nick ?? ''), last: '', nick: '', all: nick || firm || '' }
  return { first: first ?? '', last: last ?? '', nick: nick ?? '', all: `${first} ${last}` }
}
const plain = (name: string): string => nameWords(fold(name).replaceAll("'", '').replaceAll('-', ' ')).join(' ')

/** Both parts must be alike: a common surname alone makes nobody a lookalike. */
const both = (first: number, last: number): number => (Math.min(first, last) < 0.75 ? Math.min(first, last) : (first + last) / 2)

/** One of them is known by one word: it must be that word, first name or nickname. */
function shortLikeness(a: Parts, b: Parts): number {
  if (a.last === '' && b.last === '') return similarity(a.first, b.first)
  const [short, long] = a.last === '' ? [a, b] : [b, a]
  const best = Math.max(...[long.nick, long.first, long.all].map((name) => (name === '' ? 0 : similarity(short.first, name))))
  return best === 1 ? 0.9 : best * 0.8
}

function firstLikeness(one: string, other: string): number {
  if (one === '' || other === '') return 0
  const [a = '', b = ''] = [one.split(' ')[0], other.split(' ')[0]]
  if (isSameFirstName(one, other) || isSameFirstName(a, b)) return one === other ? 1 : 0.97
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.85 : 0
  return similarity(one, other)
}

/** Ruiz is found in Ruiz García: many people use one of their two surnames. */
function lastLikeness(one: string, other: string): number {
  const [a, b] = [one.split(' '), other.split(' ')]
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const isPart = few.length < many.length && few.every((word) => many.includes(word)) && few.join('').length > 2
  return isPart ? 0.95 : similarity(one, other)
}

/** Jaro-Winkler: 1 is the same, letters that match near their place count, and the first four count more. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1
  const jaro = jaroOf(Array.from(one), Array.from(other))
  let prefix = 0
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const used = new Set<number>()
  const matchedA = a.filter((letter, at) => {
    for (let other = Math.max(0, at - reach); other <= Math.min(b.length - 1, at + reach); other++) {
      if (b[other] === letter && !used.has(other)) return used.add(other)
    }
    return false
  })
  const matchedB = b.filter((_, at) => used.has(at))
  if (matchedA.length === 0) return 0
  const swaps = matchedA.filter((letter, at) => letter !== matchedB[at]).length / 2
  return (matchedA.length / a.length + matchedA.length / b.length + (matchedA.length - swaps) / matchedA.length) / 3
}
