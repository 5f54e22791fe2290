import { existsSync, rmSync } from 'node:fs'
import { Refusal } from '../errors.ts'
import { sql, value, type WritableDB } from './sql.ts'

/**
 * Copies the whole shop to `target`, under the same key. VACUUM INTO, because db.backup() cannot copy an encrypted file.
 * A copy that cannot be made is a refusal ('backup-failed'), and nothing half-made is left behind.
 */
export function backUp(db: WritableDB, target: string): void {
  if (existsSync(target)) rmSync(target)
  try {
    value(db, sql`VACUUM INTO ${target}`)
  } catch (error) {
    rmSync(target, { force: true })
    throw new Refusal('backup-failed', { target, why: error instanceof Error ? error.message : String(error) })
  }
}
