import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../main/sales/sale.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayAge } from './say-age.ts'
import styles from './Sale.module.css'

type Props = { readonly rows: readonly QueueRow[]; readonly tables: boolean; readonly onOpen: (row: QueueRow) => void }
const minuteMs = 60_000

/** Arrows walk the rows, Enter opens, Del discards with Undo. */
export function QueueRows({ rows, tables, onOpen }: Props) {
  const { t } = useTranslation('queue')
  const now = useMinute()
  const discard = useDiscardParked()
  const head = ['name', ...(tables ? ['tables:table'] : []), 'customer', 'items', 'total', 'till', 'age']
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('queue')}>
        <thead>
          <tr>
            {head.map((word) => <th key={word} scope="col" className={word === 'items' || word === 'total' ? styles['number'] : undefined}>{t(word)}</th>)}
            <th scope="col"><span className="spoken-only">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} tables={tables} now={now} onOpen={() => onOpen(row)} onDiscard={() => discard(row)} />)}</tbody>
      </table>
    </div>
  )
}

type RowProps = { readonly row: QueueRow; readonly tables: boolean; readonly now: number; readonly onOpen: () => void; readonly onDiscard: () => void }
function Row({ row, tables, now, onOpen, onDiscard }: RowProps) {
  const { t } = useTranslation('queue')
  const format = useFormat()
  const age = sayAge(row.parkedAt, now, t)
  const press = (event: KeyboardEvent<HTMLButtonElement>) => (event.key === 'Delete' ? onDiscard() : walk(event))
  const spoken = [row.label, row.customerName, format.money(row.totalCents), age.words].filter(Boolean).join(', ')
  return (
    <tr>
      <td>
        <strong>{row.label}</strong>{row.ticket && <span className="muted numbers"> {row.ticket}</span>}
        {row.note !== '' && <div className="muted">{row.note}</div>}
        {row.dueAt && <div className="muted">{t('due-at', { time: format.time(row.dueAt) })}</div>}
      </td>
      {tables && <td>{row.tableName ?? '–'}</td>}
      <td>{row.customerName ?? '–'}</td>
      <td className={styles['number']}>{t('item-count', { count: row.items })}</td>
      <td className={styles['number']}>{format.money(row.totalCents)}</td>
      <td>{row.registerName}<div className="muted">{row.openOn ? t('open-on', { till: row.openOn }) : row.staffName}</div></td>
      <td className={age.old ? styles['old'] : undefined}>{age.words}{age.old && <span className="spoken-only"> {t('long-ago')}</span>}</td>
      <td>
        <div className={styles['rowActs']}>
          <ActionIcon color="gray" aria-label={t('discard-cart', { name: row.label })} title={t('discard')} onClick={onDiscard}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
          <Button data-row onClick={onOpen} onKeyDown={press} aria-label={t('open-spoken', { row: spoken })}>{t('open')}</Button>
        </div>
      </td>
    </tr>
  )
}

function useDiscardParked() {
  const { t } = useTranslation('queue')
  const undoing = useAct((saleId: QueueRow['id']) => call('sales/undo-discard', { requestId: newRequestId(), saleId }))
  const discarding = useAct(async (row: QueueRow) => {
    await call('sales/discard-parked', { requestId: newRequestId(), saleId: row.id })
    sayToast({ tone: 'done', text: t('discarded', { name: row.label }), undo: () => void undoing.run(row.id) })
  })
  return (row: QueueRow) => void discarding.run(row)
}

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const rows = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.indexOf(event.currentTarget)
  event.preventDefault()
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus()
}

function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), minuteMs)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
