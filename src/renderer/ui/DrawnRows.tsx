import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useState, type ReactNode } from 'react'

/** What a drawn row hands to its `<tr>`, so that its real height is known. */
export type DrawnRow = { readonly ref: (row: HTMLTableRowElement | null) => void; readonly 'data-index': number; readonly 'aria-rowindex': number }
type Props = {
  readonly count: number; readonly rowPx: number; readonly keyOf: (index: number) => string
  readonly row: (index: number, drawn: DrawnRow) => ReactNode
  /** Asked when the end of the rows comes near; null while there are no more, or they are under way. */
  readonly more: (() => void) | null
}
const rowsAhead = 10

/** The body of a table of any length in a page that scrolls: drawn where it is looked at, and asking for more as its end comes near. */
export function DrawnRows({ count, rowPx, keyOf, row, more }: Props) {
  const { scroller, topPx, body } = useScroller()
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer redraws by itself; nothing here is remembered from it
  const drawn = useVirtualizer({ count, getScrollElement: () => scroller, estimateSize: () => rowPx, getItemKey: keyOf, overscan: rowsAhead, scrollMargin: topPx })
  const last = drawn.range?.endIndex ?? 0
  useEffect(() => {
    if (more && last >= count - rowsAhead) more()
  }, [last, count, more])
  const rows = drawn.getVirtualItems()
  const [before, after] = [(rows[0]?.start ?? topPx) - topPx, drawn.getTotalSize() - ((rows.at(-1)?.end ?? topPx) - topPx)]
  return (
    <tbody ref={body}>
      <Gap px={before} />
      {rows.map(({ index }) => row(index, { ref: drawn.measureElement, 'data-index': index, 'aria-rowindex': index + 2 }))}
      <Gap px={after} />
    </tbody>
  )
}

/** Where rows are that are not drawn. */
const Gap = ({ px }: { readonly px: number }) => (px > 0 ? <tr aria-hidden style={{ height: px }} /> : null)

type Scroller = { readonly scroller: HTMLElement | null; readonly topPx: number }
/** The box the page scrolls in, and how far below its top the rows began; what moves them later is less than the rows drawn ahead. */
function useScroller(): Scroller & { readonly body: (body: HTMLElement | null) => void } {
  const [found, find] = useState<Scroller>({ scroller: null, topPx: 0 })
  const body = useCallback((element: HTMLElement | null) => {
    const scroller = scrollsAround(element?.closest('table')?.parentElement?.parentElement ?? null)
    if (element && scroller) find({ scroller, topPx: Math.round(element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop) })
  }, [])
  return { ...found, body }
}

const scrollsAround = (from: HTMLElement | null): HTMLElement | null =>
  from === null || ['auto', 'scroll'].includes(getComputedStyle(from).overflowY) ? from : scrollsAround(from.parentElement)
