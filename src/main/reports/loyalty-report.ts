import type { HandRow } from './loyalty-lines.sql.ts'
import type { LoyaltyDayRow } from './loyalty-report.sql.ts'

/** The columns of the Loyalty Report, in the order a shop first sees them. The date cannot be taken away. */
export const loyaltyColumns = [
  'date', 'new-visits', 'repeat-visits', 'earned', 'redeemed', 'amount-redeemed', 'new-members', 'adjusted-up', 'adjusted-down', 'reversed', 'expired', 'net', 'rewards',
  'member-sales', 'member-sales-share', 'average-basket', 'liability', 'liability-money', 'by-hand',
] as const
export type LoyaltyColumn = (typeof loyaltyColumns)[number]
export const firstColumns: readonly LoyaltyColumn[] = ['date', 'new-visits', 'repeat-visits', 'earned', 'redeemed', 'amount-redeemed']

/** A day as it is shown. Shares are parts per million of all sales of that day, money is in cents. */
export type LoyaltyDay = LoyaltyDayRow & { readonly allSalesCents: number; readonly memberSalesPpm: number | null; readonly averageBasketCents: number | null; readonly liabilityCents: number | null }
export type LoyaltyTotals = Omit<LoyaltyDay, 'day'>

const million = 1_000_000
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? Math.round((part * million) / whole) : null)
const basketOf = (cents: number, visits: number): number | null => (visits > 0 ? Math.round(cents / visits) : null)
type Worth = { readonly points: number; readonly cents: number }
export const worth = (points: number, per: Worth): number => Math.floor((points * per.cents) / per.points)
const worthOf = (points: number | null, per: Worth): number | null => (points === null ? null : worth(points, per))

export const dayOf = (row: LoyaltyDayRow, allSalesCents: number, per: Worth): LoyaltyDay => ({
  ...row, allSalesCents, memberSalesPpm: shareOf(row.saleCents, allSalesCents), averageBasketCents: basketOf(row.saleCents, row.newVisits + row.repeatVisits), liabilityCents: worthOf(row.liability, per),
})

const summed = ['entries', 'newVisits', 'repeatVisits', 'newMembers', 'earned', 'redeemed', 'adjustedUp', 'adjustedDown', 'reversed', 'expired', 'other', 'net', 'rewards', 'redeemedCents', 'saleCents', 'owed', 'byHand', 'allSalesCents'] as const

/** Totals of all rows that were asked for; shares and averages are worked out anew, and what is owed is that of the last day. */
export function totalsOfDays(rows: readonly LoyaltyDay[], per: Worth): LoyaltyTotals {
  const sums = Object.fromEntries(summed.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Pick<LoyaltyDay, (typeof summed)[number]>
  const liability = rows[0] ? rows[0].liability : 0
  return {
    ...sums, liability, liabilityCents: worthOf(liability, per), memberSalesPpm: shareOf(sums.saleCents, sums.allSalesCents), averageBasketCents: basketOf(sums.saleCents, sums.newVisits + sums.repeatVisits),
  }
}

/** What is unusual about a change by hand: often the same customer, just under the limit, a family name, asked and allowed by one person. */
export type Mark = 'often' | 'just-under-limit' | 'family-name' | 'own-approval'
const oftenAbove = 3
const closeTo = 0.9
export function marksOf(row: HandRow, mostPerAct: number): Mark[] {
  const size = Math.abs(row.points)
  const marks: [Mark, boolean][] = [
    ['often', row.sameCustomerInWeek > oftenAbove], ['just-under-limit', size <= mostPerAct && size >= mostPerAct * closeTo], ['family-name', row.familyName === 1],
    ['own-approval', row.staffId !== null && row.staffId === row.approvedBy],
  ]
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []))
}

/** Breakage to expect: of the points that went for ever, the share that expired instead of being redeemed; null where none has gone yet. */
export const breakagePpm = ({ expired, redeemed }: { readonly expired: number; readonly redeemed: number }): number | null =>
  shareOf(Math.max(0, expired), Math.max(0, expired) + Math.max(0, redeemed))
