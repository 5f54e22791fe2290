import { QueryClient, keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Events } from '../main/events.ts'
import type { DoorName, Input, Output } from '../main/handlers.ts'
import { call, CallFailed, onAny, onConnection } from './bridge.ts'
import { sayToast } from './toasts.ts'
import { sayFailure } from './words.ts'

// Main decides, screens ask again: an answer is kept only until an event says that it changed, or the connection was lost.
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' } },
})

// Which events make which door's answers stale: what any screen said of a door holds for all who ask it.
const staleOn = new Map<string, Set<keyof Events>>()

/** Says that an answer of this door (the first word of its query key) is stale once one of these is heard. */
export function listen(door: string, events: readonly (keyof Events)[]): void {
  const known = staleOn.get(door) ?? new Set()
  events.forEach((event) => known.add(event))
  staleOn.set(door, known)
}
/** A query that asks a door in its own way may carry its events itself (`meta.events`). */
const carried = (meta: Readonly<Record<string, unknown>> | undefined) => (meta?.['events'] ?? []) as readonly string[]
onAny((name) => void queries.invalidateQueries({ predicate: ({ queryKey, meta }) => (staleOn.get(String(queryKey[0]))?.has(name) ?? false) || carried(meta).includes(name) }))
onConnection((connected) => {
  if (connected) void queries.invalidateQueries()
})

type AskOptions = { readonly enabled?: boolean; readonly keepLast?: boolean }

/** Asks main, shows the last answer meanwhile (`keepLast`), and asks again whenever one of `events` is heard. */
export function useAsk<K extends DoorName>(name: K, input: Input<K>, events: readonly (keyof Events)[] = [], options: AskOptions = {}): UseQueryResult<Output<K>, CallFailed> {
  listen(name, events)
  return useQuery<Output<K>, CallFailed>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Runs an act, one at a time; a failure becomes a toast in words unless `onFailure` takes it (it answers true when it did). */
export function useAct<A extends readonly unknown[], R>(act: (...args: A) => Promise<R>, onFailure?: (failure: CallFailed) => boolean) {
  const [busy, setBusy] = useState(false)
  const latest = useRef({ act, onFailure })
  useEffect(() => void (latest.current = { act, onFailure }))
  const running = useRef(false)
  const run = useCallback(async (...args: A): Promise<R | undefined> => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    try {
      return await latest.current.act(...args)
    } catch (error) {
      const failure = error instanceof CallFailed ? error : new CallFailed('bug', {})
      if (!latest.current.onFailure?.(failure)) sayToast({ tone: 'error', text: sayFailure(failure) })
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { run, busy }
}
