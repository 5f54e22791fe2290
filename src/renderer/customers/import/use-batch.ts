import { useCallback, useEffect, useState } from 'react'
import type { ImportBatch, ImportChoice, ImportHeap, ImportSource, UndoReport } from '../../../main/customers/import.ts'
import type { BatchId } from '../../../main/vocabulary.ts'
import { call, newRequestId, on } from '../../bridge.ts'
import { queries, useAct, useAsk } from '../../use-call.ts'
import { useUpload } from './use-upload.ts'

export type Filter = 'all' | ImportHeap
type Progress = { readonly state: string; readonly done: number; readonly total: number }

/** How far the import is, as main tells it. */
function useProgress(batchId: BatchId | null): Progress | null {
  const [progress, setProgress] = useState<Progress & { batchId: BatchId } | null>(null)
  useEffect(() => on('import-progressed', (event) => setProgress(event)), [])
  return progress && progress.batchId === batchId ? progress : null
}

/** One import from its file to its end: what stands in main, and everything that can be done with it. */
export function useBatch() {
  const [batchId, setBatchId] = useState<BatchId | null>(null)
  const [report, setReport] = useState<UndoReport | null>(null)
  const upload = useUpload()
  const progress = useProgress(batchId)
  const asked = useAsk('imports/state', { batchId: batchId ?? ('none' as BatchId) }, [], { enabled: batchId !== null })
  const keep = useCallback((batch: ImportBatch) => {
    queries.setQueryData(['imports/state', { batchId: batch.id }], batch)
    void queries.invalidateQueries({ queryKey: ['imports/rows'] })
    void queries.invalidateQueries({ queryKey: ['imports/list'] })
  }, [])
  const again = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('imports/') })
  const open = useAct(async (file: File, source: ImportSource) => {
    const id = await upload.send(file, source)
    setBatchId(id)
    setReport(null)
    keep(await call('imports/read', { batchId: id }))
  }, () => (setBatchId(null), again(), false))
  const read = useAct(async (id: BatchId) => keep(await call('imports/read', { batchId: id })), () => (again(), false))
  const run = useAct(async (id: BatchId) => keep(await call('imports/run', { requestId: newRequestId(), batchId: id })), () => (again(), false))
  const cancel = useAct(async (id: BatchId) => keep(await call('imports/cancel', { batchId: id })))
  const choose = useAct(async (input: { batchId: BatchId; position: number | null; only?: Filter; ticked?: boolean; choice?: ImportChoice }) => keep(await call('imports/choose', input)))
  const undo = useAct(async (id: BatchId) => {
    const done = await call('imports/undo', { requestId: newRequestId(), batchId: id })
    setReport(done)
    again()
  }, () => (again(), false))
  const busy: Step | null = upload.sending ? 'sending' : cancel.busy ? 'cancelling' : undo.busy ? 'undoing' : run.busy ? 'running' : open.busy || read.busy ? 'reading' : null
  const go = (id: BatchId | null) => (setReport(null), setBatchId(id))
  return { batchId, batch: asked.data ?? null, failure: asked.error, sending: upload.sending, progress, busy, report, go, again, open, read, run, cancel, choose, undo }
}
export type Step = 'sending' | 'reading' | 'running' | 'cancelling' | 'undoing'
export type Importing = ReturnType<typeof useBatch>
