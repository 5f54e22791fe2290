import { useEffect, useRef } from 'react'
import { isCovered } from './covered.ts'
import { useLineEdits } from './use-line-edits.ts'

const isTyping = (target: EventTarget | null) => target instanceof Element && target.matches('input, textarea, select')

/** + - and Del on the marked line, unless someone is typing in a field or a dialog is open. */
export function useLineKeys(active: boolean): void {
  const { step, remove } = useLineEdits()
  const acts: Readonly<Record<string, () => unknown>> = { '+': () => step(null, 1), '-': () => step(null, -1), Delete: () => remove(null) }
  const latest = useRef(acts)
  useEffect(() => void (latest.current = acts))
  useEffect(() => {
    if (!active) return undefined
    const press = (event: KeyboardEvent) => {
      const act = isTyping(event.target) || event.defaultPrevented || event.ctrlKey || event.altKey || isCovered() ? undefined : latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}
