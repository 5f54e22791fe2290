import type { Core } from '../context.ts'
import type { ImportBatch } from '../customers/import.ts'
import type { BatchId, Caller, RequestId } from '../vocabulary.ts'

export const readImport = async (_core: Core, _batchId: BatchId): Promise<ImportBatch> => { throw new Error('not yet') }
export const runImport = async (_core: Core, _caller: Caller, _input: { requestId: RequestId; batchId: BatchId }): Promise<ImportBatch> => { throw new Error('not yet') }
export const cancelImport = async (_core: Core, _batchId: BatchId): Promise<ImportBatch> => { throw new Error('not yet') }
