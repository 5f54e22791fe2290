import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../errors.ts'
import { backUp, keepNewest } from './backup.ts'
import { defineFunctions } from './functions.ts'
import { applicationId, isOursInPlain, kindOf } from './header.ts'
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
export type Store = { readonly db: WritableDB; readonly close: () => void }

const busyTimeoutMs = 5_000
const cacheKiB = 64 * 1024
/** Backups taken before migrations; older ones go. */
const keptBackups = 5

/**
 * Opens the shop's file, or makes it. Refuses, each with the way out in words: a second copy on the same data ('file-in-use'), a file that
 * is damaged ('file-corrupt'), not ours ('file-foreign'), locked with another key ('file-wrong-key') or from a newer app ('file-newer').
 * A file that is refused is not written to.
 */
export function openStore({ file, key, stamp }: StoreOptions): Store {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const lock = holdLock(`${file}.lock`)
  try {
    const isNew = checkFromOutside(file, key)
    return prepare(file, key, stamp, isNew, lock)
  } catch (error) {
    lock.release()
    throw asRefusal(error, file)
  }
}

/** What can be seen without opening it. Answers whether there is no shop yet. */
function checkFromOutside(file: string, key: Buffer | null): boolean {
  const kind = kindOf(file)
  if (kind === 'other') throw new Refusal('file-foreign', { file })
  if (kind === 'plain' && !isOursInPlain(file)) throw new Refusal('file-foreign', { file })
  if ((kind === 'plain' && key !== null) || (kind === 'encrypted' && key === null)) throw new Refusal('file-wrong-key', { file })
  return kind === 'none'
}

function prepare(file: string, key: Buffer | null, stamp: string, isNew: boolean, lock: Lock): Store {
  const endedCleanly = !existsSync(`${file}-wal`) // a clean close takes the log away
  const db = connect(file, key) as WritableDB
  try {
    const isEmpty = isNew || hasNothing(db)
    if (!isEmpty) checkOurs(db, file, endedCleanly)
    const pending = pendingMigrations(db)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL') // this build's default in WAL is NORMAL, which may lose the last sales at a power cut
    if (isEmpty) db.pragma(`application_id = ${applicationId}`)
    else if (pending.length > 0) backUpFirst(db, file, key, stamp)
    migrate(db, pending)
    if (!isEmpty && pending.some(({ version }) => version === erasingSince)) writeAnew(db)
    makeViews(db)
  } catch (error) {
    db.close()
    throw error
  }
  return { db, close: () => closeStore(db, lock) }
}

/** From this version on whatever is deleted is overwritten. What was deleted before lies in the free space of the file until the file is written anew, once. */
const erasingSince = 190
function writeAnew(db: WritableDB): void {
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function backUpFirst(db: WritableDB, file: string, key: Buffer | null, stamp: string): void {
  backUp(db, `${file}.before-${versionOf(db)}-${stamp}.backup`, key)
  keepNewest(file, keptBackups)
}

/** Everything goes from the log into the file, so that the file alone is the whole shop. Closing twice is once. */
function closeStore(db: WritableDB, lock: Lock): void {
  if (!db.open) return
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  lock.release()
}

/** A first start that was cut off leaves a file without our mark and without a table. */
const hasNothing = (db: WritableDB): boolean =>
  db.pragma('application_id', { simple: true }) === 0 && versionOf(db) === 0 && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0

export function connect(file: string, key: Buffer | null): Database.Database {
  const db = new Database(file, { timeout: busyTimeoutMs })
  if (key) db.pragma(`key = 'raw:${key.toString('hex')}'`)
  db.pragma(`cache_size = -${cacheKiB}`)
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON') // what is deleted is overwritten with nothing: an erased person is not in the free space of the file either
  defineFunctions(db)
  return db
}

/** A second handle that can only read, for reports on a thread of their own. */
export function openReader(file: string, key: Buffer | null): ReadableDB {
  const db = connect(file, key)
  db.pragma('query_only = ON')
  return db as ReadableDB
}

/**
 * The whole file is looked through only after a crash: that takes seconds on a million customers. After a clean end it is enough that no
 * piece is missing, because the cipher proves each page anew when it is read, and a page that was changed is 'file-corrupt' there and then.
 */
function checkOurs(db: WritableDB, file: string, endedCleanly: boolean): void {
  const corrupt = (found: string) => new Refusal('file-corrupt', { file, found })
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal('file-foreign', { file })
  const bytes = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
  if (endedCleanly && statSync(file).size < bytes) throw corrupt('cut off')
  const found = endedCleanly ? 'ok' : db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw corrupt(String(found))
}

function asRefusal(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Refusal && error.code === 'file-newer') return new Refusal('file-newer', { file, ...error.facts })
  if (code === 'SQLITE_NOTADB') return new Refusal('file-wrong-key', { file })
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('file-corrupt', { file, found: code })
  if (code === 'SQLITE_FULL') return new Refusal('disk-full', { file })
  return error
}
