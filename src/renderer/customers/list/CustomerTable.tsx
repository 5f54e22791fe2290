import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListColumn, ListSort } from '../../../main/customers/list-filter.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { widthsIn } from './cells.tsx'
import styles from './CustomerTable.module.css'
import type { Ticked } from './kept.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { countTicked, isTicked } from './ticks.ts'
import type { List } from './use-list.ts'
import { useTableKeys } from './use-table-keys.ts'

export type TableProps = {
  readonly list: List; readonly columns: readonly ListColumn[]; readonly sort: ListSort; readonly onSort: (sort: ListSort) => void
  readonly ticked: Ticked; readonly onTick: (ids: readonly CustomerId[], on: boolean) => void; readonly onAll: () => void
  readonly line: number; readonly onLine: (line: number) => void; readonly opened: CustomerId | null
  readonly onOpen: (id: CustomerId) => void; readonly onEdit: (id: CustomerId) => void
  readonly top: number; readonly onTop: (top: number) => void
}
const rowPx = 52
const rowsAhead = 8

type Drawn = Virtualizer<HTMLDivElement, Element>
function useDrawn({ list, top }: Pick<TableProps, 'list' | 'top'>, view: RefObject<HTMLDivElement | null>): Drawn {
  const { ids, look } = list
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer redraws by itself; nothing here is remembered from it
  const drawn = useVirtualizer({ count: ids.length, getScrollElement: () => view.current, estimateSize: () => rowPx, getItemKey: (index) => ids[index] ?? index, overscan: rowsAhead, initialOffset: top, scrollPaddingStart: 44 })
  const { startIndex: first = 0, endIndex: last = 0 } = drawn.range ?? {}
  useEffect(() => look(first, last), [first, last, ids.length, look])
  return drawn
}

/** How much of the window the table has, beside its scroll bar. */
function useRoom(view: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    if (!view.current) return
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.target.clientWidth ?? 0))
    watch.observe(view.current)
    return () => watch.disconnect()
  }, [view])
  return room
}

/** The Customer List: a real table of any length that is drawn where it is looked at. */
export function CustomerTable(props: TableProps) {
  const { t } = useTranslation('list')
  const { list, columns, ticked, sort, onSort } = props
  const view = useRef<HTMLDivElement>(null)
  const widths = widthsIn(useRoom(view), columns)
  const drawn = useDrawn(props, view)
  const keys = useTableKeys(props, view, drawn)
  const rows = drawn.getVirtualItems()
  const [before, after] = [rows[0]?.start ?? 0, drawn.getTotalSize() - (rows.at(-1)?.end ?? 0)]
  const shownTicked = countTicked(ticked) === 0 ? 'none' : list.ids.every((id) => isTicked(ticked, id)) ? 'all' : 'some'
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the rows inside, heard in one place
    <div ref={view} className={styles['view']} onKeyDown={keys} onScroll={({ currentTarget }) => props.onTop(currentTarget.scrollTop)} aria-busy={list.isBehind}>
      <table className={styles['table']} aria-label={t('customer-list')} aria-rowcount={(list.total ?? list.ids.length) + 1} data-snug={widths.snug} style={{ minWidth: widths.whole }}>
        <colgroup><col style={{ width: widths.tick }} />{columns.map((column) => <col key={column} style={column === 'name' ? {} : { width: widths.of(column) }} />)}</colgroup>
        <TableHead columns={columns} sort={sort} onSort={onSort} all={shownTicked} onAll={(on) => props.onTick(list.ids, on)} />
        <tbody>
          <Gap px={before} />
          {rows.map(({ index, key }) => <TableRow key={key} index={index} row={list.rowAt(index)} id={list.ids[index] as CustomerId} {...props} />)}
          <Gap px={after} />
        </tbody>
      </table>
    </div>
  )
}

/** Where rows are that are not drawn. */
const Gap = ({ px }: { readonly px: number }) => (px > 0 ? <tr className={styles['gap']} aria-hidden style={{ height: px }} /> : null)
