import { performance } from 'node:perf_hooks'
import type { Core } from '../context.ts'
import { setSearch, tidySearch } from '../customers/search.sql.ts'
import { Refusal } from '../errors.ts'
import { holdLog, letLogGo } from '../store/log.ts'
import { logIntoFile } from '../store/reader.port.ts'
import { inTransaction, type WritableDB } from '../store/sql.ts'
import type { BatchId } from '../vocabulary.ts'

/** One piece of work on a batch, in this process. What is under way in the file but not here was cut off by a crash. */
export type Job = { readonly batchId: BatchId; cancelled: boolean; finished: Promise<unknown> }

const jobs = new WeakMap<WritableDB, Job>()
/** What a slice takes with its commit; of it, what the work itself may take. */
const [sliceMs, leastWorkMs, mostWorkMs] = [16, 6, 12]
const mostTidyings = 4
/** Slices after which the log is put away, and of how many at the end: so short a work leaves a log that no commit is long for. */
const [slicesPerLog, slicesAtEnd] = [48, 4]

export const jobOn = (core: Core): Job | undefined => jobs.get(core.db)

/** One import works at a time; a second one is refused ('import-running'). */
export function startJob<T>(core: Core, batchId: BatchId, work: (job: Job) => Promise<T>): Promise<T> {
  if (jobs.has(core.db)) throw new Refusal('import-running', { batchId: jobs.get(core.db)?.batchId ?? '' })
  const job: Job = { batchId, cancelled: false, finished: Promise.resolve() }
  jobs.set(core.db, job)
  const result = keptInOrder(core, () => work(job)).finally(() => jobs.delete(core.db))
  job.finished = result.catch(() => undefined)
  return result
}

/** Who is at work on a file, and the slices since its log was put away. */
type Keeping = { works: number; slices: number }
const kept = new WeakMap<WritableDB, Keeping>()
/** While `work` lasts, the log and the search tables are looked after between its slices, and not in the middle of somebody's commit. */
export async function keptInOrder<T>(core: Core, work: () => Promise<T>): Promise<T> {
  const keeping = kept.get(core.db) ?? { works: 0, slices: 0 }
  kept.set(core.db, keeping)
  if (keeping.works++ === 0) begin(core.db)
  try {
    return await work()
  } finally {
    if (keeping.slices >= slicesAtEnd) await emptyLog(core, keeping)
    if (--keeping.works === 0 && core.db.open) end(core.db)
  }
}
function begin(db: WritableDB): void {
  holdLog(db)
  inTransaction(db, () => setSearch(db, 'at-work'))
}
function end(db: WritableDB): void {
  inTransaction(db, () => setSearch(db, 'at-rest'))
  letLogGo(db)
}

/** What the last commits took, so that the next slice is as long as it may be. */
type Pace = { commitMs: number }

/**
 * Repeats `step` until it answers false, in transactions of some fifteen milliseconds with a pause between them, so that the scanner, the printer and
 * the screens are never kept waiting. Each transaction is kept as soon as it is done: `step` must leave nothing half done. A slice that throws is
 * taken back whole; `recover` may say (true) that the work goes on from where it stood before.
 */
export async function inSlices(core: Core, step: () => boolean, beforePause: () => void = () => undefined, recover: (error: unknown) => boolean = () => false): Promise<void> {
  const pace: Pace = { commitMs: 0 }
  for (let more = true; more;) {
    try {
      more = slice(core.db, step, beforePause, pace)
    } catch (error) {
      if (!recover(error)) throw error
    }
    await breath()
    const keeping = kept.get(core.db)
    if (core.db.open && keeping && keeping.works > 0) await keepInOrder(core, keeping)
  }
}
const breath = (): Promise<void> => new Promise<void>((resolve) => void setImmediate(resolve))

/** What the commit takes (the search tables, the cipher, the disk) is taken off the next slice's time to work. */
function slice(db: WritableDB, step: () => boolean, beforePause: () => void, pace: Pace): boolean {
  const begun = performance.now()
  const until = begun + Math.min(mostWorkMs, Math.max(leastWorkMs, sliceMs - pace.commitMs))
  let worked = begun
  const answer = inTransaction(db, () => {
    let more = step()
    while (more && performance.now() < until) more = step()
    beforePause()
    worked = performance.now()
    return more
  })
  pace.commitMs += (performance.now() - worked - pace.commitMs) / 4
  return answer
}

/** Between slices: the search tables a few milliseconds at a time, and the log, which the reader's thread puts away while the job waits (nobody else does). */
async function keepInOrder(core: Core, keeping: Keeping): Promise<void> {
  for (let turn = 0; turn < mostTidyings && core.db.open && inTransaction(core.db, () => tidySearch(core.db)); turn++) await breath()
  if (++keeping.slices >= slicesPerLog) await emptyLog(core, keeping)
}

/** What was written meanwhile at the till is put away as well, in another turn or two. Where the thread cannot, SQLite does it as ever. */
async function emptyLog(core: Core, keeping: Keeping): Promise<void> {
  keeping.slices = 0
  for (let turn = 0; turn < mostTidyings && core.db.open; turn++) {
    const reply = await core.ports.reader.ask(logIntoFile, { at: core.now(), asked: null })
    if (!reply.ok && core.db.open) return letLogGo(core.db)
    if (!reply.ok || (reply.value as { left: number }).left === 0) return
  }
}

const told = new WeakMap<Core, number>()
/** At most some ten events a second. */
export function tell(core: Core, batchId: BatchId, state: string, done: number, total: number): void {
  const now = performance.now()
  if (done < total && now - (told.get(core) ?? 0) < 100) return
  told.set(core, now)
  core.emit('import-progressed', { batchId, state, done, total })
}
