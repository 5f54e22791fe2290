import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, StaffId } from '../vocabulary.ts'
import type { LikelyPair, LikelyWhy } from './likely.ts'

export type PairState = 'open' | 'later' | 'different'
export type PairSource = 'found' | 'import' | 'typed'
const person = z.string() as unknown as z.ZodType<CustomerId>
const pairRow = z.object({ oneId: person, otherId: person, score: z.number(), why: z.string(), state: z.enum(['open', 'later', 'different']) })
export type StoredPair = Omit<z.infer<typeof pairRow>, 'why'> & { readonly why: LikelyWhy }
const columns = sql`one_id AS oneId, other_id AS otherId, score, why, state`
const opened = (row: z.infer<typeof pairRow>): StoredPair => ({ ...row, why: JSON.parse(row.why) as LikelyWhy })

/** Adds a likely pair, or its newer reasons; what was decided of it stays decided. */
export const savePair = (db: WritableDB, { oneId, otherId, score, why }: LikelyPair, source: PairSource, at: Instant): number =>
  run(db, sql`INSERT INTO duplicate_pairs (one_id, other_id, score, why, source, state, found_at) VALUES (${oneId}, ${otherId}, ${score}, ${JSON.stringify(why)}, ${source}, 'open', ${at})
    ON CONFLICT DO UPDATE SET score = excluded.score, why = excluded.why`)
/** These people are looked at anew: what was found of them before and is open goes; an importer's word stays. */
export function forgetFound(db: WritableDB, ids: readonly CustomerId[]): void {
  const looked = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  run(db, sql`DELETE FROM duplicate_pairs WHERE one_id IN ${looked} AND state = 'open' AND source = 'found'`)
  run(db, sql`DELETE FROM duplicate_pairs WHERE other_id IN ${looked} AND state = 'open' AND source = 'found'`)
}

/** Where a page of the list ended: likeliest first. */
export type PairCursor = { readonly score: number; readonly oneId: string; readonly otherId: string }
export const firstPair: PairCursor = { score: 101, oneId: '', otherId: '' }
export const openPairs = (db: ReadableDB, after: PairCursor, most: number): StoredPair[] =>
  all(db, pairRow, sql`SELECT ${columns} FROM duplicate_pairs WHERE state = 'open' AND (score < ${after.score} OR (score = ${after.score} AND (one_id, other_id) > (${after.oneId}, ${after.otherId})))
    ORDER BY score DESC, one_id, other_id LIMIT ${most}`).map(opened)
export const pairsOf = (db: ReadableDB, id: CustomerId): StoredPair[] =>
  all(db, pairRow, sql`SELECT ${columns} FROM duplicate_pairs WHERE one_id = ${id} UNION ALL SELECT ${columns} FROM duplicate_pairs WHERE other_id = ${id} ORDER BY 3 DESC, 1, 2 LIMIT 50`).map(opened)
export const pairBetween = (db: ReadableDB, oneId: CustomerId, otherId: CustomerId): StoredPair | undefined => {
  const row = first(db, pairRow, sql`SELECT ${columns} FROM duplicate_pairs WHERE one_id = ${oneId < otherId ? oneId : otherId} AND other_id = ${oneId < otherId ? otherId : oneId}`)
  return row && opened(row)
}
export const countOpen = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM duplicate_pairs INDEXED BY duplicate_pairs_open WHERE state = 'open'`) ?? 0

export type Decision = { readonly state: PairState; readonly laterUntil: Instant | null; readonly at: Instant; readonly by: StaffId }
/** Writes down what was decided of two people, also where nothing had been found of them. `one` is the lesser id. */
export const decidePair = (db: WritableDB, one: CustomerId, other: CustomerId, { state, laterUntil, at, by }: Decision): number =>
  run(db, sql`INSERT INTO duplicate_pairs (one_id, other_id, score, why, source, state, later_until, found_at, decided_at, decided_by)
    VALUES (${one}, ${other}, 0, '{"reasons":["typed"],"likeness":null}', 'typed', ${state}, ${laterUntil}, ${at}, ${at}, ${by})
    ON CONFLICT DO UPDATE SET state = excluded.state, later_until = excluded.later_until, decided_at = excluded.decided_at, decided_by = excluded.decided_by`)
/** Pairs put off whose day has come are on the list again. */
export const wakePairs = (db: WritableDB, at: Instant): number => run(db, sql`UPDATE duplicate_pairs SET state = 'open', later_until = NULL WHERE state = 'later' AND later_until <= ${at}`)

/** All pairs of somebody who goes into another record, as JSON, taken off the list. */
export function takePairs(db: WritableDB, id: CustomerId): string {
  const pairs = value<string>(db, sql`SELECT json_group_array(json_array(one_id, other_id, score, why, source, state, later_until, found_at, decided_at, decided_by))
    FROM duplicate_pairs WHERE one_id = ${id} OR other_id = ${id}`) ?? '[]'
  run(db, sql`DELETE FROM duplicate_pairs WHERE one_id = ${id} OR other_id = ${id}`)
  return pairs
}
/** The same pairs on the list again, but for people who are gone meanwhile. */
export const putPairsBack = (db: WritableDB, pairs: string): number =>
  run(db, sql`INSERT OR REPLACE INTO duplicate_pairs (one_id, other_id, score, why, source, state, later_until, found_at, decided_at, decided_by)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, j.value ->> 9 FROM json_each(${pairs}) j
    WHERE EXISTS (SELECT 1 FROM customers WHERE id = j.value ->> 0) AND EXISTS (SELECT 1 FROM customers WHERE id = j.value ->> 1)`)

const searchRow = z.object({ checkedSeq: z.number(), stopped: z.number(), lastDoneAt: z.string().nullable() as unknown as z.ZodType<Instant | null> })
/** How far the search for duplicates has come; it goes on from there after a restart. */
export const searchState = (db: ReadableDB): z.infer<typeof searchRow> =>
  first(db, searchRow, sql`SELECT checked_seq AS checkedSeq, stopped, last_done_at AS lastDoneAt FROM duplicate_search`) ?? { checkedSeq: 0, stopped: 0, lastDoneAt: null }
export const setSearch = (db: WritableDB, checkedSeq: number): number => run(db, sql`UPDATE duplicate_search SET checked_seq = ${checkedSeq} WHERE id = 1`)
export const setStopped = (db: WritableDB, stopped: boolean): number => run(db, sql`UPDATE duplicate_search SET stopped = ${Number(stopped)} WHERE id = 1`)
export const setSearchDone = (db: WritableDB, at: Instant): number => run(db, sql`UPDATE duplicate_search SET last_done_at = ${at} WHERE id = 1`)

const importedRow = z.object({ customerId: person, twinId: person })
/** Rows of an import that looked like somebody of the shop and were added all the same, from one position on. */
export const addedAnyway = (db: ReadableDB, batchId: string, after: number, most: number): (z.infer<typeof importedRow> & { nth: number })[] =>
  all(db, importedRow.extend({ nth: z.number() }), sql`SELECT customer_id AS customerId, twin_id AS twinId, nth FROM import_rows
    WHERE batch_id = ${batchId} AND heap = 'twin' AND nth > ${after} AND choice = 'add' AND outcome = 'added' AND customer_id IS NOT NULL AND twin_id IS NOT NULL ORDER BY nth LIMIT ${most}`)
