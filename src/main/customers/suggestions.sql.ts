import { z } from 'zod'
import { all, sql, type ReadableDB } from '../store/sql.ts'

// Both walks leap from one word to the next along an index, so they cost the same with a million customers.
const afterLast = '\u{10ffff}'
const tagRow = z.object({ tag: z.string() })

/** Tags whose folded beginning is `key`, each once, in their order. */
export const tagsLike = (db: ReadableDB, key: string, most: number): string[] =>
  all(db, tagRow, sql`WITH RECURSIVE leap (key, n) AS (
      SELECT (SELECT min(key) FROM customer_tags WHERE key >= ${key}), 1
      UNION ALL SELECT (SELECT min(key) FROM customer_tags WHERE key > leap.key), n + 1 FROM leap WHERE leap.key IS NOT NULL AND leap.key < ${key + afterLast} AND n < ${most})
    SELECT (SELECT tag FROM customer_tags t WHERE t.key = leap.key LIMIT 1) AS tag FROM leap WHERE leap.key IS NOT NULL AND leap.key < ${key + afterLast}`)
    .map(({ tag }) => tag)

const cityRow = z.object({ city: z.string(), region: z.string(), country: z.string() })
export type City = z.infer<typeof cityRow>

/** Towns of addresses entered before that begin so, each once, with the region and country that one of them was entered with. */
export const citiesLike = (db: ReadableDB, typed: string, most: number): City[] =>
  all(db, cityRow, sql`WITH RECURSIVE leap (city, n) AS (
      SELECT (SELECT min(city COLLATE NOCASE) FROM customer_addresses WHERE city COLLATE NOCASE >= ${typed} AND city <> ''), 1
      UNION ALL SELECT (SELECT min(city COLLATE NOCASE) FROM customer_addresses WHERE city COLLATE NOCASE > leap.city), n + 1 FROM leap
        WHERE leap.city IS NOT NULL AND leap.city COLLATE NOCASE < ${typed + afterLast} AND n < ${most})
    SELECT a.city, a.region, a.country FROM leap JOIN customer_addresses a
      ON (a.customer_id, a.position) = (SELECT customer_id, position FROM customer_addresses b WHERE b.city = leap.city COLLATE NOCASE LIMIT 1)
    WHERE leap.city COLLATE NOCASE < ${typed + afterLast}`)
