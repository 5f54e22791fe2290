import type { Core } from '../context.ts'
import type { ImportBatch, ImportChoice, ImportHeap, ImportMapping, ImportRow, ImportField } from '../customers/import.ts'
import type { BatchId, Caller, Language, RequestId } from '../vocabulary.ts'

export const beginImport = (_core: Core, _caller: Caller, _input: { requestId: RequestId; fileName: string; sizeBytes: number }): { batchId: BatchId } => { throw new Error('not yet') }
export const receiveChunk = (_core: Core, _input: { batchId: BatchId; position: number; base64: string }): { receivedBytes: number } => { throw new Error('not yet') }
export const importState = (_core: Core, _batchId: BatchId): ImportBatch => { throw new Error('not yet') }
export const listImports = (_core: Core): ImportBatch[] => []
export const importColumns = (_core: Core, _batchId: BatchId): ImportMapping => { throw new Error('not yet') }
export const setColumns = (_core: Core, _input: { batchId: BatchId; headerRow: boolean; columns: { index: number; field: ImportField; group: string }[] }): ImportMapping => { throw new Error('not yet') }
export const pageOfRows = (_core: Core, _input: { batchId: BatchId; only: 'all' | ImportHeap; from: number; most: number }): { rows: ImportRow[]; total: number } => { throw new Error('not yet') }
export const chooseRows = async (_core: Core, _input: { batchId: BatchId; position: number | null; ticked?: boolean | undefined; choice?: ImportChoice | undefined }): Promise<ImportBatch> => { throw new Error('not yet') }
export const refusedRows = (_core: Core, _input: { batchId: BatchId; from: number; language: Language }): { csv: string; fileName: string; next: number | null } => { throw new Error('not yet') }
