import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { setMergedInto, type Account } from '../loyalty/accounts.sql.ts'
import { endStay, insertStay, stayOf, staysIn, undoStays } from '../loyalty/households.sql.ts'
import { entry, less } from '../loyalty/ledger.ts'
import { balanceOf, entryBySource, moveWaiting, moveWaitingBack, type Stored } from '../loyalty/ledger.sql.ts'
import { lotsBroughtBy, lotsToDraw } from '../loyalty/lots.sql.ts'
import { moveCards } from '../loyalty/cards.sql.ts'
import type { Lot, NewLot } from '../loyalty/lots.ts'
import type { Points } from '../vocabulary.ts'
import { programNowOrThen, rowOf, type Desk, type Now } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

type Step = { readonly key: string; readonly from: Account; readonly to: Account; readonly points: Points; readonly pending: Points; readonly lots: readonly Lot[] }
const everything = Number.MAX_SAFE_INTEGER as Points

/**
 * Two people are one: the balance, what waits and the cards move to the survivor, by two rows with the same buckets, in the transaction of the
 * merge. What the first account's sales still bring or take back goes to the survivor from now on. `mergeId` names the merge for its undoing.
 */
export function mergePoints(core: Core, desk: Desk, mergeId: string, from: Account, to: Account): void {
  if (from.id === to.id || from.mergedInto !== null) throw new Refusal('cannot-reverse')
  const { balance, pending } = balanceOf(core.db, from.id)
  const lots = balance > 0 ? lotsToDraw(core.db, from.id, everything) : []
  moveBoth(core, desk, { key: `merge/${mergeId}`, from, to, points: balance, pending, lots })
  moveCards(core.db, from.id, to.id)
  moveWaiting(core.db, from.id, to.id)
  moveStay(core, mergeId, from, to)
  setMergedInto(core.db, from.id, to.id)
}

/** The merge taken back: what is left of the moved points goes home; with nothing done in between, that is exactly the start. */
export function unmergePoints(core: Core, desk: Desk, mergeId: string, from: Account, to: Account): void {
  const moved = entryBySource(core.db, `merge/${mergeId}/in`)
  if (!moved) throw new Refusal('not-found', { field: 'mergeId' })
  const lots = lotsBroughtBy(core.db, to.id, moved.id)
  const left = lots.reduce((sum, lot) => sum + lot.left, 0)
  const pending = Math.min(moved.pending, balanceOf(core.db, to.id).pending) as Points
  moveBoth(core, desk, { key: `unmerge/${mergeId}`, from: to, to: from, points: (moved.points < 0 ? moved.points : left) as Points, pending, lots })
  moveWaitingBack(core.db, to.id, from.id)
  undoStays(core.db, `merge/${mergeId}`, core.now())
  setMergedInto(core.db, from.id, null)
}

/** The survivor takes the other's place in a household, if they had none; two who were in the same one are one there too. */
function moveStay(core: Core, mergeId: string, from: Account, to: Account): void {
  const [leaving, own] = [stayOf(core.db, from.id), stayOf(core.db, to.id)]
  if (!leaving) return
  const [at, by] = [core.now(), `merge/${mergeId}`]
  const others = staysIn(core.db, leaving.householdId).filter(({ id }) => id !== leaving.id)
  endStay(core.db, leaving.id, at, by)
  const stay = { id: core.newId(), householdId: leaving.householdId, at, by, staffId: null, approvedBy: null }
  if (!own) return void insertStay(core.db, { ...stay, accountId: to.id, role: leaving.role, capPoints: leaving.capPoints })
  const heir = leaving.role === 'owner' ? (others.find(({ accountId }) => accountId === to.id) ?? others[0]) : undefined
  if (!heir) return
  endStay(core.db, heir.id, at, by)
  insertStay(core.db, { ...stay, accountId: heir.accountId, role: 'owner', capPoints: null })
}

/** Two rows that carry points and their buckets from one account to another. `key` names the act, once in all time. */
export function moveBoth(core: Core, desk: Desk, step: Step): void {
  const now = programNowOrThen(core, { ruleVersion: 1 })
  write(core, desk, now, step, 'out')
  write(core, desk, now, step, 'in')
}

/** A debt moves as it is: the first account is brought up to zero, the other down by as much. */
function write(core: Core, desk: Desk, now: Now, step: Step, way: 'out' | 'in'): Stored {
  const [account, other] = way === 'out' ? [step.from, step.to] : [step.to, step.from]
  const common = rowOf(core, desk, account, now)
  const points = way === 'out' ? less(step.points) : step.points
  const carried: NewLot[] = step.lots.map(({ originId, left, expiresOn, earnedAt }) => ({ originId, points: left, expiresOn, earnedAt }))
  const opened = points <= 0 ? [] : way === 'in' ? carried : [{ originId: common.id, points, expiresOn: null, earnedAt: common.at }]
  const { row } = writeEntry(core, desk.registerId, entry(common, 'transfer', `${step.key}/${way}`, {
    points, pending: way === 'out' ? less(step.pending) : step.pending, lots: opened, working: { kind: 'transfer', way, other: other.customerId },
  }), { preferred: null, mayOwe: true, ...(points < 0 && way === 'out' ? { only: step.lots } : {}) })
  core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
  return row
}
