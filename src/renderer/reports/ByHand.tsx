import { IconAlertTriangle } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { ReportEntry } from '../../main/reports/loyalty-lines.sql.ts'
import { call, type CallFailed } from '../bridge.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useEntryColumns } from './Behind.tsx'
import type { Explainer } from './LoyaltyReportPage.tsx'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'
import type { Asked } from './span.ts'

type Changes = Output<'reports/staff-adjustments'>
type Row = Changes['rows'][number]
const rowsAtOnce = 100

/** Every change of points by hand: who asked, who allowed it and why, marked where it looks unusual. A mark is a question, not a charge. */
export function ByHand({ asked, explain }: { readonly asked: Asked; readonly explain: Explainer }) {
  const { t } = useTranslation('report')
  const [explained, setExplained] = useState<ReportEntry | null>(null)
  const columns = useColumns(setExplained)
  const found = useInfiniteQuery<Changes, CallFailed, { pages: Changes[] }, readonly unknown[], number | null>({
    queryKey: ['reports/staff-adjustments', asked], initialPageParam: null, meta: { events: ['points-changed'] },
    queryFn: ({ pageParam }) => call('reports/staff-adjustments', { ...asked, before: pageParam, most: rowsAtOnce }), getNextPageParam: (last) => last.more,
  })
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Late rows={8} />
  const rows = found.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty sentence={t('none-by-hand')} />
  return (
    <>
      <SortedTable label={t('view-by-hand')} columns={columns} rows={rows} keyOf={({ id }) => id} first={{ key: 'when', down: true }} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null} />
      <p className={styles['note']}>{t('marks-note')}</p>
      {explained !== null && explain(explained, () => setExplained(null))}
    </>
  )
}

function useColumns(onExplain: (row: ReportEntry) => void): SortColumn<Row>[] {
  const { t } = useTranslation('report')
  const common = useEntryColumns(onExplain)
  return useMemo(() => {
    const kept = (keys: readonly string[]) => common.filter(({ key }) => keys.includes(key)) as SortColumn<Row>[]
    return [
      ...kept(['when', 'customer', 'points']),
      { key: 'reason', label: t('reason'), wrap: true, by: (row) => row.reason, cell: (row) => <>{[t(`reason-${row.reason}`, { defaultValue: row.reason }), row.note].filter(Boolean).join(': ')}{row.undone === 1 && <span className={styles['undone']}> {t('undone')}</span>}</> },
      ...kept(['who']), { key: 'approved', label: t('approved'), wrap: true, cell: (row) => row.approvedByName ?? '–', by: (row) => row.approvedByName ?? '' },
      {
        key: 'marks', label: t('unusual'), by: (row) => row.marks.length,
        cell: (row) => <span className={styles['marks']}>{row.marks.map((mark) => <span key={mark} className={styles['mark']} title={t(`mark-${mark}-why`)}><IconAlertTriangle size={14} aria-hidden />{t(`mark-${mark}`)}</span>)}</span>,
      },
      ...kept(['explain']),
    ]
  }, [common, t])
}
