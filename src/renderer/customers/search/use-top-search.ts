import { useCallback, useEffect, useRef, useState } from 'react'
import type { PeopleFound } from '../../../main/flows/search-people.ts'
import { call, CallFailed } from '../../bridge.ts'

const pauseMs = 150
const slowMs = 400
const mostHits = 50
type Answer = { readonly text: string; readonly found: PeopleFound | null; readonly failure: CallFailed | null }
const nothing: Answer = { text: '', found: null, failure: null }

/** Asks 150 ms after the last key. The last answer stays while the next one comes; after 400 ms the screen says that it is looking. */
export function useTopSearch(typed: string) {
  const text = typed.trim()
  const [answer, setAnswer] = useState<Answer>(nothing)
  const [slow, setSlow] = useState(false)
  const newest = useRef(0)
  const ask = useCallback(async () => {
    const turn = ++newest.current
    const late = window.setTimeout(() => turn === newest.current && setSlow(true), slowMs)
    const next = text === '' ? nothing : await answerFor(text)
    window.clearTimeout(late)
    if (turn !== newest.current) return
    setSlow(false)
    if (next.failure?.code !== 'check-cancelled') setAnswer(next)
  }, [text])
  useEffect(() => {
    const timer = window.setTimeout(() => void ask(), text === '' ? 0 : pauseMs)
    return () => window.clearTimeout(timer)
  }, [ask, text])
  return { found: text === '' ? null : answer.found, failure: answer.failure, slow, retry: () => void ask() }
}

async function answerFor(text: string): Promise<Answer> {
  try {
    return { text, found: await call('customers/search', { text, scope: 'any', most: mostHits, inactive: true }), failure: null }
  } catch (error) {
    return { text, found: null, failure: error instanceof CallFailed ? error : new CallFailed('bug', {}) }
  }
}
