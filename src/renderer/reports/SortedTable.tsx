import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { MoreRows } from '../ui/MoreRows.tsx'
import styles from './Report.module.css'

export type SortColumn<R> = {
  readonly key: string; readonly label: string; readonly number?: boolean; readonly wrap?: boolean
  readonly cell: (row: R) => ReactNode
  /** What the column is sorted by; none where it cannot be. */
  readonly by?: (row: R) => number | string
  readonly foot?: ReactNode
}
type Props<R> = {
  readonly label: string; readonly columns: readonly SortColumn<R>[]; readonly rows: readonly R[]; readonly keyOf: (row: R) => string
  readonly first: { readonly key: string; readonly down: boolean }
  /** Asked when the end of the rows comes near; the rows of a report that is all here are shown a piece at a time without it. */
  readonly more?: (() => void) | null
}
const rowsAtOnce = 100

/** A table that is sorted by its headers. The first column names the row; the totals below are of all rows, shown or not. */
export function SortedTable<R>({ label, columns, rows, keyOf, first, more = null }: Props<R>) {
  const [sort, setSort] = useState(first)
  const [shown, setShown] = useState(rowsAtOnce)
  const sorted = useMemo(() => inOrder(rows, columns.find(({ key }) => key === sort.key)?.by, sort.down), [rows, columns, sort])
  const next = shown < sorted.length ? () => setShown(shown + rowsAtOnce) : more
  return (
    <div className={styles['rows']}>
      <table className={styles['table']} aria-label={label} aria-rowcount={rows.length + 1}>
        <thead><tr>{columns.map((column) => <Head key={column.key} column={column} sort={sort} onSort={setSort} />)}</tr></thead>
        <tbody>
          {sorted.slice(0, shown).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, number = false, wrap = false, cell }, at) => {
                const style = [number && styles['number'], wrap && styles['wrap']].filter(Boolean).join(' ')
                return at === 0 ? <th key={key} scope="row" className={style}>{cell(row)}</th> : <td key={key} className={style}>{cell(row)}</td>
              })}
            </tr>
          ))}
        </tbody>
        {columns.some(({ foot }) => foot !== undefined) && (
          <tfoot><tr>{columns.map(({ key, number = false, foot }, at) => (at === 0 ? <th key={key} scope="row">{foot}</th> : <td key={key} className={number ? styles['number'] : ''}>{foot}</td>))}</tr></tfoot>
        )}
      </table>
      <MoreRows more={next} />
    </div>
  )
}

type Sort = Props<unknown>['first']
function Head<R>({ column: { key, label, number = false, by }, sort, onSort }: { readonly column: SortColumn<R>; readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const sorted = sort.key === key
  const Arrow = sort.down ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" className={number ? styles['number'] : ''} aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}>
      {by ? <UnstyledButton className={styles['sort']} data-sorted={sorted} onClick={() => onSort({ key, down: sorted ? !sort.down : number })}>{label}{sorted && <Arrow size={14} aria-hidden />}</UnstyledButton> : <span className={styles['plain']}>{label}</span>}
    </th>
  )
}

function inOrder<R>(rows: readonly R[], by: SortColumn<R>['by'], down: boolean): readonly R[] {
  if (!by) return rows
  const sign = down ? -1 : 1
  return rows.toSorted((one, other) => {
    const [a, b] = [by(one), by(other)]
    return sign * (typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b))
  })
}
