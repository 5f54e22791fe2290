import { blockHead, printBlocks } from './loop.ts'
import { verdict } from './measure.ts'
import { peopleFrom, chanceFrom } from './people.ts'
import type { Bench } from './shop.ts'
import type { Input, Output } from '../../src/main/handlers.ts'

const pieceBytes = 256 * 1024
type Batch = Output<'imports/begin'>['batchId']

/** So many contacts as a CSV file that another program might have written. */
function csvOf(rows: number): Buffer {
  const next = peopleFrom(chanceFrom(7))
  const lines = Array.from({ length: rows }, () => next()).map(({ first, last, phone, email }) => `${first},${last},${phone},${email}`)
  return Buffer.from(['First Name,Last Name,Phone,Email', ...lines].join('\n'))
}

async function upload({ call, rid }: Bench, file: Buffer): Promise<Batch> {
  const { batchId } = await call('imports/begin', { requestId: rid(), fileName: 'contacts.csv', sizeBytes: file.length })
  for (let at = 0, position = 0; at < file.length; at += pieceBytes, position++) await call('imports/chunk', { batchId, position, base64: file.subarray(at, at + pieceBytes).toString('base64') })
  return batchId
}

/** A file of contacts read, taken in and taken back: how long the till waits at most in each step. */
export async function benchImports(bench: Bench, rows: number): Promise<void> {
  const { call, rid } = bench
  console.log(`\nImport of ${rows.toLocaleString('en')} contacts, and how long main’s loop was blocked at most\n${blockHead}`)
  const batchId = await upload(bench, csvOf(rows))
  await call('imports/read', { batchId }) // finds the columns
  const { columns } = await call('imports/mapping', { batchId })
  await call('imports/set-mapping', { batchId, headerRow: true, columns: columns.map(({ index, field }) => ({ index, field, group: '' })) })
  const steps: readonly [string, () => Promise<unknown>][] = [
    ['read, with twins looked for', () => call('imports/read', { batchId })], ['all rows ticked', () => call('imports/choose', { batchId, position: null, ticked: true } as Input<'imports/choose'>)],
    ['import', () => call('imports/run', { requestId: rid(), batchId })], ['undo', () => call('imports/undo', { requestId: rid(), batchId })],
  ]
  const longest = await printBlocks(steps)
  console.log(verdict('ms main’s loop computed at most in one go, wanted under 50', longest, longest < 50))
}
