import { z } from 'zod'
import type { Core } from '../context.ts'
import { takes } from '../input.ts'
import { columnsOf, saveColumns } from './loyalty-report.sql.ts'
import { firstColumns, loyaltyColumns, type LoyaltyColumn } from './loyalty-report.ts'

const columns = z.array(z.enum(loyaltyColumns)).max(loyaltyColumns.length).refine((chosen) => new Set(chosen).size === chosen.length)

/** Which columns each person sees. */
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
})
