import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp, backupsOf, keepNewest, problemOf, restore } from '../../../src/main/store/backup.ts'
import { openStore } from '../../../src/main/store/open.ts'
import { run, sql, value } from '../../../src/main/store/sql.ts'
import { scratchFolder } from '../../harness/app.ts'

const key = Buffer.alloc(32, 7)
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

function shopWith(name: string) {
  const file = path.join(scratchFolder(), 'shop.db')
  const store = openStore({ file, key, stamp: 'x' })
  run(store.db, sql`INSERT INTO registers (id, name, number, made_at) VALUES ('t1', ${name}, 1, 'now')`)
  return { file, ...store, nameIn: () => value(store.db, sql`SELECT name FROM registers`) }
}

describe('backups', () => {
  test('a copy is encrypted under the same key, and whole', () => {
    const shop = shopWith('Zebulon')
    const copy = `${shop.file}.before-60-2026-01-01T00-00-00.backup`
    backUp(shop.db, copy, key)
    expect(problemOf(copy, key)).toBeNull()
    expect(problemOf(copy, Buffer.alloc(32, 8))).not.toBeNull()
    expect(problemOf(copy, null)).not.toBeNull()
    expect(readFileSync(copy).includes('Zebulon')).toBe(false)
    shop.close()
  })

  test('a copy that cannot be written is refused and leaves nothing', () => {
    const shop = shopWith('Zebulon')
    const nowhere = path.join(path.dirname(shop.file), 'no-such-folder', 'a.backup')
    expect(() => backUp(shop.db, nowhere, key)).toThrow(refusal('backup-failed'))
    expect(existsSync(path.dirname(nowhere))).toBe(false)
    shop.close()
  })

  test('the newest few are kept', () => {
    const shop = shopWith('Zebulon')
    const stamps = ['2026-01-03T00-00-00', '2025-12-01T00-00-00', '2026-01-04T10-00-00', '2026-01-04T09-00-00']
    for (const stamp of stamps) writeFileSync(`${shop.file}.before-60-${stamp}.backup`, '')
    writeFileSync(`${shop.file}.aside-2020-01-01T00-00-00`, '')
    keepNewest(shop.file, 2)
    expect(backupsOf(shop.file).map((name) => /2.*(?=\.backup)/.exec(path.basename(name))?.[0])).toEqual(['2026-01-04T10-00-00', '2026-01-04T09-00-00'])
    expect(existsSync(`${shop.file}.aside-2020-01-01T00-00-00`), 'what is no backup is left alone').toBe(true)
    shop.close()
  })

  test('restoring brings the shop back and sets aside what stood there', () => {
    const shop = shopWith('before')
    const copy = `${shop.file}.before-60-2026-01-01T00-00-00.backup`
    backUp(shop.db, copy, key)
    run(shop.db, sql`UPDATE registers SET name = 'after'`)
    shop.close()
    const aside = restore(copy, shop.file, key, '2026-01-02T00-00-00')
    const again = openStore({ file: shop.file, key, stamp: 'x' })
    expect(value(again.db, sql`SELECT name FROM registers`)).toBe('before')
    again.close()
    const old = openStore({ file: aside, key, stamp: 'x' })
    expect(value(old.db, sql`SELECT name FROM registers`)).toBe('after')
    old.close()
  })

  test('a damaged backup is refused and nothing moves', () => {
    const shop = shopWith('here')
    const copy = `${shop.file}.before-60-2026-01-01T00-00-00.backup`
    backUp(shop.db, copy, key)
    const bytes = readFileSync(copy)
    bytes.fill(1, bytes.length / 2, bytes.length / 2 + 64)
    writeFileSync(copy, bytes)
    shop.close()
    expect(() => restore(copy, shop.file, key, 'y')).toThrow(refusal('file-corrupt'))
    const again = openStore({ file: shop.file, key, stamp: 'x' })
    expect(value(again.db, sql`SELECT name FROM registers`)).toBe('here')
    again.close()
  })
})
