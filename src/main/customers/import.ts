import type { BatchId, CustomerId, Instant } from '../vocabulary.ts'

export type ImportKind = 'vcard' | 'csv'
/** `catalog`: who signed up in the shop's online catalog; they keep a CAT- code, and what they say of themselves is theirs (S1-29). */
export type ImportSource = 'import' | 'catalog'
/** `interrupted`: the register stopped in the middle of a run; it is offered to finish or undo. */
export type ImportState = 'receiving' | 'mapping' | 'reading' | 'ready' | 'running' | 'interrupted' | 'done' | 'cancelling' | 'undoing' | 'undone' | 'cancelled'
export type ImportChoice = 'add' | 'update' | 'skip'
export type ImportOutcome = 'added' | 'updated' | 'skipped' | 'failed' | 'not-selected'
/** Every row stands in one of three heaps. */
export type ImportHeap = 'new' | 'twin' | 'problem'

/** What a value lacks. `blocks`: the row cannot be saved; otherwise the value is kept word for word among the extras. */
export type ImportProblem = {
  readonly field: string
  readonly code: 'nothing-in-it' | 'bad-phone' | 'bad-email' | 'bad-date' | 'date-unclear' | 'too-long' | 'too-many-cells' | 'too-few-cells' | 'quote-not-closed' | 'card-not-closed' | 'photo-too-large' | 'not-saved' | 'bad-value' | 'unknown-name'
  readonly value: string
  readonly blocks: boolean
}
export type TwinReason = 'phone' | 'email' | 'name-and-birth-date' | 'name' | 'licence'
/** Who the row looks like: a customer of the shop, or an earlier line of the same file. */
export type ImportTwin = {
  readonly customerId: CustomerId | null; readonly line: number | null; readonly name: string
  readonly why: readonly TwinReason[]; readonly score: number
}

/** One row of the list with check boxes. */
export type ImportRow = {
  readonly position: number; readonly line: number; readonly name: string; readonly company: string
  readonly phone: string; readonly email: string; readonly more: number
  readonly heap: ImportHeap; readonly problems: readonly ImportProblem[]; readonly twin: ImportTwin | null
  readonly choice: ImportChoice; readonly ticked: boolean; readonly outcome: ImportOutcome | null
}

/** A heap's rows, how many may be ticked (a row that cannot be saved may not), and how many are. */
export type HeapCount = { readonly rows: number; readonly tickable: number; readonly ticked: number }
export type ImportCounts = {
  readonly heaps: { readonly [H in ImportHeap]: HeapCount }
  /** What became of the rows; `failed` are the refused ones, which `imports/refused` hands out as a file. */
  readonly added: number; readonly updated: number; readonly skipped: number; readonly notSelected: number; readonly failed: number
}
export type ImportBatch = {
  readonly id: BatchId; readonly fileName: string; readonly source: ImportSource; readonly kind: ImportKind | null; readonly state: ImportState
  readonly sizeBytes: number; readonly receivedBytes: number
  /** How far the running step is; bytes while reading, rows while running or undoing. */
  readonly done: number; readonly total: number
  readonly counts: ImportCounts
  readonly madeAt: Instant; readonly ranAt: Instant | null
  /** Until when the whole batch can be undone; null before the run and after an undo. */
  readonly undoUntil: Instant | null
}

/** What a column of a CSV file may fill. Unknown columns are kept as extras; leaving one out is the person's choice alone. */
export const importFields = [
  'extra', 'leave-out',
  'full-name', 'first-name', 'middle-name', 'last-name', 'prefix', 'suffix', 'nickname', 'company', 'department', 'job-title', 'industry', 'website', 'tax-id',
  'phone', 'mobile', 'phone-home', 'phone-work', 'fax', 'email', 'email-home', 'email-work',
  'address-1', 'address-2', 'address-city', 'address-region', 'address-postcode', 'address-country',
  'address-formatted', 'label', 'birth-date', 'language', 'tags', 'notes',
  'kind', 'group', 'customer-type', 'price-list', 'discount', 'tax-exempt', 'tax-certificate', 'pay-later-limit', 'points', 'consent-sms', 'consent-email', 'attribute',
] as const
export type ImportField = (typeof importFields)[number]
/** `group` names the attribute, or joins the cells of one thing: the street and the city of the second address, a phone and its label. */
export type ColumnMapping = { readonly field: ImportField; readonly group: string }
export type ImportColumn = ColumnMapping & { readonly index: number; readonly header: string; readonly samples: readonly string[] }
export type ImportMapping = {
  readonly columns: readonly ImportColumn[]; readonly recognised: 'google' | 'outlook' | 'square' | 'shopify' | 'loyverse' | 'lightspeed' | 'lightspeed-ecom' | 'lightspeed-r' | 'clover' | 'ehopper' | 'opensourcepos' | 'unicenta' | 'korona' | 'kyte' | 'regulars' | null
  readonly delimiter: string; readonly encoding: string; readonly headerRow: boolean
  /** The columns stand as a person set them for a file with the same headers. */
  readonly remembered: boolean
  /** The attributes of the shop that a column may fill. */
  readonly attributes: readonly { readonly id: string; readonly name: string }[]
}

/** Customers kept by an undo, and why. */
export type UndoReport = {
  readonly removed: number; readonly reverted: number
  readonly kept: readonly { readonly customerId: CustomerId; readonly name: string; readonly why: 'sales' | 'edited' }[]
  readonly keptCount: number
}
