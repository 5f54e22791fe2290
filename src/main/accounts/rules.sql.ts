import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant } from '../vocabulary.ts'
import { firstRules, type AccountRules } from './account.ts'

const brake = z.enum(['warn', 'pin', 'block'])
const row = z.object({ payLater: z.number(), days: z.number(), overLimit: brake, overdue: brake, overdueDays: z.number() })

/** The shop's rules for paying later; before anyone has set them, it is off. */
export function readRules(db: ReadableDB): AccountRules {
  const found = first(db, row, sql`SELECT pay_later AS payLater, days, over_limit AS overLimit, overdue, overdue_days AS overdueDays FROM account_rules`)
  return found ? { ...found, payLater: found.payLater === 1 } : firstRules
}

export const saveRules = (db: WritableDB, { payLater, days, overLimit, overdue, overdueDays }: AccountRules, at: Instant): number =>
  run(db, sql`INSERT OR REPLACE INTO account_rules (id, pay_later, days, over_limit, overdue, overdue_days, updated_at)
    VALUES (1, ${Number(payLater)}, ${days}, ${overLimit}, ${overdue}, ${overdueDays}, ${at})`)
