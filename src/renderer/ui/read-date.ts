import type { PlainDate } from '../../main/vocabulary.ts'

/** Which century two digits mean: a birth lies behind us, the end of a document near us. */
export type DateKind = 'birth' | 'expiry'
type Given = { readonly locale: string; readonly today: PlainDate; readonly kind: DateKind }
type Parts = { readonly year: string; readonly month: number; readonly day: number }

const months: readonly (readonly string[])[] = [
  ['january', 'janvier', 'enero'], ['february', 'fevrier', 'febrero'], ['march', 'mars', 'marzo'], ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'], ['june', 'juin', 'junio'], ['july', 'juillet', 'julio'], ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'], ['october', 'octobre', 'octubre'], ['november', 'novembre', 'noviembre'],
  ['december', 'decembre', 'diciembre'],
]
const fillers = new Set(['de', 'del', 'of', 'the', 'le', 'el', 'la'])
const fewestMonthLetters = 3

/**
 * Reads a date however it was typed: 3/4/90 and 030490 by the shop's country, 1990-04-03, "Apr 3 1990", "3 avril 1990", "3 de abril de 1990".
 * A country that writes the year first reads 3/4/90 day first. Null where it is no date, or could be two of them.
 */
export function readDate(typed: string, given: Given): PlainDate | null {
  const words = fold(typed).replace(/(\d)(st|nd|rd|th|er|re|o|a|º|ª)\b/g, '$1').match(/\p{L}+|\d+/gu)?.filter((word) => !fillers.has(word)) ?? []
  const named = words.filter((word) => !/^\d/.test(word))
  const numbers = words.filter((word) => /^\d/.test(word))
  if (named.length > 1) return null
  const parts = named[0] === undefined ? fromNumbers(numbers, given.locale) : fromNamed(named[0], numbers)
  return parts && asDate(parts, given)
}

const fold = (typed: string) => typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The month a word begins, in any of the three languages; null where two begin so ("jui" is June or July). */
function monthOf(word: string): number | null {
  if (word.length < fewestMonthLetters) return null
  const found = months.flatMap((names, at) => (names.some((name) => name.startsWith(word) || (word === 'sept' && at === 8)) ? [at + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

function fromNamed(word: string, numbers: readonly string[]): Parts | null {
  const month = monthOf(word)
  const [first, second] = numbers
  if (month === null || first === undefined || second === undefined || numbers.length !== 2) return null
  const yearFirst = first.length === 4 || Number(first) > 31
  return yearFirst ? { year: first, month, day: Number(second) } : { year: second, month, day: Number(first) }
}

function fromNumbers(numbers: readonly string[], locale: string): Parts | null {
  const [a, b, c] = numbers.length === 1 ? split(numbers[0] ?? '', locale) : numbers
  if (a === undefined || b === undefined || c === undefined || numbers.length > 3 || numbers.length === 2) return null
  if (a.length === 4) return { year: a, month: Number(b), day: Number(c) }
  if (Number(a) > 31) return { year: a, month: Number(b), day: Number(c) }
  const swap = monthComesFirst(locale) ? Number(a) <= 12 : Number(b) > 12
  return swap ? { year: c, month: Number(a), day: Number(b) } : { year: c, month: Number(b), day: Number(a) }
}

/** 19900403, 03041990 and 030490, typed without a break. */
function split(digits: string, locale: string): string[] {
  if (digits.length === 6) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  if (digits.length !== 8) return []
  const yearFirst = /^(19|20)/.test(digits) && Number(digits.slice(4, 6)) <= 12 && Number(digits.slice(4, 6)) > 0
  const yearLast = /^(19|20)/.test(digits.slice(4)) && fromNumbers([digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)], locale)
  if (yearLast && (!yearFirst || (yearLast.month >= 1 && yearLast.month <= 12 && yearLast.day >= 1 && yearLast.day <= 31))) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
}

const monthComesFirst = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric', numberingSystem: 'latn', calendar: 'gregory' })
    .formatToParts(new Date(0)).find(({ type }) => type !== 'literal')?.type === 'month'

function asDate({ year, month, day }: Parts, given: Given): PlainDate | null {
  const full = fullYear(year, given)
  if (full === null || month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(full, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10) as PlainDate
}

const furthestExpiryYears = 50

function fullYear(year: string, { today, kind }: Given): number | null {
  if (year.length === 4) return Number(year) >= 1000 ? Number(year) : null
  if (year.length !== 2) return null
  const thisYear = Number(today.slice(0, 4))
  const latest = kind === 'birth' ? thisYear : thisYear + furthestExpiryYears
  return latest - ((((latest - Number(year)) % 100) + 100) % 100)
}

/** Whole years on that day; someone born on 29 February is a year older on 1 March. */
export function ageOn(birth: PlainDate, today: PlainDate): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}

const dayMs = 86_400_000

/** Days from one day to another; negative where the other lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The calendar day where the shop stands. */
export function todayIn(timeZone: string, now: Date): PlainDate {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}` as PlainDate
}
