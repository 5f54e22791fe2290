import { useEffect, useRef } from 'react'
import { isCovered } from '../sales/covered.ts'

/** Escape goes back, unless a dialog lay over the page when the key went down: that press was for the dialog, which may be gone by now. */
export function useEscape(back: (() => void) | undefined): void {
  const latest = useRef(back)
  useEffect(() => void (latest.current = back))
  const active = back !== undefined
  useEffect(() => {
    if (!active) return undefined
    let wasCovered = false
    const before = () => void (wasCovered = isCovered())
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || wasCovered) return
      event.preventDefault()
      latest.current?.()
    }
    window.addEventListener('keydown', before, { capture: true })
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', before, { capture: true })
      window.removeEventListener('keydown', press)
    }
  }, [active])
}
