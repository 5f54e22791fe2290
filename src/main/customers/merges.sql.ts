import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, Json, RegisterId, StaffId } from '../vocabulary.ts'

export type MergeId = string & { readonly __brand: 'MergeId' }
export type MergeKind = 'merge' | 'keep-online'
const mergeId = id<MergeId>()
const moment = z.string() as unknown as z.ZodType<Instant>
const mergeRow = z.object({
  id: mergeId, kind: z.enum(['merge', 'keep-online']), keptId: id<CustomerId>(), goneId: id<CustomerId>(), at: moment, undoUntil: moment, approvedBy: id<StaffId>().nullable(),
  moved: z.string(), undoneAt: moment.nullable(), goneCode: z.string(), goneName: z.string(),
})
export type MergeRow = z.infer<typeof mergeRow>
const columns = sql`m.id, m.kind, m.kept_id AS keptId, m.gone_id AS goneId, m.at, m.undo_until AS undoUntil, m.approved_by AS approvedBy, m.moved, m.undone_at AS undoneAt, c.code AS goneCode,
  coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), nullif(c.nickname, ''), c.company) AS goneName FROM customer_merges m JOIN customers c ON c.id = m.gone_id`

export const getMerge = (db: ReadableDB, merge: MergeId): MergeRow | undefined => first(db, mergeRow, sql`SELECT ${columns} WHERE m.id = ${merge}`)
/** What is part of somebody by merges that stand, the newest first: in the order they were done, whatever the clock said. */
export const mergesInto = (db: ReadableDB, keptId: CustomerId): MergeRow[] =>
  all(db, mergeRow, sql`SELECT ${columns} WHERE m.kept_id = ${keptId} AND m.undone_at IS NULL ORDER BY m.rowid DESC`)

export type NewMerge = {
  readonly id: MergeId; readonly kind: MergeKind; readonly keptId: CustomerId; readonly goneId: CustomerId; readonly at: Instant; readonly undoUntil: Instant
  readonly staffId: StaffId; readonly registerId: RegisterId; readonly approvedBy: StaffId | null; readonly moved: Json
}
export const insertMerge = (db: WritableDB, m: NewMerge): number =>
  run(db, sql`INSERT INTO customer_merges (id, kind, kept_id, gone_id, at, undo_until, staff_id, register_id, approved_by, moved)
    VALUES (${m.id}, ${m.kind}, ${m.keptId}, ${m.goneId}, ${m.at}, ${m.undoUntil}, ${m.staffId}, ${m.registerId}, ${m.approvedBy}, ${JSON.stringify(m.moved)})`)
export const setMemo = (db: WritableDB, merge: MergeId, moved: Json): number => run(db, sql`UPDATE customer_merges SET moved = ${JSON.stringify(moved)} WHERE id = ${merge}`)
export const markUndone = (db: WritableDB, merge: MergeId, at: Instant, by: StaffId): number =>
  run(db, sql`UPDATE customer_merges SET undone_at = ${at}, undone_by = ${by} WHERE id = ${merge} AND undone_at IS NULL`)

export const keepRows = (db: WritableDB, merge: MergeId, table: string, customerId: CustomerId, before: string, after: string): number =>
  run(db, sql`INSERT INTO customer_merge_rows (merge_id, table_name, customer_id, before, after) VALUES (${merge}, ${table}, ${customerId}, ${before}, ${after})`)
export const keepMoves = (db: WritableDB, merge: MergeId, table: string, keys: string): number =>
  run(db, sql`INSERT INTO customer_merge_moves (merge_id, table_name, keys) VALUES (${merge}, ${table}, ${keys})`)
const keptRow = z.object({ table: z.string(), customerId: id<CustomerId>(), before: z.string(), after: z.string() })
export const keptRows = (db: ReadableDB, merge: MergeId): z.infer<typeof keptRow>[] =>
  all(db, keptRow, sql`SELECT table_name AS "table", customer_id AS customerId, before, after FROM customer_merge_rows WHERE merge_id = ${merge}`)
const movesRow = z.object({ table: z.string(), keys: z.string() })
export const keptMoves = (db: ReadableDB, merge: MergeId): z.infer<typeof movesRow>[] =>
  all(db, movesRow, sql`SELECT table_name AS "table", keys FROM customer_merge_moves WHERE merge_id = ${merge}`)
/** What a merge kept for its undo is dropped: it was undone, or its thirty days are over. */
export function dropJournal(db: WritableDB, merge: MergeId): void {
  run(db, sql`DELETE FROM customer_merge_rows WHERE merge_id = ${merge}`)
  run(db, sql`DELETE FROM customer_merge_moves WHERE merge_id = ${merge}`)
}
/** Merges whose time to be undone is over and that still keep how it was. */
export const ripeMerges = (db: ReadableDB, at: Instant, most: number): MergeId[] =>
  all(db, z.object({ id: mergeId }), sql`SELECT DISTINCT m.id FROM customer_merges m JOIN customer_merge_rows r ON r.merge_id = m.id WHERE m.undone_at IS NULL AND m.undo_until < ${at} LIMIT ${most}`)
    .map((row) => row.id)

/** Marks a record as part of another, one version on; who looks for it finds the other. */
export const retire = (db: WritableDB, goneId: CustomerId, keptId: CustomerId, at: Instant): number =>
  run(db, sql`UPDATE customers SET status = 'merged', merged_into = ${keptId}, version = version + 1, updated_at = ${at} WHERE id = ${goneId}`)
/** Visits of both count as the survivor's. */
export const addVisits = (db: WritableDB, keptId: CustomerId, goneId: CustomerId, alsoKnown: string): number =>
  run(db, sql`UPDATE customers SET also_known = ${alsoKnown}, visits = visits + (SELECT visits FROM customers g WHERE g.id = ${goneId}),
    last_visit_at = nullif(max(coalesce(last_visit_at, ''), coalesce((SELECT last_visit_at FROM customers g WHERE g.id = ${goneId}), '')), '') WHERE id = ${keptId}`)
export const alsoKnownOf = (db: ReadableDB, customerId: CustomerId): string => value<string>(db, sql`SELECT also_known FROM customers WHERE id = ${customerId}`) ?? ''

const sourceRow = z.object({ id: id<CustomerId>(), source: z.enum(['till', 'import', 'id-scan', 'catalog', 'instant']) })
/** Where each of these records came from: one of the online catalog is never merged away. */
export const sourcesOf = (db: ReadableDB, ids: readonly string[]): Map<CustomerId, z.infer<typeof sourceRow>['source']> =>
  new Map(all(db, sourceRow, sql`SELECT c.id, c.source FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customers c ON c.id = j.value`).map((row) => [row.id, row.source]))

const intoRow = z.object({ into: id<CustomerId>().nullable() })
/** Who a record is by now: itself, or the survivor it went into, however many merges later. */
export function livingCustomer(db: ReadableDB, customerId: CustomerId): CustomerId {
  const into = first(db, intoRow, sql`SELECT merged_into AS "into" FROM customers WHERE id = ${customerId}`)?.into ?? null
  return into === null ? customerId : livingCustomer(db, into)
}
