import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { applicationId } from '../../../src/main/store/header.ts'
import { migrate, migrations, versionOf } from '../../../src/main/store/migrate.ts'
import { openStore } from '../../../src/main/store/open.ts'
import { inTransaction, type WritableDB } from '../../../src/main/store/sql.ts'
import { views } from '../../../src/main/store/views.ts'
import { scratchFolder } from '../../harness/app.ts'
import { samples } from './samples.ts'

const newest = migrations.at(-1)?.version ?? 0
const key = Buffer.alloc(32, 7)

/** A shop as the app of that version left it, with something in it. */
function shopOfVersion(version: number, file: string): Map<string, unknown[]> {
  const db = new Database(file) as unknown as WritableDB
  db.pragma(`key = 'raw:${key.toString('hex')}'`)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  db.pragma('foreign_keys = ON')
  for (const each of migrations.filter((migration) => migration.version <= version)) {
    migrate(db, [each])
    db.exec(samples[each.version] ?? '')
  }
  const rows = contentOf(db)
  db.close()
  return rows
}

const tablesOf = (db: Database.Database): string[] =>
  db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'").pluck().all() as string[]
const contentOf = (db: Database.Database): Map<string, unknown[]> => new Map(tablesOf(db).map((name) => [name, db.prepare(`SELECT * FROM ${name} ORDER BY 1`).all()]))

describe('migrations', () => {
  test('each has a sample of what a shop of its version held', () => expect(Object.keys(samples).map(Number)).toEqual(migrations.map(({ version }) => version)))

  test.each(migrations.map(({ version }) => version))('a shop of version %i comes up to the newest with all it held', (version) => {
    const folder = scratchFolder()
    const file = path.join(folder, 'shop.db')
    const held = shopOfVersion(version, file)
    const { db, close } = openStore({ file, key, stamp: '2026-11-21T14-02-00' })
    expect(versionOf(db)).toBe(newest)
    for (const [table, rows] of held) expect(contentOf(db).get(table)?.length, table).toBe(rows.length)
    expect(contentOf(db).get('registers')).toMatchObject(held.get('registers') ?? [])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    close()
    const backups = readdirSync(folder).filter((name) => name.endsWith('.backup'))
    expect(backups).toEqual(version === newest ? [] : [`shop.db.before-${version}-2026-11-21T14-02-00.backup`])
  })

  test('one that fails changes nothing at all', () => {
    const { db, close } = openStore({ file: path.join(scratchFolder(), 'shop.db'), key, stamp: 'x' })
    const before = tablesOf(db)
    const bad = [{ version: newest + 10, up: 'CREATE TABLE fine (a INTEGER) STRICT;' }, { version: newest + 20, up: 'CREATE TABLE broken (' }]
    expect(() => migrate(db, bad)).toThrow(/incomplete input/)
    expect(tablesOf(db)).toEqual(before)
    expect(versionOf(db)).toBe(newest)
    close()
  })

  test('what is written down never changes: audit, consent, completed sales and refunds', () => {
    const file = path.join(scratchFolder(), 'shop.db')
    shopOfVersion(newest, file)
    const { db, close } = openStore({ file, key, stamp: 'x' })
    const forbidden = [
      "UPDATE audit SET kind = 'other'", 'DELETE FROM audit', 'UPDATE consent_events SET allowed = 0', 'DELETE FROM consent_events',
      'UPDATE sales SET total_cents = 1', 'UPDATE sales SET number = 2', "UPDATE sales SET state = 'open'", 'DELETE FROM sales',
      'UPDATE sale_lines SET price_cents = 1', 'DELETE FROM sale_lines',
    ]
    for (const text of forbidden) expect(() => inTransaction(db, () => db.exec(text)), text).toThrow(/never/)
    close()
  })

  test('every view can be read', () => {
    const file = path.join(scratchFolder(), 'shop.db')
    shopOfVersion(newest, file)
    const { db, close } = openStore({ file, key, stamp: 'x' })
    for (const name of Object.keys(views)) expect(() => db.prepare(`SELECT * FROM ${name}`).all(), name).not.toThrow()
    close()
  })
})
