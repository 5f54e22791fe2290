import { useEffect, useRef } from 'react'

/** Single letters as keys of a page: not while something is typed, nor under a dialog. */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>, active: boolean): void {
  const latest = useRef(keys)
  useEffect(() => void (latest.current = keys))
  useEffect(() => {
    if (!active) return undefined
    const hear = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toUpperCase()]
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')
      if (!act || typing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('[aria-modal="true"]')) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [active])
}
