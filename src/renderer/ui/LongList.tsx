import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref, type RefObject } from 'react'
import { BlueScroll, moveByKey } from './BlueScroll.tsx'
import styles from './LongList.module.css'

export type LongListHandle = { show(index: number, where?: 'start' | 'auto'): void }
type Props = {
  readonly count: number; readonly heightOf: (index: number) => number; readonly keyOf: (index: number) => string
  readonly row: (index: number) => ReactNode
  /** Named as a grid: each row brings role="row" and its cells. */
  readonly id: string; readonly label: string; readonly scrollLabel: string
  /** Between the list and its bar: the A-Z strip. */
  readonly beside?: ReactNode
  readonly onRange?: (first: number, last: number) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly handle?: Ref<LongListHandle>
}

/** A list of any length, drawn only where it is looked at, with the wide blue scroll bar at its right. */
export function LongList(props: Props) {
  const { count, row, id, label, scrollLabel, beside } = props
  const view = useRef<HTMLDivElement>(null)
  const drawn = useDrawn(props, view)
  const viewId = useId()
  return (
    <div className={styles['list']}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only the Page keys, wherever in the list the focus is */}
      <div ref={view} id={viewId} className={styles['view']} tabIndex={-1} onKeyDown={props.onKeyDown ?? ((event) => moveByKey(event, view.current))}>
        <div id={id} role="grid" aria-label={label} aria-rowcount={count} className={styles['whole']} style={{ height: drawn.getTotalSize() }}>
          {drawn.getVirtualItems().map(({ index, start, size, key }) => (
            <div key={key} role="rowgroup" className={styles['row']} style={{ height: size, transform: `translateY(${start}px)` }}>{row(index)}</div>
          ))}
        </div>
      </div>
      {beside}
      <BlueScroll view={view} viewId={viewId} label={scrollLabel} content={drawn.getTotalSize()} />
    </div>
  )
}

const rowsAhead = 8

function useDrawn({ count, heightOf, keyOf, onRange, handle }: Props, view: RefObject<HTMLDivElement | null>) {
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer redraws by itself; nothing here is remembered from it
  const drawn = useVirtualizer({ count, getScrollElement: () => view.current, estimateSize: heightOf, getItemKey: keyOf, overscan: rowsAhead })
  const { startIndex: first = 0, endIndex: last = 0 } = drawn.range ?? {}
  useEffect(() => onRange?.(first, last), [first, last, count, onRange])
  useEffect(() => drawn.measure(), [count, drawn])
  useImperativeHandle(handle, () => ({ show: (index, where = 'auto') => drawn.scrollToIndex(index, { align: where }) }), [drawn])
  return drawn
}
