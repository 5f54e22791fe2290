import { stringify } from 'csv-stringify/sync'
import type { Look } from '../context.ts'
import { dayBounds } from '../loyalty/calendar.ts'
import { defaultRules, type Rules } from '../loyalty/program.ts'
import { programAt } from '../loyalty/program.sql.ts'
import { changesByHand, type HandRow } from '../reports/loyalty-lines.sql.ts'
import { filteredDays, isFiltered, loyaltyDays, soldBetween, type Filter, type Span } from '../reports/loyalty-report.sql.ts'
import { dayOf, marksOf, totalsOfDays, type LoyaltyColumn, type LoyaltyDay, type LoyaltyTotals, type Mark } from '../reports/loyalty-report.ts'
import { decimal, minorDigits } from '../shop/currency.ts'
import { theShop } from './the-shop.ts'

export type LoyaltyReport = { readonly rows: readonly LoyaltyDay[]; readonly totals: LoyaltyTotals }
export type StaffChanges = { readonly rows: readonly (HandRow & { readonly marks: readonly Mark[] })[]; readonly more: number | null }
/** Which days, and which of their rows. */
export type Period = Span & Filter

export const rulesThen = ({ db, at }: Look): Rules => programAt(db, at)?.rules ?? defaultRules()

/** One row per date with a loyalty action, newest first, and the totals of them all. */
export function loyaltyReport(look: Look, asked: Period): LoyaltyReport {
  const { db } = look
  const per = rulesThen(look).redemption
  const { timeZone } = theShop(look)
  const found = isFiltered(asked) ? filteredDays(db, asked, asked) : loyaltyDays(db, asked)
  const rows = found.map((row) => {
    const { from, until } = dayBounds(row.day, timeZone)
    return dayOf(row, soldBetween(db, from, until, asked.registerId), per)
  })
  return { rows, totals: totalsOfDays(rows, per) }
}

/** The report as a file with these columns in their order; money with as many decimals as the shop's currency has. */
export function loyaltyCsv(look: Look, { columns, ...asked }: Period & { readonly columns: readonly LoyaltyColumn[] }): { csv: string; rows: number } {
  const places = minorDigits(theShop(look).currency)
  const { rows } = loyaltyReport(look, asked)
  return { csv: stringify([[...columns], ...rows.map((row) => columns.map((name) => cell[name](row, places)))]), rows: rows.length }
}
const money = (cents: number | null, places: number): string => (cents === null ? '' : decimal(cents, places))
const cell: { readonly [C in LoyaltyColumn]: (row: LoyaltyDay, places: number) => string | number } = {
  date: ({ day }) => day, 'new-visits': (row) => row.newVisits, 'repeat-visits': (row) => row.repeatVisits, earned: (row) => row.earned, redeemed: (row) => row.redeemed,
  'amount-redeemed': (row, places) => money(row.redeemedCents, places), 'new-members': (row) => row.newMembers, 'adjusted-up': (row) => row.adjustedUp, 'adjusted-down': (row) => row.adjustedDown,
  reversed: (row) => row.reversed, expired: (row) => row.expired, net: (row) => row.net, rewards: (row) => row.rewards, 'member-sales': (row, places) => money(row.saleCents, places),
  'member-sales-share': (row) => (row.memberSalesPpm === null ? '' : row.memberSalesPpm / 1_000_000), 'average-basket': (row, places) => money(row.averageBasketCents, places), liability: (row) => row.liability ?? '',
  'liability-money': (row, places) => money(row.liabilityCents, places), 'by-hand': (row) => row.byHand,
}

export function staffChanges(look: Look, { before, most, ...asked }: Period & { readonly before: number | null; readonly most: number }): StaffChanges {
  const found = changesByHand(look.db, asked, asked, before, most + 1)
  const { mostPerAct } = rulesThen(look).adjustments
  return { rows: found.slice(0, most).map((row) => ({ ...row, marks: marksOf(row, mostPerAct) })), more: found.length > most ? (found[most - 1]?.seq ?? null) : null }
}
