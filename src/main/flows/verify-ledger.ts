import { setImmediate as pause } from 'node:timers/promises'
import type { Core, Look } from '../context.ts'
import { Refusal } from '../errors.ts'
import { balanceOf, getEntry, rowsFrom } from '../loyalty/ledger.sql.ts'
import { emptiedBetween } from '../loyalty/redact.sql.ts'
import { sealedKinds, sealEnd, sealsAfter, wrongSeal } from '../loyalty/seals.sql.ts'
import { follow, followSeals, walkFromStart, type Broken, type Chunk, type Fault, type SealWalk, type Walk } from '../loyalty/verify.ts'
import { chainHeads, dayIsRight, drawsBetween, lastLot, ledgerEnd, lotsBetween, lotsLeft, lotSums, reportDays, wrongLot } from '../loyalty/verify.sql.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { ReadableDB } from '../store/sql.ts'
import type { Caller, EntryId, Json } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'

export type Verified =
  | { readonly ok: true; readonly rows: number; readonly accounts: number; readonly ms: number }
  | { readonly ok: false; readonly rows: number; readonly ms: number; readonly broken: Broken & { readonly registerName: string | null } }
/** What the reader answers. */
export type LedgerCheck = { readonly broken: Broken | null; readonly rows: number; readonly accounts: number }

/** The reader looks up this often, so that a report that is asked for meanwhile does not wait long. */
const pieceMs = 40
const [rowsAtOnce, lotsAtOnce, accountsAtOnce, sealsAtOnce] = [200, 1_000, 200, 2_000]
const nowhere = { entryId: null, registerId: null, sequence: null, at: null, which: null }

type Pace = () => Promise<void>

/** Lets others be read when a piece has lasted its time, and before the first. Refuses 'check-cancelled'. */
function pacer(heard: () => void, cancelled: () => boolean): Pace {
  let began = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - began < pieceMs) return
    heard()
    await pause()
    if (cancelled()) throw new Refusal('check-cancelled')
    began = performance.now()
  }
}

/**
 * Reads the whole ledger again: every hash, every sum, every bucket, the sums the report is made of, and the seals of rules, tiers, rewards, cards
 * and closed months. It answers the first row that is not as it was written, by till and time. What it reads must be of one moment. Refuses 'check-cancelled'.
 */
export async function verifyLedger(db: ReadableDB, heard: (rows: number, of: number) => void = () => undefined, cancelled = () => false): Promise<{ broken: Broken | null; walk: Walk }> {
  const walk = walkFromStart()
  const upTo = ledgerEnd(db)
  const heads = chainHeads(db)
  const pace = pacer(() => heard(walk.rows, upTo), cancelled)
  await pace()
  while (walk.seq < upTo) {
    const chunk = readChunk(db, walk.seq, upTo)
    const broken = chunk.rows.length === 0 ? { ...nowhere, what: 'cut' as const } : follow(walk, chunk)
    if (broken) return { broken, walk }
    await pace()
  }
  const cut = heads.find(({ registerId, sequence, hash }) => walk.tills.get(registerId)?.sequence !== sequence || walk.tills.get(registerId)?.hash !== hash)
  if (cut || heads.length !== walk.tills.size) return { broken: { ...nowhere, registerId: cut?.registerId ?? null, sequence: cut?.sequence ?? null, what: 'cut' }, walk }
  const broken = (await checkLots(db, pace)) ?? (await checkStrays(db, pace)) ?? (await checkBalances(db, pace)) ?? (await checkDays(db, pace)) ?? (await checkSeals(db, pace))
  heard(walk.rows, upTo)
  return { broken, walk }
}

function readChunk(db: ReadableDB, after: number, upTo: number): Chunk {
  const rows = rowsFrom(db, after, upTo, rowsAtOnce)
  const last = rows.at(-1)?.seq ?? after
  return { rows, lots: Map.groupBy(lotsBetween(db, after, last), ({ entryId }) => entryId), draws: Map.groupBy(drawsBetween(db, after, last), ({ entryId }) => entryId), emptied: new Map(emptiedBetween(db, after, last).map(({ entryId, digest }) => [entryId, digest])) }
}

const brokenAt = (db: ReadableDB, entryId: EntryId | null, what: Fault): Broken => {
  const row = entryId === null ? undefined : getEntry(db, entryId)
  return { entryId, registerId: row?.registerId ?? null, sequence: row?.sequence ?? null, at: row?.at ?? null, what, which: null }
}

async function checkLots(db: ReadableDB, pace: Pace): Promise<Broken | null> {
  for (let after = 0, end = lastLot(db); after < end; after += lotsAtOnce) {
    const entryId = wrongLot(db, after, after + lotsAtOnce)
    if (entryId) return brokenAt(db, entryId, 'buckets')
    await pace()
  }
  return null
}

async function checkStrays(db: ReadableDB, pace: Pace): Promise<Broken | null> {
  for (let after = ''; ;) {
    const left = lotsLeft(db, after, lotsAtOnce)
    const stray = left.find((lot) => lot.stray === 1)
    if (stray) return brokenAt(db, stray.lotId.replace(/\.\d+$/, '') as EntryId, 'buckets')
    if (left.length < lotsAtOnce) return null
    after = left.at(-1)!.lotId
    await pace()
  }
}

/** Against each account's last row: that it is the sum of all before it, the walk has shown. */
async function checkBalances(db: ReadableDB, pace: Pace): Promise<Broken | null> {
  for (let after = ''; ;) {
    const sums = lotSums(db, after, accountsAtOnce)
    const wrong = sums.find(({ accountId, points }) => Math.max(0, balanceOf(db, accountId).balance) !== points)
    if (wrong) return { ...nowhere, what: 'buckets' }
    if (sums.length < accountsAtOnce) return null
    after = sums.at(-1)!.accountId
    await pace()
  }
}

async function checkDays(db: ReadableDB, pace: Pace): Promise<Broken | null> {
  for (let after = ''; ;) {
    const [next] = reportDays(db, after, 1)
    if (!next) return null
    if (!dayIsRight(db, next.day)) return { ...nowhere, what: 'day' }
    after = next.day
    await pace()
  }
}

async function checkSeals(db: ReadableDB, pace: Pace): Promise<Broken | null> {
  let walk: SealWalk = { seq: 0, seal: '' }
  for (;;) {
    const seals = sealsAfter(db, walk.seq, sealsAtOnce)
    const next = followSeals(walk, seals)
    if (!next) return { ...nowhere, what: 'seals' }
    walk = next
    if (seals.length < sealsAtOnce) break
    await pace()
  }
  const end = sealEnd(db)
  if (end.seq !== walk.seq || end.seal !== walk.seal) return { ...nowhere, what: 'seals' }
  for (const kind of sealedKinds) {
    const which = wrongSeal(db, kind)
    if (which !== null) return { ...nowhere, what: kind, which }
    await pace()
  }
  return null
}

/** Verify on the reader's thread. */
export async function checkLedger({ db, heard, stopped }: Look): Promise<LedgerCheck> {
  const { broken, walk } = await verifyLedger(db, (rows, of) => heard({ rows, of }), stopped)
  return { broken, rows: walk.rows, accounts: walk.accounts.size }
}

const running = new WeakMap<ReadableDB, AbortController>()
/** Stops the check that is running; it answers whoever started it with 'check-cancelled'. */
export function cancelVerify(core: Core): null {
  running.get(core.db)?.abort()
  return null
}

/** The same for a person: timed, named, and written into the audit, also where it was stopped. A second one stops the first. */
export async function verify(core: Core, caller: Caller): Promise<Verified> {
  cancelVerify(core)
  const stop = new AbortController()
  running.set(core.db, stop)
  const began = performance.now()
  const heard = (step: Json) => core.emit('ledger-checked', step as { rows: number; of: number })
  const { broken, rows, accounts } = await askReader(core, 'verify', null, { heard, signal: stop.signal }).catch((error: unknown) => {
    if (error instanceof Refusal && core.db.open) note(core, caller, { outcome: error.code, target: '', after: error.facts })
    throw error
  })
  const ms = Math.round(performance.now() - began)
  note(core, caller, { outcome: broken ? 'broken' : 'done', target: broken?.entryId ? `points/${broken.entryId}` : '', after: { rows, broken: broken?.what ?? null, ...(broken?.which ? { which: broken.which } : {}) } })
  if (!broken) return { ok: true, rows, accounts, ms }
  return { ok: false, rows, ms, broken: { ...broken, registerName: broken.registerId ? (getRegister(core.db, broken.registerId)?.name ?? null) : null } }
}
const note = (core: Core, { registerId, staffId }: Caller, what: { readonly outcome: string; readonly target: string; readonly after: Readonly<Record<string, Json>> }): void =>
  void appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'ledger-verified', ...what })
