import type { Core } from '../context.ts'
import { countLetter, reindexCustomer } from '../customers/customers.sql.ts'
import { isBeingErased } from '../customers/erasures.sql.ts'
import { dropJournal, getMerge, livingCustomer, markUndone, mergesInto, type MergeId, type MergeRow } from '../customers/merges.sql.ts'
import { displayName, sortNameOf } from '../customers/names.ts'
import { refreshMains } from '../customers/parts.sql.ts'
import { readRecord } from '../customers/record.sql.ts'
import { unindexWords } from '../customers/search.sql.ts'
import { Refusal } from '../errors.ts'
import { salesSince, waitingCarts } from '../sales/of-person.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, RequestId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { repriceCarts, tellMerged } from './merge-carts.ts'
import { giveConsentBack } from './merge-consent.ts'
import type { MergeMemo } from './merge-customers.ts'
import { needsPin } from './merge-pair.ts'
import { accountsOfMerge, partPoints } from './merge-points.ts'
import { moveRowsBack, putBack, type Both } from './merge-rows.ts'
import { accountsParted } from './write-account.ts'

export type UnmergeAsked = { readonly requestId: RequestId; readonly mergeId: MergeId; readonly approvalId: ApprovalId | null }
/** What stays with the survivor because it was done since: sales begun since then, and whether their record was changed. */
export type Unmerged = { readonly keepId: CustomerId; readonly goneId: CustomerId; readonly stays: { readonly sales: number; readonly details: boolean } }
export const unmergeTarget = (mergeId: MergeId): string => `unmerge/${mergeId}`

/**
 * Takes a merge back: two records again, to the exact start where nothing was done since; what was done since stays with the survivor, and the
 * answer says so. Refuses 'undo-too-late' after thirty days or a second time, 'merge-newer-first' (facts.code) where a later merge
 * builds on it, 'being-erased' while the survivor is being deleted, and 'needs-approval' where points or money move.
 */
export function unmergeCustomers(core: Core, caller: Caller, asked: UnmergeAsked): Unmerged {
  const parted = once(core.db, { id: asked.requestId, door: 'customers/unmerge', at: core.now() }, () => unmerge(core, caller, asked))
  tellMerged(core, parted)
  return parted
}

function unmerge(core: Core, caller: Caller, { mergeId, approvalId }: UnmergeAsked): Unmerged {
  const merge = undoable(core, mergeId)
  const memo = JSON.parse(merge.moved) as MergeMemo
  const both: Both = { keptId: merge.keptId, goneId: merge.goneId }
  const approvedBy = needsPin(memo.holds) ? slipFor(core, caller, 'merge-customers', unmergeTarget(mergeId), approvalId).approvedBy : null
  const sales = salesSince(core.db, both.keptId, merge.at)
  const details = write(core, caller, merge, memo)
  markUndone(core.db, mergeId, core.now(), caller.staffId)
  dropJournal(core.db, mergeId)
  const stays = { sales, details }
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'customers-unmerged', target: `customer/${both.keptId}`,
    before: { other: merge.goneCode }, after: { mergeId, stays }, approvedBy,
  })
  return { keepId: both.keptId, goneId: both.goneId, stays }
}

/** Only the newest of the merges into somebody is undone, so that each finds what it left; and nothing of who went on into a third. */
function undoable(core: Core, mergeId: MergeId): MergeRow {
  const merge = getMerge(core.db, mergeId)
  if (!merge) throw new Refusal('not-found', { field: 'mergeId' })
  if (merge.undoneAt !== null || core.now() > merge.undoUntil) throw new Refusal('undo-too-late', { undoUntil: merge.undoUntil })
  const living = livingCustomer(core.db, merge.keptId)
  if (isBeingErased(core.db, living)) throw new Refusal('being-erased')
  const [newest] = mergesInto(core.db, living)
  if (newest && newest.id !== mergeId) throw new Refusal('merge-newer-first', { code: newest.goneCode })
  return merge
}

function write(core: Core, caller: Caller, merge: MergeRow, memo: MergeMemo): boolean {
  const both: Both = { keptId: merge.keptId, goneId: merge.goneId }
  const people = [both.keptId, both.goneId]
  for (const customerId of people) hide(core, customerId)
  const accounts = accountsOfMerge(core, memo.points)
  partPoints(core, caller, merge.id, both, memo.points)
  moveRowsBack(core, merge.id, both, accounts)
  const changed = putBack(core, merge.id, both)
  if (changed.length > 0) refreshMains(core.db, both.keptId)
  for (const customerId of people) show(core, customerId)
  giveConsentBack(core, caller, both, memo)
  accountsParted(core, people)
  repriceCarts(core, [...waitingCarts(core.db, both.goneId), ...waitingCarts(core.db, both.keptId)])
  return changed.length > 0
}

/** Out of the search and the letters before the rows change; `show` puts them in as they are then. */
function hide({ db }: Core, customerId: CustomerId): void {
  const record = readRecord(db, customerId)
  if (!record) return
  unindexWords(db, record.seq)
  countLetter(db, sortNameOf(displayName(record)), record.status, -1)
}
function show({ db }: Core, customerId: CustomerId): void {
  const record = readRecord(db, customerId)
  if (!record) return
  countLetter(db, sortNameOf(displayName(record)), record.status, 1)
  reindexCustomer(db, customerId)
}
