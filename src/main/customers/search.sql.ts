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
 * How the search tables are kept in order. At rest they do it themselves, in the middle of a write. Where thousands are written or taken out in a
 * row that would hold the till for a hundred milliseconds now and then: at work they leave their pieces lying, and whoever works calls tidySearch
 * between the writes. The setting stands in the file: a register that was cut off at work is put to rest by the next minute's work.
 */
export function setSearch(db: WritableDB, how: 'at-rest' | 'at-work'): void {
  for (const [setting, value] of Object.entries(how === 'at-work' ? atWork : atRest)) {
    run(db, sql`INSERT INTO find_name (find_name, rank) VALUES (${setting}, CAST(${value} AS INTEGER))`)
    run(db, sql`INSERT INTO find_all (find_all, rank) VALUES (${setting}, CAST(${value} AS INTEGER))`)
  }
}
/** `deletemerge` is in percent of a piece that is gone; `crisismerge` is how many pieces may lie there, of 2,000 at most. */
const atWork = { automerge: 0, crisismerge: 1_000, deletemerge: 0 }
const atRest = { automerge: 4, crisismerge: 16, deletemerge: 10 }
export const isSearchAtWork = (db: ReadableDB): boolean => value(db, sql`SELECT 1 FROM find_all_config WHERE k = 'automerge' AND v = 0`) === 1

/** What a merge that had nothing to do counts as changed. */
const idleChanges = 1
function changesBy(db: WritableDB, merge: Sql): number {
  const before = changes(db)
  run(db, merge)
  return changes(db) - before
}
const changes = (db: ReadableDB): number => value<number>(db, sql`SELECT total_changes()`) ?? 0
