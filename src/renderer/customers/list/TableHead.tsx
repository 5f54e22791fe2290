import { Checkbox, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListColumn, ListSort, SortColumn } from '../../../main/customers/list-filter.ts'
import { isNumber } from './cells.tsx'
import styles from './CustomerTable.module.css'

type Props = {
  readonly columns: readonly ListColumn[]; readonly sort: ListSort; readonly onSort: (sort: ListSort) => void
  readonly all: 'none' | 'some' | 'all'; readonly onAll: (on: boolean) => void
}
/** What is looked for from the top: the most points, the latest visit. */
const downFirst: ReadonlySet<ListColumn> = new Set(['points', 'balance', 'last-visit', 'visits', 'spend', 'added', 'unsubscribed'])
const isSortable = (column: ListColumn): column is SortColumn => column !== 'tags'

/** The headers: a box for all that is shown, and each column sorts the whole list (not only the rows that are here). */
export function TableHead({ columns, sort, onSort, all, onAll }: Props) {
  const { t } = useTranslation('list')
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={styles['tick']}><div><Checkbox aria-label={t('select-shown')} checked={all === 'all'} indeterminate={all === 'some'} onChange={(event) => onAll(event.currentTarget.checked)} /></div></th>
        {columns.map((column) => <Head key={column} column={column} sort={sort} onSort={onSort} />)}
      </tr>
    </thead>
  )
}

function Head({ column, sort, onSort }: Pick<Props, 'sort' | 'onSort'> & { readonly column: ListColumn }) {
  const { t } = useTranslation('list')
  const sorted = sort.column === column
  const Arrow = sort.down ? IconArrowDown : IconArrowUp
  const style = isNumber(column) ? (styles['number'] ?? '') : ''
  if (!isSortable(column)) return <th scope="col" className={style}><span className={styles['plain']}>{t(`col-${column}`)}</span></th>
  return (
    <th scope="col" className={style} aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton className={styles['sort']} data-sorted={sorted} onClick={() => onSort({ column, down: sorted ? !sort.down : downFirst.has(column) })}>
        <span>{t(`col-${column}`)}</span>{sorted && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
