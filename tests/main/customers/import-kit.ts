import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ImportBatch, ImportSource } from '../../../src/main/customers/import.ts'
import type { BatchId } from '../../../src/main/vocabulary.ts'
import type { freshApp } from '../../harness/app.ts'

export type App = Awaited<ReturnType<typeof freshApp>>
const chunkBytes = 256 * 1024

/** Sends a file up as a screen does, and reads it. */
export async function upload(app: App, fileName: string, content: string | Uint8Array, source: ImportSource = 'import'): Promise<BatchId> {
  const bytes = Buffer.from(content as string)
  const { batchId } = await app.ask('imports/begin', { requestId: app.rid(), fileName, sizeBytes: bytes.length, source })
  for (let at = 0, position = 0; at < bytes.length; at += chunkBytes, position++) {
    await app.ask('imports/chunk', { batchId, position, base64: bytes.subarray(at, at + chunkBytes).toString('base64') })
  }
  return batchId
}

export async function read(app: App, fileName: string, content: string | Uint8Array, source: ImportSource = 'import'): Promise<ImportBatch> {
  const batchId = await upload(app, fileName, content, source)
  return app.ask('imports/read', { batchId })
}

/** Reads a CSV file with its columns as they were guessed. */
export async function readAsGuessed(app: App, fileName: string, content: string | Uint8Array, source: ImportSource = 'import'): Promise<ImportBatch> {
  const batch = await read(app, fileName, content, source)
  if (batch.state !== 'mapping') return batch
  const { columns, headerRow } = await app.ask('imports/mapping', { batchId: batch.id })
  await app.ask('imports/set-mapping', { batchId: batch.id, headerRow, columns: columns.map(({ index, field, group }) => ({ index, field, group })) })
  return app.ask('imports/read', { batchId: batch.id })
}

export const rowsOf = async (app: App, batchId: BatchId, only: 'all' | 'new' | 'twin' | 'problem' = 'all') =>
  (await app.ask('imports/rows', { batchId, only, from: 0, most: 200 })).rows
export const run = (app: App, batchId: BatchId): Promise<ImportBatch> => app.ask('imports/run', { requestId: app.rid(), batchId })
export const howMany = (app: App): number => app.core.db.prepare('SELECT count(*) FROM customers').pluck().get() as number
/** Everyone on file, by name, with all they have. */
export async function everyone(app: App) {
  const ids = app.core.db.prepare('SELECT id FROM customers ORDER BY code').pluck().all() as never[]
  return Promise.all(ids.map((id) => app.ask('customers/get', { id })))
}

const folder = process.env['REGULARS_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')
/** Real files, read in place; a test that needs them is skipped, loudly, where they are absent. */
export const realFiles = existsSync(path.join(folder, 'contacts')) ? { contacts: path.join(folder, 'contacts'), chinook: path.join(folder, 'retail-chinook') } : null
if (!realFiles) console.warn(`SKIPPED: tests on real files, because the folder ${folder} is not there (set REGULARS_TEST_DATA to where it is)`)
export const realFile = (name: string): Buffer => readFileSync(path.join(realFiles?.contacts ?? '', name))
export const realNames = (kind: 'vcard' | 'csv'): string[] => (realFiles ? readdirSync(path.join(realFiles.contacts, kind)).map((name) => `${kind}/${name}`) : [])
