import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../errors.ts'

const keyBytes = 32

/**
 * The shop's key for the browser host: 32 bytes in a file only its owner can read, beside the data. Made once, when there is no shop yet;
 * a shop whose key is gone is refused ('key-missing'), and a key that is there is never written over.
 */
export function keyFromFile(folder: string, shopFile: string): Buffer {
  const file = path.join(folder, 'shop.key')
  if (!existsSync(file)) {
    if (hasContent(shopFile)) throw new Refusal('key-missing', { file })
    makeOnce(file, randomBytes(keyBytes).toString('hex'))
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== keyBytes) throw new Refusal('file-wrong-key', { file })
  return key
}

export const hasContent = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

/** Written whole beside its place, then linked into it: a crash leaves no half a key, and of two copies starting at once one wins. */
export function makeOnce(file: string, content: string | Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeSafely(draft, content)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Writes a file that only its owner can read, and answers when it is on the disk. */
export function writeSafely(file: string, content: string | Buffer): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeSync(handle, content as string)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
