import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import type { CustomerRow } from '../../main/customers/customer.ts'
import { call } from '../bridge.ts'
import { countOf, entryAt, type Shown } from './people-list.ts'
import type { OnlyWho } from '../../main/customers/only.sql.ts'
import { useOnly } from './use-only.ts'
import { usePeople } from './use-people.ts'
import { useSearch, type SearchIn } from './use-search.ts'

const mostRecent = 8

/** Everything the picker knows while it is open: what is typed, who is shown, which line the keys stand on. */
export function usePicking(text: string, { withRecent = true, scope = 'picker' }: { readonly withRecent?: boolean; readonly scope?: SearchIn } = {}) {
  const [typed, setTyped] = useState(text)
  const [inactive, setInactive] = useState(false)
  const [stand, setStand] = useState<{ readonly of: string; readonly line: number } | null>(null)
  const recent = useRecent(withRecent)
  const people = usePeople(inactive)
  const [only, setOnly] = useState<OnlyWho | null>(null)
  const everyone = useSearch(typed, { inactive, scope })
  const some = useOnly(typed, only, inactive)
  const search = only === null ? everyone : some
  const searching = only !== null || typed.trim() !== ''
  const found = only !== null || (searching && search.found.text !== '') ? search.found.rows : null
  const shown = useMemo<Shown>(() => ({ recent, found, total: people.total }), [recent, found, people.total])
  // The line stands where it was put until other words are answered; then it is the first found, unless that is only a guess.
  const of = searching ? `${only ?? ''} ${search.found.text}` : ''
  const active = stand?.of === of ? stand.line : searching && search.found.text !== '' && !search.found.near && search.found.rows.length > 0 ? 0 : -1
  return {
    typed, type: setTyped, only, setOnly, inactive, setInactive, active, setActive: (line: number) => setStand({ of, line }), people, shown, searching, found: search.found, asked: search.asked, settle: search.settle, more: search.more,
    isNear: searching && search.found.near && search.found.rows.length > 0,
    rowAt: (index: number): CustomerRow | undefined => {
      const entry = index < 0 || index >= countOf(shown) ? null : entryAt(shown, index)
      return entry?.kind === 'person' ? entry.row : entry?.kind === 'place' && !shown.found ? people.rowAt(entry.place) : undefined
    },
    /** What a screen reader hears when the list has changed. */
    spoken: (t: TFunction<'picker'>): string => (searching && search.asked ? t('results', { count: search.found.rows.length }) : ''),
  }
}
export type Picking = ReturnType<typeof usePicking>

/** The last people of this till, asked once as the picker opens: nothing moves while it is open. */
function useRecent(wanted: boolean): readonly CustomerRow[] {
  const [rows, setRows] = useState<readonly CustomerRow[]>([])
  useEffect(() => {
    let here = true
    if (!wanted) return undefined
    void call('customers/recent', { most: mostRecent }).then((recent) => here && setRows(recent), () => undefined)
    return () => void (here = false)
  }, [wanted])
  return rows
}
