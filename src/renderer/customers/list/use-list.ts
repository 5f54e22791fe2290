import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ListColumn, ListFilter, ListSort } from '../../../main/customers/list-filter.ts'
import type { ListRow } from '../../../main/customers/list-rows.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call, CallFailed, onAny } from '../../bridge.ts'
import type { Output } from '../../../main/handlers.ts'
import { queries } from '../../use-call.ts'

const heard: ReadonlySet<string> = new Set(['customer-changed', 'customers-changed', 'points-changed', 'sale-completed', 'sales-changed'])
const quietMs = 400
const ofList = { predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => ['customers/list', 'customers/list-count', 'customers/list-rows', 'customers/list-options'].includes(String(queryKey[0])) }
/** Many events in a row, as a bulk act tells them, are one new look at the list. Nobody hears them while the list is not on the screen: whoever comes back looks anew. */
function useFreshened(): void {
  useEffect(() => {
    let timer: number | undefined
    const again = () => void queries.invalidateQueries(ofList)
    const stop = onAny((name) => {
      if (!heard.has(name)) return
      window.clearTimeout(timer)
      timer = window.setTimeout(again, quietMs)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
      void queries.invalidateQueries({ ...ofList, refetchType: 'none' })
    }
  }, [])
}

/** An answer that a newer question made useless is no failure. */
const isOver = (error: CallFailed | null): boolean => error?.code === 'check-cancelled'

export type List = {
  readonly ids: readonly CustomerId[]; readonly total: number | null; readonly rows: number; readonly near: boolean
  readonly isPending: boolean; readonly isBehind: boolean; readonly failure: CallFailed | null; readonly again: () => void
  readonly rowAt: (index: number) => ListRow | undefined; readonly look: (first: number, last: number) => void
}

/** The list as main answers it: who stands in it, how many there are (counted last), and the rows that are looked at. */
export function useList(filter: ListFilter, sort: ListSort, columns: readonly ListColumn[]): List {
  useFreshened()
  const found = useQuery<Output<'customers/list'>, CallFailed>({
    queryKey: ['customers/list', { filter, sort }], queryFn: () => call('customers/list', { filter, sort }), placeholderData: keepPreviousData,
    retry: (times, error) => isOver(error) && times < 3, retryDelay: 50,
  })
  const needsCount = found.data?.total === null && !found.isPlaceholderData
  const counted = useQuery<{ total: number }, CallFailed>({
    queryKey: ['customers/list-count', { filter }], queryFn: () => call('customers/list-count', { filter }), enabled: needsCount, retry: (times, error) => isOver(error) && times < 3, retryDelay: 50,
  })
  const ids = useMemo(() => found.data?.ids ?? [], [found.data])
  const { rowAt, look } = useRows(ids, columns)
  return {
    ids, total: found.data?.total ?? (needsCount ? (counted.data?.total ?? null) : null), rows: found.data?.rows ?? 0, near: found.data?.near ?? false, isPending: found.isPending,
    isBehind: found.isPlaceholderData, failure: isOver(found.error) ? null : found.error, again: () => void found.refetch(), rowAt, look,
  }
}

const blockRows = 50
const mostKnown = 5_000
/** What was read of people before: shown until the new answer is there, so that a list that changes does not flicker. */
const known = new Map<CustomerId, ListRow>()
function note(rows: ListRow[]): ListRow[] {
  if (known.size > mostKnown) known.clear()
  rows.forEach((row) => known.set(row.id, row))
  return rows
}

/** Rows are asked for in blocks where they are looked at. */
function useRows(ids: readonly CustomerId[], columns: readonly ListColumn[]) {
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const blocks = Array.from({ length: range[1] - range[0] + 1 }, (_, at) => range[0] + at).map((block) => ids.slice(block * blockRows, (block + 1) * blockRows)).filter((block) => block.length > 0)
  const answers = useQueries({
    queries: blocks.map((block) => ({ queryKey: ['customers/list-rows', { ids: block, columns }], queryFn: () => call('customers/list-rows', { ids: [...block], columns: [...columns] }).then(note) })),
  })
  const rows = new Map(answers.flatMap(({ data }) => data ?? []).map((row) => [row.id, row]))
  const look = useCallback((first: number, last: number) => {
    const next = [Math.floor(first / blockRows), Math.floor(last / blockRows)] as const
    setRange((now) => (now[0] === next[0] && now[1] === next[1] ? now : next))
  }, [])
  const rowAt = (index: number): ListRow | undefined => {
    const id = ids[index]
    return id === undefined ? undefined : (rows.get(id) ?? known.get(id))
  }
  return { rowAt, look }
}
