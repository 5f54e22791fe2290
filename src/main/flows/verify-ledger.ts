import { setImmediate as pause } from 'node:timers/promises'
import type { Core } from '../context.ts'
import { getEntry, rowsFrom } from '../loyalty/ledger.sql.ts'
import { follow, walkFromStart, type Broken, type Chunk, type Fault, type Walk } from '../loyalty/verify.ts'
import { balanceAt, chainHeads, dayIsRight, drawsBetween, lastLot, ledgerEnd, lotsBetween, lotSums, reportDays, strayLot, wrongLot } from '../loyalty/verify.sql.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { ReadableDB } from '../store/sql.ts'
import type { Caller, EntryId } from '../vocabulary.ts'

export type Verified =
  | { readonly ok: true; readonly rows: number; readonly accounts: number; readonly ms: number }
  | { readonly ok: false; readonly rows: number; readonly ms: number; readonly broken: Broken & { readonly registerName: string | null } }

/** Small enough that the till does not notice: a piece takes a few milliseconds. */
const rowsAtOnce = 400
const nowhere = { entryId: null, registerId: null, sequence: null, at: null }

/**
 * Reads the whole ledger again: every hash, every sum, every bucket, and the sums the report is made of. It answers the first row that is not as
 * it was written, by till and time. It only reads (any reader handle will do) and lets the till work between its pieces.
 */
export async function verifyLedger(db: ReadableDB, heard: (rows: number, of: number) => void = () => undefined): Promise<{ broken: Broken | null; walk: Walk }> {
  const walk = walkFromStart()
  const upTo = ledgerEnd(db)
  const heads = chainHeads(db)
  while (walk.seq < upTo) {
    const chunk = readChunk(db, walk.seq, upTo)
    const broken = chunk.rows.length === 0 ? { ...nowhere, what: 'cut' as const } : follow(walk, chunk)
    if (broken) return { broken, walk }
    heard(walk.rows, upTo)
    await pause()
  }
  const cut = heads.find(({ registerId, sequence, hash }) => walk.tills.get(registerId)?.sequence !== sequence || walk.tills.get(registerId)?.hash !== hash)
  if (cut || heads.length !== walk.tills.size) return { broken: { ...nowhere, registerId: cut?.registerId ?? null, sequence: cut?.sequence ?? null, what: 'cut' }, walk }
  return { broken: (await checkBuckets(db)) ?? (await checkDays(db)), walk }
}

function readChunk(db: ReadableDB, after: number, upTo: number): Chunk {
  const rows = rowsFrom(db, after, upTo, rowsAtOnce)
  const last = rows.at(-1)?.seq ?? after
  return { rows, lots: Map.groupBy(lotsBetween(db, after, last), ({ entryId }) => entryId), draws: Map.groupBy(drawsBetween(db, after, last), ({ entryId }) => entryId) }
}

const brokenAt = (db: ReadableDB, entryId: EntryId | null, what: Fault): Broken => {
  const row = entryId === null ? undefined : getEntry(db, entryId)
  return { entryId, registerId: row?.registerId ?? null, sequence: row?.sequence ?? null, at: row?.at ?? null, what }
}

async function checkBuckets(db: ReadableDB): Promise<Broken | null> {
  for (let after = 0, end = lastLot(db); after < end; after += rowsAtOnce) {
    const entryId = wrongLot(db, after, after + rowsAtOnce)
    if (entryId) return brokenAt(db, entryId, 'buckets')
    await pause()
  }
  const stray = strayLot(db)
  if (stray) return brokenAt(db, stray.replace(/\.\d+$/, '') as EntryId, 'buckets')
  for (let after = ''; ;) {
    const sums = lotSums(db, after, rowsAtOnce)
    const wrong = sums.find(({ accountId, points }) => Math.max(0, balanceAt(db, accountId)) !== points)
    if (wrong) return { ...nowhere, what: 'buckets' }
    if (sums.length < rowsAtOnce) return null
    after = sums.at(-1)!.accountId
    await pause()
  }
}

const daysAtOnce = 5
async function checkDays(db: ReadableDB): Promise<Broken | null> {
  for (let after = ''; ;) {
    const days = reportDays(db, after, daysAtOnce)
    if (days.some(({ day }) => !dayIsRight(db, day))) return { ...nowhere, what: 'day' }
    if (days.length < daysAtOnce) return null
    after = days.at(-1)!.day
    await pause()
  }
}

/** The same for a person: timed, named, and written into the audit. */
export async function verify(core: Core, caller: Caller): Promise<Verified> {
  const began = performance.now()
  const { broken, walk } = await verifyLedger(core.db, (rows, of) => core.emit('ledger-checked', { rows, of }))
  const ms = Math.round(performance.now() - began)
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'ledger-verified', target: broken?.entryId ? `points/${broken.entryId}` : '',
    after: { rows: walk.rows, broken: broken?.what ?? null }, outcome: broken ? 'broken' : 'done',
  })
  if (!broken) return { ok: true, rows: walk.rows, accounts: walk.accounts.size, ms }
  return { ok: false, rows: walk.rows, ms, broken: { ...broken, registerName: broken.registerId ? (getRegister(core.db, broken.registerId)?.name ?? null) : null } }
}
