import { stringify } from 'csv-stringify/sync'
import type { Core, Look } from '../context.ts'
import { addDays, addMonths, dayBounds, localMoment } from '../loyalty/calendar.ts'
import { closedMonths, countedSums, firstLoyaltyDay, goneBetween, insertClose, lastCheck, liabilityAfter, liabilityByAge, membersAt, monthCloses, type AgeBucket, type LastCheck, type MonthClose, type Sums } from '../reports/loyalty-owed.sql.ts'
import { breakagePpm, worth } from '../reports/loyalty-report.ts'
import { decimal, minorDigits } from '../shop/currency.ts'
import { inTransaction } from '../store/sql.ts'
import type { Instant, PlainDate } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import { rulesThen } from './loyalty-report.ts'
import { theShop } from './the-shop.ts'

/** `breakagePpm` is the share of the last two years' departed points that expired; `expectedCents` is what is then left to pay. */
export type Liability = {
  readonly points: number; readonly cents: number; readonly buckets: readonly (AgeBucket & { readonly cents: number })[]; readonly asOf: Instant
  readonly breakagePpm: number | null; readonly expectedCents: number; readonly closes: readonly MonthClose[]
}
const breakageOver = { months: 24 } as const
const million = 1_000_000
const agesOn = (day: PlainDate, timeZone: string) => {
  const ago = (months: number): Instant => dayBounds(addMonths(day, 0 - months), timeZone).from
  return { three: ago(3), six: ago(6), twelve: ago(12) }
}
const breakageOn = ({ db }: Look, day: PlainDate): number | null => breakagePpm(goneBetween(db, addDays(addMonths(day, 0 - breakageOver.months), 1), day))
const total = (buckets: readonly AgeBucket[]): number => buckets.reduce((sum, { points }) => sum + points, 0)

/** Points owed now, by age, what they are worth at today's rate, what is likely never to be asked for, and each closed month. */
export function liability(look: Look): Liability {
  const { timeZone } = theShop(look)
  const { day } = localMoment(look.at, timeZone)
  const per = rulesThen(look).redemption
  const buckets = liabilityByAge(look.db, agesOn(day, timeZone)).map((bucket) => ({ ...bucket, cents: worth(bucket.points, per) }))
  const [points, breakage] = [total(buckets), breakageOn(look, day)]
  const expectedCents = Math.round((worth(points, per) * (million - (breakage ?? 0))) / million)
  return { points, cents: worth(points, per), buckets, asOf: look.at, breakagePpm: breakage, expectedCents, closes: monthCloses(look.db) }
}

const lastDayOf = (month: string): PlainDate => addDays(addMonths(`${month}-01` as PlainDate, 1), -1)
/** What was owed at the end of a month, worked out from the rows until then, by the rate that held at its end. */
export function monthFigure(look: Look, { month }: { readonly month: string }): MonthClose {
  const { timeZone } = theShop(look)
  const end = lastDayOf(month)
  const until = dayBounds(end, timeZone).until
  const per = rulesThen({ ...look, at: new Date(Date.parse(until) - 1).toISOString() as Instant }).redemption
  const buckets = liabilityAfter(look.db, end, agesOn(end, timeZone))
  const points = total(buckets)
  return { month, closedAt: look.at, points, cents: worth(points, per), ratePoints: per.points, rateCents: per.cents, breakagePpm: breakageOn(look, end), members: membersAt(look.db, end), buckets }
}

/** Freezes every month that has ended since the first row and is not frozen yet, the oldest first. A host calls it with the minute's work. */
export async function closeMonths(core: Core): Promise<void> {
  for (const month of endedMonths(core)) {
    const figure = await askReader(core, 'month-figure', { month })
    if (!core.db.open) return
    inTransaction(core.db, () => insertClose(core.db, figure))
    core.emit('loyalty-changed', {})
  }
}
function endedMonths(core: Core): readonly string[] {
  const from = firstLoyaltyDay(core.db)
  if (from === null) return []
  const now = localMoment(core.now(), theShop(core).timeZone).day.slice(0, 7)
  const closed = new Set(closedMonths(core.db))
  const months: string[] = []
  for (let month = from.slice(0, 7); month < now; month = addMonths(`${month}-01` as PlainDate, 1).slice(0, 7)) if (!closed.has(month)) months.push(month)
  return months
}

/** Every frozen month as a file, the oldest first. */
export function closesCsv(look: Look): { csv: string; rows: number } {
  const places = minorDigits(theShop(look).currency)
  const closes = monthCloses(look.db).toReversed()
  const ages = [0, 3, 6, 12]
  const rows = closes.map((close) => [
    close.month, close.closedAt, close.points, decimal(close.cents, places), close.ratePoints, decimal(close.rateCents, places), close.breakagePpm === null ? '' : close.breakagePpm / million, close.members,
    ...ages.map((age) => close.buckets.find(({ monthsFrom }) => monthsFrom === age)?.points ?? 0),
  ])
  return { csv: stringify([['month', 'closed-at', 'points', 'money', 'rate-points', 'rate-money', 'breakage', 'members', ...ages.map((age) => `from-${age}-months`)], ...rows]), rows: rows.length }
}

export type Reconciliation = { readonly sums: Sums; readonly checks: readonly { readonly what: 'balances' | 'pending' | 'buckets' | 'draws' | 'days' | 'owed'; readonly one: number; readonly other: number; readonly holds: boolean }[]; readonly verified: LastCheck | null }
/** The same points counted in ways that must agree, and when the ledger was last verified. */
export function reconciliation({ db }: Look): Reconciliation {
  const sums = countedSums(db)
  const pairs = [
    ['balances', sums.rowPoints, sums.balances], ['pending', sums.rowPending, sums.pending], ['buckets', sums.aboveZero, sums.bucketPoints], ['draws', sums.opened - sums.drawn, sums.bucketPoints],
    ['days', sums.rowPoints, sums.dayNet], ['owed', sums.rowOwed, sums.dayOwed],
  ] as const
  return { sums, checks: pairs.map(([what, one, other]) => ({ what, one, other, holds: one === other })), verified: lastCheck(db) }
}
