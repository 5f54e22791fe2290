import type { Core } from '../context.ts'
import { listAttributes } from '../customers/attributes.sql.ts'
import { eraseSettings } from '../customers/erasures.sql.ts'
import { attributePrefix, columnOf, exportColumns, holdsContact, secretColumns } from '../customers/export-columns.ts'
import { separatorFor } from '../customers/export-csv.ts'
import { exportFileName, headOf, mailWords, valueWords } from '../customers/export-words.ts'
import { addressFor, endExport, exportJob, exportsOf, failExport, insertExport, insertMail, keepAddress, keyOfExport, staffMail, type ExportJob, type Made, type StaffMail } from '../customers/exports.sql.ts'
import type { Selection } from '../customers/selection.ts'
import { Refusal } from '../errors.ts'
import { addDays } from '../loyalty/calendar.ts'
import { localDate } from '../shop/local-date.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { rulesOf } from '../staff/roles.sql.ts'
import { getStaff } from '../staff/staff.sql.ts'
import { once } from '../store/once.ts'
import { readSealed } from '../store/sealed-file.ts'
import { inTransaction } from '../store/sql.ts'
import type { ApprovalId, Caller, Json, Language, RequestId } from '../vocabulary.ts'
import { may, slipFor } from './approve.ts'
import { askReader } from './ask-reader.ts'
import { dropExport } from './erase-exports.ts'
import { isUnderWay, stopExports, underWay } from './export-jobs.ts'
import { sightOf } from './field-sight.ts'
import { countSelected, settleSelection } from './list-customers.ts'
import { theShop } from './the-shop.ts'

export type ExportAsk = {
  readonly requestId: RequestId; readonly selection: Selection; readonly kind: 'csv' | 'vcard'; readonly columns: readonly string[]
  /** Null: a file to save; else also a message with it. */
  readonly email: string | null; readonly reason: string; readonly approvalId: ApprovalId | null
}
export type ExportShown = Omit<ExportJob, 'asked' | 'staffId'> & { readonly email: string | null }
const spokenBy = (core: Core, { staffId }: Caller): Language => getStaff(core.db, staffId)?.language ?? 'en'

export type ColumnOffer = { readonly id: string; readonly head: string; readonly first: boolean; readonly secret: boolean; readonly locked: boolean; readonly masked: boolean }
export type ExportOffer = { readonly columns: readonly ColumnOffer[]; readonly email: string; readonly reasonAbove: number; readonly mostRows: number | null; readonly keepDays: number; readonly mail: boolean }

/** What may be exported by whoever asks: columns their role may not see are not offered, masked ones say so, numbers of documents need a right of their own. */
export function exportOffer(core: Core, caller: Caller): ExportOffer {
  const [sight, language, settings] = [sightOf(core, caller), spokenBy(core, caller), eraseSettings(core.db)]
  const secret = may(core, caller.role, 'reveal-document')
  const plain = exportColumns.filter(({ field }) => field === null || sight[field] !== 'hidden').filter(({ id }) => theShop(core).medical || !id.startsWith('medical'))
    .map(({ id, field, first }) => ({
      id, head: headOf(id, language) ?? id, first, secret: secretColumns.includes(id), locked: secretColumns.includes(id) && secret === 'no', masked: field !== null && !secretColumns.includes(id) && sight[field] === 'masked',
    }))
  const own = sight.attributes === 'hidden' ? [] : ownFields(core, caller).map(({ id, name, inExport }) => ({ id: attributePrefix + id, head: name, first: inExport, secret: false, locked: false, masked: false }))
  const email = addressFor(core.db, caller.staffId) || theShop(core).email
  return { columns: [...plain, ...own], email, reasonAbove: settings.reasonAbove, mostRows: rulesOf(core.db, caller.role).limits.exportRows, keepDays: settings.keepDays, mail: false }
}
const ownFields = (core: Core, { role }: Caller) =>
  listAttributes(core.db).filter(({ active, seenBy }) => active && (seenBy === 'everyone' || may(core, role, 'see-attributes') === 'yes'))

/**
 * Begins a file of customers and answers at once; it is made on the reader's thread, with progress, and can be stopped. Refuses 'export-running' while
 * another is made, 'nothing-chosen', 'export-too-many' above the role's limit, 'reason-needed' for many people with contact data, and 'needs-approval'
 * for whole numbers of documents.
 */
export async function exportNow(core: Core, caller: Caller, asked: ExportAsk): Promise<{ exportId: string }> {
  const { total } = await countSelected(core, caller, asked.selection)
  check(core, caller, asked, total)
  const selection = await settleSelection(core, asked.selection)
  const [shop, language, exportId] = [theShop(core), spokenBy(core, caller), core.newId()]
  const columns = allowedColumns(core, caller, asked.columns)
  const begun = once(core.db, { id: asked.requestId, door: 'exports/begin', at: core.now() }, () => {
    const secret = asked.kind === 'csv' && columns.some((id) => secretColumns.includes(id))
    const approvedBy = secret ? slipFor(core, caller, 'reveal-document', 'customers/export', asked.approvalId).approvedBy : null
    if (asked.email !== null) keepAddress(core.db, caller.staffId, asked.email)
    const fileName = exportFileName(language, localDate(core.now(), shop.timeZone), asked.kind)
    const form = { columns, email: asked.email, selection: asked.selection } as unknown as Json
    insertExport(core.db, { id: exportId, kind: asked.kind, fileName, asked: JSON.stringify(form), total, reason: asked.reason, approvedBy, at: core.now() }, caller)
    note(core, caller, 'customers-exported', exportId, { kind: asked.kind, people: total, columns, from: asked.selection.kind, to: asked.email === null ? 'file' : 'email' }, asked.reason)
    return { exportId }
  })
  if (begun.exportId !== exportId) return begun
  const form = { columns, sight: sightOf(core, caller), whole: true, separator: separatorFor(shop.locale), words: valueWords[language] }
  const heads = columns.map((id) => headOf(id, language) ?? nameOfField(core, id))
  void make(core, caller, exportId, (heard, signal) => askReader(core, 'export-customers', { exportId, key: keyOfExport(core.db, exportId)?.toString('hex') ?? '', kind: asked.kind, selection, form, heads }, { heard, signal }))
  core.emit('exports-changed', {})
  return begun
}
const nameOfField = (core: Core, id: string): string => listAttributes(core.db).find((field) => attributePrefix + field.id === id)?.name ?? id

function check(core: Core, caller: Caller, asked: ExportAsk, total: number): void {
  if (isUnderWay(core)) throw new Refusal('export-running')
  if (total === 0) throw new Refusal('nothing-chosen')
  const { exportRows } = rulesOf(core.db, caller.role).limits
  if (exportRows !== null && total > exportRows) throw new Refusal('export-too-many', { most: exportRows, people: total })
  const { reasonAbove } = eraseSettings(core.db)
  if (total > reasonAbove && (asked.kind === 'vcard' || holdsContact(asked.columns)) && asked.reason.trim() === '') throw new Refusal('reason-needed', { field: 'reason' })
}

/** In the order of the file, without what this role may not see. */
function allowedColumns(core: Core, caller: Caller, asked: readonly string[]): string[] {
  const offered = exportOffer(core, caller).columns.filter(({ locked }) => !locked).map(({ id }) => id)
  const columns = offered.filter((id) => asked.includes(id) && columnOf(id))
  if (columns.length === 0) throw new Refusal('nothing-chosen')
  return columns
}

type Reading = (heard: (step: Json) => void, signal: AbortSignal) => Promise<Made>
async function make(core: Core, caller: Caller, exportId: string, read: Reading): Promise<void> {
  const total = exportJob(core.db, exportId)?.total ?? 0
  const heard = (step: Json): void => core.emit('export-progressed', { exportId, done: (step as { done: number }).done, total })
  try {
    const made = await underWay(core, exportId, (signal) => read(heard, signal))
    if (core.db.open) finish(core, caller, exportId, made)
  } catch (error) {
    if (!core.db.open) return
    const code = error instanceof Refusal ? error.code : 'bug'
    failExport(core.db, exportId, code === 'check-cancelled' ? 'cancelled' : 'failed', code, core.now())
  }
  core.emit('exports-changed', {})
}

function finish(core: Core, caller: Caller, exportId: string, made: Made): void {
  const [shop, at] = [theShop(core), core.now()]
  inTransaction(core.db, () => {
    endExport(core.db, exportId, made, at, addDays(localDate(at, shop.timeZone), eraseSettings(core.db).keepDays))
    const job = exportJob(core.db, exportId)
    const { email } = JSON.parse(job?.asked ?? '{}') as { email: string | null }
    if (!job || job.state !== 'ready' || !email) return
    const { subject, body } = mailWords[spokenBy(core, caller)]
    const said = (text: string): string => text.replaceAll('{file}', job.fileName).replaceAll('{people}', String(made.people))
    insertMail(core.db, { id: core.newId(), exportId, address: email, subject: said(subject), body: said(body), fileName: job.fileName, bytes: made.bytes, staffId: caller.staffId, at })
  })
  // Somebody who is in it was erased while it was made: it never was.
  if (exportJob(core.db, exportId)?.state !== 'ready') dropExport(core, exportId)
}

export function cancelExport(core: Core, exportId: string): null {
  stopExports(core, [exportId])
  return null
}

const mostShown = 20
const shown = ({ asked, staffId: _staffId, ...job }: ExportJob): ExportShown => ({ ...job, email: (JSON.parse(asked) as { email: string | null }).email })
export const listExports = (core: Core, { staffId }: Caller): ExportShown[] => exportsOf(core.db, staffId, mostShown).map(shown)
export const exportMail = (core: Core): StaffMail[] => staffMail(core.db, mostShown)

/** A piece of a file for whoever made it, as base64; the first one is written down. Refuses 'export-gone' after its days, or after somebody in it was erased. */
export function exportPiece(core: Core, caller: Caller, { exportId, piece }: { readonly exportId: string; readonly piece: number }): { base64: string; pieces: number; fileName: string } {
  const job = exportJob(core.db, exportId)
  if (!job || job.staffId !== caller.staffId) throw new Refusal('not-found', { what: 'export' })
  const key = job.state === 'ready' ? keyOfExport(core.db, exportId) : null
  const bytes = key && readSealed(core.db, exportId, key, piece)
  if (!bytes) throw new Refusal('export-gone')
  if (piece === 0) note(core, caller, 'export-taken', exportId, { people: job.people })
  return { base64: bytes.toString('base64'), pieces: job.pieces, fileName: job.fileName }
}

export function forgetExport(core: Core, caller: Caller, exportId: string): null {
  const job = exportJob(core.db, exportId)
  if (!job || job.staffId !== caller.staffId) throw new Refusal('not-found', { what: 'export' })
  dropExport(core, exportId)
  core.emit('exports-changed', {})
  return null
}

const note = (core: Core, { registerId, staffId }: Caller, kind: string, exportId: string, after: Readonly<Record<string, Json>>, reason = ''): void =>
  void appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target: `export/${exportId}`, after, reason: reason === '' ? null : reason })
