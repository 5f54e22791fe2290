import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { useFormat } from '../format.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'

type Check = Output<'reports/reconciliation'>['checks'][number]

/** The same points counted in ways that must agree, and when the ledger was last verified. */
export function ReconciliationView() {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/reconciliation', {}, ['points-changed', 'sales-changed'], { keepLast: true })
  const columns = useMemo<SortColumn<Check>[]>(() => [
    { key: 'what', label: t('col-check'), wrap: true, cell: ({ what }) => t(`check-${what}`) }, { key: 'one', label: t('col-one'), number: true, cell: ({ one }) => format.whole(one) }, { key: 'other', label: t('col-other'), number: true, cell: ({ other }) => format.whole(other) },
    { key: 'holds', label: t('col-agrees'), cell: ({ holds }) => <span className={styles[holds ? 'agrees' : 'differs']}>{holds ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}{t(holds ? 'agrees' : 'differs')}</span> },
  ], [t, format])
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={6} />
  const { sums, checks, verified } = asked.data
  return (
    <>
      <dl className={styles['figures']}>
        <div><dt>{t('col-rows')}</dt><dd>{format.whole(sums.rows)}</dd></div>
        <div><dt>{t('col-accounts')}</dt><dd>{format.whole(sums.members)}</dd></div>
        <div><dt>{t('col-owed-to-members')}</dt><dd>{format.whole(sums.aboveZero)}</dd></div>
        <div><dt>{t('col-owed-by-members')}</dt><dd>{format.whole(0 - sums.belowZero)}</dd></div>
      </dl>
      <SortedTable label={t('view-reconciliation')} columns={columns} rows={checks} keyOf={({ what }) => what} first={{ key: '', down: false }} />
      <p className={styles['note']}>{verified ? t(verified.outcome === 'done' ? 'verified-whole' : 'verified-broken', { when: format.dateTime(verified.at), name: verified.staffName ?? '–' }) : t('not-verified')}</p>
    </>
  )
}
