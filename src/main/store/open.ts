import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../errors.ts'
import { backUp } from './backup.ts'
import { holdLock, type Lock } from './lock.ts'
import { migrate, pendingMigrations, versionOf } from './migrate.ts'
import type { ReadableDB, WritableDB } from './sql.ts'
import { makeViews } from './views.ts'

export type StoreOptions = {
  /** The shop's file. Its folder is made if it is missing. */
  readonly file: string
  /** 32 bytes, or null for a file that is not encrypted (tests). */
  readonly key: Buffer | null
  /** Stamps the backup taken before a migration, e.g. 2026-11-21T14-02-00. */
  readonly stamp: string
}
export type Store = { readonly db: WritableDB; close(): void }

/** 'REGU' in the file's header says that a SQLite file is ours. */
const applicationId = 0x52454755
const busyTimeoutMs = 5_000
const cacheKiB = 64 * 1024

/**
 * Opens the shop's file, or makes it. Refuses, each with the way out in words: a second copy on the same data ('file-in-use'), a file that
 * is damaged ('file-corrupt'), not ours ('file-foreign'), locked with another key ('file-wrong-key') or from a newer app ('file-newer').
 */
export function openStore({ file, key, stamp }: StoreOptions): Store {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const lock = holdLock(`${file}.lock`)
  try {
    return prepare(file, key, stamp, lock)
  } catch (error) {
    lock.release()
    throw asRefusal(error, file)
  }
}

function prepare(file: string, key: Buffer | null, stamp: string, lock: Lock): Store {
  const isNew = !existsSync(file) || statSync(file).size === 0
  const db = connect(file, key) as WritableDB
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL') // this build's default in WAL is NORMAL, which may lose the last sales at a power cut
    if (isNew) db.pragma(`application_id = ${applicationId}`)
    else checkOurs(db, file)
    const pending = pendingMigrations(db)
    if (!isNew && pending.length > 0) backUp(db, `${file}.before-${versionOf(db)}-${stamp}.backup`)
    migrate(db, pending)
    makeViews(db)
  } catch (error) {
    db.close()
    throw error
  }
  return { db, close: () => (db.close(), lock.release()) }
}

function connect(file: string, key: Buffer | null): Database.Database {
  const db = new Database(file, { timeout: busyTimeoutMs })
  if (key) db.pragma(`key = 'raw:${key.toString('hex')}'`)
  db.pragma(`cache_size = -${cacheKiB}`)
  db.pragma('foreign_keys = ON')
  return db
}

/** A second handle that can only read, for reports on a thread of their own. */
export function openReader(file: string, key: Buffer | null): ReadableDB {
  const db = connect(file, key)
  db.pragma('query_only = ON')
  return db as ReadableDB
}

function checkOurs(db: WritableDB, file: string): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal('file-foreign', { file })
  const found = db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new Refusal('file-corrupt', { file, found: String(found) })
}

function asRefusal(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB') return new Refusal('file-wrong-key', { file })
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('file-corrupt', { file, found: code })
  if (code === 'SQLITE_FULL') return new Refusal('disk-full', { file })
  return error
}
