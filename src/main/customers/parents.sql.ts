import { z } from 'zod'
import { id } from '../input.ts'
import { all, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'

const mostLevels = 50
const idRow = z.object({ id: id<CustomerId>() })

/** This company and those it belongs to, nearest first; empty where there is no such customer, or none that can be seen. */
export const parentChain = (db: ReadableDB, customerId: CustomerId): CustomerId[] =>
  all(db, idRow, sql`WITH RECURSIVE up (id, level) AS (
      SELECT id, 0 FROM customers WHERE id = ${customerId} AND status NOT IN ('merged', 'erased')
      UNION SELECT c.parent_id, level + 1 FROM up JOIN customers c ON c.id = up.id WHERE c.parent_id IS NOT NULL AND level < ${mostLevels})
    SELECT id FROM up ORDER BY level`).map((row) => row.id)
