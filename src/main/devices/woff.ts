type Inflate = (bytes: Buffer) => Buffer
const headerBytes = 44
const entryBytes = 20

/**
 * A WOFF 1.0 web font as the plain font inside it (https://www.w3.org/TR/WOFF/, 3 and 4): the same tables, not compressed. The PDF writer can
 * read WOFF itself, but its inflate in JavaScript takes 150 ms a receipt, and main may not be blocked for 50: `inflate` is the computer's own.
 */
export function plainFont(woff: Buffer, inflate: Inflate): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => readTable(woff, headerBytes + at * entryBytes, inflate))
  let offset = 12 + 16 * count
  const directory = tables.map(({ tag, checksum, bytes }) => {
    const entry = Buffer.alloc(16)
    tag.copy(entry)
    entry.writeUInt32BE(checksum, 4)
    entry.writeUInt32BE(offset, 8)
    entry.writeUInt32BE(bytes.length, 12)
    offset += padded(bytes.length)
    return entry
  })
  const bodies = tables.map(({ bytes }) => Buffer.concat([bytes], padded(bytes.length)))
  return Buffer.concat([fontHeader(woff.readUInt32BE(4), count), ...directory, ...bodies])
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

function readTable(woff: Buffer, at: number, inflate: Inflate): { tag: Buffer; checksum: number; bytes: Buffer } {
  const [from, packed, full, checksum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(at + place)) as [number, number, number, number]
  const body = woff.subarray(from, from + packed)
  return { tag: woff.subarray(at, at + 4), checksum, bytes: packed < full ? inflate(body) : body }
}

function fontHeader(flavour: number, count: number): Buffer {
  const header = Buffer.alloc(12)
  const log = Math.floor(Math.log2(count))
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(16 * 2 ** log, 6)
  header.writeUInt16BE(log, 8)
  header.writeUInt16BE(16 * count - 16 * 2 ** log, 10)
  return header
}
