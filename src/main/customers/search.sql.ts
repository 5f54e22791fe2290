import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type Sql, type WritableDB } from '../store/sql.ts'
import type { IndexedWords } from './search-words.ts'

const found = z.object({ seq: z.number() })

/** Who matches by name alone, most recent first. The rowid of both tables is recency, so this stops after `most` hits. */
export const matchNames = (db: ReadableDB, question: string, most: number): number[] =>
  all(db, found, sql`SELECT rowid AS seq FROM find_name WHERE find_name MATCH ${question} ORDER BY rowid DESC LIMIT ${most}`).map(({ seq }) => seq)
/** Who matches by anything they are found by, most recent first. */
export const matchAll = (db: ReadableDB, question: string, most: number): number[] =>
  all(db, found, sql`SELECT rowid AS seq FROM find_all WHERE find_all MATCH ${question} ORDER BY rowid DESC LIMIT ${most}`).map(({ seq }) => seq)

export function indexWords(db: WritableDB, seq: number, words: IndexedWords): void {
  run(db, sql`INSERT INTO find_name (rowid, t) VALUES (${seq}, ${words.names})`)
  run(db, sql`INSERT INTO find_all (rowid, t) VALUES (${seq}, ${words.all})`)
}

export function unindexWords(db: WritableDB, seq: number): void {
  run(db, sql`DELETE FROM find_name WHERE rowid = ${seq}`)
  run(db, sql`DELETE FROM find_all WHERE rowid = ${seq}`)
}

const term = z.object({ term: z.string() })
/** The next stretch of the words people are called by, in the order of their bytes. */
export const nameWordsAfter = (db: ReadableDB, after: string, most: number): string[] =>
  all(db, term, sql`SELECT term FROM find_name_words WHERE term > ${after} ORDER BY term LIMIT ${most}`).map((row) => row.term)

const pagesAtOnce = 32
/**
 * Tidies the search tables a little (a few milliseconds): many touches leave them in pieces, and search slows down by half. Answers whether there
 * was anything to do; call it again while there is, with a pause between.
 */
export function tidySearch(db: WritableDB): boolean {
  const names = changesBy(db, sql`INSERT INTO find_name (find_name, rank) VALUES ('merge', ${pagesAtOnce})`)
  const everything = changesBy(db, sql`INSERT INTO find_all (find_all, rank) VALUES ('merge', ${pagesAtOnce})`)
  return names > idleChanges || everything > idleChanges
}
/**
 * How much of a piece of the search tables may be of customers that are gone before a write clears it up (in percent; 0 is never). An import that is
 * taken back switches this off meanwhile: each clearing would hold the till for hundreds of milliseconds; tidySearch then does it little by little.
 */
export function clearWhenGone(db: WritableDB, percent: number): void {
  run(db, sql`INSERT INTO find_name (find_name, rank) VALUES ('deletemerge', CAST(${percent} AS INTEGER))`)
  run(db, sql`INSERT INTO find_all (find_all, rank) VALUES ('deletemerge', CAST(${percent} AS INTEGER))`)
}
export const usualGonePercent = 10
/** What a merge that had nothing to do counts as changed. */
const idleChanges = 1
function changesBy(db: WritableDB, merge: Sql): number {
  const before = changes(db)
  run(db, merge)
  return changes(db) - before
}
const changes = (db: ReadableDB): number => value<number>(db, sql`SELECT total_changes()`) ?? 0
