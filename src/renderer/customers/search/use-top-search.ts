import { useCallback, useEffect, useRef, useState } from 'react'
import type { PeopleFound } from '../../../main/flows/search-people.ts'
import { call, CallFailed } from '../../bridge.ts'

const pauseMs = 150
const slowMs = 400
const mostHits = 50
type Answer = { readonly text: string; readonly found: PeopleFound | null; readonly failure: CallFailed | null }
const nothing: Answer = { text: '', found: null, failure: null }

type Asking = { readonly text: string; readonly found: Promise<PeopleFound | null> }

/** Asks 150 ms after the last key. The last answer stays while the next one comes; after 400 ms the screen says that it is looking. `settle` answers for exactly what was typed, at once, for Enter. */
export function useTopSearch(typed: string) {
  const text = typed.trim()
  const [answer, setAnswer] = useState<Answer>(nothing)
  const [slow, setSlow] = useState(false)
  const standing = useRef('')
  const asking = useRef<Asking | null>(null)
  useEffect(() => {
    standing.current = text
    return () => void (standing.current = '')
  }, [text])
  const look = useCallback(async () => {
    const late = window.setTimeout(() => standing.current === text && setSlow(true), slowMs)
    const next = text === '' ? nothing : await answerFor(text)
    window.clearTimeout(late)
    if (standing.current !== text) return null
    setSlow(false)
    if (next.failure?.code !== 'check-cancelled') setAnswer(next)
    return next.found
  }, [text])
  // Asked a second time for the same letters, main would give up the first answer for the second: both wait for the one.
  const ask = useCallback(async () => {
    if (asking.current?.text === text) return asking.current.found
    const mine: Asking = { text, found: look() }
    asking.current = mine
    const found = await mine.found
    if (asking.current === mine) asking.current = null
    return found
  }, [look, text])
  useEffect(() => {
    const timer = window.setTimeout(() => void ask(), text === '' ? 0 : pauseMs)
    return () => window.clearTimeout(timer)
  }, [ask, text])
  return { found: text === '' ? null : answer.found, asked: answer.text === text, failure: answer.failure, slow, retry: () => void ask(), settle: ask }
}

async function answerFor(text: string): Promise<Answer> {
  try {
    return { text, found: await call('customers/search', { text, scope: 'any', most: mostHits, inactive: true, box: 'top' }), failure: null }
  } catch (error) {
    return { text, found: null, failure: error instanceof CallFailed ? error : new CallFailed('bug', {}) }
  }
}
