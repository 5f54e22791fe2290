import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyFromFile } from '../../../src/main/hosts/key-file.ts'
import { scratchFolder } from '../../harness/app.ts'

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('the key beside the shop', () => {
  test('is made once, whole, for its owner alone', () => {
    const folder = path.join(scratchFolder(), 'new')
    const shop = path.join(folder, 'shop.db')
    const key = keyFromFile(folder, shop)
    expect(key.length).toBe(32)
    expect(keyFromFile(folder, shop).equals(key)).toBe(true)
    expect(readdirSync(folder)).toEqual(['shop.key'])
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'shop.key')).mode & 0o777).toBe(0o600)
  })

  test('is not made anew for a shop that has lost it', () => {
    const folder = scratchFolder()
    const shop = path.join(folder, 'shop.db')
    keyFromFile(folder, shop)
    writeFileSync(shop, 'something')
    rmSync(path.join(folder, 'shop.key'))
    expect(() => keyFromFile(folder, shop)).toThrow(refusal('key-missing'))
    expect(readdirSync(folder)).toEqual(['shop.db'])
  })

  test('is refused when it is not one, and not written over', () => {
    const folder = scratchFolder()
    writeFileSync(path.join(folder, 'shop.key'), 'not a key')
    expect(() => keyFromFile(folder, path.join(folder, 'shop.db'))).toThrow(refusal('file-wrong-key'))
    expect(readFileSync(path.join(folder, 'shop.key'), 'utf8')).toBe('not a key')
  })
})
