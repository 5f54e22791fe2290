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

/** Minutes of the day as a time field shows them; midnight at the end of a day reads 00:00, as midnight at its beginning. */
export const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesPerDay = 1_440
export function minutesOf(time: string, end: 'from' | 'until'): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) return null
  const found = Number(hours) * 60 + Number(minutes)
  return end === 'until' && found === 0 ? minutesPerDay : found
}
