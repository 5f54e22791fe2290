import type { CustomerStatus } from './customer.ts'
import { emailWords, phoneWords } from './contact.ts'
import { fold } from '../folding.ts'
import { nameWords } from './words.ts'

/** What a customer is found by. `others` is whatever only a search of everything looks at: city, street, tags, job, own fields. */
export type Findable = {
  readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string; readonly code: string;
  readonly status: CustomerStatus
  readonly phones: readonly { readonly e164: string; readonly typed: string }[]; readonly emails: readonly string[];
  readonly others: readonly string[]
  /** The other people of a business: it is found by their names, numbers and addresses as by its own. */
  readonly contacts: readonly { readonly name: string; readonly e164: string; readonly typed: string; readonly email: string }[]
  /** Codes of records that are part of this one by now. */
  readonly codes?: readonly string[]
}
/** The words of both search tables, ready to be written: names alone, and everything. Null where nobody may be found by them. */
export type IndexedWords = { readonly names: string; readonly all: string }

/** Marks a word that only a search of everything looks at. */
export const otherMark = '+'
/** Marks every word of someone inactive: hidden people then cost an everyday search nothing. */
export const inactiveMark = '-'
/** A note of 4,000 letters, whole. */
const mostOtherWords = 800
const surnameParticle = /^(?:de|del|della|di|da|das|do|dos|du|des|la|le|van|von|der|den|ter|mac|mc|st|saint|san|el|al|bin|ben|o)$/

/** The words somebody is found by; null for merged and erased people, whom no search may reach. */
export function wordsOf(person: Findable): IndexedWords | null {
  if (person.status === 'merged' || person.status === 'erased') return null
  const names = namesOf(person)
  const all = new Set(names)
  for (const phone of person.phones) phoneWords(phone).forEach((word) => all.add(word))
  for (const address of person.emails) emailWords(address).forEach((word) => all.add(word))
  for (const { e164, typed, email } of person.contacts) {
    phoneWords({ e164, typed }).forEach((word) => all.add(word))
    emailWords(email).forEach((word) => all.add(word))
  }
  for (const code of [person.code, ...(person.codes ?? [])]) codeWords(code).forEach((word) => all.add(word))
  otherWords(person.others).forEach((word) => all.add(word))
  const mark = person.status === 'inactive' ? inactiveMark : ''
  return { names: joined(names, mark), all: joined(all, mark) }
}

const joined = (words: Iterable<string>, mark: string): string =>
  (mark === '' ? [...words].join(' ') : [...words].map((word) => mark + word).join(' '))

function namesOf({ firstName, lastName, nickname, company, contacts }: Findable): Set<string> {
  const surname = fold(lastName)
  const names = new Set(nameWords(`${fold(firstName)} ${surname}`))
  if (nickname !== '') nameWords(fold(nickname)).forEach((word) => names.add(word))
  if (company !== '') nameWords(fold(company)).forEach((word) => names.add(word))
  for (const { name } of contacts) nameWords(fold(name)).forEach((word) => names.add(word))
  const parts = surname.includes(' ') ? nameWords(surname) : []
  if (parts.length > 1 && parts.length < 5 && surnameParticle.test(parts[0] ?? '')) names.add(parts.join('').slice(0, 40))
  return names
}

/** POS-000124 answers to pos000124, pos124, 000124 and 124. */
export function codeWords(code: string): string[] {
  const [, letters = '', digits = ''] = /^([a-z]*)[^a-z0-9]*([0-9]*)$/.exec(code.toLowerCase()) ?? []
  const short = digits.replace(/^0+(?=\d)/, '')
  return [letters + digits, letters + short, digits, short].filter((word, at, words) => word !== '' && words.indexOf(word) === at)
}

function otherWords(others: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const other of others) {
    if (words.size >= mostOtherWords) break
    if (other !== '') nameWords(fold(other.slice(0, 4_000))).slice(0, mostOtherWords).forEach((word) => words.add(otherMark + word))
  }
  return words
}
