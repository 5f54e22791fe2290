import type { BatchRow, NewRow, StagedRow } from './imports.sql.ts'
import type { CustomerDraft } from './customer.ts'
import { nothingBrought, type BroughtConsent, type Brings } from './import-draft.ts'
import type { ColumnMapping, HeapCount, ImportBatch, ImportCounts, ImportHeap, ImportMapping, ImportProblem, ImportRow, ImportSource, ImportTwin } from './import.ts'
import { displayName } from './names.ts'

const noHeap: HeapCount = { rows: 0, tickable: 0, ticked: 0 }
export const noCounts: ImportCounts = { heaps: { new: noHeap, twin: noHeap, problem: noHeap }, added: 0, updated: 0, skipped: 0, notSelected: 0, failed: 0 }

/** Only what is filled: most cards leave most fields empty, and a million rows are kept. What the row brings beside the record stands in it as well. */
export function packPerson(draft: CustomerDraft, brings: Brings): string {
  const filled = Object.entries(draft).filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))
  return JSON.stringify(Object.fromEntries(brings.points === 0 && brings.consents.length === 0 ? filled : [...filled, ['brings', brings]]))
}

const emptyDraft: CustomerDraft = {
  type: 'personal', firstName: '', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null,
  customerTypeId: null, groupId: null, tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
}
export function unpackDraft(packed: string): CustomerDraft {
  const { brings: _brings, ...draft } = JSON.parse(packed) as Partial<CustomerDraft> & { brings?: Brings }
  return { ...emptyDraft, ...draft }
}
type PackedBrings = { readonly points: Brings['points']; readonly consents: readonly (BroughtConsent | BroughtConsent['channel'])[] }
/** Rows that were read by an older version name the channel alone. */
export function unpackBrings(packed: string): Brings {
  const brought = packed.includes('"brings"') ? (JSON.parse(packed) as { brings?: PackedBrings }).brings : undefined
  return brought ? { points: brought.points, consents: brought.consents.map((each) => (typeof each === 'string' ? { channel: each, wording: '' } : each)) } : nothingBrought
}

export const readCounts = (row: Pick<BatchRow, 'counts'>): ImportCounts => ({ ...noCounts, ...(JSON.parse(row.counts) as Partial<ImportCounts>) })

/** What is remembered of a CSV file's columns. `chosen`: a person has looked at the mapping. */
export type StoredMapping = Omit<ImportMapping, 'columns'> & { readonly columns: readonly (ColumnMapping & { index: number; header: string; samples: readonly string[] })[]; readonly chosen: boolean; readonly source?: ImportSource }
export const readMapping = (row: Pick<BatchRow, 'mapping'>): StoredMapping | null => {
  const stored = JSON.parse(row.mapping) as Partial<StoredMapping>
  return stored.columns ? (stored as StoredMapping) : null
}

/** Whose people they are: contacts or rows of a list, or people who signed up in the online catalog. Said when the file was chosen. */
export const sourceOf = (row: Pick<BatchRow, 'mapping'>): ImportSource => (JSON.parse(row.mapping) as { source?: ImportSource }).source ?? 'import'

/** A batch as a screen sees it. `isAtWork`: this process is working on it; what only the file says is under way was cut off. */
export function showBatch(row: BatchRow, isAtWork: boolean): ImportBatch {
  const wasCutOff = !isAtWork && (row.state === 'running' || row.state === 'cancelling' || row.state === 'undoing')
  return {
    id: row.id, fileName: row.fileName, source: sourceOf(row), kind: row.kind === '' ? null : row.kind, state: wasCutOff ? 'interrupted' : row.state === 'reading' && !isAtWork ? 'receiving' : row.state,
    sizeBytes: row.sizeBytes, receivedBytes: row.receivedBytes, done: row.done, total: row.total, counts: readCounts(row),
    madeAt: row.madeAt, ranAt: row.ranAt, undoUntil: row.undoUntil,
  }
}

/** One row of the list. */
export function showRow(row: StagedRow): ImportRow {
  const draft = unpackDraft(row.draft)
  return {
    position: row.position, line: row.line, name: row.name, company: draft.type === 'business' ? '' : draft.company,
    phone: draft.phones[0]?.typed ?? '', email: draft.emails[0]?.address ?? '',
    more: Math.max(0, draft.phones.length - 1) + Math.max(0, draft.emails.length - 1) + draft.addresses.length + draft.extras.length,
    heap: row.heap, problems: readProblems(row), twin: row.twin === null ? null : (JSON.parse(row.twin) as ImportTwin),
    choice: row.choice, ticked: row.ticked === 1, outcome: row.outcome,
  }
}
export const readProblems = (row: Pick<StagedRow, 'problems'>): ImportProblem[] => (row.problems === null ? [] : (JSON.parse(row.problems) as ImportProblem[]))

/** What stands in the list as the person's name. */
export const nameOf = (draft: CustomerDraft): string => displayName(draft) || draft.nickname

/** A row that cannot be saved is for the file of refused rows; a likely twin is skipped unless told otherwise; all others are added. */
export const heapOf = (problems: readonly ImportProblem[], twin: ImportTwin | null): ImportHeap =>
  problems.some(({ blocks }) => blocks) ? 'problem' : twin ? 'twin' : problems.length > 0 ? 'problem' : 'new'

/** Counts one more row in its heap. */
export function countRow(counts: ImportCounts, row: Pick<NewRow, 'heap' | 'blocked' | 'ticked'>): ImportCounts {
  const heap = counts.heaps[row.heap]
  const next = { rows: heap.rows + 1, tickable: heap.tickable + (row.blocked ? 0 : 1), ticked: heap.ticked + (row.ticked ? 1 : 0) }
  return { ...counts, heaps: { ...counts.heaps, [row.heap]: next } }
}

/** The same with `by` more (or fewer) ticked. */
export const countTicks = (counts: ImportCounts, heap: ImportHeap, by: number): ImportCounts =>
  ({ ...counts, heaps: { ...counts.heaps, [heap]: { ...counts.heaps[heap], ticked: counts.heaps[heap].ticked + by } } })
export const rowsIn = ({ heaps }: ImportCounts): number => heaps.new.rows + heaps.twin.rows + heaps.problem.rows
export const tickedIn = ({ heaps }: ImportCounts): number => heaps.new.ticked + heaps.twin.ticked + heaps.problem.ticked
