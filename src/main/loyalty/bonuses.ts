import { createHmac } from 'node:crypto'
import type { PlainDate } from '../vocabulary.ts'
import { addDays, dateOf, dayIn, monthOf, yearOf } from './calendar.ts'
import type { Rules } from './program.ts'

export type BirthdayWindow = { readonly year: number; readonly birthday: PlainDate; readonly from: PlainDate; readonly until: PlainDate }

/** The birthday in a year; whoever was born on 29 February has it on the 28th in a plain year. */
export const birthdayIn = (year: number, birthDate: PlainDate): PlainDate => dayIn(year, monthOf(birthDate), dateOf(birthDate))

/** The window that today falls into, or null; around New Year it may belong to a birthday of the next or the last year. */
export function birthdayWindow(birthDate: PlainDate, today: PlainDate, { bonuses }: Rules): BirthdayWindow | null {
  for (const year of [yearOf(today) - 1, yearOf(today), yearOf(today) + 1]) {
    const birthday = birthdayIn(year, birthDate)
    const window = { year, birthday, from: addDays(birthday, -bonuses.birthdayDaysBefore), until: addDays(birthday, bonuses.birthdayDaysAfter) }
    if (today >= window.from && today <= window.until) return window
  }
  return null
}

/** Was the birth date known long enough ahead, so that nobody has a birthday because a cashier typed one? */
export const knownInTime = ({ birthday }: BirthdayWindow, knownSince: PlainDate, { bonuses }: Rules): boolean =>
  knownSince <= addDays(birthday, -bonuses.birthdaySetAheadDays)

export type Person = {
  readonly phones: readonly string[]; readonly emails: readonly string[]; readonly birthDate: PlainDate | null; readonly name: string; readonly documentNumber: string
}
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}@.+]/gu, '')

/** By what one person is known again, each scrambled with the shop's own secret: a second sign-up bonus meets one of them. */
export function personKeys(person: Person, secret: string): string[] {
  const facts = [
    ...person.phones.map((phone) => `phone:${phone}`), ...person.emails.map((email) => `email:${folded(email)}`),
    ...(person.birthDate && person.name ? [`born:${person.birthDate}:${folded(person.name)}`] : []),
    ...(person.documentNumber ? [`document:${folded(person.documentNumber)}`] : []),
  ]
  return [...new Set(facts)].map((fact) => createHmac('sha256', secret).update(fact).digest('hex'))
}
