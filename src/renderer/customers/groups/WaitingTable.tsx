import { Button, Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { MoreRows } from '../../ui/MoreRows.tsx'
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

/** Who waits, the longest first. */
export function WaitingTable({ rows, ticked, onTick, onTickAll, onOpen, more }: Props) {
  const { t } = useTranslation('groups')
  const { dateTime, locale } = useFormat()
  const nowMs = useMinute()
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('approvals')}>
        <thead>
          <tr>
            <th scope="col" className={styles['tick']}><Checkbox size="md" aria-label={t('tick-all')} checked={ticked.size === rows.length} indeterminate={ticked.size > 0 && ticked.size < rows.length} onChange={onTickAll} /></th>
            <th scope="col">{t('name')}</th><th scope="col">{t('group')}</th><th scope="col">{t('contact')}</th><th scope="col">{t('since')}</th><th scope="col"><span className="spoken-only">{t('acts')}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-ticked={ticked.has(row.id)}>
              <td className={styles['tick']}><Checkbox size="md" aria-label={t('tick-one', { name: row.name })} checked={ticked.has(row.id)} onChange={() => onTick(row.id)} /></td>
              <th scope="row">{row.name}</th><td>{row.groupName ?? '–'}</td><td>{[row.phone, row.email].filter(Boolean).join(' · ') || '–'}</td>
              <td title={dateTime(row.since)}>{waited(row.since, nowMs, locale)}</td>
              <td className={styles['act']}><Button variant="subtle" aria-label={t('view-name', { name: row.name })} onClick={() => onOpen(row.id)}>{t('view')}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows more={more} />
    </div>
  )
}
