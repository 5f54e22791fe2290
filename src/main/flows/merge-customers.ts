import type { Core } from '../context.ts'
import { alsoKnownAfter } from '../customers/also-known.ts'
import { countLetter, reindexCustomer, updateCustomer } from '../customers/customers.sql.ts'
import { takePairs } from '../customers/pairs.sql.ts'
import { unite, type MergeChoice } from '../customers/merge.ts'
import { addVisits, alsoKnownOf, insertMerge, keepMoves, retire, setMemo, type MergeId, type MergeKind, type NewMerge } from '../customers/merges.sql.ts'
import { displayName, sortNameOf } from '../customers/names.ts'
import { takePhoto } from '../customers/photos.sql.ts'
import { unindexWords } from '../customers/search.sql.ts'
import { Refusal } from '../errors.ts'
import { waitingCarts } from '../sales/of-person.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, Instant, Json, RequestId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { repriceCarts, tellMerged } from './merge-carts.ts'
import { carryConsentOver, lastAnswerOf, type ConsentMemo } from './merge-consent.ts'
import { mergeTarget, needsPin, planFor, whyNotMerge, type Holdings, type MergePair, type MergePlan } from './merge-pair.ts'
import { accountsOfBoth, joinPoints, type PointsMerged } from './merge-points.ts'
import { giveOwn, keepChanges, moveRows, pictureOf, type Both } from './merge-rows.ts'

export const mergeUndoDays = 30
const dayMs = 86_400_000
/** Until when a merge of this moment can be taken back. */
export const undoUntilFrom = (at: Instant): Instant => new Date(Date.parse(at) + mergeUndoDays * dayMs).toISOString() as Instant

export type MergeAsked = {
  readonly requestId: RequestId; readonly kind: MergeKind; readonly keepId: CustomerId; readonly goneId: CustomerId; readonly fingerprint: string; readonly choice: MergeChoice
  readonly photo: 'keep' | 'gone' | null; readonly approvalId: ApprovalId | null
}
export type Merged = { readonly mergeId: MergeId; readonly keepId: CustomerId; readonly goneId: CustomerId; readonly undoUntil: Instant; readonly moved: Holdings }
/** What the undo needs beside the rows. */
export type MergeMemo = ConsentMemo & { readonly holds: Holdings; readonly points: PointsMerged }

/**
 * Two records become one, all or nothing: everything the one has goes to the other, and for thirty days it can be taken back to the exact start.
 * Refuses 'merge-changed' where anything differs from what was shown, 'catalog-owned', 'merge-impossible', 'customer-merged', 'being-erased', and
 * 'needs-approval' where points or money move.
 */
export function mergeCustomers(core: Core, caller: Caller, asked: MergeAsked): Merged {
  const merged = once(core.db, { id: asked.requestId, door: 'customers/merge', at: core.now() }, () => merge(core, caller, asked))
  tellMerged(core, merged)
  return merged
}

function merge(core: Core, caller: Caller, asked: MergeAsked): Merged {
  const plan = planFor(core, asked.keepId, asked.goneId)
  const no = whyNotMerge(plan.pair, asked.kind)
  if (no) throw no
  if (plan.fingerprint !== asked.fingerprint) throw new Refusal('merge-changed')
  const moved = plan.holds.gone
  const approvedBy = needsPin(moved) ? slipFor(core, caller, 'merge-customers', mergeTarget(asked.keepId, asked.goneId), asked.approvalId).approvedBy : null
  const at = core.now()
  const merge = {
    id: core.newId() as MergeId, kind: asked.kind, keptId: asked.keepId, goneId: asked.goneId, at, undoUntil: undoUntilFrom(at),
    staffId: caller.staffId, registerId: caller.registerId, approvedBy, moved: null,
  }
  insertMerge(core.db, merge)
  write(core, caller, { asked, plan, merge })
  appendAudit(core.db, {
    id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: asked.kind === 'merge' ? 'customers-merged' : 'online-profile-kept', target: `customer/${asked.keepId}`,
    before: { kept: plan.pair.keep.code, other: plan.pair.gone.code }, after: { mergeId: merge.id, moved: moved as unknown as Json }, approvedBy,
  })
  return { mergeId: merge.id, keepId: asked.keepId, goneId: asked.goneId, undoUntil: merge.undoUntil, moved }
}

type Writing = { readonly asked: MergeAsked; readonly plan: MergePlan; readonly merge: NewMerge }
/** Everything that changes, between two pictures of both records: what differs between them is kept for the undo. */
function write(core: Core, caller: Caller, { asked, plan: { pair, holds }, merge }: Writing): void {
  const both: Both = { keptId: merge.keptId, goneId: merge.goneId }
  const before = pictureOf(core, both)
  const carts = waitingCarts(core.db, both.goneId)
  const next = unite(pair, asked.choice)
  updateCustomer(core.db, next, { at: core.now(), registerId: caller.registerId, staffId: caller.staffId, fields: fieldsChanged(pair, next) })
  if (asked.photo === 'gone' && pair.gone.hasPhoto) takePhoto(core.db, both.goneId, both.keptId)
  giveOwn(core, both)
  retireRecord(core, pair, both)
  // Before the points: what is left to move after them would not be remembered.
  moveRows(core, merge.id, both, accountsOfBoth(core, both))
  const points = joinPoints(core, caller, merge.id, both)
  const consents = carryConsentOver(core, caller, both.keptId, both.goneId, pair.gone.code)
  keepChanges(core, merge.id, both, before)
  setMemo(core.db, merge.id, { holds: holds.gone, points, consents, lastAnswer: lastAnswerOf(core, both.keptId) } satisfies MergeMemo as unknown as Json)
  repriceCarts(core, carts)
  keepMoves(core.db, merge.id, 'duplicate_pairs', takePairs(core.db, both.goneId))
}

const fieldsChanged = ({ keep }: MergePair, next: MergePair['keep']): string[] =>
  (Object.keys(keep) as (keyof MergePair['keep'])[]).filter((field) => JSON.stringify(keep[field]) !== JSON.stringify(next[field]))

/** Nobody finds the record by itself any more; the survivor is found by all it was found by. */
function retireRecord(core: Core, { gone }: MergePair, { keptId, goneId }: Both): void {
  const { db } = core
  const sortName = sortNameOf(displayName(gone))
  addVisits(db, keptId, goneId, alsoKnownAfter(alsoKnownOf(db, keptId), gone, alsoKnownOf(db, goneId)))
  unindexWords(db, gone.seq)
  countLetter(db, sortName, gone.status, -1)
  retire(db, goneId, keptId, core.now())
  countLetter(db, sortName, 'merged', 1)
  reindexCustomer(db, keptId)
}
