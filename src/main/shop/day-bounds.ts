import type { Instant, PlainDate } from '../vocabulary.ts'
import { localDate } from './local-date.ts'

const quarterHourMs = 900_000
const dayMs = 86_400_000
/** No clock on earth is further than this from UTC. */
const furthestMs = 15 * 4 * quarterHourMs

/** The moments between which a calendar day of the shop lies: from the first, up to but not at the second. */
export function boundsOfDay(day: PlainDate, timeZone: string): { from: Instant; to: Instant } {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10) as PlainDate
  return { from: startOfDay(day, timeZone), to: startOfDay(next, timeZone) }
}

/** Found by looking, quarter hour by quarter hour: where the clocks change at midnight, a day may begin at one o'clock. */
function startOfDay(day: PlainDate, timeZone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let at = midnight - furthestMs
  while (at < midnight + furthestMs && localDate(new Date(at).toISOString() as Instant, timeZone) < day) at += quarterHourMs
  return new Date(at).toISOString() as Instant
}
