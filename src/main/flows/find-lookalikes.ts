import type { Core } from '../context.ts'
import { emailKey, readPhone } from '../customers/contact.ts'
import type { Lookalike } from '../customers/customer.ts'
import { tailOf } from '../customers/likely.ts'
import { documentKey } from '../customers/parts.sql.ts'
import { bareDigits, compare, type Comparable } from '../customers/duplicates.ts'
import { candidatesFor, peopleBornOn, peopleFoundBy, peopleWithEmail, peopleWithLicence, peopleWithPhone, type Candidate } from '../customers/duplicates.sql.ts'
import { typedWords } from '../customers/words.ts'
import { fold } from '../folding.ts'
import { splitName } from '../customers/names.ts'
import { formsOfFirstName } from '../customers/nicknames.ts'
import { peopleById, peopleBySeq } from '../customers/people.sql.ts'
import { rowOf } from '../customers/rows.ts'
import { questionFor } from '../customers/search.ts'
import { matchNames } from '../customers/search.sql.ts'
import type { ReadableDB } from '../store/sql.ts'
import type { CustomerId, PlainDate } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

export type LookalikeAsked = {
  readonly name: string; readonly phone: string; readonly email: string; readonly birthDate: PlainDate | null; readonly licence?: string;
  readonly exceptId: CustomerId | null
}
const mostShown = 5
/** Below this many percent nobody is worth a cashier's look. */
const leastScore = 40
const namesakes = 20

/** Who may be the person being typed in right now, likeliest first: same phone, e-mail or licence, or an alike name and the same birth date. */
export function lookalikesOf(core: Pick<Core, 'db'>, asked: LookalikeAsked): Lookalike[] {
  const { country } = theShop(core)
  const { firstName, lastName, nickname } = splitName(asked.name)
  const one: Comparable = {
    firstName, lastName, nickname, company: '', birthDate: asked.birthDate, phones: [readPhone(asked.phone, country) ?? bareDigits(asked.phone)],
    emails: [emailKey(asked.email)],
    licence: documentKey(asked.licence ?? ''),
  }
  return lookalikesAmong(core.db, one, asked.exceptId, country)
}

/** The same for somebody whose name is split and whose numbers are read already: a row of an import. */
export function lookalikesAmong(db: ReadableDB, one: Comparable, exceptId: CustomerId | null, country: string): Lookalike[] {
  const judged = candidatesFor(db, [...idsToCompare(db, one)].filter((id) => id !== exceptId))
    .map((candidate) => ({ candidate, ...compare(one, candidate) }))
    .filter(({ score, why }) => why.length > 0 && score >= leastScore)
    .sort((a, b) => b.score - a.score || b.candidate.seq - a.candidate.seq)
    .slice(0, mostShown)
  const rows = new Map(peopleById(db, judged.map(({ candidate }) => candidate.id)).map((person) => [person.id, rowOf(person, country)]))
  return judged.flatMap(({ candidate, score, why }: { candidate: Candidate; score: number; why: Lookalike['why'] }) => {
    const row = rows.get(candidate.id)
    return row ? [{ ...row, score, why }] : []
  })
}

function idsToCompare(db: ReadableDB, one: Comparable): Set<CustomerId> {
  const ids = new Set<CustomerId>()
  const add = (found: readonly CustomerId[]): void => found.forEach((id) => ids.add(id))
  for (const phone of one.phones) if (phone !== '') add([...peopleWithPhone(db, phone), ...peopleOfTail(db, phone)])
  for (const email of one.emails) if (email !== '') add(peopleWithEmail(db, email))
  if (one.licence !== '') add(peopleWithLicence(db, one.licence))
  const isNamed = one.firstName + one.lastName + one.nickname + one.company !== ''
  if (isNamed && one.birthDate !== null) add(peopleBornOn(db, one.birthDate))
  if (isNamed) add(peopleBySeq(db, namesakesOf(db, one)).map(({ id }) => id))
  return ids
}

/** Whose number ends alike: where one of the two was written without its country, that is all there is to find it by. */
function peopleOfTail(db: ReadableDB, phone: string): CustomerId[] {
  const tail = tailOf(phone)
  return tail === '' ? [] : peopleFoundBy(db, questionFor([[`=${tail}`]], { scope: 'all', inactive: true }))
}

/** People of the same words, the first name in any of its forms, most recent first. */
function namesakesOf(db: ReadableDB, { firstName, lastName, nickname, company }: Comparable): number[] {
  const first = typedWords(fold(firstName === '' ? nickname : firstName)).slice(0, 1)
  const rest = typedWords(fold(lastName)).slice(0, 3)
  const firm = first.length + rest.length === 0 ? typedWords(fold(company)).slice(0, 4) : []
  const wanted = [...first.map(formsOfFirstName), ...[...rest, ...firm].map((word) => [word])].map((forms) => forms.map((form) => `=${form}`))
  return wanted.length === 0 ? [] : matchNames(db, questionFor(wanted, { scope: 'picker', inactive: true }), namesakes)
}
