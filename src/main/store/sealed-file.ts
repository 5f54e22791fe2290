import { createCipheriv, createDecipheriv } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { ReadableDB } from './sql.ts'

// Files made of people's data lie beside the shop, in pieces locked with a key that is in the shop's file alone (AES-256-GCM, a fresh key for each
// file, so the number of a piece serves as its nonce). Without the key, on a stolen disk or after it was deleted, they say nothing.

const folderName = 'exports'
const [lengthBytes, tagBytes, nonceBytes] = [4, 16, 12]
const folderOf = (db: ReadableDB): string => path.join(path.dirname(db.name), folderName)
/** Where the file of this id lies; ids are made on the till and hold nothing a path could be made of. */
export const sealedPath = (db: ReadableDB, fileId: string): string => path.join(folderOf(db), `${fileId.replaceAll(/[^\w-]/g, '')}.sealed`)

const nonceOf = (piece: number): Buffer => {
  const nonce = Buffer.alloc(nonceBytes)
  nonce.writeUInt32BE(piece, nonceBytes - 4)
  return nonce
}

export type SealedWriter = { readonly write: (bytes: Buffer) => void; readonly pieces: () => number; readonly done: () => void; readonly drop: () => void }

/** Begins a file; it has its name only when `done` has put the last byte on the disk, and `drop` leaves nothing behind. */
export function beginSealed(db: ReadableDB, fileId: string, key: Buffer): SealedWriter {
  mkdirSync(folderOf(db), { recursive: true, mode: 0o700 })
  const [target, draft] = [sealedPath(db, fileId), `${sealedPath(db, fileId)}.part`]
  const handle = openSync(draft, 'w', 0o600)
  let [pieces, open] = [0, true]
  const close = (): void => void (open && (closeSync(handle), (open = false)))
  return {
    pieces: () => pieces,
    write: (bytes) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(pieces++))
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
      const head = Buffer.alloc(lengthBytes)
      head.writeUInt32BE(sealed.length)
      writeSync(handle, Buffer.concat([head, cipher.getAuthTag(), sealed]))
    },
    done: () => (fsyncSync(handle), close(), renameSync(draft, target)),
    drop: () => (close(), rmSync(draft, { force: true })),
  }
}

/** One piece of a file, or null where there is no such piece, or not as it was written. */
export function readSealed(db: ReadableDB, fileId: string, key: Buffer, piece: number): Buffer | null {
  const file = sealedPath(db, fileId)
  if (!existsSync(file)) return null
  const handle = openSync(file, 'r')
  try {
    let at = 0
    for (let each = 0; ; each++) {
      const head = bytesAt(handle, at, lengthBytes + tagBytes)
      if (head.length < lengthBytes + tagBytes) return null
      const length = head.readUInt32BE()
      if (each === piece) return unseal(bytesAt(handle, at + head.length, length), head.subarray(lengthBytes), key, piece)
      at += head.length + length
    }
  } finally {
    closeSync(handle)
  }
}

function bytesAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
}

function unseal(sealed: Buffer, tag: Buffer, key: Buffer, piece: number): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(piece)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    return null
  }
}

export const dropSealed = (db: ReadableDB, fileId: string): void => rmSync(sealedPath(db, fileId), { force: true })
/** Files that no row knows: what a crash left, or what came back with an old copy of the folder. */
export function dropStrays(db: ReadableDB, known: readonly string[]): number {
  if (!existsSync(folderOf(db))) return 0
  const wanted = new Set(known.map((fileId) => path.basename(sealedPath(db, fileId))))
  const strays = readdirSync(folderOf(db)).filter((name) => !wanted.has(name) && statSync(path.join(folderOf(db), name)).isFile())
  strays.forEach((name) => rmSync(path.join(folderOf(db), name), { force: true }))
  return strays.length
}
