import type { Core } from '../context.ts'
import { removeCustomer, updateCustomer } from '../customers/customers.sql.ts'
import { takeOut } from '../customers/import-merge.ts'
import { readCounts, rowsIn } from '../customers/import-state.ts'
import type { UndoReport } from '../customers/import.ts'
import { clearRun, hasConsents, hasHistory, rowsBefore, setCounts, setOutcome, setProgress, setState, type BatchRow, type StagedRow } from '../customers/imports.sql.ts'
import { displayName } from '../customers/names.ts'
import { dropPhoto } from '../customers/photos.sql.ts'
import { readRecord, type StoredCustomer } from '../customers/record.sql.ts'
import { Refusal } from '../errors.ts'
import { consentStates } from '../messaging/consent.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { BatchId, Caller, CustomerId, RequestId } from '../vocabulary.ts'
import { inSlices, startJob, tell } from './import-jobs.ts'
import { batchIn } from './import-staging.ts'
import { closePoints, emptyAdded, onlyOpened } from './opening-points.ts'
import { recordConsent } from './record-consent.ts'
import type { FilledBeside } from './save-imported.ts'
import { theShop } from './the-shop.ts'

const rowsAtOnce = 50
const mostNamed = 200

/**
 * Takes a whole import back within 24 hours ('undo-too-late' after): added customers go, updated ones get back what they had, field by field.
 * Whoever has bought or been edited since stays, and is named. A run that a crash cut off can be taken back at any time.
 */
export async function undoImport(core: Core, caller: Caller, { requestId, batchId }: { requestId: RequestId; batchId: BatchId }): Promise<UndoReport> {
  const request = { id: requestId, door: 'imports/undo', at: core.now() }
  if (batchIn(core, batchId).state === 'undone') return once<UndoReport>(core.db, request, () => { throw new Refusal('import-done', { state: 'undone' }) })
  const batch = batchIn(core, batchId, 'done', 'running', 'cancelling', 'undoing')
  if (batch.state === 'done' && (batch.undoUntil === null || core.now() > batch.undoUntil)) throw new Refusal('undo-too-late', { undoUntil: batch.undoUntil })
  const report = await startJob(core, batchId, () => {
    setState(core.db, batchId, 'undoing')
    return undoRows(core, batch, caller.registerId)
  })
  once<UndoReport>(core.db, request, () => close(core, caller, batch, report))
  core.emit('customers-changed', { reason: 'undone' })
  return report
}

function close(core: Core, caller: Caller, batch: BatchRow, report: UndoReport): UndoReport {
  setState(core.db, batch.id, 'undone')
  clearRun(core.db, batch.id, core.now())
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'import-undone', target: `import/${batch.id}`,
    after: { fileName: batch.fileName, removed: report.removed, reverted: report.reverted, kept: report.keptCount },
  })
  return report
}

type Undoing = { readonly core: Core; readonly batch: BatchRow; readonly registerId: Caller['registerId']; before: number; page: StagedRow[]; report: { removed: number; reverted: number; kept: UndoReport['kept'][number][]; keptCount: number } }

/** Row by row from the last, in slices; what is done is done even if the power goes, and the rest can be undone later. */
export async function undoRows(core: Core, batch: BatchRow, registerId: Caller['registerId']): Promise<UndoReport> {
  const total = rowsIn(readCounts(batch))
  const undoing: Undoing = { core, batch, registerId, before: Number.MAX_SAFE_INTEGER, page: [], report: { removed: 0, reverted: 0, kept: [], keptCount: 0 } }
  await inSlices(core, () => undoNext(undoing), () => {
    const done = Math.max(0, total - undoing.before)
    setProgress(core.db, batch.id, done, total)
    tell(core, batch.id, 'undoing', done, total)
  })
  setCounts(core.db, batch.id, JSON.stringify({ ...readCounts(batch), added: 0, updated: 0, skipped: 0, notSelected: 0, failed: 0 }))
  return undoing.report
}

function undoNext(undoing: Undoing): boolean {
  const { core, batch } = undoing
  if (undoing.page.length === 0) undoing.page = rowsBefore(core.db, batch.id, undoing.before, rowsAtOnce)
  const row = undoing.page.shift()
  if (!row) return false
  undoing.before = row.position
  if (row.outcome === null) return true
  if (row.outcome === 'added' && !remove(undoing, row)) return true
  if (row.outcome === 'updated') revert(undoing, row)
  setOutcome(core.db, batch.id, row.position, null, null, null)
  return true
}

/** Removes an added customer, unless they are part of somebody's work by now. */
function remove(undoing: Undoing, row: StagedRow): boolean {
  const { core, batch, report } = undoing
  const record = row.customerId && readRecord(core.db, row.customerId)
  if (!record || record.status === 'erased') return true
  const opened = onlyOpened(core, batch.id, record.id)
  const why = hasHistory(core.db, record.id) || opened === false ? 'sales' : record.version > 1 ? 'edited' : null
  if (why === null) takeOutWhole(undoing, record.id, opened)
  if (why === null) report.removed++
  else keep(undoing, record, why)
  return why === null
}

function keep({ report }: Undoing, record: StoredCustomer, why: 'sales' | 'edited'): void {
  report.keptCount++
  if (report.kept.length < mostNamed) report.kept.push({ customerId: record.id, name: displayName(record), why })
}

/** Points that were opened are taken back; rows that never go leave an id without a name, and no more. */
function takeOutWhole({ core, batch, registerId }: Undoing, customerId: CustomerId, opened: boolean | null): void {
  if (opened) closePoints(core, { registerId, staffId: null }, batch.id, customerId)
  if (opened || hasConsents(core.db, customerId)) emptyAdded(core, customerId)
  else removeCustomer(core.db, customerId)
}

function revert(undoing: Undoing, row: StagedRow): void {
  const { core, registerId, report } = undoing
  const record = row.customerId && readRecord(core.db, row.customerId)
  if (!record || row.before === null) return
  const filled = JSON.parse(row.before) as FilledBeside
  const { record: next, changed } = takeOut(record, filled)
  if (changed.length > 0) updateCustomer(core.db, next, { at: core.now(), registerId, fields: changed })
  if (filled.photo) dropPhoto(core.db, record.id)
  takeBackYes(undoing, record, filled)
  if (filled.points && !takeBackPoints(undoing, record.id)) keep(undoing, record, 'sales')
  report.reverted++
}

/** A yes that only the file said ends, by a row of its own; whatever was said since holds. */
function takeBackYes({ core }: Undoing, record: StoredCustomer, { consents = [] }: FilledBeside): void {
  const states = consentStates(core.db, record.id)
  for (const { channel, wording } of consents) {
    const isStill = states.some((state) => state.channel === channel && state.how === 'import' && state.allowed)
    if (isStill) recordConsent(core, null, record, { choice: { channel, allowed: false }, how: 'import undone', wording }, theShop(core))
  }
}

/** Points that were opened and have not moved since go back by a row of their own; others stay, and their owner is named. */
function takeBackPoints({ core, batch, registerId }: Undoing, customerId: CustomerId): boolean {
  if (onlyOpened(core, batch.id, customerId) !== true) return false
  closePoints(core, { registerId, staffId: null }, batch.id, customerId)
  return true
}
