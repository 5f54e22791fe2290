import { z } from 'zod'
import { id } from '../input.ts'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, SaleId, StaffId } from '../vocabulary.ts'

const checkRow = z.object({
  minimumAge: z.number(), how: z.enum(['customer', 'birth-date', 'id-seen', 'id-scan']), customerId: id<CustomerId>().nullable(), approvedBy: id<StaffId>().nullable(),
})
export type AgeCheck = z.infer<typeof checkRow>

/** What has been checked on this sale, with a good outcome. */
export const ageChecksOf = (db: ReadableDB, saleId: SaleId): AgeCheck[] =>
  all(db, checkRow, sql`SELECT minimum_age AS minimumAge, how, customer_id AS customerId, approved_by AS approvedBy FROM age_checks WHERE sale_id = ${saleId} AND passed = 1`)

export type NewAgeCheck = AgeCheck & { readonly id: string; readonly saleId: SaleId; readonly passed: boolean; readonly staffId: StaffId; readonly at: Instant }
/** Writes down that an age was checked, by whom and how, whatever came out; the same check twice is one row. */
export const insertAgeCheck = (db: WritableDB, check: NewAgeCheck): number =>
  run(db, sql`INSERT OR IGNORE INTO age_checks (id, sale_id, minimum_age, how, customer_id, approved_by, passed, staff_id, at)
    VALUES (${check.id}, ${check.saleId}, ${check.minimumAge}, ${check.how}, ${check.customerId}, ${check.approvedBy}, ${check.passed ? 1 : 0}, ${check.staffId}, ${check.at})`)
