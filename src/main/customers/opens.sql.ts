import { z } from 'zod'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, RegisterId, StaffId } from '../vocabulary.ts'
import type { Opened, Way } from './reach.ts'

type Opening = { readonly customerId: CustomerId; readonly way: Way; readonly staffId: StaffId; readonly registerId: RegisterId; readonly at: Instant }
export const noteOpened = (db: WritableDB, { customerId, way, staffId, registerId, at }: Opening): number =>
  run(db, sql`INSERT INTO contact_opens (customer_id, way, staff_id, register_id, at) VALUES (${customerId}, ${way}, ${staffId}, ${registerId}, ${at})`)

const row = z.object({ way: z.string(), at: z.string(), staffName: z.string() }) as unknown as z.ZodType<Opened>
const most = 200
/** The newest first. */
export const openedOf = (db: ReadableDB, customerId: CustomerId): Opened[] =>
  all(db, row, sql`SELECT o.way, o.at, coalesce(s.name, '') AS staffName FROM contact_opens o LEFT JOIN staff s ON s.id = o.staff_id
    WHERE o.customer_id = ${customerId} ORDER BY o.seq DESC LIMIT ${most}`)
