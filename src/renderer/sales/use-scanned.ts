import { useEffect, useRef } from 'react'
import { heard, isRunning, noBurst, scanned } from './burst.ts'
import { isCovered } from './covered.ts'

/** A field that scans may land in says so with data-scans: what the scanner typed is taken out of it again. */
const mayHear = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) || target.dataset['scans'] !== undefined || !target.matches('input, textarea, select, [contenteditable="true"]')

const swallow = (event: KeyboardEvent) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Hears a keyboard scanner wherever the cursor is not in a field, or in the search field; its last Enter presses no button. */
export function useScanned(onScan: (code: string) => void, active: boolean): void {
  const latest = useRef(onScan)
  useEffect(() => void (latest.current = onScan))
  useEffect(() => {
    if (!active) return undefined
    let burst = noBurst
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isCovered() || !mayHear(event.target)) return
      const at = event.timeStamp
      if (event.key === 'Enter' || event.key === 'Tab') {
        const code = scanned(burst, at)
        burst = noBurst
        if (code === null) return
        swallow(event)
        latest.current(code)
      } else if (event.key.length === 1) {
        burst = heard(burst, event.key, at)
        if (isRunning(burst, at) && !(event.target instanceof HTMLInputElement)) swallow(event)
      }
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [active])
}
