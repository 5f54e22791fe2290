import { z } from 'zod'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'

const stagedRow = z.object({ batchId: z.string(), position: z.number() })
const emptyDraft = '{}'

/** Rows of imports that became this person, or were taken for them, and still say something. */
export const stagedRowsOf = (db: ReadableDB, ids: readonly CustomerId[], most: number): z.infer<typeof stagedRow>[] =>
  all(db, stagedRow, sql`SELECT batch_id AS batchId, position FROM import_rows WHERE customer_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND draft <> ${emptyDraft}
    UNION SELECT batch_id, position FROM import_rows WHERE twin_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND draft <> ${emptyDraft} LIMIT ${most}`)

/** The row stays in its place, so that every other row keeps its own; it is never brought in, now or by an undo. */
export function emptyStaged(db: WritableDB, batchId: string, position: number): void {
  run(db, sql`UPDATE import_rows SET name = '', draft = ${emptyDraft}, source = NULL, problems = NULL, twin = NULL, twin_id = NULL, before = NULL, blocked = 1, ticked = 0, choice = 'skip'
    WHERE batch_id = ${batchId} AND position = ${position}`)
  run(db, sql`DELETE FROM import_keys WHERE batch_id = ${batchId} AND position = ${position}`)
  run(db, sql`DELETE FROM import_photos WHERE batch_id = ${batchId} AND position = ${position}`)
}

/** Drops some of a staged file and of what was read of it; false when nothing is left of it. A batch that has not run can no longer. */
export function throwAwayFile(db: WritableDB, batchId: string): boolean {
  run(db, sql`UPDATE import_batches SET state = 'cancelled' WHERE id = ${batchId} AND state IN ('receiving', 'mapping', 'reading', 'ready')`)
  const pieces = run(db, sql`DELETE FROM import_chunks WHERE batch_id = ${batchId} LIMIT 4`)
  const rows = run(db, sql`DELETE FROM import_rows WHERE batch_id = ${batchId} AND (SELECT state FROM import_batches WHERE id = ${batchId}) = 'cancelled' LIMIT 100`)
  return pieces + rows > 0
}
