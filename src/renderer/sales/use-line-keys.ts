import { useEffect, useRef } from 'react'
import { mostGapMs } from './burst.ts'
import { isCovered } from './covered.ts'
import { useLineEdits } from './use-line-edits.ts'

const isTyping = (target: EventTarget | null) => target instanceof Element && target.matches('input, textarea, select')

/**
 * + - and Del on the marked line, unless someone is typing in a field or a dialog is open. A sign may also begin a scanned code: it counts only
 * when no other key follows it as fast as a scanner types.
 */
export function useLineKeys(active: boolean): void {
  const { step, remove } = useLineEdits()
  const acts: Readonly<Record<string, () => unknown>> = { '+': () => step(null, 1), '-': () => step(null, -1), Delete: () => remove(null) }
  const latest = useRef(acts)
  useEffect(() => void (latest.current = acts))
  useEffect(() => {
    if (!active) return undefined
    let waiting: { readonly key: string; readonly timer: number } | null = null
    const press = (event: KeyboardEvent) => {
      if (waiting && waiting.key !== event.key && event.key !== 'Shift') window.clearTimeout(waiting.timer)
      const act = isTyping(event.target) || event.defaultPrevented || event.ctrlKey || event.altKey || isCovered() ? undefined : latest.current[event.key]
      if (!act) return
      event.preventDefault()
      waiting = { key: event.key, timer: window.setTimeout(act, mostGapMs) }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}
