import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchLine, CardLine } from '../../main/reports/loyalty-members.sql.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { drilled, ListDialog } from './ListDialog.tsx'
import { whole } from './LinesViews.tsx'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'

const heard = ['loyalty-changed', 'points-changed'] as const

/** Each batch of cards and how much of it is in use; below, every card that someone has, the last used first. */
export function CardUseView({ text }: { readonly text: string }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/cards', { text, batch: null }, heard, { keepLast: true })
  const [batch, setBatch] = useState<number | null>(null)
  const columns = useMemo<SortColumn<BatchLine>[]>(() => {
    const named = (row: BatchLine) => (row.number === null ? t('cards-from-elsewhere') : t('batch', { number: row.number }))
    return [
      { key: 'batch', label: t('col-batch'), cell: (row) => named(row), by: ({ number }) => number ?? 0 }, { key: 'made', label: t('col-made'), cell: ({ madeAt }) => (madeAt ? format.date(madeAt) : '–'), by: ({ madeAt }) => madeAt ?? '' },
      whole(t, format, 'codes', (row) => row.codes), whole(t, format, 'printed', (row) => row.printed),
      drilled<BatchLine>({ key: 'assigned', label: t('col-assigned'), of: (row) => row.assigned, say: format.whole, name: (row) => t('cards-of', { batch: named(row) }), open: (row) => row.number !== null && setBatch(row.number) }),
      { key: 'share', label: t('col-share'), number: true, by: (row) => row.assigned / row.codes, cell: (row) => format.percent(Math.round((1_000 * row.assigned) / row.codes) * 1_000) },
      whole(t, format, 'used', (row) => row.used), whole(t, format, 'blocked', (row) => row.ended),
    ]
  }, [t, format])
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={6} />
  const { batches, cards } = asked.data
  if (batches.length === 0) return <Empty sentence={t('no-cards')} />
  return (
    <>
      <SortedTable label={t('view-cards')} columns={columns} rows={batches} keyOf={({ number }) => String(number)} first={{ key: 'batch', down: true }} />
      <h2 className={styles['second']}>{t('cards-in-hand')}</h2>
      {cards.length === 0 ? <Empty sentence={t('no-cards-in-hand')} /> : <Cards label={t('cards-in-hand')} cards={cards} />}
      {batch !== null && <OfBatch number={batch} onClose={() => setBatch(null)} />}
    </>
  )
}

function OfBatch({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const { t } = useTranslation('report')
  const asked = useAsk('reports/cards', { text: '', batch: number }, heard)
  const title = t('cards-of', { batch: t('batch', { number }) })
  return <ListDialog title={title} onClose={onClose}>{asked.data ? <Cards label={title} cards={asked.data.cards} /> : <Late rows={6} />}</ListDialog>
}

function Cards({ label, cards }: { readonly label: string; readonly cards: readonly CardLine[] }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const columns = useMemo<SortColumn<CardLine>[]>(() => {
    const moment = (at: string | null) => (at ? format.dateTime(at) : '–')
    return [
      { key: 'code', label: t('col-card'), cell: ({ code }) => code, by: ({ code }) => code }, { key: 'customer', label: t('customer'), wrap: true, cell: ({ name }) => name ?? '–', by: ({ name }) => name ?? '' },
      { key: 'state', label: t('col-state'), cell: ({ state }) => t(`card-${state}`), by: ({ state }) => state }, whole(t, format, 'points', (row) => row.balance),
      { key: 'last', label: t('col-last-used'), cell: ({ lastUsedAt }) => moment(lastUsedAt), by: ({ lastUsedAt }) => lastUsedAt ?? '' }, { key: 'given', label: t('col-given'), cell: ({ assignedAt }) => moment(assignedAt), by: ({ assignedAt }) => assignedAt ?? '' },
    ]
  }, [t, format])
  return <SortedTable label={label} columns={columns} rows={cards} keyOf={({ code }) => code} first={{ key: 'last', down: true }} />
}
