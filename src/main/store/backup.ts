import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../errors.ts'
import { applicationId } from './header.ts'
import { run, sql, type WritableDB } from './sql.ts'

const ending = '.backup'

/**
 * Copies the whole shop to `target`, under the same key, and reads the copy through before it counts. VACUUM INTO, because db.backup()
 * cannot copy an encrypted file. A copy that cannot be made is a refusal ('backup-failed'), and nothing half-made is left behind.
 */
export function backUp(db: WritableDB, target: string, key: Buffer | null): void {
  const draft = `${target}.part`
  rmSync(draft, { force: true })
  try {
    run(db, sql`VACUUM INTO ${draft}`)
    const problem = problemOf(draft, key)
    if (problem !== null) throw new Error(problem)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new Refusal('backup-failed', { target, why: error instanceof Error ? error.message : String(error) })
  }
}

/** Why a copy would be of no use, or null if it is a whole shop under this key. */
export function problemOf(copy: string, key: Buffer | null): string | null {
  let db: Database.Database | undefined
  try {
    db = new Database(copy, { readonly: true })
    if (key) db.pragma(`key = 'raw:${key.toString('hex')}'`)
    if (db.pragma('application_id', { simple: true }) !== applicationId) return 'not a shop'
    const found = String(db.pragma('quick_check(1)', { simple: true }))
    return found === 'ok' ? null : found
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    db?.close()
  }
}

/** Backups of this shop, newest first. */
export function backupsOf(file: string): string[] {
  const folder = path.dirname(file)
  const stampOf = (name: string) => /\d{4}-\d\d-\d\dT[\d-]+/.exec(name)?.[0] ?? ''
  const names = readdirSync(folder).filter((name) => name.startsWith(`${path.basename(file)}.`) && name.endsWith(ending))
  return names.toSorted((a, b) => stampOf(b).localeCompare(stampOf(a))).map((name) => path.join(folder, name))
}

/** The newest few stay; older ones go. */
export function keepNewest(file: string, most: number): void {
  for (const old of backupsOf(file).slice(most)) rmSync(old)
}

/**
 * Puts a backup in the place of the shop, which must not be open. What stood there is set aside, never deleted; the answer says where.
 * A backup that is not whole, or under another key, is refused ('file-corrupt') and nothing moves.
 */
export function restore(backup: string, file: string, key: Buffer | null, stamp: string): string {
  const problem = problemOf(backup, key)
  if (problem !== null) throw new Refusal('file-corrupt', { file: backup, found: problem })
  const draft = `${file}.restoring`
  const aside = `${file}.aside-${stamp}`
  copyFileSync(backup, draft)
  for (const end of ['-wal', '-shm', '']) if (existsSync(file + end)) renameSync(file + end, aside + end)
  renameSync(draft, file)
  return aside
}
