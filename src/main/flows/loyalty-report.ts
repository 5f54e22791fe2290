import { setImmediate as pause } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Core } from '../context.ts'
import { page, plainDate, takes, whole } from '../input.ts'
import { addMonths, dayBounds, localMoment } from '../loyalty/calendar.ts'
import { defaultRules, type Rules } from '../loyalty/program.ts'
import { programAt } from '../loyalty/program.sql.ts'
import { changesByHand, columnsOf, liabilityByAge, loyaltyDays, soldBetween, type AgeBucket, type HandRow, type Span } from '../reports/loyalty-report.sql.ts'
import { dayOf, firstColumns, marksOf, totalsOfDays, type LoyaltyColumn, type LoyaltyDay, type LoyaltyTotals, type Mark } from '../reports/loyalty-report.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller, Instant } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

export type LoyaltyReport = { readonly rows: readonly LoyaltyDay[]; readonly totals: LoyaltyTotals }
export type Liability = { readonly points: number; readonly cents: number; readonly buckets: readonly (AgeBucket & { readonly cents: number })[]; readonly asOf: Instant }
export type StaffChanges = { readonly rows: readonly (HandRow & { readonly marks: readonly Mark[] })[]; readonly more: number | null }

const rulesNow = (core: Core): Rules => programAt(core.db, core.now())?.rules ?? defaultRules()
const daysAtOnce = 20

/** One row per date with a loyalty action, newest first, and the totals of them all. A long span is read a piece at a time. */
export async function loyaltyReport(core: Core, span: Span): Promise<LoyaltyReport> {
  const per = rulesNow(core).redemption
  const { timeZone } = theShop(core)
  const rows: LoyaltyDay[] = []
  for (const [at, row] of loyaltyDays(core.db, span).entries()) {
    const { from, until } = dayBounds(row.day, timeZone)
    rows.push(dayOf(row, soldBetween(core.db, from, until), per))
    if (at % daysAtOnce === daysAtOnce - 1) await pause()
  }
  return { rows, totals: totalsOfDays(rows, per) }
}

/** Points owed now, by age, and what they are worth at today's rate. */
export function liability(core: Core): Liability {
  const { timeZone } = theShop(core)
  const asOf = core.now()
  const { day } = localMoment(asOf, timeZone)
  const monthsAgo = (months: number): Instant => dayBounds(addMonths(day, -months), timeZone).from
  const { points: perPoints, cents: perCents } = rulesNow(core).redemption
  const cents = (points: number) => Math.floor((points * perCents) / perPoints)
  const buckets = liabilityByAge(core.db, { three: monthsAgo(3), six: monthsAgo(6), twelve: monthsAgo(12) })
  const points = buckets.reduce((sum, bucket) => sum + bucket.points, 0)
  return { points, cents: cents(points), buckets: buckets.map((bucket) => ({ ...bucket, cents: cents(bucket.points) })), asOf }
}

/** The report as a file, with this person's columns in their order; who took it is written down. */
export async function exportLoyalty(core: Core, caller: Caller, span: Span): Promise<{ csv: string; fileName: string }> {
  const columns = (columnsOf(core.db, caller.staffId, 'loyalty') as LoyaltyColumn[] | null) ?? firstColumns
  const { rows } = await loyaltyReport(core, span)
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'report-exported', target: 'report/loyalty', after: { ...span, rows: rows.length } })
  return { csv: stringify([[...columns], ...rows.map((row) => columns.map((name) => cell[name](row)))]), fileName: `loyalty-${span.from}-${span.to}.csv` }
}
const money = (cents: number | null): string => (cents === null ? '' : (cents / 100).toFixed(2))
const cell: { readonly [C in LoyaltyColumn]: (row: LoyaltyDay) => string | number } = {
  date: ({ day }) => day, 'new-visits': (row) => row.newVisits, 'repeat-visits': (row) => row.repeatVisits, earned: (row) => row.earned, redeemed: (row) => row.redeemed,
  'amount-redeemed': (row) => money(row.redeemedCents), 'new-members': (row) => row.newMembers, 'adjusted-up': (row) => row.adjustedUp, 'adjusted-down': (row) => row.adjustedDown,
  reversed: (row) => row.reversed, expired: (row) => row.expired, net: (row) => row.net, rewards: (row) => row.rewards, 'member-sales': (row) => money(row.saleCents),
  'member-sales-share': (row) => (row.memberSalesPpm === null ? '' : row.memberSalesPpm / 1_000_000), 'average-basket': (row) => money(row.averageBasketCents), liability: (row) => row.liability,
  'liability-money': (row) => money(row.liabilityCents), 'by-hand': (row) => row.byHand,
}

function staffChanges(core: Core, span: Span, before: number | null, most: number): StaffChanges {
  const found = changesByHand(core.db, span, before, most + 1)
  const { mostPerAct } = rulesNow(core).adjustments
  return { rows: found.slice(0, most).map((row) => ({ ...row, marks: marksOf(row, mostPerAct) })), more: found.length > most ? (found[most - 1]?.seq ?? null) : null }
}

const span = { from: plainDate, to: plainDate }
/** The views of the Loyalty Report that need the shop's clock or rules. */
export const reportFlows = (core: Core) => ({
  'reports/loyalty': takes(z.strictObject(span), (asked): Promise<LoyaltyReport> => loyaltyReport(core, asked), 'see-reports'),
  'reports/loyalty-csv': takes(z.strictObject(span), (asked, caller) => exportLoyalty(core, caller, asked), 'see-reports'),
  'reports/points-liability': takes(z.strictObject({}), (): Liability => liability(core), 'see-reports'),
  'reports/staff-adjustments': takes(z.strictObject({ ...span, before: whole.min(1).nullable(), most: page.most }), ({ before, most, ...asked }): StaffChanges => staffChanges(core, asked, before, most), 'see-reports'),
})
