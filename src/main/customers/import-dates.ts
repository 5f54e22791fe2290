import { isDay } from './import-draft.ts'

export type DateOrder = 'dmy' | 'mdy'

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene'], ['feb', 'fev', 'fevr', 'febr'], ['mar', 'mars'], ['apr', 'avr', 'abr'], ['may', 'mai', 'mayo'], ['jun', 'juin'],
  ['jul', 'juil'], ['aug', 'aout', 'ago'], ['sep', 'sept', 'set'], ['oct'], ['nov'], ['dec', 'dic'],
]
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const two = (part: number): string => String(part).padStart(2, '0')

/** Whole years in full: two digits are of this century only where that is not in the future. */
function fullYear(year: string, today: string): number {
  if (year.length === 4) return Number(year)
  const thisYear = Number(today.slice(0, 4))
  const inThisCentury = Math.floor(thisYear / 100) * 100 + Number(year)
  return inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury
}

const day = (year: number, month: number, date: number): string | null => {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  return isDay(text) ? text : null
}

function monthOf(word: string): number {
  const start = bare(word).replace(/\.$/, '')
  return monthNames.findIndex((names) => names.some((name) => start === name || (start.length > name.length && start.startsWith(name) && start.length <= 10))) + 1
}

/**
 * A day as people write it: 1990-04-03, 19900403, 3/4/90, 3 avril 1990, Apr 3, 1990. `order` says which comes first in 3/4/90, unless
 * only one reading exists. Null where it is no day; then it is kept as text.
 */
export function readDay(text: string, order: DateOrder, today: string): string | null {
  const clean = text.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00.*)?$/.exec(clean) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(clean)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(clean)
  if (numbers) return fromNumbers(numbers, order, today)
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?\.?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(clean)
  if (dayFirst) return day(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(clean)
  return monthFirst ? day(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])) : null
}

function fromNumbers(parts: RegExpExecArray, order: DateOrder, today: string): string | null {
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const year = fullYear(parts[3] ?? '', today)
  const asked = order === 'dmy' ? day(year, second, first) : day(year, first, second)
  return asked ?? (order === 'dmy' ? day(year, first, second) : day(year, second, first))
}

/** What the dates of a column prove: a first number above 12 can only be a day. Null where none proves anything, or they contradict. */
export function orderOf(samples: readonly string[]): DateOrder | null {
  let dayFirst = false
  let monthFirst = false
  for (const sample of samples) {
    const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})\s*$/.exec(sample)
    if (parts && Number(parts[1]) > 12) dayFirst = true
    if (parts && Number(parts[2]) > 12) monthFirst = true
  }
  return dayFirst === monthFirst ? null : dayFirst ? 'dmy' : 'mdy'
}

/** Could this be read two ways? */
export const isUnclear = (text: string): boolean => {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]/.exec(text)
  return parts !== null && parts[1] !== parts[2] && Number(parts[1]) <= 12 && Number(parts[2]) <= 12
}

/** How the shop's own language writes a day in numbers. */
export const orderFor = (locale: string): DateOrder => {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(new Date(0)).map(({ type }) => type)
  return parts.indexOf('month') < parts.indexOf('day') && !locale.startsWith('fr') && !locale.startsWith('es') && parts.indexOf('year') > 0 ? 'mdy' : 'dmy'
}
