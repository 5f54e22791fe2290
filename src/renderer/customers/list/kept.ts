import { useEffect, useState } from 'react'
import type { ListFilter, ListSort } from '../../../main/customers/list-filter.ts'
import type { ListMemory } from '../../../main/flows/list-doors.ts'
import type { CustomerId, StaffId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { queries } from '../../use-call.ts'

/** Where somebody left the list within this session: what they searched for, how far they had scrolled, who was ticked and open. */
type Left = { readonly text: string; readonly top: number; readonly ticked: Ticked; readonly line: number }
export type Ticked = { readonly kind: 'ids'; readonly ids: ReadonlySet<CustomerId> } | { readonly kind: 'all'; readonly except: ReadonlySet<CustomerId>; readonly total: number }
export const nobodyTicked: Ticked = { kind: 'ids', ids: new Set() }

const left = new Map<StaffId, Left>()
const fresh: Left = { text: '', top: 0, ticked: nobodyTicked, line: 0 }
export const leftBy = (staffId: StaffId): Left => left.get(staffId) ?? fresh
export const leave = (staffId: StaffId, part: Partial<Left>): void => void left.set(staffId, { ...leftBy(staffId), ...part })

const keepAfterMs = 400
/** Filters and sort of this person, kept in main a moment after they changed; what was typed stays on this till. */
export function useKept(memory: ListMemory, asked: ListFilter | undefined, staffId: StaffId) {
  const [filter, setFilter] = useState<ListFilter>(() => asked ?? { ...memory.filter, ...(leftBy(staffId).text === '' ? {} : { text: leftBy(staffId).text }) })
  const [sort, setSort] = useState<ListSort>(memory.sort)
  useEffect(() => {
    leave(staffId, { text: filter.text ?? '' })
    const timer = window.setTimeout(() => void call('customers/keep-list', { filter, sort }).then((now) => queries.setQueryData(['customers/list-memory', {}], now)).catch(() => undefined), keepAfterMs)
    return () => window.clearTimeout(timer)
  }, [filter, sort, staffId])
  return { filter, setFilter, sort, setSort }
}
