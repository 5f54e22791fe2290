import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'

type Bucket = Output<'reports/points-liability'>['buckets'][number]

/** What the shop owes its members now, in points and money, by how long ago it was earned. */
export function LiabilityView() {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/points-liability', {}, ['points-changed', 'loyalty-changed'], { keepLast: true })
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={4} />
  const { points, cents, buckets, asOf } = asked.data
  if (points === 0) return <Empty sentence={t('owes-nothing')} />
  const share = (part: number) => format.percent(Math.round((part / points) * 1_000) * 1_000)
  const columns: SortColumn<Bucket>[] = [
    { key: 'age', label: t('col-age'), cell: ({ monthsFrom }) => t(`age-${monthsFrom}`), by: ({ monthsFrom }) => monthsFrom, foot: t('total') },
    { key: 'points', label: t('col-points'), number: true, cell: (row) => format.whole(row.points), by: (row) => row.points, foot: format.whole(points) },
    { key: 'money', label: t('col-liability-money'), number: true, cell: (row) => format.amount(row.cents), by: (row) => row.cents, foot: format.amount(cents) },
    { key: 'members', label: t('col-members'), number: true, cell: (row) => format.whole(row.members), by: (row) => row.members, foot: '' },
    { key: 'share', label: t('col-share'), cell: (row) => <><span className={styles['share']} aria-hidden><span style={{ width: `${(100 * row.points) / points}%` }} /></span>{share(row.points)}</>, foot: '' },
  ]
  return (
    <>
      <dl className={styles['figures']}>
        <div><dt>{t('col-liability')}</dt><dd>{format.whole(points)}</dd></div>
        <div><dt>{t('col-liability-money')}</dt><dd>{format.money(cents)}</dd></div>
        <div><dt>{t('as-of')}</dt><dd>{format.dateTime(asOf)}</dd></div>
      </dl>
      <SortedTable label={t('view-liability')} columns={columns} rows={buckets} keyOf={({ monthsFrom }) => String(monthsFrom)} first={{ key: 'age', down: false }} />
      <p className={styles['note']}>{t('liability-note')}</p>
    </>
  )
}
