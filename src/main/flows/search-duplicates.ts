import type { Core } from '../context.ts'
import { leastLikely, type LikelyPair } from '../customers/likely.ts'
import { lastSeq, suspectsById } from '../customers/likely.sql.ts'
import { addedAnyway, countOpen, forgetFound, pairBetween, savePair, searchState, setSearch, setSearchDone, setStopped, wakePairs } from '../customers/pairs.sql.ts'
import { Refusal } from '../errors.ts'
import { inTransaction, type WritableDB } from '../store/sql.ts'
import type { BatchId, Instant } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import type { Stretch } from './find-duplicates.ts'

/** So many people at most are looked at in one go: what is found of them is written down by main in a few milliseconds. */
const mostAtOnce = 1_000
type Running = { readonly stop: AbortController; readonly finished: Promise<void>; done: number; total: number }
const running = new WeakMap<WritableDB, Running>()

/** How the search stands: places in recency looked at, of how many; `stopped` where somebody stopped it. */
export type SearchState = { readonly running: boolean; readonly stopped: boolean; readonly done: number; readonly total: number; readonly open: number; readonly lastDoneAt: Instant | null }
export function duplicateSearch({ db }: Pick<Core, 'db'>): SearchState {
  const { checkedSeq, stopped, lastDoneAt } = searchState(db)
  const total = lastSeq(db)
  return { running: running.has(db as WritableDB), stopped: stopped === 1, done: Math.min(checkedSeq, total), total, open: countOpen(db), lastDoneAt }
}

/** Looks at everyone again, from the first. What was decided stays. Refuses 'search-running'. */
export function searchEveryone(core: Core): Promise<void> {
  if (running.has(core.db)) throw new Refusal('search-running')
  inTransaction(core.db, () => {
    setSearch(core.db, 0)
    setStopped(core.db, false)
  })
  return begin(core)
}

/** Goes on after whoever was looked at last: new and changed people. Does nothing where it runs, was stopped, or nobody is left. */
export function catchUpDuplicates(core: Core): Promise<void> {
  const going = running.get(core.db)
  if (going) return going.finished
  const { checkedSeq, stopped } = searchState(core.db)
  return stopped === 1 || checkedSeq >= lastSeq(core.db) ? Promise.resolve() : begin(core)
}

/** Stops it where it is; it goes on from there when it is begun again. */
export async function stopSearch(core: Core): Promise<void> {
  setStopped(core.db, true)
  const going = running.get(core.db)
  going?.stop.abort()
  await going?.finished
  tell(core)
}
/** A search that was stopped goes on. */
export function resumeSearch(core: Core): Promise<void> {
  setStopped(core.db, false)
  return catchUpDuplicates(core)
}

function begin(core: Core): Promise<void> {
  const stop = new AbortController()
  const work = run(core, stop.signal).finally(() => running.delete(core.db))
  running.set(core.db, { stop, finished: work.catch(() => undefined), done: 0, total: 0 })
  return work
}

async function run(core: Core, signal: AbortSignal): Promise<void> {
  for (let more = true; more && !signal.aborted && core.db.open;) {
    const stretch = await askReader(core, 'likely-pairs', { after: searchState(core.db).checkedSeq, most: mostAtOnce }, { signal }).catch(stoppedIs)
    if (!stretch || !core.db.open) return
    keep(core, stretch)
    more = stretch.more
    if (!more) setSearchDone(core.db, core.now())
    tell(core, more)
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}
/** A search that was stopped, or whose register closes, has nothing more to say. */
function stoppedIs(error: unknown): null {
  if (error instanceof Refusal && error.code === 'check-cancelled') return null
  throw error
}

/** What was found of these people before makes room for what is found now, in one short transaction. */
function keep(core: Core, { looked, pairs, upTo }: Stretch): void {
  inTransaction(core.db, () => {
    const at = core.now()
    wakePairs(core.db, at)
    forgetFound(core.db, looked)
    const living = new Set(suspectsById(core.db, [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]).map(({ id }) => id))
    for (const pair of pairs) if (living.has(pair.oneId) && living.has(pair.otherId)) savePair(core.db, pair, 'found', at)
    setSearch(core.db, upTo)
  })
}

const tell = (core: Core, isRunning = false): void => {
  const { done, total, open } = duplicateSearch(core)
  core.emit('duplicates-found', { done, total, running: isRunning, open })
}

const rowsAtOnce = 100
/** Rows of an import that looked like a person of the shop and were added all the same are for somebody to look at. */
export async function queueImported(core: Core, batchId: BatchId): Promise<void> {
  for (let [after, more] = [-1, true]; more && core.db.open;) {
    const rows = addedAnyway(core.db, batchId, after, rowsAtOnce)
    inTransaction(core.db, () => rows.forEach((row) => saveImported(core, row)))
    after = rows.at(-1)?.nth ?? after
    more = rows.length === rowsAtOnce
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  tell(core)
}
function saveImported(core: Core, { customerId, twinId }: { customerId: LikelyPair['oneId']; twinId: LikelyPair['oneId'] }): void {
  const known = pairBetween(core.db, customerId, twinId)
  if (known || customerId === twinId || suspectsById(core.db, [customerId, twinId]).length < 2) return
  const [oneId, otherId] = customerId < twinId ? [customerId, twinId] : [twinId, customerId]
  savePair(core.db, { oneId, otherId, score: leastLikely, why: { reasons: ['import'], likeness: null } }, 'import', core.now())
}
