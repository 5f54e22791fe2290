import type { Instant, PlainDate } from '../vocabulary.ts'

/** A moment as the shop's wall clock and calendar show it. Weekdays run from 1, Monday, to 7, Sunday. */
export type LocalMoment = { readonly day: PlainDate; readonly weekday: number; readonly minutes: number }

const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
const asUtc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): PlainDate => date.toISOString().slice(0, 10) as PlainDate

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}

/** Points of "Tuesday, 17 to 19 h" and "today" follow the shop's clock, not UTC. */
export function localMoment(at: Instant, timeZone: string): LocalMoment {
  const parts = new Map(formatFor(timeZone).formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '0'
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as PlainDate
  return { day, weekday: weekdayOf(day), minutes: Number(part('hour')) * 60 + Number(part('minute')) }
}

export const weekdayOf = (day: PlainDate): number => asUtc(day).getUTCDay() || 7
export const addDays = (day: PlainDate, days: number): PlainDate => asDay(new Date(asUtc(day).getTime() + days * dayMs))
/** Whole days from one day to another; below zero where `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / dayMs)
export const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
/** The day in that month, or the month's last where it has no such day: 31 in June is the 30th, 29 February is the 28th in a plain year. */
export function dayIn(year: number, month: number, day: number): PlainDate {
  const kept = Math.min(day, lastOfMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(kept).padStart(2, '0')}` as PlainDate
}

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))
export const monthOf = (day: PlainDate): number => Number(day.slice(5, 7))
export const dateOf = (day: PlainDate): number => Number(day.slice(8, 10))

/** The same date some months on; 31 January and one month is 28 or 29 February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months
  return dayIn(Math.floor(count / 12), (count % 12) + 1, dateOf(day))
}

/** The first and one past the last moment of a day in UTC: 23 or 25 hours where the clock changes. */
export function dayBounds(day: PlainDate, timeZone: string): { readonly from: Instant; readonly until: Instant } {
  return { from: midnight(day, timeZone), until: midnight(addDays(day, 1), timeZone) }
}

function midnight(day: PlainDate, timeZone: string): Instant {
  let guess = asUtc(day).getTime()
  for (let tries = 0; tries < 3; tries++) {
    const shown = localMoment(new Date(guess).toISOString() as Instant, timeZone)
    const behindMs = daysBetween(shown.day, day) * dayMs - shown.minutes * 60_000
    if (behindMs === 0) break
    guess += behindMs
  }
  return new Date(guess).toISOString() as Instant
}
