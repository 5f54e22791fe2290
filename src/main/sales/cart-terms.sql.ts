import { z } from 'zod'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, PlainDate, SaleId, StaffId } from '../vocabulary.ts'

/** By which terms the lines of a cart were priced, or were chosen to be kept. */
export const cartTermsOf = (db: ReadableDB, saleId: SaleId): string | undefined => value<string>(db, sql`SELECT terms FROM cart_terms WHERE sale_id = ${saleId}`)
export const noteCartTerms = (db: WritableDB, saleId: SaleId, terms: string): number =>
  run(db, sql`INSERT INTO cart_terms (sale_id, terms) VALUES (${saleId}, ${terms}) ON CONFLICT (sale_id) DO UPDATE SET terms = excluded.terms`)

/** Did a manager let this customer, who is banned, buy on this sale? */
export const isPermitted = (db: ReadableDB, saleId: SaleId, customerId: CustomerId): boolean =>
  value(db, sql`SELECT 1 FROM sale_permits WHERE sale_id = ${saleId} AND customer_id = ${customerId}`) === 1
export const notePermit = (db: WritableDB, saleId: SaleId, one: { readonly customerId: CustomerId; readonly approvedBy: StaffId; readonly at: Instant }): number =>
  run(db, sql`INSERT INTO sale_permits (sale_id, customer_id, approved_by, at) VALUES (${saleId}, ${one.customerId}, ${one.approvedBy}, ${one.at})
    ON CONFLICT (sale_id) DO UPDATE SET customer_id = excluded.customer_id, approved_by = excluded.approved_by, at = excluded.at`)

const exemptionRow = z.object({ certificate: z.string(), until: z.string().nullable() as unknown as z.ZodType<PlainDate | null> })
/** By which certificate a finished sale was without tax. */
export type Exemption = z.infer<typeof exemptionRow>
export const exemptionOf = (db: ReadableDB, saleId: SaleId): Exemption | undefined => first(db, exemptionRow, sql`SELECT certificate, until FROM sale_exemptions WHERE sale_id = ${saleId}`)
export const noteExemption = (db: WritableDB, saleId: SaleId, { certificate, until }: Exemption): number =>
  run(db, sql`INSERT INTO sale_exemptions (sale_id, certificate, until) VALUES (${saleId}, ${certificate}, ${until})`)
