import { run, sql, value, type ReadableDB, type Sql, type WritableDB } from '../store/sql.ts'

const pagesAtOnce = 8
/** What a merge that had nothing to do counts as changed. */
const idleChanges = 1
const changesSoFar = (db: ReadableDB): number => value<number>(db, sql`SELECT total_changes()`) ?? 0
function didWork(db: WritableDB, merge: Sql): boolean {
  const before = changesSoFar(db)
  run(db, merge)
  return changesSoFar(db) - before > idleChanges
}

/**
 * Writes the search tables anew, a few pages a call: words of people who are gone lie in them until their piece is merged, though no search reaches
 * them. Below zero says: all pieces into one, also one that is alone. Answers whether there is more to do.
 */
export function sweepSearch(db: WritableDB): boolean {
  return didWork(db, sql`INSERT INTO find_name (find_name, rank) VALUES ('merge', CAST(${0 - pagesAtOnce} AS INTEGER))`)
    || didWork(db, sql`INSERT INTO find_all (find_all, rank) VALUES ('merge', CAST(${0 - pagesAtOnce} AS INTEGER))`)
}
