import { useEffect, useRef, type RefObject } from 'react'

/** Gives the focus back to the customer popup when the last of what lay over the cart has closed. */
export function useLayerFocus(isOpen: boolean): void {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !isOpen && (document.activeElement === null || document.activeElement === document.body)) document.querySelector<HTMLElement>('[data-customer-popup]')?.focus()
    was.current = isOpen
  }, [isOpen])
}

/** A tap on the items closes the picker: who taps an item is done looking for people. */
export function useTapOutside(inside: RefObject<HTMLElement | null>, active: boolean, close: () => void): void {
  const latest = useRef(close)
  useEffect(() => void (latest.current = close))
  useEffect(() => {
    if (!active) return undefined
    const tap = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || inside.current?.contains(target) || !document.querySelector('main')?.contains(target)) return
      latest.current()
    }
    document.addEventListener('pointerdown', tap)
    return () => document.removeEventListener('pointerdown', tap)
  }, [active, inside])
}
