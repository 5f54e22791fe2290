import type { Virtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent, type RefObject } from 'react'
import type { CustomerId } from '../../../main/vocabulary.ts'
import type { TableProps } from './CustomerTable.tsx'
import { isTicked } from './ticks.ts'

type Drawn = Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'>
const pageRows = 10
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: 0 - pageRows, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }

/** Arrows walk the rows, Enter opens, Space ticks, Shift+Space ticks from the last one ticked to here, Ctrl+A asks for everyone in the filter. */
export function useTableKeys({ list, line, onLine, ticked, onTick, onOpen, onAll }: Pick<TableProps, 'list' | 'line' | 'onLine' | 'ticked' | 'onTick' | 'onOpen' | 'onAll'>, view: RefObject<HTMLDivElement | null>, drawn: Drawn) {
  const anchor = useRef<number | null>(null)
  const goTo = (wanted: number) => {
    const next = Math.max(0, Math.min(list.ids.length - 1, wanted))
    onLine(next)
    drawn.scrollToIndex(next)
    focusSoon(view, next)
  }
  const tickTo = (from: number) => {
    const [first, last] = [Math.min(from, line), Math.max(from, line)]
    onTick(list.ids.slice(first, last + 1), true)
  }
  const act = (event: KeyboardEvent, id: CustomerId): boolean => {
    const step = steps[event.key]
    if (step !== undefined && !event.ctrlKey) return (goTo(line + step), true)
    if (event.key === 'Enter') return (onOpen(id), true)
    if (event.key !== ' ') return false
    if (event.shiftKey && anchor.current !== null) tickTo(anchor.current)
    else onTick([id], !isTicked(ticked, id))
    anchor.current = line
    return true
  }
  return (event: KeyboardEvent) => {
    if (event.key.toUpperCase() === 'A' && (event.ctrlKey || event.metaKey)) return (event.preventDefault(), onAll())
    const id = list.ids[line]
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['line'] !== undefined
    if (isOnRow && id !== undefined && act(event, id)) event.preventDefault()
  }
}

const mostFrames = 10
/** The row may only be drawn a frame or two after the list was scrolled to it. */
function focusSoon(view: RefObject<HTMLDivElement | null>, line: number, frames = mostFrames): void {
  const row = view.current?.querySelector<HTMLElement>(`[data-line="${line}"]`)
  if (row) row.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusSoon(view, line, frames - 1))
}
