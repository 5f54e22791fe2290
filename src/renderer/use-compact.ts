import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(width < 900px)')
const listen = (heard: () => void) => {
  narrow.addEventListener('change', heard)
  return () => narrow.removeEventListener('change', heard)
}

/** Under 900 px there is room for one thing at a time: the rail becomes a bar at the bottom, and a list gives way to what was opened from it (C12). */
export const useCompact = (): boolean => useSyncExternalStore(listen, () => narrow.matches)
