import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type Sql, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant } from '../vocabulary.ts'
import { unindexWords } from './search.sql.ts'
import { forgetVocabulary } from './vocabulary.sql.ts'

const idRow = z.object({ id: z.string() as unknown as z.ZodType<CustomerId> })
/** The person and every record that was merged into theirs: erased together. */
export const recordsOf = (db: ReadableDB, id: CustomerId): CustomerId[] =>
  all(db, idRow, sql`WITH RECURSIVE records (id) AS (SELECT ${id} UNION SELECT c.id FROM customers c JOIN records r ON c.merged_into = r.id) SELECT id FROM records`).map((row) => row.id)

const raw = (text: string): Sql => ({ text, values: [] })
const columnName = /^[a-z_0-9]+$/
const placeRow = z.object({ seq: z.number(), status: z.string(), sortName: z.string() })

/** What is left of the row: an id. No list, count or search reaches it from here on; its code is never given out again. */
export function emptyPerson(db: WritableDB, id: CustomerId, columns: Readonly<Record<string, string | number | null>>, at: Instant): boolean {
  const place = first(db, placeRow, sql`SELECT seq, status, sort_name AS sortName FROM customers WHERE id = ${id} AND status <> 'erased'`)
  if (!place) return false
  const sets = Object.entries(columns).filter(([column]) => columnName.test(column)).map(([column, empty]) => sql`${raw(column)} = ${empty}`).reduce((done, one) => sql`${done}, ${one}`)
  unindexWords(db, place.seq)
  run(db, sql`UPDATE customers SET ${sets}, status = 'erased', code = 'erased-' || id, updated_at = ${at}, version = version + 1 WHERE id = ${id}`)
  if (place.status !== 'merged') run(db, sql`UPDATE customer_letters SET count = count - 1 WHERE letter = ${place.sortName.slice(0, 1)} AND status = ${place.status}`)
  run(db, sql`UPDATE customers SET parent_id = NULL WHERE parent_id = ${id}`)
  forgetVocabulary(db)
  return true
}

/** Is nobody else called exactly that? Then a line that says the name speaks of this person. */
export const isOnlyOne = (db: ReadableDB, sortName: string, ids: readonly CustomerId[]): boolean =>
  value(db, sql`SELECT 1 FROM customers WHERE sort_name = ${sortName} AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(ids)})) LIMIT 1`) === undefined

const tagRow = z.object({ tag: z.string() })
/** Tags that nobody else has. */
export const ownTags = (db: ReadableDB, id: CustomerId): string[] =>
  all(db, tagRow, sql`SELECT t.tag FROM customer_tags t WHERE t.customer_id = ${id} AND NOT EXISTS (SELECT 1 FROM customer_tags o WHERE o.key = t.key AND o.customer_id <> ${id})`).map(({ tag }) => tag)
const valueRow = z.object({ value: z.string() })
/** Values of own fields and of extras, of the kind that is one person's alone. */
export const ownValues = (db: ReadableDB, id: CustomerId): string[] =>
  all(db, valueRow, sql`SELECT a.value FROM customer_attributes a WHERE a.customer_id = ${id} AND length(a.value) > 5
      AND NOT EXISTS (SELECT 1 FROM customer_attributes o WHERE o.attribute_id = a.attribute_id AND o.key = a.key AND o.customer_id <> ${id})`).map((row) => row.value)
