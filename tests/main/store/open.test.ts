import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore, openReader } from '../../../src/main/store/open.ts'
import { inTransaction, run, sql, value, type WritableDB } from '../../../src/main/store/sql.ts'
import { scratchFolder } from '../../harness/app.ts'

const key = Buffer.alloc(32, 7)
const options = (folder: string, more: { key?: Buffer | null } = {}) => ({ file: path.join(folder, 'shop.db'), key, stamp: '2026-11-21T14-02-00', ...more })
const addTill = (db: WritableDB, name = 'Zebulon Quartermain') => run(db, sql`INSERT INTO registers (id, name, number, made_at) VALUES ('t1', ${name}, 1, '2026-11-21T14:02:00.000Z')`)
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

function madeShop() {
  const folder = scratchFolder()
  const store = openStore(options(folder))
  addTill(store.db)
  store.close()
  return { folder, file: path.join(folder, 'shop.db') }
}

/** Opens the store in another process, says so, and holds it until it is killed. */
function holdElsewhere(folder: string) {
  const code = `
    import { openStore } from ${JSON.stringify(new URL('../../../src/main/store/open.ts', import.meta.url).href)}
    const { db } = openStore({ file: ${JSON.stringify(path.join(folder, 'shop.db'))}, key: Buffer.alloc(32, 7), stamp: 'x' })
    db.exec("UPDATE registers SET name = 'written just before the end'")
    // The collector must not take the lock away from whoever keeps nothing but the database.
    for (let time = 0; time < 5; time++) (globalThis.gc(), await new Promise((go) => setTimeout(go, 20)))
    console.log('open')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module-typescript', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const opened = new Promise<void>((done) => child.stdout.once('data', () => done()))
  const killed = () => new Promise<void>((done) => (child.once('exit', () => done()), void child.kill('SIGKILL')))
  return { opened, killed }
}

describe('the shop’s file', () => {
  test('commits reach the disk before they are answered', () => {
    const { db, close } = openStore(options(scratchFolder()))
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    close()
  })

  test('no name can be read in it, nor in its log', () => {
    const folder = scratchFolder()
    const store = openStore(options(folder))
    addTill(store.db)
    const holds = () => readdirSync(folder).filter((name) => readFileSync(path.join(folder, name)).includes('Zebulon'))
    expect(holds()).toEqual([])
    store.close()
    expect(holds()).toEqual([])
    expect(readFileSync(path.join(folder, 'shop.db')).includes('registers'), 'not even the tables can be read').toBe(false)
  })

  test('is whole by itself after a clean end', () => {
    const { file } = madeShop()
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  test('a reader reads and cannot write', () => {
    const { file } = madeShop()
    const reader = openReader(file, key)
    expect(value(reader, sql`SELECT name FROM registers`)).toBe('Zebulon Quartermain')
    expect(() => addTill(reader as WritableDB)).toThrow(/readonly|read-only/i)
    reader.close()
  })

  test('a transaction that throws leaves nothing', () => {
    const { db, close } = openStore(options(scratchFolder()))
    expect(() => inTransaction(db, () => (addTill(db), JSON.parse('no')))).toThrow(SyntaxError)
    expect(value(db, sql`SELECT count(*) FROM registers`)).toBe(0)
    close()
  })
})

describe('a file that is not opened', () => {
  test('is locked with another key', () => {
    const { folder, file } = madeShop()
    const before = readFileSync(file)
    expect(() => openStore(options(folder, { key: Buffer.alloc(32, 8) }))).toThrow(refusal('file-wrong-key'))
    expect(() => openStore(options(folder, { key: null }))).toThrow(refusal('file-wrong-key'))
    expect(readFileSync(file).equals(before), 'and is not touched').toBe(true)
    openStore(options(folder)).close()
  })

  test('is not ours: another program’s database, or no database at all', () => {
    const folder = scratchFolder()
    const file = path.join(folder, 'shop.db')
    const other = new Database(file)
    other.exec('CREATE TABLE notes (text)')
    other.close()
    for (const given of [key, null]) expect(() => openStore(options(folder, { key: given }))).toThrow(refusal('file-foreign'))
    writeFileSync(file, 'Dear diary, today I sold nothing. '.repeat(300))
    for (const given of [key, null]) expect(() => openStore(options(folder, { key: given }))).toThrow(refusal('file-foreign'))
    expect(readFileSync(file, 'utf8')).toContain('Dear diary')
  })

  test('is one of another program that happens to use the same key', () => {
    const folder = scratchFolder()
    const other = new Database(path.join(folder, 'shop.db'))
    other.pragma(`key = 'raw:${key.toString('hex')}'`)
    other.exec('CREATE TABLE notes (text)')
    other.close()
    expect(() => openStore(options(folder))).toThrow(refusal('file-foreign'))
  })

  test('was written by a newer app', () => {
    const { folder } = madeShop()
    const store = openStore(options(folder))
    store.db.pragma('user_version = 99990')
    store.close()
    expect(() => openStore(options(folder))).toThrow(refusal('file-newer'))
    expect(readdirSync(folder).filter((name) => name.endsWith('.backup')), 'nothing is made of it').toEqual([])
  })

  test('is cut off', () => {
    const { folder, file } = madeShop()
    truncateSync(file, 40 * 4096)
    expect(() => openStore(options(folder))).toThrow(refusal('file-corrupt'))
  })

  test('has a damaged page: seen at the start after a crash, and at the first touch after a clean end', async () => {
    const { folder, file } = madeShop()
    const spoil = () => {
      const bytes = readFileSync(file)
      for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0x55, at + 1000, at + 1040)
      writeFileSync(file, bytes)
    }
    const elsewhere = holdElsewhere(folder)
    await elsewhere.opened
    await elsewhere.killed()
    expect(existsSync(`${file}-wal`)).toBe(true)
    spoil()
    expect(() => openStore(options(folder))).toThrow(refusal('file-corrupt'))
    const other = madeShop()
    const bytes = readFileSync(other.file)
    bytes.fill(0x55, bytes.length - 3000, bytes.length - 2900)
    writeFileSync(other.file, bytes)
    const found = (() => {
      try {
        const store = openStore(options(other.folder))
        const said = String(store.db.pragma('quick_check(1)', { simple: true }))
        store.close()
        return said
      } catch (error) {
        return (error as { code: string }).code
      }
    })()
    expect(found).not.toBe('ok')
  })

  test('is open in a second process; once that is killed, all it wrote is there', async () => {
    const { folder } = madeShop()
    const elsewhere = holdElsewhere(folder)
    await elsewhere.opened
    expect(() => openStore(options(folder))).toThrow(refusal('file-in-use'))
    await elsewhere.killed()
    const store = openStore(options(folder))
    expect(value(store.db, sql`SELECT name FROM registers`)).toBe('written just before the end')
    store.close()
  })

  test('a refusal lets go of the lock', () => {
    const { folder } = madeShop()
    expect(() => openStore(options(folder, { key: Buffer.alloc(32, 8) }))).toThrow(refusal('file-wrong-key'))
    expect(() => openStore(options(folder)).close()).not.toThrow()
  })

  test('a first start that was cut off before anything was written is begun again', () => {
    const folder = scratchFolder()
    const cut = new Database(path.join(folder, 'shop.db'))
    cut.pragma(`key = 'raw:${key.toString('hex')}'`)
    cut.pragma('journal_mode = WAL')
    cut.pragma('user_version = 0')
    cut.close()
    expect(() => openStore(options(folder)).close()).not.toThrow()
  })
})
