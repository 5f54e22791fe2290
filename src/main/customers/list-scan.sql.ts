import { z } from 'zod'
import { all, sql, value, type ReadableDB, type Sql } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import type { ListSort } from './list-filter.ts'
import { keyOf } from './list-sort.sql.ts'

/** A stretch of everyone: from one customer code to another, or the places in recency or on disk that an index gave. */
export type Stretch =
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'seqs' | 'places'; readonly of: readonly number[] }
/** `key` is what the list is sorted by, `name` and `id` settle what is equal. */
export type Placed = { readonly id: CustomerId; readonly key: string | number | null; readonly name: string }

const placed = z.object({ id: z.string(), key: z.union([z.string(), z.number()]).nullable(), name: z.string() }) as unknown as z.ZodType<Placed>
const found = z.object({ id: z.string() }) as unknown as z.ZodType<{ id: CustomerId }>
const place = z.object({ place: z.number() })

/** The people of a stretch as `customers c`; a condition may follow with AND. */
export const from = (stretch: Stretch): Sql =>
  stretch.kind === 'range' ? sql`customers c INDEXED BY customers_list WHERE c.code > ${stretch.from} AND c.code <= ${stretch.to}`
  : sql`json_each(${JSON.stringify(stretch.of)}) j CROSS JOIN customers c ON ${stretch.kind === 'seqs' ? sql`c.seq` : sql`c.rowid`} = j.value WHERE 1`

/** The code so many customers behind another, or null where there are not so many. */
export const codeAfter = (db: ReadableDB, code: string, count: number): string | null =>
  value<string>(db, sql`SELECT code FROM customers WHERE code > ${code} ORDER BY code LIMIT 1 OFFSET ${count - 1}`) ?? null

/** The next places in recency of whom the search tables find, lowest first. */
export const seqsFound = (db: ReadableDB, question: string, after: number, most: number): number[] =>
  all(db, place, sql`SELECT rowid AS place FROM find_all WHERE find_all MATCH ${question} AND rowid > ${after} ORDER BY rowid LIMIT ${most}`).map((row) => row.place)

/** The first `most` of a stretch in the order asked for; whoever has nothing in that column stands last. */
export const bestOf = (db: ReadableDB, stretch: Stretch, where: Sql, { column, down }: ListSort, most: number): Placed[] =>
  all(db, placed, sql`SELECT c.id, ${keyOf(column)} AS key, c.sort_name AS name FROM ${from(stretch)} AND ${where}
    ORDER BY key IS NULL, key ${down ? sql`DESC` : sql`ASC`}, c.sort_name, c.id LIMIT ${most}`)

export const countOf = (db: ReadableDB, stretch: Stretch, where: Sql): number =>
  value<number>(db, sql`SELECT count(*) FROM ${from(stretch)} AND ${where}`) ?? 0

export const idsOf = (db: ReadableDB, stretch: Stretch, where: Sql): CustomerId[] =>
  all(db, found, sql`SELECT c.id FROM ${from(stretch)} AND ${where}`).map(({ id }) => id)

const named = z.object({ place: z.number(), name: z.string(), id: z.string() })
export type Named = z.infer<typeof named>
/** The next of the A-Z order behind somebody, read off the index alone. */
export const namesAfter = (db: ReadableDB, after: Pick<Named, 'name' | 'id'> | null, down: boolean, most: number): Named[] => {
  const behind = after === null ? sql`1` : down ? sql`(sort_name, id) < (${after.name}, ${after.id})` : sql`(sort_name, id) > (${after.name}, ${after.id})`
  const order = down ? sql`sort_name DESC, id DESC` : sql`sort_name, id`
  return all(db, named, sql`SELECT rowid AS place, sort_name AS name, id FROM customers WHERE ${behind} AND status NOT IN ('merged', 'erased') ORDER BY ${order} LIMIT ${most}`)
}

/** How many there are in all, without looking at anybody: the counts of the A-Z strip. */
export const countEveryone = (db: ReadableDB): number =>
  value<number>(db, sql`SELECT coalesce(sum(count), 0) FROM customer_letters WHERE status NOT IN ('merged', 'erased')`) ?? 0
