import { Checkbox } from '@mantine/core'
import { memo, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../../main/customers/list-rows.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { cellOf, isNumber } from './cells.tsx'
import styles from './CustomerTable.module.css'
import type { TableProps } from './CustomerTable.tsx'
import { isTicked } from './ticks.ts'

type Props = Pick<TableProps, 'columns' | 'ticked' | 'onTick' | 'line' | 'onLine' | 'opened' | 'onOpen' | 'onEdit'> & { readonly index: number; readonly row: ListRow | undefined; readonly id: CustomerId }

/** One person: a tap opens them, a second one at once edits, the box at the left ticks. */
export const TableRow = memo(function TableRow({ index, row, id, columns, ticked, onTick, line, onLine, opened, onOpen, onEdit }: Props) {
  const { t } = useTranslation('list')
  const format = useFormat()
  const [now] = useState(() => new Date())
  const isOn = isTicked(ticked, id)
  const toTick = (event: MouseEvent) => (event.stopPropagation(), onLine(index), onTick([id], !isOn))
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter and Space are heard by the table, wherever in it the focus is
    <tr
      className={styles['row']} aria-rowindex={index + 2} data-line={index} data-customer={id} data-ticked={isOn} data-open={opened === id} tabIndex={line === index ? 0 : -1}
      onFocus={() => onLine(index)} onClick={() => onOpen(id)} onDoubleClick={() => onEdit(id)}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- only makes the target of the box in it larger */}
      <td className={styles['tick']} onClick={toTick} onDoubleClick={(event) => event.stopPropagation()}>
        <div><Checkbox tabIndex={-1} aria-label={t('select-one', { name: row?.displayName ?? '' })} checked={isOn} onChange={() => undefined} /></div>
      </td>
      {columns.map((column) => {
        const style = isNumber(column) ? (styles['number'] ?? '') : ''
        const cell = cellOf(column, row, { t, format, now })
        return column === 'name' ? <th key={column} scope="row" className={style} title={row?.displayName}>{cell}</th> : <td key={column} className={style}>{cell}</td>
      })}
    </tr>
  )
})
