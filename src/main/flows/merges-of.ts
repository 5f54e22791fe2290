import type { Core } from '../context.ts'
import { customerExists } from '../customers/customers.sql.ts'
import { dropJournal, livingCustomer, mergesInto, ripeMerges, type MergeId, type MergeKind } from '../customers/merges.sql.ts'
import { countOpen } from '../customers/pairs.sql.ts'
import { inTransaction } from '../store/sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, Instant, RequestId } from '../vocabulary.ts'
import { keepDecision } from './decide-duplicates.ts'

/** A record that is part of somebody. `undoUntil` is null once the merge is for good, `first` where it is the one to be undone next. */
export type MergedIn = { readonly mergeId: MergeId; readonly kind: MergeKind; readonly code: string; readonly name: string; readonly at: Instant; readonly undoUntil: Instant | null; readonly first: boolean }

/** "Includes POS-000133, Unmerge until 21 Dec": the records that went into this one, the newest first. */
export function mergesOf(core: Core, customerId: CustomerId): MergedIn[] {
  const now = core.now()
  return mergesInto(core.db, livingCustomer(core.db, customerId))
    .map(({ id, kind, goneCode, goneName, at, undoUntil }, place) => ({ mergeId: id, kind, code: goneCode, name: goneName, at, undoUntil: undoUntil < now ? null : undoUntil, first: place === 0 }))
}

const mergesAtOnce = 20
/** After thirty days a merge is for good: what was kept for its undo goes. */
export function settleMerges(core: Core): void {
  const ripe = ripeMerges(core.db, core.now(), mergesAtOnce)
  if (ripe.length > 0) inTransaction(core.db, () => ripe.forEach((merge) => dropJournal(core.db, merge)))
}

/** Someone new was said to be none of those who were shown while they were typed in: nobody asks again (N2). */
export function keepDecisionsOf(core: Core, caller: Caller, { requestId, customerId, others }: { readonly requestId: RequestId; readonly customerId: CustomerId; readonly others: readonly CustomerId[] }): null {
  once(core.db, { id: requestId, door: 'duplicates/decide-new', at: core.now() }, () => {
    const known = others.filter((other) => other !== customerId && customerExists(core.db, other))
    if (customerExists(core.db, customerId)) for (const other of known) keepDecision(core, caller, customerId, other, 'different')
    return null
  })
  core.emit('duplicates-found', { done: 0, total: 0, running: false, open: countOpen(core.db) })
  return null
}
