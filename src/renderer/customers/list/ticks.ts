import type { ListFilter } from '../../../main/customers/list-filter.ts'
import type { Selection } from '../../../main/customers/selection.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { nobodyTicked, type Ticked } from './kept.ts'

export const isTicked = (ticked: Ticked, id: CustomerId): boolean => (ticked.kind === 'ids' ? ticked.ids.has(id) : !ticked.except.has(id))
export const countTicked = (ticked: Ticked): number => (ticked.kind === 'ids' ? ticked.ids.size : ticked.total - ticked.except.size)

/** With these people ticked, or not. */
export function tick(ticked: Ticked, ids: readonly CustomerId[], on: boolean): Ticked {
  const set = new Set(ticked.kind === 'ids' ? ticked.ids : ticked.except)
  const isIn = ticked.kind === 'ids' ? on : !on
  ids.forEach((id) => (isIn ? set.add(id) : set.delete(id)))
  const now: Ticked = ticked.kind === 'ids' ? { kind: 'ids', ids: set } : { ...ticked, except: set }
  return countTicked(now) === 0 ? nobodyTicked : now
}

/** What is handed to main: the people ticked, or the filter they were all ticked by. */
export const selectionOf = (ticked: Ticked, filter: ListFilter): Selection =>
  ticked.kind === 'ids' ? { kind: 'ids', ids: [...ticked.ids] } : { kind: 'filter', filter, except: [...ticked.except] }

/** Whoever left the list is not ticked any more. */
export function onlyListed(ticked: Ticked, ids: readonly CustomerId[], isWhole: boolean): Ticked {
  if (ticked.kind === 'all' || !isWhole || ticked.ids.size === 0) return ticked
  const listed = new Set(ids)
  const kept = [...ticked.ids].filter((id) => listed.has(id))
  return kept.length === ticked.ids.size ? ticked : { kind: 'ids', ids: new Set(kept) }
}
