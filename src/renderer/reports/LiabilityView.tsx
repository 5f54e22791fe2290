import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { call } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useFileChip } from '../ui/FileChip.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'

type Close = Output<'reports/points-liability'>['closes'][number]
type Bucket = Output<'reports/points-liability'>['buckets'][number]

/** What the shop owes its members now, in points and money, by how long ago it was earned. */
export function LiabilityView() {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/points-liability', {}, ['points-changed', 'loyalty-changed'], { keepLast: true })
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={4} />
  const { points, cents, buckets, asOf, breakagePpm, expectedCents, closes } = asked.data
  if (points === 0 && closes.length === 0) return <Empty sentence={t('owes-nothing')} />
  const share = (part: number) => format.percent(Math.round((part / Math.max(1, points)) * 1_000) * 1_000)
  const columns: SortColumn<Bucket>[] = [
    { key: 'age', label: t('col-age'), cell: ({ monthsFrom }) => t(`age-${monthsFrom}`), by: ({ monthsFrom }) => monthsFrom, foot: t('total') },
    { key: 'points', label: t('col-points'), number: true, cell: (row) => format.whole(row.points), by: (row) => row.points, foot: format.whole(points) },
    { key: 'money', label: t('col-liability-money'), number: true, cell: (row) => format.amount(row.cents), by: (row) => row.cents, foot: format.amount(cents) },
    { key: 'members', label: t('col-members'), number: true, cell: (row) => format.whole(row.members), by: (row) => row.members, foot: '' },
    { key: 'share', label: t('col-share'), cell: (row) => <><span className={styles['share']} aria-hidden><span style={{ width: `${(100 * row.points) / Math.max(1, points)}%` }} /></span>{share(row.points)}</>, foot: '' },
  ]
  return (
    <>
      <dl className={styles['figures']}>
        <div><dt>{t('col-liability')}</dt><dd>{format.whole(points)}</dd></div>
        <div><dt>{t('col-liability-money')}</dt><dd>{format.money(cents)}</dd></div>
        <div><dt>{t('breakage')}</dt><dd>{breakagePpm === null ? '–' : format.percent(Math.round(breakagePpm / 1_000) * 1_000)}</dd></div>
        {breakagePpm !== null && <div><dt>{t('likely-asked-for')}</dt><dd>{format.money(expectedCents)}</dd></div>}
        <div><dt>{t('as-of')}</dt><dd>{format.dateTime(asOf)}</dd></div>
      </dl>
      {buckets.length > 0 && <SortedTable label={t('view-liability')} columns={columns} rows={buckets} keyOf={({ monthsFrom }) => String(monthsFrom)} first={{ key: 'age', down: false }} />}
      <p className={styles['note']}>{t('liability-note')} {t('breakage-note')}</p>
      <MonthCloses closes={closes} />
    </>
  )
}

/** What was owed at the end of each month that is over: frozen when it ended, never worked out again. */
function MonthCloses({ closes }: { readonly closes: readonly Close[] }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const file = useFileChip()
  const make = async () => {
    const { csv, fileName } = await call('reports/month-closes-csv', {})
    return { name: fileName, parts: ['\uFEFF', csv], type: 'text/csv;charset=utf-8' }
  }
  const columns = useMemo<SortColumn<Close>[]>(() => [
    { key: 'month', label: t('col-month'), cell: ({ month }) => format.month(month), by: ({ month }) => month }, { key: 'points', label: t('col-liability'), number: true, cell: (row) => format.whole(row.points), by: (row) => row.points },
    { key: 'money', label: t('col-liability-money'), number: true, cell: (row) => format.amount(row.cents), by: (row) => row.cents },
    { key: 'breakage', label: t('breakage'), number: true, by: (row) => row.breakagePpm ?? -1, cell: (row) => (row.breakagePpm === null ? '–' : format.percent(Math.round(row.breakagePpm / 1_000) * 1_000)) },
    { key: 'members', label: t('col-members'), number: true, cell: (row) => format.whole(row.members), by: (row) => row.members }, { key: 'closed', label: t('col-closed'), cell: ({ closedAt }) => format.dateTime(closedAt), by: ({ closedAt }) => closedAt },
  ], [t, format])
  return (
    <>
      <div className={`${styles['bar']} ${styles['middle']} ${styles['second']}`}>
        <h2>{t('month-closes')}</h2>
        {closes.length > 0 && <Button className={styles['push'] ?? ''} variant="default" leftSection={<IconFileExport size={20} aria-hidden />} loading={file.busy} onClick={() => void file.run({ name: t('month-closes'), make })}>{t('export-closes')}</Button>}
      </div>
      {closes.length === 0 ? <p className={styles['note']}>{t('no-closes')}</p> : <SortedTable label={t('month-closes')} columns={columns} rows={closes} keyOf={({ month }) => month} first={{ key: 'month', down: true }} />}
      {file.chip}
    </>
  )
}
