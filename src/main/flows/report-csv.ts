import type { Look } from '../context.ts'
import { csvRow, textCell } from '../customers/export-csv.ts'
import { addDays, localMoment } from '../loyalty/calendar.ts'
import { byCustomer, byReward, byStaff, expiringUntil, negativeBalances } from '../reports/loyalty-lines.sql.ts'
import { decimal, minorDigits } from '../shop/currency.ts'
import type { PlainDate } from '../vocabulary.ts'
import { staffChanges, type Period } from './loyalty-report.ts'
import { cardReport, memberReport, multiplierCost, repeatReport, tierReport } from './member-report.ts'
import { liability } from './points-owed.ts'
import { theShop } from './the-shop.ts'

/** The views of the Loyalty Report that can be taken as a file besides its days. */
export const csvViews = ['customers', 'staff', 'rewards', 'by-hand', 'liability', 'expiring', 'owed', 'members', 'tier-moves', 'multipliers', 'repeat', 'cards'] as const
export type CsvView = (typeof csvViews)[number]
const mostRows = 1_000_000
const expiringDays = 365

type Cell = string | number
type Table = { readonly heads: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
type Made = { readonly look: Look; readonly asked: Period; readonly money: (cents: number) => string }
const share = (ppm: number | null): Cell => (ppm === null ? '' : ppm / 1_000_000)

/** A view as a file that a spreadsheet cannot be tricked by: every row of it, not only those a screen shows. */
export async function viewCsv(look: Look, { view, ...asked }: Period & { readonly view: CsvView }): Promise<{ csv: string; rows: number }> {
  const places = minorDigits(theShop(look).currency)
  const { heads, rows } = await tables[view]({ look, asked, money: (cents) => decimal(cents, places) })
  const line = (cells: readonly Cell[]) => csvRow(cells.map((cell) => (typeof cell === 'number' || isPlain.test(cell) ? String(cell) : textCell(cell))), ',')
  return { csv: [heads, ...rows].map(line).join(''), rows: rows.length }
}
/** Our own numbers, days and moments: nothing a program could take for a formula. */
const isPlain = /^-?\d[\d.:TZ-]*$/

const tables: { readonly [V in CsvView]: (made: Made) => Table | Promise<Table> } = {
  customers: ({ look: { db }, asked, money }) => ({
    heads: ['customer', 'visits', 'earned', 'redeemed', 'amount-redeemed', 'member-sales', 'balance'],
    rows: byCustomer(db, asked, asked, mostRows).map((r) => [r.name ?? '', r.visits, r.earned, r.redeemed, money(r.redeemedCents), money(r.saleCents), r.balance]),
  }),
  staff: ({ look: { db }, asked }) => ({
    heads: ['staff', 'earned', 'redeemed', 'adjusted-up', 'adjusted-down', 'by-hand', 'reversed'],
    rows: byStaff(db, asked, asked).map((r) => [r.name ?? '', r.earned, r.redeemed, r.added, r.removed, r.byHand, r.reversed]),
  }),
  rewards: ({ look: { db }, asked, money }) => ({ heads: ['reward', 'times', 'points', 'cost'], rows: byReward(db, asked, asked).map((r) => [r.name, r.times, r.points, money(r.cents)]) }),
  'by-hand': ({ look, asked }) => ({
    heads: ['at', 'customer', 'points', 'reason', 'note', 'staff', 'approved-by', 'till', 'undone', 'unusual'],
    rows: staffChanges(look, { ...asked, before: null, most: mostRows }).rows.map((r) => [r.at, r.customerName ?? '', r.points, r.reason, r.note, r.staffName ?? '', r.approvedByName ?? '', r.registerName ?? '', r.undone, r.marks.join(' ')]),
  }),
  liability: ({ look, money }) => ({ heads: ['months-from', 'points', 'amount', 'members'], rows: liability(look).buckets.map((r) => [r.monthsFrom, r.points, money(r.cents), r.members]) }),
  expiring: ({ look }) => ({ heads: ['expires-on', 'points', 'members'], rows: expiringUntil(look.db, untilDay(look)).map((r) => [r.expiresOn, r.points, r.members]) }),
  owed: ({ look: { db }, asked }) => ({ heads: ['customer', 'balance', 'since'], rows: negativeBalances(db, asked, mostRows).map((r) => [r.name ?? '', r.balance, r.since]) }),
  members: ({ look, asked }) => ({ heads: ['month', 'joined', 'active', 'quiet', 'lapsed'], rows: memberReport(look, asked).months.map((r) => [r.month, r.members, r.active, r.quiet, r.lapsed]) }),
  'tier-moves': ({ look, asked }) => ({
    heads: ['at', 'customer', 'kind', 'was', 'tier', 'score', 'reason', 'staff', 'approved-by'],
    rows: tierReport(look, asked, mostRows).map((r) => [r.at, r.name ?? '', r.kind, r.was ?? '', r.tier ?? '', r.score, r.reason, r.staffName ?? '', r.approvedByName ?? '']),
  }),
  multipliers: async ({ look, asked, money }) => ({ heads: ['multiplier', 'kind', 'sales', 'points', 'cost'], rows: (await multiplierCost(look, asked)).rows.map((r) => [r.name, r.kind, r.sales, r.points, money(r.cents)]) }),
  repeat: ({ look, asked, money }) => ({
    heads: ['who', 'customers', 'returned', 'repeat-share', 'sales', 'sales-each', 'average-basket', 'amount'],
    rows: repeatReport(look, asked).map((r) => [r.who, r.customers, r.returned, share(r.repeatPpm), r.sales, r.salesEach ?? '', r.basketCents === null ? '' : money(r.basketCents), money(r.cents)]),
  }),
  cards: ({ look, asked: { words } }) => ({
    heads: ['card', 'batch', 'state', 'customer', 'balance', 'given', 'last-used'],
    rows: cardReport(look, { words, batch: null }, mostRows).cards.map((r) => [r.code, r.batchNumber ?? '', r.state, r.name ?? '', r.balance, r.assignedAt ?? '', r.lastUsedAt ?? '']),
  }),
}
const untilDay = (look: Look): PlainDate => addDays(localMoment(look.at, theShop(look).timeZone).day, expiringDays)
