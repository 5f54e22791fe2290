import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { safeStorage } from 'electron'
import { Refusal } from '../errors.ts'
import { hasContent, keyFromFile, makeOnce, writeSafely } from './key-file.ts'

export type KeptKey = { readonly key: Buffer; /** Made just now, on a Linux without a keyring: it is hidden, not protected. */ readonly weak: boolean }

/**
 * The shop's key, sealed by the system's keyring (safeStorage) in shop.key.sealed. Refuses where there is no keyring ('key-store-unavailable'),
 * where a shop has lost its key ('key-missing') and where this user cannot open the seal ('file-wrong-key'). A key file that the browser
 * host made is taken over: sealed, opened again to be sure, and only then removed.
 */
export async function keyFromKeyring(folder: string, shopFile: string): Promise<KeptKey> {
  const sealedFile = path.join(folder, 'shop.key.sealed')
  const plainFile = path.join(folder, 'shop.key')
  if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new Refusal('key-store-unavailable', {})
  if (existsSync(sealedFile)) return { key: await unseal(sealedFile), weak: false }
  if (!existsSync(plainFile) && hasContent(shopFile)) throw new Refusal('key-missing', { file: sealedFile })
  const key = existsSync(plainFile) ? keyFromFile(folder, shopFile) : randomBytes(32)
  makeOnce(sealedFile, await safeStorage.encryptStringAsync(key.toString('hex')))
  const kept = await unseal(sealedFile)
  if (kept.equals(key)) rmSync(plainFile, { force: true })
  return { key: kept, weak: process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text' }
}

/** Opens the seal; one made with a keyring key that has since been replaced is made again. */
async function unseal(file: string): Promise<Buffer> {
  const opened = await safeStorage.decryptStringAsync(readFileSync(file)).catch(() => {
    throw new Refusal('file-wrong-key', { file })
  })
  const key = Buffer.from(opened.result, 'hex')
  if (key.length !== 32) throw new Refusal('file-wrong-key', { file })
  if (opened.shouldReEncrypt) {
    writeSafely(`${file}.new`, await safeStorage.encryptStringAsync(opened.result))
    renameSync(`${file}.new`, file)
  }
  return key
}
