import Database from 'better-sqlite3'
import { Refusal } from '../errors.ts'

export type Lock = { release(): void }

/** A handle that nobody keeps is closed by the collector, and the lock would go with it; these are kept until they are released. */
const held = new Set<Database.Database>()

/**
 * Holds an exclusive lock for as long as the process lives, so that a second copy of the app cannot open the same data ('file-in-use').
 * It is a lock of the operating system on a tiny SQLite file: a crash lets go of it, and no process number can go stale.
 */
export function holdLock(file: string): Lock {
  const db = new Database(file, { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
    throw busy ? new Refusal('file-in-use', { file }) : error
  }
  held.add(db)
  return { release: () => (held.delete(db), void db.close()) }
}
