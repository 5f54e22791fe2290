import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { backupsOf } from './backup.ts'
import type { ReadableDB, WritableDB } from './sql.ts'

// What is left of something that was deleted: in the log beside the file, in copies of the file, and in what was set aside.

const busyTimeoutMs = 5_000

/** Writes the log into the file and cuts it to nothing. False where somebody still reads an older moment: try again later. It never waits. */
export function emptyLog(db: WritableDB): boolean {
  db.pragma('busy_timeout = 0')
  try {
    const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return outcome?.busy === 0
  } finally {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`)
  }
}

const changedBefore = (file: string, at: number): boolean => statSync(file).mtimeMs < at
/** Copies of the shop's file that were made before a moment. */
export const copiesBefore = (db: ReadableDB, at: string): string[] => backupsOf(db.name).filter((copy) => changedBefore(copy, Date.parse(at)))

/** What a restore set aside is nobody's to delete but the owner's: it may be all there is of some days. Named, so that they can. */
export const setAside = (db: ReadableDB): string[] =>
  readdirSync(path.dirname(db.name)).filter((name) => name.startsWith(`${path.basename(db.name)}.aside-`))

/**
 * A copy of the file as it is now, made on the reader's thread from a handle of its own: on a large shop it takes a minute. It stands in no
 * transaction, so the look at one moment is given up for it and taken again.
 */
export function copyFresh(db: ReadableDB, target: string): void {
  const draft = `${target}.part`
  rmSync(draft, { force: true })
  db.exec('ROLLBACK')
  try {
    db.pragma('query_only = OFF')
    db.prepare('VACUUM INTO ?').run(draft)
    renameSync(draft, target)
  } finally {
    rmSync(draft, { force: true })
    db.pragma('query_only = ON')
    db.exec('BEGIN')
  }
}

export const dropFile = (file: string): void => rmSync(file, { force: true })
export const nameOfFile = (file: string): string => path.basename(file)
