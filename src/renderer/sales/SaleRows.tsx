import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconReceipt, IconRepeat } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRow } from '../../main/sales/sale.ts'
import type { SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { MoreRows } from '../ui/MoreRows.tsx'
import styles from './Sale.module.css'

export type RowActs = { readonly onOpen: (id: SaleId) => void; readonly onReceipt: (id: SaleId) => void; readonly onRefund: (id: SaleId) => void; readonly onRepeat: (id: SaleId) => void }
type Props = { readonly rows: readonly SaleRow[]; readonly more: (() => void) | null; readonly acts: RowActs; readonly withCustomer: boolean; /** Fills the column of points, where there is one. */ readonly points?: PointsCell | undefined }
export type PointsCell = (saleId: SaleId) => ReactNode

/** Finished sales as a table, newest first; more come as the end comes near. */
export function SaleRows({ rows, more, acts, withCustomer, points }: Props) {
  const { t } = useTranslation('sales')
  const head = ['date', 'number', 'till', ...(withCustomer ? ['customer'] : []), 'items', 'total', 'paid-by', ...(points ? ['points'] : []), 'state'] as const
  return (
    <div className={styles['rows']} tabIndex={-1}>
      <table className={styles['list']} aria-label={t('sales')}>
        <thead>
          <tr>
            {head.map((word) => <th key={word} scope="col" className={word === 'total' || word === 'items' ? styles['number'] : undefined}>{t(word)}</th>)}
            <th scope="col"><span className="spoken-only">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} acts={acts} withCustomer={withCustomer} points={points} />)}</tbody>
      </table>
      <MoreRows more={more} />
    </div>
  )
}

function Row({ row, acts, withCustomer, points }: Omit<Props, 'rows' | 'more'> & { readonly row: SaleRow }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return (
    <tr>
      <td>{format.dateTime(row.completedAt)}</td>
      <td><UnstyledButton className={styles['open']} onClick={() => acts.onOpen(row.id)} aria-label={t('open-sale', { number: row.number })}>{row.number}</UnstyledButton></td>
      <td>{row.registerName}</td>
      {withCustomer && <td>{row.customerName ?? t('sell:walk-in')}</td>}
      <td className={styles['number']}>{format.quantity(row.items * 1000)}</td>
      <td className={styles['number']}>{format.money(row.totalCents)}</td>
      <td>{row.paidBy.map((kind) => t(`pay:${kind}`)).join(', ')}</td>
      {points && <td>{points(row.id)}</td>}
      <td><State row={row} /></td>
      <td><Acts row={row} acts={acts} /></td>
    </tr>
  )
}

function State({ row }: { readonly row: SaleRow }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  if (row.state === 'voided') return <span className={styles['state']} data-state="voided">{t('voided')}</span>
  if (row.refundedCents > 0) return <span className={styles['state']}>{t('refunded', { amount: format.money(row.refundedCents) })}</span>
  return null
}

function Acts({ row, acts }: { readonly row: SaleRow; readonly acts: RowActs }) {
  const { t } = useTranslation('sales')
  const say = (word: string) => t(word, { number: row.number })
  return (
    <div className={styles['rowActs']}>
      <ActionIcon color="gray" aria-label={say('reprint-number')} title={t('reprint')} onClick={() => acts.onReceipt(row.id)}><IconReceipt size={20} aria-hidden /></ActionIcon>
      <ActionIcon color="gray" aria-label={say('refund-number')} title={t('refund')} disabled={row.state === 'voided'} onClick={() => acts.onRefund(row.id)}><IconArrowBackUp size={20} aria-hidden /></ActionIcon>
      <ActionIcon color="gray" aria-label={say('repeat-number')} title={t('repeat-sale')} onClick={() => acts.onRepeat(row.id)}><IconRepeat size={20} aria-hidden /></ActionIcon>
    </div>
  )
}
