import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'keydown', 'keyup', 'wheel'] as const

/** Calls `act` once nobody has touched anything for `idleMs`; 0 never does. */
export function useIdle(idleMs: number, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => void (latest.current = act))
  useEffect(() => {
    if (idleMs <= 0) return undefined
    let timer = 0
    const start = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => latest.current(), idleMs)
    }
    start()
    signs.forEach((sign) => window.addEventListener(sign, start, { capture: true, passive: true }))
    return () => {
      window.clearTimeout(timer)
      signs.forEach((sign) => window.removeEventListener(sign, start, { capture: true }))
    }
  }, [idleMs])
}
