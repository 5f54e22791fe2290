import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { ExplainDialog } from './ExplainDialog.tsx'
import { useHistory, useKind, useReason, type Filter, type HistoryRow } from './history.ts'
import styles from './Loyalty.module.css'
import type { ByHand } from './ReasonDialog.tsx'
import { useSay } from './use-say.ts'

type Props = { readonly customerId: CustomerId; readonly onOpenSale: (saleId: SaleId) => void; readonly onByHand: (act: ByHand) => void }
const filters: readonly Filter[] = ['all', 'earned', 'used', 'by-hand']

/** Every row of someone's ledger, newest first; each can be explained, and there what was done by hand can be taken back. */
export function LedgerTable({ customerId, onOpenSale, onByHand }: Props) {
  const { t } = useTranslation('loyalty')
  const [filter, setFilter] = useState<Filter>('all')
  const [explained, explain] = useState<HistoryRow | null>(null)
  const history = useHistory(customerId, filter)
  return (
    <section aria-label={t('history')}>
      <div className={styles['bar']}>
        <h3 className={styles['title']}>{t('history')}</h3>
        <SegmentedControl aria-label={t('show')} value={filter} onChange={(next) => setFilter(next as Filter)} data={filters.map((value) => ({ value, label: t(`filter-${value}`) }))} />
      </div>
      {history.failure && <Failure failure={history.failure} retry={history.retry} />}
      {history.pending && <Late />}
      {!history.pending && !history.failure && history.rows.length === 0 && <Empty sentence={t('no-rows')} />}
      {history.rows.length > 0 && (
        <table className={styles['ledger']} aria-label={t('history')}>
          <thead><tr><th scope="col">{t('what')}</th><th scope="col" data-number>{t('points-word')}</th><th scope="col" data-number>{t('balance')}</th><th scope="col"><span className="spoken-only">{t('actions')}</span></th></tr></thead>
          <tbody>{history.rows.map((row) => <Row key={row.id} row={row} onExplain={() => explain(row)} onOpenSale={onOpenSale} />)}</tbody>
        </table>
      )}
      <MoreRows more={history.more} />
      {explained && <ExplainDialog customerId={customerId} row={explained} onClose={() => explain(null)} onByHand={(act) => (explain(null), onByHand(act))} />}
    </section>
  )
}

type RowProps = { readonly row: HistoryRow; readonly onExplain: () => void; readonly onOpenSale: Props['onOpenSale'] }
function Row({ row, onExplain, onOpenSale }: RowProps) {
  const { t } = useTranslation('loyalty')
  const { dateTime } = useFormat()
  const say = useSay()
  const named = useKind()(row)
  const reason = useReason()(row)
  const saleId = row.saleId
  const what = (
    <>
      <span className={styles['what']}>{named}{reason && ` · ${reason}`}{row.reversed === 1 && ` · ${t('taken-back')}`}</span>
      <span className="muted">{dateTime(row.at)}</span>
    </>
  )
  return (
    <tr data-reversed={row.reversed === 1 || undefined}>
      <td>{saleId ? <button type="button" className={styles['open']} onClick={() => onOpenSale(saleId)}>{what}</button> : what}</td>
      <td data-number>{say.moved(row.points)}{row.pending !== 0 && <span className="muted"> {t('pending', { points: say.moved(row.pending) })}</span>}</td>
      <td data-number>{say.number(row.balanceAfter)}</td>
      <td><Button variant="subtle" onClick={onExplain} aria-label={t('explain-row', { what: named, points: say.moved(row.points) })}>{t('explain')}</Button></td>
    </tr>
  )
}
