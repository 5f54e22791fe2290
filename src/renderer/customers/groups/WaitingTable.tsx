import { Button, Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { DrawnRows, type DrawnRow } from '../../ui/DrawnRows.tsx'
import styles from './Groups.module.css'
import { waited } from './waited.ts'
import type { WaitingRow } from './use-approvals.ts'

type Props = {
  readonly rows: readonly WaitingRow[]; readonly ticked: ReadonlySet<CustomerId>; readonly onTick: (id: CustomerId) => void; readonly onTickAll: () => void
  readonly onOpen: (id: CustomerId) => void; readonly more: (() => void) | null
}

const minuteMs = 60_000
/** The time, looked at again each minute. */
function useMinute(): number {
  const [nowMs, set] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => set(Date.now()), minuteMs)
    return () => window.clearInterval(timer)
  }, [])
  return nowMs
}

const rowPx = 57

/** Who waits, the longest first. */
export function WaitingTable({ rows, ticked, onTick, onTickAll, onOpen, more }: Props) {
  const { t } = useTranslation('groups')
  const nowMs = useMinute()
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('approvals')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={styles['tick']}><Checkbox size="md" aria-label={t('tick-all')} checked={ticked.size === rows.length} indeterminate={ticked.size > 0 && ticked.size < rows.length} onChange={onTickAll} /></th>
            <th scope="col">{t('name')}</th><th scope="col">{t('group')}</th><th scope="col">{t('contact')}</th><th scope="col">{t('since')}</th><th scope="col"><span className="spoken-only">{t('acts')}</span></th>
          </tr>
        </thead>
        <DrawnRows
          count={rows.length} rowPx={rowPx} keyOf={(index) => rows[index]?.id ?? ''} more={more}
          row={(index, drawn) => {
            const row = rows[index]
            return row && <Waiting key={row.id} row={row} drawn={drawn} isTicked={ticked.has(row.id)} nowMs={nowMs} onTick={onTick} onOpen={onOpen} />
          }}
        />
      </table>
    </div>
  )
}

type One = Pick<Props, 'onTick' | 'onOpen'> & { readonly row: WaitingRow; readonly drawn: DrawnRow; readonly isTicked: boolean; readonly nowMs: number }
function Waiting({ row, drawn, isTicked, nowMs, onTick, onOpen }: One) {
  const { t } = useTranslation('groups')
  const { dateTime, locale } = useFormat()
  return (
    <tr {...drawn} data-ticked={isTicked}>
      <td className={styles['tick']}><Checkbox size="md" aria-label={t('tick-one', { name: row.name })} checked={isTicked} onChange={() => onTick(row.id)} /></td>
      <th scope="row">{row.name}</th><td>{row.groupName ?? '–'}</td><td>{[row.phone, row.email].filter(Boolean).join(' · ') || '–'}</td>
      <td title={dateTime(row.since)}>{waited(row.since, nowMs, locale)}</td>
      <td className={styles['act']}><Button variant="subtle" aria-label={t('view-name', { name: row.name })} onClick={() => onOpen(row.id)}>{t('view')}</Button></td>
    </tr>
  )
}
