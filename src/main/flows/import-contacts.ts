import type { Core } from '../context.ts'
import type { ImportedPerson } from '../customers/import-draft.ts'
import type { ImportBatch, ImportCounts, ImportTwin } from '../customers/import.ts'
import { countRow, heapOf, nameOf, noCounts, packPerson, readMapping, rowsIn, sourceOf } from '../customers/import-state.ts'
import { chunkCount, chunkOf, dropChunk, dropStaged, hasCustomers, insertRow, insertRowPhoto, setCounts, setKind, setMapping, setProgress, setState, type BatchRow } from '../customers/imports.sql.ts'
import { binaryStream } from '../customers/import-text.ts'
import { Refusal } from '../errors.ts'
import { localDate } from '../shop/local-date.ts'
import type { BatchId } from '../vocabulary.ts'
import { analyseColumns } from './import-columns.ts'
import { inSlices, jobOn, startJob, tell, type Job } from './import-jobs.ts'
import { importLists } from './import-lists.ts'
import { batchIn, importState } from './import-staging.ts'
import { noteTwinKeys, twinKeys, twinOf, type TwinRules } from './import-twins.ts'
import { peopleIn } from './read-people.ts'
import { theShop } from './the-shop.ts'
import { undoRows } from './undo-import.ts'

/** In files up to this size, alike names are looked for as well, not only the same ones. */
const thoroughBytes = 4_000_000

/**
 * Reads the file into the staging tables, with likely twins beside each row; nothing becomes a customer. A CSV file that is not recognised waits
 * for its columns first (state 'mapping'). Refuses 'file-unreadable' (pieces missing, or no text) and 'file-empty' (nobody in it).
 */
export async function readImport(core: Core, batchId: BatchId): Promise<ImportBatch> {
  const batch = prepare(core, batchIn(core, batchId, 'receiving', 'mapping', 'reading', 'ready'))
  if (batch.state !== 'mapping') await startJob(core, batchId, (job) => stage(core, batch, job))
  return importState(core, batchId)
}

/** What kind of file it is, and whether a person must say first what its columns hold. */
function prepare(core: Core, batch: BatchRow): BatchRow {
  checkWhole(core, batch)
  const head = chunkOf(core.db, batch.id, 0) ?? new Uint8Array()
  const isCard = /BEGIN\s*:\s*VCARD/i.test(binaryStream(head).push(head))
  setKind(core.db, batch.id, isCard ? 'vcard' : 'csv')
  if (!isCard) {
    const mapping = readMapping(batch) ?? analyseColumns(core, batch)
    if (mapping.columns.length === 0) throw new Refusal('file-empty')
    setMapping(core.db, batch.id, JSON.stringify({ ...mapping, source: sourceOf(batch) }))
    if (!mapping.chosen && !mapping.remembered && mapping.recognised === null) setState(core.db, batch.id, 'mapping')
    else setState(core.db, batch.id, 'reading')
  } else setState(core.db, batch.id, 'reading')
  return batchIn(core, batch.id)
}

function checkWhole(core: Core, batch: BatchRow): void {
  const { count, last } = chunkCount(core.db, batch.id)
  if (batch.receivedBytes !== batch.sizeBytes || last === null || last !== count - 1) {
    throw new Refusal('file-unreadable', { why: 'not-whole', receivedBytes: batch.receivedBytes, sizeBytes: batch.sizeBytes })
  }
}

async function stage(core: Core, batch: BatchRow, job: Job): Promise<void> {
  await inSlices(core, () => dropStaged(core.db, batch.id, 100))
  setState(core.db, batch.id, 'reading')
  const counts = await stageRows(core, batch, job)
  if (job.cancelled) return
  if (rowsIn(counts) === 0) {
    setState(core.db, batch.id, batch.kind === 'csv' ? 'mapping' : 'receiving')
    throw new Refusal('file-empty')
  }
  setState(core.db, batch.id, 'ready')
  tell(core, batch.id, 'ready', batch.sizeBytes, batch.sizeBytes)
}

async function stageRows(core: Core, batch: BatchRow, job: Job): Promise<ImportCounts> {
  const shop = theShop(core)
  const rules = { country: shop.country, today: localDate(core.now(), shop.timeZone), lists: importLists(core) }
  const pieces = peopleIn(core, batch, readMapping(batch), rules, shop.locale)
  const staging: Staging = { position: 0, counts: noCounts }
  const twins: TwinRules = { country: shop.country, empty: !hasCustomers(core.db), thorough: batch.sizeBytes <= thoroughBytes }
  let bytes = 0
  await inSlices(core, () => {
    const next = pieces.next()
    if (next.done || job.cancelled) return false
    bytes = next.value.bytes
    if (next.value.person) stageOne(core, batch.id, next.value.person, staging, twins)
    return true
  }, () => {
    setCounts(core.db, batch.id, JSON.stringify(staging.counts))
    setProgress(core.db, batch.id, bytes, batch.sizeBytes)
    tell(core, batch.id, 'reading', bytes, batch.sizeBytes)
  })
  return staging.counts
}

/** What a cell of a spreadsheet holds. */
const mostSourceChars = 32_000

type Staging = { position: number; counts: ImportCounts }

function stageOne(core: Core, batchId: BatchId, person: ImportedPerson, staging: Staging, rules: TwinRules): void {
  const position = staging.position++
  const blocked = person.problems.some(({ blocks }) => blocks)
  const keys = blocked ? null : twinKeys(person.draft, rules.country)
  const twin = keys && twinOf(core, batchId, person.draft, keys, rules)
  if (keys) noteTwinKeys(core, batchId, position, keys)
  const heap = heapOf(person.problems, twin?.shown ?? null)
  const skipped = twin !== null && twin.isSure
  const row = {
    position, line: person.line, heap, nth: staging.counts.heaps[heap].rows, name: nameOf(person.draft), draft: packPerson(person.draft, person.brings),
    source: blocked ? JSON.stringify(person.source.map((cell) => cell.slice(0, mostSourceChars))) : null, problems: person.problems.length === 0 ? null : JSON.stringify(person.problems), blocked,
    twinId: twin?.shown.customerId ?? null, twinPosition: twin?.position ?? null, twin: twin ? JSON.stringify(twin.shown satisfies ImportTwin) : null,
    choice: skipped ? ('skip' as const) : ('add' as const), ticked: !blocked && !skipped,
  }
  insertRow(core.db, batchId, row)
  if (person.photo) insertRowPhoto(core.db, batchId, position, person.photo.mediaType, Buffer.from(person.photo.base64, 'base64'))
  staging.counts = countRow(staging.counts, row)
}

/**
 * Stops what is under way and takes it back: a file being read, or one not yet run, is thrown away with all its rows; a run is undone to the
 * last customer, and its list stands there as before.
 */
export async function cancelImport(core: Core, batchId: BatchId): Promise<ImportBatch> {
  const job = jobOn(core)
  if (job?.batchId === batchId) {
    job.cancelled = true
    await job.finished
  }
  const batch = batchIn(core, batchId)
  if (batch.state === 'done' || batch.state === 'undone' || batch.state === 'cancelled') throw new Refusal('import-done', { state: batch.state })
  const wasRunning = ['running', 'cancelling', 'undoing'].includes(batch.state)
  await startJob(core, batchId, () => (wasRunning ? takeBack(core, batch) : throwAway(core, batchId)))
  return importState(core, batchId)
}

async function takeBack(core: Core, batch: BatchRow): Promise<void> {
  setState(core.db, batch.id, 'cancelling')
  await undoRows(core, batch, batch.registerId)
  setState(core.db, batch.id, 'ready')
}

/** Rows, photos and the file itself. What remains is that there was an import, and when. */
export async function throwAway(core: Core, batchId: BatchId, state: 'cancelled' | null = 'cancelled'): Promise<void> {
  if (state) setState(core.db, batchId, state)
  await inSlices(core, () => dropStaged(core.db, batchId, 100))
  await inSlices(core, () => dropChunk(core.db, batchId))
}

