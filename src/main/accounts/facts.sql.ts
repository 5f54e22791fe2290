import { z } from 'zod'
import { first, sql, value, type ReadableDB } from '../store/sql.ts'
import type { RegisterId, SaleId, StaffId } from '../vocabulary.ts'

const till = z.object({ name: z.string(), number: z.number() })
/** What a row says of where it was written. */
export const tillOf = (db: ReadableDB, registerId: RegisterId): z.infer<typeof till> =>
  first(db, till, sql`SELECT name, number FROM v_account_tills WHERE register_id = ${registerId}`) ?? { name: '', number: 0 }

export const staffNameOf = (db: ReadableDB, staffId: StaffId | null): string => (staffId === null ? '' : value<string>(db, sql`SELECT name FROM v_account_staff WHERE staff_id = ${staffId}`) ?? '')

const sale = z.object({ number: z.number().nullable(), till: z.number() })
/** The two halves of the number of the sale a row is of. */
export const saleNumbers = (db: ReadableDB, saleId: SaleId): z.infer<typeof sale> | undefined => first(db, sale, sql`SELECT number, till FROM v_account_sales WHERE sale_id = ${saleId}`)
