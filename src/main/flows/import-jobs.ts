import { performance } from 'node:perf_hooks'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { inTransaction, type WritableDB } from '../store/sql.ts'
import type { BatchId } from '../vocabulary.ts'

/** One piece of work on a batch, in this process. What is under way in the file but not here was cut off by a crash. */
export type Job = { readonly batchId: BatchId; cancelled: boolean; finished: Promise<unknown> }

const jobs = new WeakMap<WritableDB, Job>()
const sliceMs = 12

export const jobOn = (core: Core): Job | undefined => jobs.get(core.db)

/** One import works at a time; a second one is refused ('import-running'). */
export function startJob<T>(core: Core, batchId: BatchId, work: (job: Job) => Promise<T>): Promise<T> {
  if (jobs.has(core.db)) throw new Refusal('import-running', { batchId: jobs.get(core.db)?.batchId ?? '' })
  const job: Job = { batchId, cancelled: false, finished: Promise.resolve() }
  jobs.set(core.db, job)
  const result = work(job).finally(() => jobs.delete(core.db))
  job.finished = result.catch(() => undefined)
  return result
}

/**
 * Repeats `step` until it answers false, in transactions of a few milliseconds with a pause between them, so that the scanner, the printer and
 * the screens are never kept waiting. Each transaction is kept as soon as it is done: `step` must leave nothing half done. A slice that throws is
 * taken back whole; `recover` may say (true) that the work goes on from where it stood before.
 */
export async function inSlices(db: WritableDB, step: () => boolean, beforePause: () => void = () => undefined, recover: (error: unknown) => boolean = () => false): Promise<void> {
  for (let more = true; more;) {
    try {
      more = slice(db, step, beforePause)
    } catch (error) {
      if (!recover(error)) throw error
    }
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}

const slice = (db: WritableDB, step: () => boolean, beforePause: () => void): boolean => inTransaction(db, () => {
  const until = performance.now() + sliceMs
  let more = step()
  while (more && performance.now() < until) more = step()
  beforePause()
  return more
})

const told = new WeakMap<Core, number>()
/** At most some ten events a second. */
export function tell(core: Core, batchId: BatchId, state: string, done: number, total: number): void {
  const now = performance.now()
  if (done < total && now - (told.get(core) ?? 0) < 100) return
  told.set(core, now)
  core.emit('import-progressed', { batchId, state, done, total })
}
