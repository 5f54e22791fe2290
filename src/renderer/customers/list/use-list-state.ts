import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterName, ListColumn, ListFilter, ListSort } from '../../../main/customers/list-filter.ts'
import type { ListChoices } from '../../../main/flows/list-choices.ts'
import type { ListMemory } from '../../../main/flows/list-doors.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useHere } from '../../here.ts'
import { queries, useAct } from '../../use-call.ts'
import type { Said } from './filter-text.ts'
import { leave, leftBy, nobodyTicked, useKept, type Ticked } from './kept.ts'
import { onlyListed, tick } from './ticks.ts'
import { useList } from './use-list.ts'

type Asked = { readonly memory: ListMemory; readonly choices: ListChoices; readonly asked: ListFilter | undefined }

/** A filter shows its column: who filters by the unsubscribed wants to see since when. */
const columnOf: Partial<Readonly<Record<FilterName, ListColumn>>> = {
  mobile: 'mobile', email: 'email', unsubscribed: 'unsubscribed', points: 'points', tierIds: 'tier', debt: 'balance', lastVisit: 'last-visit', spend: 'spend', birthdayMonth: 'birthday', tags: 'tags', sources: 'source',
  customerTypeIds: 'customer-type', statuses: 'status', groupIds: 'group', type: 'type',
}
export function columnsShown(chosen: readonly ListColumn[], filter: ListFilter, allowed: readonly ListColumn[]): ListColumn[] {
  const asked = (Object.keys(filter) as FilterName[]).flatMap((name) => columnOf[name] ?? [])
  return [...new Set([...chosen, ...asked])].filter((column) => allowed.includes(column))
}

/** Everything of the list that changes: filter, sort, columns, who is ticked, and where one is in it; left and found again within the session. */
export function useListState({ memory, choices, asked }: Asked) {
  const { session } = useHere()
  const kept = useKept(memory, asked, session.staffId)
  const { filter, sort, setFilter, setSort } = kept
  const columns = columnsShown(memory.columns, filter, choices.columns)
  const safeSort: ListSort = choices.columns.includes(sort.column) ? sort : { column: 'name', down: false }
  const list = useList(filter, safeSort, columns)
  const [found, setTicked] = useState<Ticked>(() => leftBy(session.staffId).ticked)
  const ticked = onlyListed(found, list.ids, !list.isBehind && list.total !== null && list.total === list.ids.length)
  const [line, setLine] = useState(() => leftBy(session.staffId).line)
  const keepTicked = useCallback((next: Ticked) => (setTicked(next), leave(session.staffId, { ticked: next })), [session.staffId])
  const show = useCallback((next: ListFilter) => (setFilter(next), keepTicked(nobodyTicked), setLine(0), leave(session.staffId, { top: 0, line: 0 })), [setFilter, keepTicked, session.staffId])
  return {
    filter, show, sort: safeSort, setSort, columns, list, ticked, setTicked: keepTicked, line, top: leftBy(session.staffId).top,
    setLine: useCallback((next: number) => (setLine(next), leave(session.staffId, { line: next })), [session.staffId]), setTop: (top: number) => leave(session.staffId, { top }),
    tick: (ids: readonly CustomerId[], on: boolean) => keepTicked(tick(ticked, ids, on)),
  }
}
export type ListState = ReturnType<typeof useListState>

/** What words about a filter need. */
export function useSaid(choices: ListChoices): Said {
  const { t, i18n } = useTranslation('list')
  return { t, format: useFormat(), choices, locale: i18n.language }
}

/** Keeps which columns this person sees, at once; an empty list goes back to the first ones. */
export function useColumns() {
  return useAct(async (columns: readonly ListColumn[]) => void queries.setQueryData(['customers/list-memory', {}], await call('customers/keep-list', { columns: [...columns] }))).run
}
