import type { Core } from '../context.ts'
import { hashOf, sealOf } from '../loyalty/chain.ts'
import { dayPart } from '../loyalty/days.ts'
import { addToDay } from '../loyalty/days.sql.ts'
import { less, place, type Entry, type Leave, type Place } from '../loyalty/ledger.ts'
import { balanceOf, endOfFile, entryBySource, insertEntry, nextPlace, type Stored } from '../loyalty/ledger.sql.ts'
import { inOrder, type Lot } from '../loyalty/lots.ts'
import { insertDraws, insertLots, lotsOfOrigin, lotsToDraw } from '../loyalty/lots.sql.ts'
import type { RegisterId } from '../vocabulary.ts'

/** A row and whether it is new: the same source a second time answers the row of the first and moves nothing. */
export type Written = { readonly row: Stored; readonly fresh: boolean }
const asItMay: Leave = { preferred: null, mayOwe: false }

/**
 * Writes one row of the ledger with its buckets, draws, sums and hashes. It must stand in the transaction of what brings it about.
 * Refuses 'not-enough-points' where the row may not leave a debt.
 */
export function writeEntry(core: Core, registerId: RegisterId, entry: Entry, leave: Leave = asItMay): Written {
  const { db } = core
  const before = entryBySource(db, entry.sourceKey)
  if (before) return { row: before, fresh: false }
  const where = nextPlace(db, registerId)
  append(core, entry, leave, where, hashOf(entry, where))
  return { row: entryBySource(db, entry.sourceKey)!, fresh: true }
}

/** Puts a row with a known place in its till's chain at the end of this file. */
export function append(core: Core, entry: Entry, leave: Leave, where: Place, hash: string): void {
  const { db } = core
  const placed = place(entry, leave, balanceOf(db, entry.accountId), lotsFor(core, entry, leave))
  const end = endOfFile(db)
  const seq = end.seq + 1
  insertEntry(db, placed, { ...where, seq, hash, seal: sealOf({ seq, hash, ...placed }, end.seal) })
  insertLots(db, entry.accountId, entry.id, placed.lots)
  insertDraws(db, entry.id, placed.draws)
  addToDay(db, entry.day, dayPart(entry, placed.owed))
}

function lotsFor({ db }: Core, { accountId, points }: Entry, { preferred, only }: Leave): readonly Lot[] {
  if (points >= 0) return []
  if (only) return only
  const inTurn = lotsToDraw(db, accountId, less(points))
  if (preferred === null) return inTurn
  const own = lotsOfOrigin(db, accountId, preferred)
  return inOrder([...own, ...inTurn.filter(({ id }) => !own.some((lot) => lot.id === id))], preferred)
}
