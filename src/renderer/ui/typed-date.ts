import type { PlainDate } from '../../main/vocabulary.ts'

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const monthNames = ['en', 'fr', 'es'].flatMap((language) => {
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, at) => ({ month: at + 1, name: fold(name.format(Date.UTC(2026, at, 15))) }))
})

/** 'avr', 'April' and 'abril' are 4; null for what could be two months ('jui') or none. */
function readMonth(word: string): number | null {
  const found = new Set(monthNames.filter(({ name }) => word.length >= 3 && name.startsWith(word)).map(({ month }) => month))
  return found.size === 1 ? ([...found][0] ?? null) : null
}

/** A two-digit year is the latest one that is not after `latest`: in 2026, 90 is 1990 and 05 is 2005. */
function readYear(typed: string, latestYear: number): number | null {
  if (typed.length === 4) return Number(typed)
  if (typed.length !== 2) return null
  const year = Math.floor(latestYear / 100) * 100 + Number(typed)
  return year > latestYear ? year - 100 : year
}

const pad = (value: number, to: number) => String(value).padStart(to, '0')
function toDay(year: number | null, month: number | null, day: number): PlainDate | null {
  if (year === null || month === null) return null
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as PlainDate) : null
}

/** Month first only where the shop's country writes it so; a number above 12 can only be the day. */
function fromNumbers(parts: readonly string[], locale: string, latestYear: number): PlainDate | null {
  const [a = '', b = '', c = ''] = parts
  if (a.length === 4) return toDay(Number(a), Number(b), Number(c))
  const monthFirst = new Intl.DateTimeFormat(locale).formatToParts(0)[0]?.type === 'month'
  const [day, month] = (monthFirst && Number(b) <= 31 && Number(a) <= 12) || Number(b) > 12 ? [b, a] : [a, b]
  return toDay(readYear(c, latestYear), Number(month), Number(day))
}

/** 3 April 1990, April 3 1990, 3 de abril de 1990, 1er avril 90. */
function fromWords(parts: readonly string[], latestYear: number): PlainDate | null {
  const words = parts.filter((part) => !/^(de|del|le|el|the|of)$/.test(part))
  const month = words.map(readMonth).find((found) => found !== null) ?? null
  const [first = '', second = ''] = words.map((word) => /^(\d+)(?:er|st|nd|rd|th|o)?$/.exec(word)?.[1]).filter((number) => number !== undefined)
  return first.length === 4 ? toDay(Number(first), month, Number(second)) : toDay(readYear(second, latestYear), month, Number(first))
}

/**
 * Reads a day as people type it (G12): `3/4/90` in the order of `locale`, `1990-04-03`, `19900403`, `3 avril 1990`. Null when it is no day of the
 * calendar. A two-digit year falls on or before `latestYear`. Show it back in words: a swapped day and month is then seen.
 */
export function readDay(typed: string, locale: string, latestYear: number): PlainDate | null {
  const parts = fold(typed).split(/[\s./,-]+/).filter(Boolean)
  const [only = ''] = parts
  if (parts.length === 1 && /^\d{8}$/.test(only)) return fromNumbers([only.slice(0, 4), only.slice(4, 6), only.slice(6)], locale, latestYear)
  if (parts.length < 3) return null
  if (parts.length === 3 && parts.every((part) => /^\d{1,4}$/.test(part))) return fromNumbers(parts, locale, latestYear)
  return fromWords(parts, latestYear)
}

/** Whole years on the day `today`. */
export function ageOn(birthDate: PlainDate, today: PlainDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The day it is now in the shop's time zone. */
export const todayIn = (timeZone: string): PlainDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date()) as PlainDate
