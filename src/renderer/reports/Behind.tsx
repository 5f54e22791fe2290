import { Button, Modal } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { ReportEntry, RewardAsked } from '../../main/reports/loyalty-lines.sql.ts'
import { call, type CallFailed } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import type { Explainer } from './LoyaltyReportPage.tsx'
import { SortedTable, type SortColumn } from './SortedTable.tsx'
import type { Asked } from './span.ts'

export type BehindAsked = { readonly asked: Asked; readonly kinds: readonly string[]; readonly title: string; /** The rows of one reward. */ readonly reward?: RewardAsked }
type Rows = Output<'reports/loyalty-rows'>
const rowsAtOnce = 100

/** The rows of the ledger a number is the sum of, the newest first; each explains itself. */
export function Behind({ behind, explain, onClose }: { readonly behind: BehindAsked; readonly explain: Explainer; readonly onClose: () => void }) {
  const { t } = useTranslation('report')
  const { asked: of, kinds, title, reward = null } = behind
  const [explained, setExplained] = useState<ReportEntry | null>(null)
  const columns = useEntryColumns(setExplained)
  const found = useInfiniteQuery<Rows, CallFailed, { pages: Rows[] }, readonly unknown[], number | null>({
    queryKey: ['reports/loyalty-rows', of, kinds, reward], initialPageParam: null, staleTime: 0,
    queryFn: ({ pageParam }) => call('reports/loyalty-rows', { ...of, kinds: [...kinds], reward, before: pageParam, most: rowsAtOnce }),
    getNextPageParam: (last) => last.more,
  })
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  // One dialog at a time: closing the working-out leads back to the rows.
  if (explained !== null) return explain(explained, () => setExplained(null))
  return (
    <Modal opened onClose={onClose} title={title} size={1080} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {found.error && <Failure failure={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Late rows={6} />}
      {found.data && rows.length === 0 && <Empty sentence={t('no-rows')} />}
      {rows.length > 0 && <SortedTable label={title} columns={columns} rows={rows} keyOf={({ id }) => id} first={{ key: 'when', down: true }} more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null} />}
    </Modal>
  )
}

/** A row of the ledger as every report shows it. */
export function useEntryColumns(onExplain: (row: ReportEntry) => void): SortColumn<ReportEntry>[] {
  const { t } = useTranslation('report')
  const format = useFormat()
  return useMemo(() => {
    const signed = new Intl.NumberFormat(format.locale, { signDisplay: 'exceptZero' })
    return [
      { key: 'when', label: t('when'), cell: (row) => format.dateTime(row.at), by: (row) => row.seq },
      { key: 'customer', label: t('customer'), wrap: true, cell: (row) => row.customerName ?? '–', by: (row) => row.customerName ?? '' },
      { key: 'kind', label: t('kind'), wrap: true, cell: (row) => t(`kind-${row.kind}`), by: (row) => row.kind },
      { key: 'points', label: t('points'), number: true, cell: (row) => (row.pending === 0 ? signed.format(row.points) : t('and-waiting', { points: signed.format(row.points), waiting: signed.format(row.pending) })), by: (row) => row.points + row.pending },
      { key: 'money', label: t('money'), number: true, cell: (row) => (row.valueCents === 0 ? '–' : format.amount(row.valueCents)), by: (row) => row.valueCents },
      { key: 'who', label: t('who'), wrap: true, cell: (row) => [row.staffName ?? t('by-itself'), row.registerName].filter(Boolean).join(' · '), by: (row) => row.staffName ?? '' },
      { key: 'explain', label: t('why'), cell: (row) => <Button variant="subtle" px="xs" aria-label={t('explain-row', { name: row.customerName ?? '', when: format.dateTime(row.at) })} onClick={() => onExplain(row)}>{t('explain')}</Button> },
    ]
  }, [t, format, onExplain])
}
