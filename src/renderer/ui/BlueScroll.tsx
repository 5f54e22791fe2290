import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import styles from './BlueScroll.module.css'

type Props = { readonly view: RefObject<HTMLDivElement | null>; readonly viewId: string; readonly label: string; readonly content: number }
const smallestThumb = 56

/** The wide blue scroll bar at the right of a list: seen without hovering, dragged with a finger, moved with the Page keys. */
export function BlueScroll({ view, viewId, label, content }: Props) {
  const rail = useRef<HTMLDivElement>(null)
  const [at, seen] = useScrolled(view, content)
  const thumb = Math.max(smallestThumb, at.view * Math.min(1, at.view / Math.max(1, at.whole)))
  const most = Math.max(0, at.whole - at.view)
  const top = most === 0 ? 0 : (at.top / most) * (at.view - thumb)
  const hold = (event: PointerEvent) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = rail.current?.getBoundingClientRect()
    if (!box || !view.current || box.height <= thumb) return
    view.current.scrollTo({ top: ((event.clientY - box.top - thumb / 2) / (box.height - thumb)) * most })
    seen()
  }
  return (
    <div
      ref={rail} className={styles['rail']} role="scrollbar" tabIndex={0} aria-label={label} aria-controls={viewId} aria-orientation="vertical"
      aria-valuemin={0} aria-valuemax={100} aria-valuenow={most === 0 ? 0 : Math.round((100 * at.top) / most)}
      onPointerDown={hold} onPointerMove={hold} onKeyDown={(event) => moveByKey(event, view.current)}
      onWheel={(event) => view.current?.scrollBy({ top: event.deltaY })}
    >
      <div className={styles['thumb']} data-whole={most === 0} style={{ height: Math.min(thumb, at.view), transform: `translateY(${Math.max(0, top)}px)` }} />
    </div>
  )
}

const furthestPx = 1e9
const keyMoves: Readonly<Record<string, (page: number) => number>> = {
  ArrowDown: () => 56, ArrowUp: () => -56, PageDown: (page) => page, PageUp: (page) => -page, End: () => furthestPx, Home: () => -furthestPx,
}

/** The same keys wherever the list or its bar has the focus. */
export function moveByKey(event: KeyboardEvent, view: HTMLDivElement | null): void {
  const move = keyMoves[event.key]
  if (!move || !view) return
  event.preventDefault()
  view.scrollBy({ top: move(view.clientHeight) })
}

/** How far the list is scrolled, kept with the list as it scrolls, grows or changes size. */
function useScrolled(view: Props['view'], content: number) {
  const [at, setAt] = useState({ top: 0, view: 1, whole: 1 })
  const look = () => {
    const box = view.current
    if (box) setAt({ top: box.scrollTop, view: box.clientHeight, whole: box.scrollHeight })
  }
  useEffect(() => {
    const box = view.current
    if (!box) return undefined
    look()
    box.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(box)
    return () => (box.removeEventListener('scroll', look), resized.disconnect())
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the ref is the same for good; a new content height is a new look
  }, [content])
  return [at, look] as const
}
