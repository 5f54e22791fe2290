import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'

const term = z.object({ term: z.string() })
/** The next stretch of all words that people are found by, with their marks, in the order of their bytes. */
export const searchWordsAfter = (db: ReadableDB, after: string, most: number): string[] =>
  all(db, term, sql`SELECT term FROM find_all_words WHERE term > ${after} ORDER BY term LIMIT ${most}`).map((row) => row.term)

/** Recency: it grows whenever somebody is written or served. */
export const newestSeq = (db: ReadableDB): number => value<number>(db, sql`SELECT max(seq) FROM customers`) ?? 0
const changed = z.object({ id: z.string() })
/** Who was written or served after that. */
export const idsAfter = (db: ReadableDB, seq: number, most: number): CustomerId[] =>
  all(db, changed, sql`SELECT id FROM customers WHERE seq > ${seq} ORDER BY seq LIMIT ${most}`).map(({ id }) => id as CustomerId)

const owner = z.object({ customerId: z.string() })
const mostCards = 200
/** Whose loyalty cards hold these signs. */
export const ownersOfCards = (db: ReadableDB, signs: string): string[] =>
  all(db, owner, sql`SELECT DISTINCT a.customer_id AS customerId FROM v_loyalty_cards c JOIN v_loyalty_accounts a ON a.account_id = c.account_id
    WHERE instr(lower(c.code), ${signs}) > 0 LIMIT ${mostCards}`).map(({ customerId }) => customerId)

/** How many letters are looked for as a piece of something; whoever types more is asked for the whole of it (S4-06). */
export const mostLettersOf = (db: ReadableDB): number => value<number>(db, sql`SELECT most_letters FROM search_settings`) ?? 10
export const saveMostLetters = (db: WritableDB, letters: number): number => run(db, sql`UPDATE search_settings SET most_letters = ${letters}`)

const waiting = z.object({ id: z.string() })
/** The next few who were written before everything of theirs could be searched. */
export const waitingForSearch = (db: ReadableDB, most: number): string[] => all(db, waiting, sql`SELECT customer_id AS id FROM search_catch_up LIMIT ${most}`).map(({ id }) => id)
export const caughtUp = (db: WritableDB, id: string): number => run(db, sql`DELETE FROM search_catch_up WHERE customer_id = ${id}`)
