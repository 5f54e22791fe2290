import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import { inactiveMark, otherMark } from './search-words.ts'

const term = z.object({ term: z.string() })
const wordsAtOnce = 20_000
/** More words than this hold so short a piece that nobody is meant by it. */
const mostWords = 300

/**
 * The words of the search that hold `piece` anywhere in them, without their marks; in stretches of 20,000, with a pause after each, so that a search
 * nobody waits for any more can be stopped.
 */
export async function wordsHolding(db: ReadableDB, piece: string, stopped: () => boolean): Promise<string[]> {
  const words = new Set<string>()
  for (let last: string | null = ''; last !== null && words.size < mostWords && !stopped();) {
    const end: string | null = endOfStretch(db, last)
    holding(db, piece, last, end).forEach((word) => words.add(word))
    last = end
    await new Promise<void>((resume) => void setImmediate(resume))
  }
  return [...words].slice(0, mostWords)
}

const endOfStretch = (db: ReadableDB, after: string): string | null =>
  value<string>(db, sql`SELECT term FROM find_all_words WHERE term > ${after} ORDER BY term LIMIT 1 OFFSET ${wordsAtOnce}`) ?? null

const holding = (db: ReadableDB, piece: string, after: string, until: string | null): string[] =>
  all(db, term, until === null
    ? sql`SELECT term FROM find_all_words WHERE term > ${after} AND instr(term, ${piece}) > 0 LIMIT ${mostWords}`
    : sql`SELECT term FROM find_all_words WHERE term > ${after} AND term <= ${until} AND instr(term, ${piece}) > 0 LIMIT ${mostWords}`).map((row) => bare(row.term))

const bare = (word: string): string => {
  const shown = word.startsWith(inactiveMark) ? word.slice(1) : word
  return shown.startsWith(otherMark) ? shown.slice(1) : shown
}

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
