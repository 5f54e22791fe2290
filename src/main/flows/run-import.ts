import type { Core } from '../context.ts'
import type { ImportBatch, ImportCounts, ImportOutcome } from '../customers/import.ts'
import { readCounts, readProblems, rowsIn, tickedIn } from '../customers/import-state.ts'
import { dropChunk, markRun, rowsFrom, setCounts, setOutcome, setProblems, setProgress, setState, type BatchRow, type StagedRow } from '../customers/imports.sql.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import type { BatchId, Caller, Instant, RequestId } from '../vocabulary.ts'
import { inSlices, jobOn, startJob, tell, type Job } from './import-jobs.ts'
import { batchIn, importState } from './import-staging.ts'
import { saveImported, type Importing, type Imported } from './save-imported.ts'
import { queueImported } from './search-duplicates.ts'
import { theShop } from './the-shop.ts'

const undoHours = 24
const rowsAtOnce = 50

/**
 * Makes customers of the ticked rows, slice by slice; one row that cannot be saved is counted and does not stop the others. A run that a crash cut
 * off goes on where it stood. Refuses 'nothing-chosen', and 'import-done' for a batch that has run.
 */
export async function runImport(core: Core, caller: Caller, input: { requestId: RequestId; batchId: BatchId }): Promise<ImportBatch> {
  if (jobOn(core)?.batchId === input.batchId && batchIn(core, input.batchId).state === 'running') {
    await jobOn(core)?.finished
    return importState(core, input.batchId)
  }
  once(core.db, { id: input.requestId, door: 'imports/run', at: core.now() }, () => begin(core, input.batchId))
  const batch = batchIn(core, input.batchId)
  if (batch.state === 'running') await startJob(core, batch.id, (job) => run(core, caller, batch, job))
  return importState(core, batch.id)
}

function begin(core: Core, batchId: BatchId): null {
  const batch = batchIn(core, batchId, 'ready', 'running', 'cancelling', 'undoing')
  if (batch.state === 'ready' && tickedIn(readCounts(batch)) === 0) throw new Refusal('nothing-chosen')
  const at = core.now()
  markRun(core.db, batchId, at, new Date(Date.parse(at) + undoHours * 3_600_000).toISOString() as Instant)
  setState(core.db, batchId, 'running')
  return null
}

type Running = Importing & { counts: ImportCounts; next: number; page: StagedRow[]
  /** As far as the file holds it. */
  kept: { readonly counts: ImportCounts; readonly next: number }
  /** A slice failed: its rows are tried again, each by itself. */
  careful: boolean
}

async function run(core: Core, caller: Caller, batch: BatchRow, job: Job): Promise<void> {
  const begun = { counts: readCounts(batch), next: 0 }
  const running: Running = { core, caller, batch, shop: theShop(core), ...begun, page: [], kept: begun, careful: false }
  const total = rowsIn(running.counts)
  await inSlices(core, () => !job.cancelled && runNext(running), () => {
    setCounts(core.db, batch.id, JSON.stringify(running.counts))
    setProgress(core.db, batch.id, running.next, total)
    tell(core, batch.id, 'running', running.next, total)
    Object.assign(running, { kept: { counts: running.counts, next: running.next }, careful: false })
  }, (error) => !isDiskWrong(error) && (Object.assign(running, { ...running.kept, page: [], careful: true }), true))
  if (!job.cancelled) await finish(running)
}

async function finish({ core, caller, batch, counts }: Running): Promise<void> {
  inTransaction(core.db, () => {
    setState(core.db, batch.id, 'done')
    const { added, updated, skipped, notSelected, failed } = counts
    appendAudit(core.db, {
      id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'customers-imported', target: `import/${batch.id}`,
      after: { fileName: batch.fileName, added, updated, skipped, notSelected, failed },
    })
  })
  core.emit('customers-changed', { reason: 'imported' })
  // Whoever looked like a person of the shop and was added all the same is for somebody to look at (N18).
  await queueImported(core, batch.id)
  await inSlices(core, () => dropChunk(core.db, batch.id))
}

function runNext(running: Running): boolean {
  const { core, batch } = running
  if (running.page.length === 0) running.page = rowsFrom(core.db, batch.id, running.next, rowsAtOnce)
  const row = running.page.shift()
  if (!row) return false
  running.next = row.position + 1
  if (row.outcome !== null) return true
  const done = outcomeOf(running, row)
  setOutcome(core.db, batch.id, row.position, done.outcome, done.customerId, done.before)
  running.counts = countOutcome(running.counts, done.outcome)
  return true
}

const counter = { added: 'added', updated: 'updated', skipped: 'skipped', 'not-selected': 'notSelected', failed: 'failed' } as const
const countOutcome = (counts: ImportCounts, outcome: ImportOutcome): ImportCounts => ({ ...counts, [counter[outcome]]: counts[counter[outcome]] + 1 })

const without = (outcome: ImportOutcome): Imported => ({ outcome, customerId: null, before: null })

const isDiskWrong = (error: unknown): boolean =>
  error instanceof Error && ('code' in error ? /^SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB)/.test(String(error.code)) : error.message.includes('not open'))

/**
 * What becomes of one row. A failure is the row's alone: its slice is taken back and done again row by row (a transaction for each row of a good
 * file would cost a quarter of the time). Only a disk that is full or broken stops the run.
 */
function outcomeOf(running: Running, row: StagedRow): Imported {
  if (row.blocked === 1) return without('failed')
  if (row.ticked === 0 || row.choice === 'skip') return without(row.heap === 'twin' ? 'skipped' : 'not-selected')
  if (!running.careful) return saveImported(running, row)
  try {
    return inTransaction(running.core.db, () => saveImported(running, row))
  } catch (error) {
    if (isDiskWrong(error)) throw error
    const why = error instanceof Refusal ? error.code : 'bug'
    setProblems(running.core.db, running.batch.id, row.position, JSON.stringify([...readProblems(row), { field: 'row', code: 'not-saved', value: why, blocks: true }]))
    return without('failed')
  }
}
