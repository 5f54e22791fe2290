import type { Core } from '../context.ts'
import { emptyPerson, recordsOf } from '../customers/erase.sql.ts'
import { beginErasing, keepAfterAll, nextToErase, noteErased, type Erasure } from '../customers/erasures.sql.ts'
import { accountsOf } from '../loyalty/redact.sql.ts'
import { emptyReferences, refundIdsOf, salesAfter } from '../sales/erase.sql.ts'
import { dropPictures } from '../messaging/waiting.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { deleteSome, emptySome } from '../store/forget.ts'
import { inTransaction } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { dropExportsOf } from './erase-exports.ts'
import { emptyHits, hunt, needlesOf, noteHits, type Hit } from './erase-hunt.ts'
import { emptiedOfPerson, eraseList, type Fate, type Of, type Reaching } from './erase-list.ts'
import { emptyLedger, endPoints } from './erase-points.ts'
import { dropStagedFiles, emptyImportRows } from './erase-staged.ts'
import { sweepErased } from './erase-sweep.ts'
import { whyKeptNow } from './erase-judge.ts'
import { giveUpDebt } from './give-up-debt.ts'
import { inSlices } from './import-jobs.ts'

const [rowsAtOnce, salesAtOnce] = [100, 20]
type Counts = Record<string, number>
/** One piece of work in a slice: how many rows it reached, under which word; 0 when nothing is left of it. */
type Piece = { readonly as: string; readonly work: () => number }

const running = new WeakSet<Core>()

/** Erases whoever is due, one after the other, and whoever a crash cut off; then sweeps up. One at a time; a second call finds nothing to do. */
export async function eraseDue(core: Core): Promise<void> {
  if (running.has(core)) return
  running.add(core)
  try {
    for (let next = nextOf(core); next; next = nextOf(core)) await erase(core, next)
  } finally {
    running.delete(core)
  }
  await sweepErased(core)
}
const nextOf = (core: Core): Erasure | undefined => (core.db.open ? nextToErase(core.db, core.now()) : undefined)

async function erase(core: Core, erasure: Erasure): Promise<void> {
  const ids = recordsOf(core.db, erasure.customerId)
  if (erasure.state === 'waiting') {
    const why = whyKeptNow(core, erasure)
    if (why !== null) {
      keepAfterAll(core.db, erasure.id, why)
      return core.emit('customers-erased', { actId: erasure.actId })
    }
    const hits = await hunt(core, needlesOf(core, ids))
    if (!core.db.open || !begin(core, erasure, ids, hits)) return
  }
  await finish(core, erasure, ids)
}

/** The moment they are gone: in one transaction the person's own rows lose every word, and what is to be emptied elsewhere is written down. False where it was called off meanwhile. */
function begin(core: Core, erasure: Erasure, ids: readonly CustomerId[], hits: readonly Hit[]): boolean {
  const begun = inTransaction(core.db, () => {
    const at = core.now()
    if (whyKeptNow(core, erasure) !== null || beginErasing(core.db, erasure.id, at) === 0) return false
    giveUpDebt(core, erasure)
    noteHits(core, erasure.id, hits)
    const cards = endPoints(core, erasure, accountsOf(core.db, ids))
    for (const id of ids) emptyPerson(core.db, id, emptiedOfPerson, at)
    noteErased(core.db, erasure.id, JSON.stringify({ names: ids.length, cards }), 'erasing')
    const { registerId, staffId, approvedBy } = erasure
    appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: 'customer-erased', target: `customer/${erasure.customerId}`, approvedBy })
    return true
  })
  if (begun && erasure.writeOffCents !== null) core.emit('account-changed', { customerId: erasure.customerId })
  if (begun) core.emit('customer-changed', { customerId: erasure.customerId })
  if (begun) core.emit('customers-changed', { reason: 'erased' })
  if (begun) core.emit('customers-erased', { actId: erasure.actId })
  return begun
}

async function finish(core: Core, erasure: Erasure, ids: readonly CustomerId[]): Promise<void> {
  const counts: Counts = JSON.parse(erasure.state === 'waiting' ? '{}' : erasure.counts) as Counts
  counts['names'] ??= ids.length
  const pieces = piecesOf(core, erasure, ids)
  await inSlices(core, () => {
    const [piece] = pieces
    if (!piece) return false
    const reached = piece.work()
    counts[piece.as] = (counts[piece.as] ?? 0) + reached
    if (reached === 0) pieces.shift()
    return true
  }, () => void noteErased(core.db, erasure.id, JSON.stringify(counts), pieces.length === 0 ? 'sweeping' : 'erasing'))
  counts['exports'] = dropExportsOf(core, ids)
  noteErased(core.db, erasure.id, JSON.stringify(counts), 'sweeping')
  core.emit('customers-erased', { actId: erasure.actId })
}

function piecesOf(core: Core, erasure: Erasure, ids: readonly CustomerId[]): Piece[] {
  const accounts = accountsOf(core.db, ids)
  const keys: Readonly<Partial<Record<Of, readonly string[]>>> = { customer: ids, account: accounts, audit: auditTargets(ids) }
  const own = Object.entries(eraseList).flatMap(([table, fate]): Piece[] => {
    const of = reaches(fate) ? keys[fate.of] : undefined
    return of && reaches(fate) ? [pieceFor(core, table, fate, of)] : []
  })
  return [
    ...own, ...salePieces(core, ids),
    { as: 'points', work: () => emptyLedger(core, accounts, rowsAtOnce) },
    { as: 'imports', work: () => emptyImportRows(core, erasure.id, ids, rowsAtOnce) }, { as: 'files', work: () => dropStagedFiles(core, erasure.id) },
    { as: 'elsewhere', work: () => emptyHits(core, erasure.id, rowsAtOnce) }, { as: 'elsewhere', work: () => dropPictures(core.db) },
  ]
}
const auditTargets = (ids: readonly CustomerId[]): string[] =>
  ids.flatMap((id) => [`customer/${id}`, `customer/${id}/licence`, `customer/${id}/medical`, `points/${id}`])

const reaches = (fate: Fate): fate is Reaching => fate.does === 'deletes' || fate.does === 'empties'
function pieceFor(core: Core, table: string, fate: Reaching, keys: readonly string[]): Piece {
  const where = { table, by: fate.by, keys }
  return { as: fate.as, work: () => (fate.does === 'deletes' ? deleteSome(core.db, where, rowsAtOnce) : emptySome(core.db, where, fate.columns, rowsAtOnce)) }
}

/** Sale after sale, with everything that hangs on one; a page is done whole before the next. */
function salePieces(core: Core, ids: readonly CustomerId[]): Piece[] {
  let after = ''
  const fates = Object.entries(eraseList).flatMap(([table, fate]) => (reaches(fate) && fate.of === 'sale' ? [{ table, fate }] : []))
  const work = (): number => {
    const sales = salesAfter(core.db, ids, after, salesAtOnce)
    after = sales.at(-1) ?? after
    for (const { table, fate } of fates) while (pieceFor(core, table, fate, sales).work() > 0);
    emptyReferences(core.db, sales)
    const targets = [...sales.map((id) => `sale/${id}`), ...refundIdsOf(core.db, sales).map((id) => `refund/${id}`)]
    while (emptySome(core.db, { table: 'audit', by: 'target', keys: targets }, { reason: null }, rowsAtOnce) > 0);
    return sales.length
  }
  return [{ as: 'sales', work }]
}
