import type { Core } from '../context.ts'
import type { UndoReport } from '../customers/import.ts'
import type { BatchId, Caller, RequestId } from '../vocabulary.ts'

export const undoImport = async (_core: Core, _caller: Caller, _input: { requestId: RequestId; batchId: BatchId }): Promise<UndoReport> => { throw new Error('not yet') }
