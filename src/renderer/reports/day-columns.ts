import type { LoyaltyColumn, LoyaltyTotals } from '../../main/reports/loyalty-report.ts'

type Numbered = Exclude<LoyaltyColumn, 'date'>
export type ColumnShow = 'whole' | 'money' | 'share'
type Column = {
  readonly show: ColumnShow; readonly value: (row: LoyaltyTotals) => number | null
  /** The kinds of ledger row behind the number; none named is all of them; null where it is no sum of rows. */
  readonly kinds: readonly string[] | null
}
const gains = ['earn', 'sign-up', 'birthday', 'tier-bonus']
const turned = ['reverse', 'void']
const sold = ['earn', ...turned]
const whole = (value: Column['value'], kinds: Column['kinds']): Column => ({ show: 'whole', value, kinds })
const money = (value: Column['value'], kinds: Column['kinds']): Column => ({ show: 'money', value, kinds })

/** How each column of the report reads its row, and which rows of the ledger it is the sum of. */
export const columnOf: { readonly [C in Numbered]: Column } = {
  'new-visits': whole((row) => row.newVisits, sold), 'repeat-visits': whole((row) => row.repeatVisits, sold), earned: whole((row) => row.earned, gains),
  redeemed: whole((row) => row.redeemed, ['redeem']), 'amount-redeemed': money((row) => row.redeemedCents, ['redeem', ...turned]), 'new-members': whole((row) => row.newMembers, null),
  'adjusted-up': whole((row) => row.adjustedUp, ['adjust']), 'adjusted-down': whole((row) => row.adjustedDown, ['adjust']), reversed: whole((row) => row.reversed, turned),
  expired: whole((row) => row.expired, ['expire']), net: whole((row) => row.net, []), rewards: whole((row) => row.rewards, ['redeem']),
  'member-sales': money((row) => row.saleCents, sold), 'member-sales-share': { show: 'share', value: (row) => row.memberSalesPpm, kinds: null },
  'average-basket': money((row) => row.averageBasketCents, sold), liability: whole((row) => row.liability, null), 'liability-money': money((row) => row.liabilityCents, null),
  'by-hand': whole((row) => row.byHand, ['adjust']),
}
export const isNumbered = (column: LoyaltyColumn): column is Numbered => column !== 'date'
