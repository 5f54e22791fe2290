import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

/** What our SQL may call beside SQLite's own functions: sha256(text), for seals that triggers write. */
export function defineFunctions(db: Database.Database): void {
  db.function('sha256', { deterministic: true }, (text) => createHash('sha256').update(String(text)).digest('hex'))
}
