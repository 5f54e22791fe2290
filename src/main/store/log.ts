import type { Json } from '../vocabulary.ts'
import type { ReadableDB, WritableDB } from './sql.ts'

// What is committed stands in a log beside the file first. SQLite copies it over in the middle of whichever commit makes it too long: that commit
// takes a hundred milliseconds more. While something writes for minutes, a thread of its own copies it instead.

const usualPages = 1_000

/** From now on no commit copies the log into the file. */
export const holdLog = (db: WritableDB): void => void db.pragma('wal_autocheckpoint = 0')
export const letLogGo = (db: WritableDB): void => void db.pragma(`wal_autocheckpoint = ${usualPages}`)

/** Copies what it can without keeping anybody waiting; `left` pages were written meanwhile, or are still being read by somebody. */
export function putLogAway(db: ReadableDB): { left: number } & Json {
  const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = db.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[]
  return { left: Math.max(0, log - checkpointed) }
}
