import { z } from 'zod'
import { first, sql, type ReadableDB } from '../store/sql.ts'
import type { Cents, CustomerId } from '../vocabulary.ts'

const row = z.object({
  allowed: z.number(), limitCents: (z.number() as unknown as z.ZodType<Cents>).nullable(), days: z.number().nullable(), poRequired: z.number(), status: z.string(), language: z.string().nullable(),
})
/** On what terms this customer pays later, if at all: a limit of null is none, days of null are the shop's. */
export type PayLaterTerms = { readonly allowed: boolean; readonly limitCents: Cents | null; readonly days: number | null; readonly poRequired: boolean; readonly status: string; readonly language: string | null }

/** Undefined for nobody. */
export function payLaterTerms(db: ReadableDB, customerId: CustomerId): PayLaterTerms | undefined {
  const found = first(db, row, sql`SELECT pay_later_allowed AS allowed, pay_later_limit_cents AS limitCents, pay_later_days AS days, po_required AS poRequired, status, language
    FROM customers WHERE id = ${customerId}`)
  return found && { ...found, allowed: found.allowed === 1, poRequired: found.poRequired === 1 }
}

