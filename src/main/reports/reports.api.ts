import { z } from 'zod'
import type { Core } from '../context.ts'
import { page, plainDate, takes, whole } from '../input.ts'
import { byCustomer, byReward, byStaff, columnsOf, entriesBehind, expiringUntil, negativeBalances, saveColumns, type CustomerLine, type ExpiringLine, type OwingLine, type ReportEntry, type RewardLine, type StaffLine } from './loyalty-report.sql.ts'
import { firstColumns, loyaltyColumns, type LoyaltyColumn } from './loyalty-report.ts'

const span = { from: plainDate, to: plainDate }
const before = whole.min(1).nullable()
const columns = z.array(z.enum(loyaltyColumns)).max(loyaltyColumns.length).refine((chosen) => new Set(chosen).size === chosen.length)
const mostLines = 1_000

/** The views of the Loyalty Report that need nothing but rows. */
export const reportsApi = ({ db }: Core) => ({
  'reports/loyalty-columns': takes(z.strictObject({}), (_, { staffId }): { columns: LoyaltyColumn[]; all: readonly LoyaltyColumn[] } => ({
    columns: (columnsOf(db, staffId, 'loyalty') as LoyaltyColumn[] | null) ?? [...firstColumns], all: loyaltyColumns,
  })),
  /** Kept per person, in the order given; an empty list goes back to the first ones. The date always stays, in front. */
  'reports/set-loyalty-columns': takes(z.strictObject({ columns }), (asked, { staffId }): { columns: LoyaltyColumn[] } => {
    const chosen: LoyaltyColumn[] = asked.columns.length === 0 ? [...firstColumns] : ['date', ...asked.columns.filter((name) => name !== 'date')]
    saveColumns(db, staffId, 'loyalty', chosen)
    return { columns: chosen }
  }),
  'reports/loyalty-rows': takes(z.strictObject({ ...span, kinds: z.array(z.string().max(20)).max(20), before, most: page.most }), ({ kinds, before: last, most, ...asked }): { rows: ReportEntry[]; more: number | null } => {
    const rows = entriesBehind(db, asked, kinds, last, most + 1)
    return { rows: rows.slice(0, most), more: rows.length > most ? (rows[most - 1]?.seq ?? null) : null }
  }, 'see-reports'),
  'reports/loyalty-by-customer': takes(z.strictObject(span), (asked): CustomerLine[] => byCustomer(db, asked, mostLines), 'see-reports'),
  'reports/loyalty-by-staff': takes(z.strictObject(span), (asked): StaffLine[] => byStaff(db, asked), 'see-reports'),
  'reports/loyalty-by-reward': takes(z.strictObject(span), (asked): RewardLine[] => byReward(db, asked), 'see-reports'),
  'reports/points-owed-to-us': takes(z.strictObject({}), (): OwingLine[] => negativeBalances(db, mostLines), 'see-reports'),
  'reports/points-expiring': takes(z.strictObject({ until: plainDate }), ({ until }): ExpiringLine[] => expiringUntil(db, until), 'see-reports'),
})
