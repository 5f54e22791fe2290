import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What stands in the place of the shop's file, seen from its first hundred bytes. */
export type FileKind = 'none' | 'plain' | 'encrypted' | 'other'
export const applicationId = 0x52454755 // 'REGU'

const headBytes = 100
const plainMagic = 'SQLite format 3\u0000'
// The cipher leaves bytes 16 to 23 readable: among them the payload fractions, which SQLite fixes at 64, 32 and 32.
const fractionsAt = 21
const fractions = [64, 32, 32]

function readHead(file: string): Buffer {
  const head = Buffer.alloc(headBytes)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, headBytes, 0)
  } finally {
    closeSync(handle)
  }
  return head
}

export function kindOf(file: string): FileKind {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return 'none'
  const head = readHead(file)
  if (head.toString('latin1', 0, plainMagic.length) === plainMagic) return 'plain'
  return fractions.every((fraction, at) => head[fractionsAt + at] === fraction) ? 'encrypted' : 'other'
}

/** Does an unencrypted file carry our mark? */
export const isOursInPlain = (file: string): boolean => readHead(file).readUInt32BE(68) === applicationId
