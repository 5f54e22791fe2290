import { useEffect, useRef, type PointerEvent } from 'react'

const holdMs = 600

/** A tap does one thing, holding another; the click that ends a hold does nothing more. Never the only way to either. */
export function useLongPress(onHold: () => void, onTap: () => void) {
  const timer = useRef(0)
  const held = useRef(false)
  const stop = () => window.clearTimeout(timer.current)
  useEffect(() => stop, [])
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      held.current = false
      timer.current = window.setTimeout(() => {
        held.current = true
        onHold()
      }, holdMs)
    },
    onPointerUp: stop, onPointerLeave: stop, onPointerCancel: stop,
    onClick: () => {
      if (!held.current) onTap()
      held.current = false
    },
  }
}
