import type { Core } from '../context.ts'
import { csvLine } from '../customers/export-csv.ts'
import type { ImportBatch, ImportChoice, ImportField, ImportHeap, ImportMapping, ImportRow, ImportSource } from '../customers/import.ts'
import { countTicks, readCounts, readMapping, readProblems, rowsIn, showBatch, showRow, sourceOf } from '../customers/import-state.ts'
import { rememberMapping } from '../customers/import-mappings.sql.ts'
import { refusalHeaders, refusedReason } from '../customers/import-words.ts'
import { batchOf, chooseRow, chooseStretch, insertBatch, lastBatches, putChunk, refusedFrom, rowAt, rowsFrom, rowsOfHeap, setCounts, setMapping, setState, type BatchRow, type StoredState } from '../customers/imports.sql.ts'
import { Refusal } from '../errors.ts'
import { once } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import type { BatchId, Caller, Language, RequestId } from '../vocabulary.ts'
import { inSlices, jobOn, startJob } from './import-jobs.ts'
import { headOf } from './import-lists.ts'
import { analyseColumns } from './import-columns.ts'

const largestFileBytes = 512 * 1024 * 1024
const rowsAtOnce = 500

/** The batch, or 'not-found'; in another state than the work needs, 'import-running' or 'import-done'. */
export function batchIn(core: Core, id: BatchId, ...states: readonly StoredState[]): BatchRow {
  const row = batchOf(core.db, id)
  if (!row) throw new Refusal('not-found', { field: 'batchId' })
  if (states.length === 0 || states.includes(row.state)) return row
  throw new Refusal(['done', 'undone', 'cancelled'].includes(row.state) ? 'import-done' : 'import-running', { state: row.state })
}

/** Opens a batch for one file. An empty file ('file-empty') or one over 512 MB ('file-too-large') is refused at once. */
export function beginImport(core: Core, caller: Caller, input: { requestId: RequestId; fileName: string; sizeBytes: number; source?: ImportSource }): { batchId: BatchId } {
  if (input.sizeBytes === 0) throw new Refusal('file-empty')
  if (input.sizeBytes > largestFileBytes) throw new Refusal('file-too-large', { mostMegabytes: largestFileBytes / 1024 / 1024 })
  return once(core.db, { id: input.requestId, door: 'imports/begin', at: core.now() }, () => {
    const id = core.newId() as BatchId
    insertBatch(core.db, { id, fileName: input.fileName, sizeBytes: input.sizeBytes, mapping: JSON.stringify({ source: input.source ?? 'import' }), at: core.now() }, caller)
    return { batchId: id }
  })
}

/** Takes a piece of the file; more than was announced is refused. */
export function receiveChunk(core: Core, input: { batchId: BatchId; position: number; base64: string }): { receivedBytes: number } {
  return inTransaction(core.db, () => {
    const batch = batchIn(core, input.batchId, 'receiving')
    const bytes = Buffer.from(input.base64, 'base64')
    putChunk(core.db, batch.id, input.position, bytes)
    const { receivedBytes } = batchIn(core, input.batchId)
    if (receivedBytes > batch.sizeBytes) throw new Refusal('file-unreadable', { why: 'more-than-announced' })
    return { receivedBytes }
  })
}

export const importState = (core: Core, batchId: BatchId): ImportBatch => show(core, batchIn(core, batchId))
const show = (core: Core, row: BatchRow): ImportBatch => showBatch(row, jobOn(core)?.batchId === row.id)

/** The last imports: what can be undone, and what a crash cut off. */
export const listImports = (core: Core): ImportBatch[] => lastBatches(core.db, 20).map((row) => show(core, row))

/** What each column of a CSV file seems to hold, with five values of it. */
export function importColumns(core: Core, batchId: BatchId): ImportMapping {
  const batch = batchIn(core, batchId, 'receiving', 'mapping', 'ready')
  const { chosen: _chosen, source: _source, ...mapping } = readMapping(batch) ?? analyseColumns(core, batch)
  return mapping
}

type Columns = { batchId: BatchId; headerRow: boolean; columns: readonly { index: number; field: ImportField; group: string }[] }
/** Takes the person's word on what the columns hold; the file is then read anew by `imports/read`. */
export function setColumns(core: Core, { batchId, headerRow, columns }: Columns): ImportMapping {
  return inTransaction(core.db, () => {
    const batch = batchIn(core, batchId, 'receiving', 'mapping', 'ready')
    const { chosen: _chosen, ...known } = analyseColumns(core, batch, headerRow)
    const chosen = new Map(columns.map((column) => [column.index, column]))
    const mapping = { ...known, columns: known.columns.map((column) => ({ ...column, ...chosen.get(column.index) })) }
    setMapping(core.db, batch.id, JSON.stringify({ ...mapping, chosen: true, source: sourceOf(batch) }))
    if (headerRow && columns.length > 0) rememberMapping(core.db, headOf(mapping.columns.map(({ header }) => header)), mapping.columns.map(({ field, group }) => ({ field, group })), core.now())
    setState(core.db, batch.id, 'mapping')
    return mapping
  })
}

type Asked = { batchId: BatchId; only: 'all' | ImportHeap; from: number; most: number }
/** A page of the list by row number, whole or one heap of it. */
export function pageOfRows(core: Core, { batchId, only, from, most }: Asked): { rows: ImportRow[]; total: number } {
  const counts = readCounts(batchIn(core, batchId))
  const rows = only === 'all' ? rowsFrom(core.db, batchId, from, most) : rowsOfHeap(core.db, batchId, only, from, most)
  return { rows: rows.map(showRow), total: only === 'all' ? rowsIn(counts) : counts.heaps[only].rows }
}

type Choosing = { batchId: BatchId; position: number | null; only?: 'all' | ImportHeap | undefined; ticked?: boolean | undefined; choice?: ImportChoice | undefined }
type Chosen = { readonly choice: ImportChoice; readonly ticked: boolean }

/**
 * Ticks and choices hang together: a twin that is ticked is updated unless told to be added, and one that is skipped is not ticked.
 * A row that is nobody's twin can only be added.
 */
function chosen(heap: ImportHeap, asked: Pick<Choosing, 'ticked' | 'choice'>, had: Chosen): Chosen {
  if (heap !== 'twin') return { choice: 'add', ticked: asked.ticked ?? had.ticked }
  const choice = asked.choice ?? (asked.ticked === undefined ? had.choice : !asked.ticked ? 'skip' : had.choice === 'skip' ? 'update' : had.choice)
  return { choice, ticked: choice !== 'skip' }
}

/** Ticks one row, or with position null all rows of a heap or of the file. Rows that cannot be saved stay unticked. */
export async function chooseRows(core: Core, input: Choosing): Promise<ImportBatch> {
  const batch = batchIn(core, input.batchId, 'ready')
  if (input.position !== null) chooseOne(core, batch, input.position, input)
  else await startJob(core, batch.id, () => chooseAll(core, batch, input))
  return importState(core, batch.id)
}

function chooseOne(core: Core, batch: BatchRow, position: number, asked: Choosing): void {
  inTransaction(core.db, () => {
    const row = rowAt(core.db, batch.id, position)
    if (!row) throw new Refusal('not-found', { field: 'position' })
    if (row.blocked === 1) return
    const next = chosen(row.heap, asked, { choice: row.choice, ticked: row.ticked === 1 })
    chooseRow(core.db, batch.id, position, next.choice, next.ticked)
    setCounts(core.db, batch.id, JSON.stringify(countTicks(readCounts(batchIn(core, batch.id)), row.heap, Number(next.ticked) - row.ticked)))
  })
}

async function chooseAll(core: Core, batch: BatchRow, asked: Choosing): Promise<void> {
  const heaps = asked.only === undefined || asked.only === 'all' ? (['new', 'twin', 'problem'] as const) : [asked.only]
  for (const heap of heaps) {
    if (heap !== 'twin' && asked.ticked === undefined) continue
    const { choice, ticked } = chosen(heap, asked, { choice: 'skip', ticked: false })
    const { rows, tickable, ticked: had } = readCounts(batchIn(core, batch.id)).heaps[heap]
    let from = 0
    await inSlices(core, () => {
      chooseStretch(core.db, batch.id, heap, from, from + rowsAtOnce, choice, ticked)
      from += rowsAtOnce
      return from < rows
    })
    setCounts(core.db, batch.id, JSON.stringify(countTicks(readCounts(batchIn(core, batch.id)), heap, (ticked ? tickable : 0) - had)))
  }
}

const refusedAtOnce = 2_000
/** The rows that could not be saved, as a file that a spreadsheet cannot be tricked by, each with its reason in words. `next` begins the next piece. */
export function refusedRows(core: Core, { batchId, from, language }: { batchId: BatchId; from: number; language: Language }): { csv: string; fileName: string; next: number | null } {
  const batch = batchIn(core, batchId)
  const headers = batch.kind === 'csv' ? (readMapping(batch)?.columns.map(({ header }) => header) ?? []) : []
  const rows = refusedFrom(core.db, batchId, from, refusedAtOnce)
  const lines = rows.map((row) => {
    const source = row.source === null ? [row.name] : (JSON.parse(row.source) as string[])
    return csvLine([String(row.line), refusedReason(readProblems(row), language), ...source])
  })
  const [line, reason, called] = refusalHeaders(language)
  const first = from === 0 ? `\ufeff${csvLine([line, reason, ...headers])}` : ''
  const name = batch.fileName.replace(/\.[^.]*$/, '')
  return { csv: first + lines.join(''), fileName: `${name} - ${called}.csv`, next: rows.length < refusedAtOnce ? null : (rows.at(-1)?.position ?? 0) + 1 }
}
