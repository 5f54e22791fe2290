import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { fold } from '../folding.ts'

/** What our SQL may call beside SQLite's own functions: sha256(text), for seals that triggers write, and fold(text), to compare by. */
export function defineFunctions(db: Database.Database): void {
  db.function('sha256', { deterministic: true }, (text) => createHash('sha256').update(String(text)).digest('hex'))
  db.function('fold', { deterministic: true }, (text) => fold(String(text)))
}
