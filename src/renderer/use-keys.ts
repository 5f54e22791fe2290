import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, (() => void) | undefined>>

/** 'F2', 'Ctrl+Q', 'Ctrl+Shift+Q', 'Alt+2', 'Escape' … as the key map of the screens writes them. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (event.ctrlKey || event.metaKey || event.altKey || key.length > 1)
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** A list that hangs open under its field: Escape is for the list alone. */
const hasOpenList = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Escape' && target instanceof Element && target.hasAttribute('data-expanded') && document.getElementById(target.getAttribute('aria-controls') ?? '')?.querySelector('[role="option"]') != null

/** Listens for keys anywhere while mounted. What a dialog on top took (defaultPrevented) is left alone, and so is the Escape that closes an open list. */
export function useKeys(map: KeyMap, active = true): void {
  const latest = useRef(map)
  useEffect(() => void (latest.current = map))
  useEffect(() => {
    if (!active) return undefined
    // Asked before the list hears the key: by the time it comes here the list is gone.
    let forList = false
    const before = (event: KeyboardEvent) => void (forList = hasOpenList(event))
    const press = (event: KeyboardEvent) => {
      const act = event.defaultPrevented || forList ? undefined : latest.current[keyName(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', before, { capture: true })
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', before, { capture: true })
      window.removeEventListener('keydown', press)
    }
  }, [active])
}
