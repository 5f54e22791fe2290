import type { Instant } from '../../../main/vocabulary.ts'

const shownIn = (at: number, timeZone: string): string => {
  const parts = new Map(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`
}

/** A moment as the shop's clock shows it, the way a date and time field takes it: 2026-12-01T09:30. */
export const wallClock = (at: Instant, timeZone: string): string => shownIn(Date.parse(at), timeZone)

/** The moment at which the shop's clock shows this; where it never does (clocks go forward), the moment they have gone. Null where it is no time. */
export function instantOf(local: string, timeZone: string): Instant | null {
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN
  if (Number.isNaN(wanted)) return null
  let at = wanted
  for (let tries = 0; tries < 3; tries++) at += wanted - Date.parse(`${shownIn(at, timeZone)}:00Z`)
  const off = wanted - Date.parse(`${shownIn(at, timeZone)}:00Z`)
  return new Date(at + (off < 0 ? 0 : off)).toISOString() as Instant
}

/** Minutes of the day as the language on screen writes a time; midnight at the end of a day reads as midnight at its beginning. */
export const timeOf = (minutes: number, locale: string): string => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 1, 0, minutes)))
const minutesPerDay = 1_440
/** A time as typed: 17:30, 17h30, 17 h, 5:30 p.m. Null where it is none. At the end of a span midnight ends the day. */
export function minutesOf(typed: string, end: 'from' | 'until'): number | null {
  const [, hourText = '', minuteText = '', half] = /^(\d{1,2})(?:[:h](\d{2})?)?(am|pm)?$/.exec(typed.toLowerCase().replace(/[\s.\u00a0\u202f]/g, '')) ?? []
  const [hour, minute] = [Number(hourText), Number(minuteText)]
  if (hourText === '' || minute > 59 || hour > 24 || (half !== undefined && (hour < 1 || hour > 12)) || (hour === 24 && minute > 0)) return null
  const found = ((half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) % 24) * 60 + minute
  return end === 'until' && found === 0 ? minutesPerDay : found
}
