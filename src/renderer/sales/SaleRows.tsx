import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconReceipt, IconRepeat } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRow } from '../../main/sales/sale.ts'
import type { SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { MoreRows } from '../ui/MoreRows.tsx'
import { sayBuyer } from './say-buyer.ts'
import styles from './Sale.module.css'

type Act = (id: SaleId) => void
export type RowActs = { readonly onOpen: Act; readonly onReceipt: Act; readonly onRefund: Act; readonly onRepeat: Act }
/** Fills the column of points, where there is one. */
export type PointsCell = (saleId: SaleId) => ReactNode
type Props = { readonly rows: readonly SaleRow[]; readonly more: (() => void) | null; readonly acts: RowActs; readonly withCustomer: boolean; readonly points?: PointsCell | undefined }

/** Finished sales as a table, newest first; more come as the end comes near. */
export function SaleRows({ rows, more, acts, withCustomer, points }: Props) {
  const { t } = useTranslation('sales')
  const head = ['date', 'number', 'till', ...(withCustomer ? ['customer'] : []), 'items', 'total', 'paid-by', ...(points ? ['points'] : []), 'state'] as const
  return (
    <div className={styles['rows']} tabIndex={-1}>
      <table className={styles['list']} data-buyers={withCustomer} aria-label={t('sales')}>
        <thead>
          <tr>
            {head.map((word) => <th key={word} scope="col" className={headClass(word)}>{t(word)}</th>)}
            <th scope="col"><span className="spoken-only">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} acts={acts} withCustomer={withCustomer} points={points} />)}</tbody>
      </table>
      <MoreRows more={more} />
    </div>
  )
}

/** Figures stand at the right; beside a profile, or with the customers' names on a small screen, there is no room for the columns of points and state, and they stand under the date. */
const headClass = (word: string) => (word === 'total' || word === 'items' ? styles['number'] : word === 'state' || word === 'points' ? styles['roomy'] : undefined)

function Row({ row, acts, withCustomer, points }: Omit<Props, 'rows' | 'more'> & { readonly row: SaleRow }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return (
    <tr>
      <td>
        {format.dateTime(row.completedAt)}
        <div className={styles['narrow']}><State row={row} /> {points?.(row.id)}</div>
      </td>
      <td>
        <UnstyledButton className={styles['open']} onClick={() => acts.onOpen(row.id)} aria-label={t('open-sale', { number: row.number })}>
          {row.number}
        </UnstyledButton>
      </td>
      <td className={styles['short']}>{row.registerName}</td>
      {withCustomer && <td className={styles['who']}>{sayBuyer(row.customerName, t)}</td>}
      <td className={styles['number']}>{format.quantity(row.items * 1000)}</td>
      <td className={styles['number']}>{format.money(row.totalCents)}</td>
      <td>{row.paidBy.map((kind) => t(`pay:${kind}`)).join(', ')}</td>
      {points && <td className={styles['roomy']}>{points(row.id)}</td>}
      <td className={styles['roomy']}><State row={row} /></td>
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
  const all = [
    { word: 'reprint', spoken: 'reprint-number', Picture: IconReceipt, act: acts.onReceipt, off: false },
    { word: 'refund', spoken: 'refund-number', Picture: IconArrowBackUp, act: acts.onRefund, off: row.state === 'voided' },
    { word: 'repeat-sale', spoken: 'repeat-number', Picture: IconRepeat, act: acts.onRepeat, off: false },
  ]
  return (
    <div className={styles['rowActs']}>
      {all.map(({ word, spoken, Picture, act, off }) => (
        <ActionIcon key={word} color="gray" aria-label={t(spoken, { number: row.number })} title={t(word)} disabled={off} onClick={() => act(row.id)}>
          <Picture size={20} aria-hidden />
        </ActionIcon>
      ))}
    </div>
  )
}
