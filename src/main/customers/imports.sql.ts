import { z } from 'zod'
import { all, first, list, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { BatchId, Caller, CustomerId, Instant, RegisterId } from '../vocabulary.ts'
import type { ImportHeap, ImportOutcome } from './import.ts'

const states = ['receiving', 'mapping', 'reading', 'ready', 'running', 'done', 'cancelling', 'undoing', 'undone', 'cancelled'] as const
export type StoredState = (typeof states)[number]
const batchRow = z.object({
  id: z.string() as unknown as z.ZodType<BatchId>, fileName: z.string(), kind: z.enum(['', 'vcard', 'csv']), state: z.enum(states),
  sizeBytes: z.number(), receivedBytes: z.number(), done: z.number(), total: z.number(), mapping: z.string(), counts: z.string(),
  registerId: z.string() as unknown as z.ZodType<RegisterId>, madeAt: z.string() as unknown as z.ZodType<Instant>, ranAt: z.string().nullable() as unknown as z.ZodType<Instant | null>,
  undoUntil: z.string().nullable() as unknown as z.ZodType<Instant | null>,
})
export type BatchRow = z.infer<typeof batchRow>
const batchColumns = sql`id, file_name AS fileName, kind, state, size_bytes AS sizeBytes, received_bytes AS receivedBytes, done, total, mapping, counts, register_id AS registerId,
  made_at AS madeAt, ran_at AS ranAt, undo_until AS undoUntil`

export type NewBatch = { readonly id: BatchId; readonly fileName: string; readonly sizeBytes: number; readonly mapping: string; readonly at: Instant }
export const insertBatch = (db: WritableDB, batch: NewBatch, caller: Caller): number =>
  run(db, sql`INSERT INTO import_batches (id, file_name, state, size_bytes, mapping, staff_id, register_id, made_at)
    VALUES (${batch.id}, ${batch.fileName}, 'receiving', ${batch.sizeBytes}, ${batch.mapping}, ${caller.staffId}, ${caller.registerId}, ${batch.at})`)

export const batchOf = (db: ReadableDB, id: BatchId): BatchRow | undefined =>
  first(db, batchRow, sql`SELECT ${batchColumns} FROM import_batches WHERE id = ${id}`)

/** The newest first; what was thrown away before it began is left out. */
export const lastBatches = (db: ReadableDB, most: number): BatchRow[] =>
  all(db, batchRow, sql`SELECT ${batchColumns} FROM import_batches WHERE state <> 'cancelled' ORDER BY made_at DESC LIMIT ${most}`)

/** Finished batches whose time to undo is over: their staged rows may go. */
export const forgettableBatches = (db: ReadableDB, at: string, abandonedBefore: string): BatchRow[] =>
  all(db, batchRow, sql`SELECT ${batchColumns} FROM import_batches
    WHERE (state IN ('done', 'undone', 'cancelled') AND coalesce(undo_until, made_at) < ${at} OR state IN ('receiving', 'mapping', 'reading', 'ready') AND made_at < ${abandonedBefore})
      AND EXISTS (SELECT 1 FROM import_rows WHERE batch_id = import_batches.id UNION ALL SELECT 1 FROM import_chunks WHERE batch_id = import_batches.id) LIMIT 20`)

export const setState = (db: WritableDB, id: BatchId, state: StoredState): number => run(db, sql`UPDATE import_batches SET state = ${state} WHERE id = ${id}`)
export const setKind = (db: WritableDB, id: BatchId, kind: 'vcard' | 'csv'): number => run(db, sql`UPDATE import_batches SET kind = ${kind} WHERE id = ${id}`)
export const setMapping = (db: WritableDB, id: BatchId, mapping: string): number => run(db, sql`UPDATE import_batches SET mapping = ${mapping} WHERE id = ${id}`)
export const setCounts = (db: WritableDB, id: BatchId, counts: string): number => run(db, sql`UPDATE import_batches SET counts = ${counts} WHERE id = ${id}`)
export const setProgress = (db: WritableDB, id: BatchId, done: number, total: number): number =>
  run(db, sql`UPDATE import_batches SET done = ${done}, total = ${total} WHERE id = ${id}`)
export const markRun = (db: WritableDB, id: BatchId, at: Instant, undoUntil: Instant): number =>
  run(db, sql`UPDATE import_batches SET ran_at = ${at}, undo_until = ${undoUntil} WHERE id = ${id}`)
export const clearRun = (db: WritableDB, id: BatchId, undoneAt: Instant | null): number =>
  run(db, sql`UPDATE import_batches SET undo_until = NULL, undone_at = ${undoneAt} WHERE id = ${id}`)

/** A piece sent twice (a lost answer) replaces itself: the received bytes are counted from the pieces. */
export function putChunk(db: WritableDB, id: BatchId, position: number, bytes: Uint8Array): void {
  const had = value<number>(db, sql`SELECT length(bytes) FROM import_chunks WHERE batch_id = ${id} AND position = ${position}`) ?? 0
  run(db, sql`INSERT OR REPLACE INTO import_chunks (batch_id, position, bytes) VALUES (${id}, ${position}, ${bytes})`)
  run(db, sql`UPDATE import_batches SET received_bytes = received_bytes + ${bytes.length - had} WHERE id = ${id}`)
}
export const chunkOf = (db: ReadableDB, id: BatchId, position: number): Uint8Array | undefined =>
  value<Uint8Array>(db, sql`SELECT bytes FROM import_chunks WHERE batch_id = ${id} AND position = ${position}`)
export const chunkCount = (db: ReadableDB, id: BatchId): { count: number; last: number | null } =>
  first(db, z.object({ count: z.number(), last: z.number().nullable() }), sql`SELECT count(*) AS count, max(position) AS last FROM import_chunks WHERE batch_id = ${id}`) ?? { count: 0, last: null }

export type NewRow = {
  readonly position: number; readonly line: number; readonly heap: ImportHeap; readonly nth: number; readonly name: string; readonly draft: string; readonly source: string | null
  readonly problems: string | null; readonly blocked: boolean; readonly twinId: CustomerId | null; readonly twinPosition: number | null; readonly twin: string | null
  readonly choice: 'add' | 'update' | 'skip'; readonly ticked: boolean
}
export const insertRow = (db: WritableDB, id: BatchId, row: NewRow): number =>
  run(db, sql`INSERT INTO import_rows (batch_id, position, line, heap, nth, name, draft, source, problems, blocked, twin_id, twin_position, twin, choice, ticked)
    VALUES (${id}, ${row.position}, ${row.line}, ${row.heap}, ${row.nth}, ${row.name}, ${row.draft}, ${row.source}, ${row.problems}, ${row.blocked ? 1 : 0},
      ${row.twinId}, ${row.twinPosition}, ${row.twin}, ${row.choice}, ${row.ticked ? 1 : 0})`)
export const insertRowPhoto = (db: WritableDB, id: BatchId, position: number, mediaType: string, bytes: Uint8Array): number =>
  run(db, sql`INSERT INTO import_photos (batch_id, position, media_type, bytes) VALUES (${id}, ${position}, ${mediaType}, ${bytes})`)
const photoRow = z.object({ mediaType: z.string(), bytes: z.instanceof(Uint8Array) })
export const rowPhoto = (db: ReadableDB, id: BatchId, position: number): z.infer<typeof photoRow> | undefined =>
  first(db, photoRow, sql`SELECT media_type AS mediaType, bytes FROM import_photos WHERE batch_id = ${id} AND position = ${position}`)
export const insertKeys = (db: WritableDB, id: BatchId, keys: readonly string[], position: number): void =>
  keys.forEach((key) => void run(db, sql`INSERT OR IGNORE INTO import_keys (batch_id, key, position) VALUES (${id}, ${key}, ${position})`))
const positionRow = z.object({ position: z.number() })
/** Rows of the same file with one of these keys. */
export const positionsOfKeys = (db: ReadableDB, id: BatchId, keys: readonly string[]): number[] =>
  all(db, positionRow, sql`SELECT DISTINCT position FROM import_keys WHERE batch_id = ${id} AND key IN (${list(keys)}) LIMIT 20`).map((row) => row.position)
/** Is there anybody a row could look like? */
export const hasCustomers = (db: ReadableDB): boolean => value(db, sql`SELECT 1 FROM customers LIMIT 1`) === 1

const stagedRow = z.object({
  position: z.number(), line: z.number(), heap: z.enum(['new', 'twin', 'problem']), name: z.string(), draft: z.string(), source: z.string().nullable(), problems: z.string().nullable(),
  blocked: z.number(), twinId: z.string().nullable() as unknown as z.ZodType<CustomerId | null>, twinPosition: z.number().nullable(), twin: z.string().nullable(),
  choice: z.enum(['add', 'update', 'skip']), ticked: z.number(), outcome: z.enum(['added', 'updated', 'skipped', 'not-selected', 'failed']).nullable(),
  customerId: z.string().nullable() as unknown as z.ZodType<CustomerId | null>, before: z.string().nullable(),
})
export type StagedRow = z.infer<typeof stagedRow>
const rowColumns = sql`position, line, heap, name, draft, source, problems, blocked, twin_id AS twinId, twin_position AS twinPosition, twin, choice, ticked, outcome, customer_id AS customerId, before`

export const rowsFrom = (db: ReadableDB, id: BatchId, from: number, most: number): StagedRow[] =>
  all(db, stagedRow, sql`SELECT ${rowColumns} FROM import_rows WHERE batch_id = ${id} AND position >= ${from} ORDER BY position LIMIT ${most}`)
export const rowsOfHeap = (db: ReadableDB, id: BatchId, heap: ImportHeap, from: number, most: number): StagedRow[] =>
  all(db, stagedRow, sql`SELECT ${rowColumns} FROM import_rows WHERE batch_id = ${id} AND heap = ${heap} AND nth >= ${from} ORDER BY nth LIMIT ${most}`)
/** The rows that cannot be, or could not be, saved. */
export const refusedFrom = (db: ReadableDB, id: BatchId, from: number, most: number): StagedRow[] =>
  all(db, stagedRow, sql`SELECT ${rowColumns} FROM import_rows WHERE batch_id = ${id} AND position >= ${from} AND (outcome = 'failed' OR blocked = 1) ORDER BY position LIMIT ${most}`)
/** The rows that a run changed, last first: that is the order in which they are undone. */
export const rowsBefore = (db: ReadableDB, id: BatchId, before: number, most: number): StagedRow[] =>
  all(db, stagedRow, sql`SELECT ${rowColumns} FROM import_rows WHERE batch_id = ${id} AND position < ${before} ORDER BY position DESC LIMIT ${most}`)
export const rowAt = (db: ReadableDB, id: BatchId, position: number): StagedRow | undefined =>
  first(db, stagedRow, sql`SELECT ${rowColumns} FROM import_rows WHERE batch_id = ${id} AND position = ${position}`)

export const chooseRow = (db: WritableDB, id: BatchId, position: number, choice: 'add' | 'update' | 'skip', ticked: boolean): number =>
  run(db, sql`UPDATE import_rows SET choice = ${choice}, ticked = ${ticked ? 1 : 0} WHERE batch_id = ${id} AND position = ${position}`)
/** A stretch of one heap at once; rows that cannot be saved stay unticked. */
export const chooseStretch = (db: WritableDB, id: BatchId, heap: ImportHeap, from: number, to: number, choice: 'add' | 'update' | 'skip', ticked: boolean): number =>
  run(db, sql`UPDATE import_rows SET choice = ${choice}, ticked = ${ticked ? 1 : 0} WHERE batch_id = ${id} AND heap = ${heap} AND nth >= ${from} AND nth < ${to} AND blocked = 0`)
export const setOutcome = (db: WritableDB, id: BatchId, position: number, outcome: ImportOutcome | null, customerId: CustomerId | null, before: string | null): number =>
  run(db, sql`UPDATE import_rows SET outcome = ${outcome}, customer_id = ${customerId}, before = ${before} WHERE batch_id = ${id} AND position = ${position}`)
export const setProblems = (db: WritableDB, id: BatchId, position: number, problems: string): number =>
  run(db, sql`UPDATE import_rows SET problems = ${problems} WHERE batch_id = ${id} AND position = ${position}`)

const idRow = z.object({ id: z.string() as unknown as z.ZodType<CustomerId> })
/** People whose name is written exactly so, whatever its accents and case. */
export const peopleSortedAs = (db: ReadableDB, sortName: string): CustomerId[] =>
  all(db, idRow, sql`SELECT id FROM customers WHERE sort_name = ${sortName} ORDER BY id DESC LIMIT 10`).map(({ id }) => id)

const markRow = z.object({ id: z.string() as unknown as z.ZodType<CustomerId>, value: z.string() })
/** The customers that carry an extra of this name, by its value. */
export const customersByExtra = (db: ReadableDB, name: string): Map<string, CustomerId> =>
  new Map(all(db, markRow, sql`SELECT customer_id AS id, value FROM customer_extras WHERE name = ${name}`).map((row) => [row.value, row.id]))

/** Is this customer part of somebody's work by now: on a sale or a parked cart, or with an answer about messages that no import brought? */
export const hasHistory = (db: ReadableDB, id: CustomerId): boolean =>
  value(db, sql`SELECT 1 WHERE EXISTS (SELECT 1 FROM sales WHERE customer_id = ${id}) OR EXISTS (SELECT 1 FROM consent_events WHERE customer_id = ${id} AND how <> 'import')`) === 1
/** Did they say yes to messages? That stands in rows that never go. */
export const hasConsents = (db: ReadableDB, id: CustomerId): boolean => value(db, sql`SELECT 1 FROM consent_events WHERE customer_id = ${id} LIMIT 1`) === 1

/** Drops a stretch of what was staged, and says whether anything is left: the caller comes again. */
export function dropStaged(db: WritableDB, id: BatchId, rows: number): boolean {
  const gone = run(db, sql`DELETE FROM import_rows WHERE batch_id = ${id} AND position IN (SELECT position FROM import_rows WHERE batch_id = ${id} ORDER BY position LIMIT ${rows})`)
    + run(db, sql`DELETE FROM import_keys WHERE batch_id = ${id} AND key IN (SELECT key FROM import_keys WHERE batch_id = ${id} LIMIT ${rows})`)
    + run(db, sql`DELETE FROM import_photos WHERE batch_id = ${id} AND position IN (SELECT position FROM import_photos WHERE batch_id = ${id} LIMIT 4)`)
  return gone > 0
}
export const dropChunk = (db: WritableDB, id: BatchId): boolean =>
  run(db, sql`DELETE FROM import_chunks WHERE batch_id = ${id} AND position IN (SELECT position FROM import_chunks WHERE batch_id = ${id} LIMIT 2)`) > 0
