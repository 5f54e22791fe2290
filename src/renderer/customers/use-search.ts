import { useCallback, useEffect, useRef, useState } from 'react'
import type { Events } from '../../main/events.ts'
import type { CustomerRow } from '../../main/customers/customer.ts'
import type { SearchScope } from '../../main/flows/search-people.ts'
import { call, CallFailed, on } from '../bridge.ts'

export type Search = {
  /** What these rows answer; '' before anything was asked. */
  readonly text: string; readonly rows: readonly CustomerRow[]; readonly near: boolean; readonly more: string | null; readonly failure: CallFailed | null
}
/** Where a box looks: the register's picker (names, numbers, e-mail, code), or as the Customers tab says with its chip. */
export type SearchIn = 'picker' | SearchScope
export type Where = { readonly inactive: boolean; readonly scope: SearchIn }
type Asking = { readonly of: string; readonly answer: Promise<Search> }
const pauseMs = 150
const pageRows = 50
const mostRows = 200
const none: Search = { text: '', rows: [], near: false, more: null, failure: null }

/**
 * Finds people as someone types: asks 150 ms after the last key, fifty at a time. What is on screen never changes its order under a finger:
 * an answer is replaced by the answer to other words alone. `settle` answers for exactly what was typed, at once, for Enter.
 */
export function useSearch(typed: string, { inactive, scope }: Where) {
  const text = typed.trim()
  const [found, setFound] = useState<Search>(none)
  const newest = useRef(0)
  const asking = useRef<Asking | null>(null)
  const ask = useCallback((): Promise<Search> => {
    // Enter and the pause after the last key ask for the same: the second shares the first's answer, and does not cut it off.
    const of = JSON.stringify([text, inactive, scope])
    if (asking.current?.of === of) return asking.current.answer
    const turn = ++newest.current
    const answer = (text === '' ? Promise.resolve(none) : fetchFound(text, { inactive, scope })).then((search) => {
      if (turn === newest.current) asking.current = null
      if (turn === newest.current && search.failure?.code !== 'check-cancelled') setFound(search)
      return search
    })
    asking.current = { of, answer }
    return answer
  }, [text, inactive, scope])
  useEffect(() => {
    const timer = window.setTimeout(() => void ask(), text === '' ? 0 : pauseMs)
    return () => window.clearTimeout(timer)
  }, [ask, text])
  useRenewed(found, setFound, { inactive, scope })
  const settle = async () => (found.text === text && !found.failure ? found : ask())
  return { found, asked: found.text === text, settle, more: useMore(found, setFound, { inactive, scope }) }
}

async function fetchFound(text: string, where: Where, after: string | null = null, most = pageRows, box: 'list' | 'renewal' = 'list'): Promise<Search> {
  try {
    const { rows, near, more } = await (where.scope === 'picker' ? find(text, where, after, most) : searchIn(text, where.scope, where.inactive, box))
    return { text, rows, near, more, failure: null }
  } catch (error) {
    return { ...none, text, failure: error instanceof CallFailed ? error : new CallFailed('bug', {}) }
  }
}

const find = (text: string, { inactive }: Where, after: string | null, most: number) => call('customers/find', { text, scope: 'picker', most, after, inactive })

/** A search of names and mobile numbers, or of everything, comes in one page; where nobody is found, one typing mistake in a name is forgiven. */
async function searchIn(text: string, scope: SearchScope, inactive: boolean, box: 'list' | 'renewal'): Promise<Pick<Search, 'rows' | 'near' | 'more'>> {
  const { rows, close } = await call('customers/search', { text, scope, most: mostRows, inactive, box })
  if (rows.length + close.length > 0) return { rows: [...rows, ...close], near: false, more: null }
  const guessed = await find(text, { inactive, scope }, null, pageRows)
  return guessed.near ? { ...guessed, more: null } : { rows: [], near: false, more: null }
}

type Renewal = 'rows' | 'leave' | 'anew'
const strongest: readonly Renewal[] = ['rows', 'leave', 'anew']

/**
 * Someone on screen was changed: their line says so, and every line stays where it is. Who was erased leaves: not a line of theirs stays. Where two
 * became one, or two again, it is asked anew. A renewal that comes while one is under way takes its place, and does what both had to do.
 */
function useRenewed(found: Search, setFound: (next: (now: Search) => Search) => void, { inactive, scope }: Where) {
  const due = useRef<Renewal | null>(null)
  useEffect(() => {
    const renew = async (kind: Renewal) => {
      due.current = strongest[Math.max(strongest.indexOf(kind), due.current ? strongest.indexOf(due.current) : 0)] ?? kind
      const { rows, failure } = await fetchFound(found.text, { inactive, scope }, null, mostRows, 'renewal')
      if (failure?.code === 'check-cancelled') return
      const how = due.current
      due.current = null
      if (!failure) setFound((now) => (now.text === found.text ? { ...now, rows: renewed(now.rows, rows, how) } : now))
    }
    const changed = ({ customerId }: Events['customer-changed']) => void (found.rows.some(({ id }) => id === customerId) && void renew('rows'))
    const left = ({ reason }: Events['customers-changed']) => void (found.text !== '' && (reason === 'erased' || reason === 'merged') && void renew(reason === 'merged' ? 'anew' : 'leave'))
    const hearing = [on('customer-changed', changed), on('points-changed', changed), on('customers-changed', left)]
    return () => hearing.forEach((end) => end())
  }, [found, inactive, scope, setFound])
}

function renewed(now: readonly CustomerRow[], fresh: readonly CustomerRow[], how: Renewal | null): readonly CustomerRow[] {
  const there = new Map(fresh.map((row) => [row.id, row]))
  if (how === 'anew') return fresh
  return (how === 'leave' ? now.filter(({ id }) => there.has(id)) : now).map((row) => there.get(row.id) ?? row)
}

/** The next fifty, once, when the end of the list comes into sight. */
function useMore(found: Search, setFound: (next: (now: Search) => Search) => void, { inactive, scope }: Where) {
  const asking = useRef<string | null>(null)
  return useCallback(async () => {
    if (found.more === null || asking.current === found.more) return
    asking.current = found.more
    const next = await fetchFound(found.text, { inactive, scope }, found.more)
    asking.current = null
    if (next.failure) return
    setFound((now) => (now.text === found.text && now.more === found.more ? { ...now, rows: [...now.rows, ...next.rows], more: next.more } : now))
  }, [found, inactive, scope, setFound])
}
