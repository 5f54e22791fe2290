import { performance } from 'node:perf_hooks'
import type { Look } from '../context.ts'
import { nameLikeness } from '../customers/duplicates.ts'
import { houseOf, likelyPair, tailOf, type LikelyPair, type Suspect } from '../customers/likely.ts'
import {
  calledBefore, foundBefore, lastSeq, namesBornOn, sharingDocument, sharingEmail, sharingLicence, sharingPhone, suspectsAfter, suspectsById, suspectsBySeq,
} from '../customers/likely.sql.ts'
import { formsOfFirstName } from '../customers/nicknames.ts'
import { questionFor } from '../customers/search.ts'
import { typedWords } from '../customers/words.ts'
import { fold } from '../folding.ts'
import type { ReadableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'

/** A stretch of the search: whom it looked at, what it found, up to which place it came and how many people that is of how many. */
export type Stretch = { readonly looked: readonly CustomerId[]; readonly pairs: readonly LikelyPair[]; readonly upTo: number; readonly done: number; readonly total: number; readonly more: boolean }

/** As long a look as a report that is asked for meanwhile can wait; each has a handle of its own to warm up, so it is no shorter. */
const lookMs = 300
const peopleAtOnce = 200

/**
 * Looks at the next people in recency and compares each with those before them who share something that few share: a number, an address, a document,
 * a birthday or a name. Nobody is compared with everybody, so a million people take a million short looks.
 */
export function nextStretch({ db, stopped }: Pick<Look, 'db' | 'stopped'>, { after, most }: { readonly after: number; readonly most: number }): Stretch {
  const until = performance.now() + lookMs
  const pairs: LikelyPair[] = []
  const looked: CustomerId[] = []
  let [upTo, more] = [after, true]
  while (more && looked.length < most && performance.now() < until && !stopped()) {
    const suspects = suspectsAfter(db, upTo, Math.min(peopleAtOnce, most - looked.length))
    for (const suspect of suspects) pairs.push(...pairsFor(db, suspect))
    looked.push(...suspects.map(({ id }) => id))
    upTo = suspects.at(-1)?.seq ?? upTo
    more = suspects.length > 0
  }
  const end = lastSeq(db)
  return { looked, pairs, upTo: more ? upTo : end, done: more ? upTo : end, total: end, more }
}

/** Everyone before this person who may be them. */
export function pairsFor(db: ReadableDB, suspect: Suspect): LikelyPair[] {
  const ids = new Set<CustomerId>([...sharing(db, suspect), ...bornTogether(db, suspect)])
  const seqs = new Set<number>([...namesakes(db, suspect), ...neighbours(db, suspect)])
  const others = new Map([...suspectsById(db, [...ids]), ...suspectsBySeq(db, [...seqs])].filter(({ seq }) => seq < suspect.seq).map((other) => [other.id, other]))
  return [...others.values()].flatMap((other) => likelyPair(suspect, other) ?? [])
}

const sharing = (db: ReadableDB, { phones, emails, licence, documents }: Suspect): CustomerId[] => [
  ...phones.flatMap((phone) => sharingPhone(db, phone)), ...emails.flatMap((email) => (email === '' ? [] : sharingEmail(db, email))),
  ...(licence === '' ? [] : sharingLicence(db, licence)), ...documents.flatMap((key) => sharingDocument(db, key)),
]

const alike = 0.88
function bornTogether(db: ReadableDB, suspect: Suspect): CustomerId[] {
  if (suspect.birthDate === null || suspect.firstName + suspect.lastName + suspect.nickname === '') return []
  return namesBornOn(db, suspect.birthDate, suspect.seq).filter((other) => (nameLikeness(suspect, { ...other, company: '' }) ?? 0) >= alike).map(({ id }) => id)
}

const everywhere = { scope: 'all', inactive: true } as const
const exactly = (words: readonly string[]): string[][] => words.map((word) => [`=${word}`])

/** People of the same words, the first name in any of its forms. */
function namesakes(db: ReadableDB, { firstName, lastName, nickname, company, seq }: Suspect): number[] {
  const first = typedWords(fold(firstName === '' ? nickname : firstName)).slice(0, 1)
  const rest = typedWords(fold(lastName)).slice(0, 3)
  const firm = first.length + rest.length === 0 ? typedWords(fold(company)).slice(0, 4) : []
  const wanted = [...first.map((word) => formsOfFirstName(word).map((form) => `=${form}`)), ...exactly([...rest, ...firm])]
  return wanted.length === 0 ? [] : calledBefore(db, questionFor(wanted, { scope: 'picker', inactive: true }), seq)
}

/** People of the same last seven digits, and people of the same house, whatever they are called. */
function neighbours(db: ReadableDB, { phones, places, seq }: Suspect): number[] {
  const tails = phones.map(tailOf).filter((tail) => tail !== '').flatMap((tail) => foundBefore(db, questionFor(exactly([tail]), everywhere), seq))
  const houses = places.filter((place) => place.postcode.trim() !== '' && houseOf(place) !== '')
  return [...tails, ...houses.flatMap((place) => foundBefore(db, questionFor(exactly([...typedWords(fold(place.postcode)), houseOf(place)]), everywhere), seq))]
}
