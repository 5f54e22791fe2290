import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import { useFormat } from '../format.ts'
import { Failure } from '../ui/Failure.tsx'
import { useAsk } from '../use-call.ts'
import { heard, Lines, money, whole, type Of } from './LinesViews.tsx'
import styles from './Report.module.css'
import type { SortColumn } from './SortedTable.tsx'

type Move = Output<'reports/tier-moves'>[number]
type Repeat = Output<'reports/repeat-rate'>[number]
type Multiplier = Output<'reports/multiplier-cost'>['rows'][number]

/** Every move between tiers, by itself or by hand, and what it was made on. */
export function TierMovesView({ asked: of }: Of) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/tier-moves', of, heard, { keepLast: true })
  const columns = useMemo<SortColumn<Move>[]>(() => [
    { key: 'when', label: t('when'), cell: ({ at }) => format.dateTime(at), by: ({ seq }) => seq }, { key: 'customer', label: t('customer'), wrap: true, cell: ({ name }) => name ?? '–', by: ({ name }) => name ?? '' },
    { key: 'kind', label: t('kind'), cell: ({ kind }) => t(`tier-${kind}`), by: ({ kind }) => kind }, { key: 'was', label: t('col-was'), cell: ({ was }) => was ?? t('no-tier'), by: ({ was }) => was ?? '' },
    { key: 'tier', label: t('col-tier'), cell: ({ tier }) => tier ?? t('no-tier'), by: ({ tier }) => tier ?? '' }, whole(t, format, 'score', (row) => row.score),
    { key: 'who', label: t('who'), wrap: true, cell: ({ staffName, approvedByName, reason }) => [staffName ?? t('by-itself'), approvedByName, reason].filter(Boolean).join(' · '), by: ({ staffName }) => staffName ?? '' },
  ], [t, format])
  return <Lines asked={asked} label={t('view-tier-moves')} none={t('no-moves')} columns={columns} keyOf={({ seq }) => String(seq)} first="when" />
}

/** Members beside everyone else: how many came back, and for how much. */
export function RepeatView({ asked: of }: Of) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/repeat-rate', of, heard, { keepLast: true })
  const columns = useMemo<SortColumn<Repeat>[]>(() => [
    { key: 'who', label: t('who'), cell: ({ who }) => t(`buyers-${who}`), by: ({ who }) => ['members', 'others', 'walk-in'].indexOf(who) },
    { key: 'customers', label: t('col-customers'), number: true, by: ({ customers }) => customers, cell: ({ who, customers }) => (who === 'walk-in' ? '–' : format.whole(customers)) },
    { key: 'returned', label: t('col-came-back'), number: true, by: ({ returned }) => returned, cell: ({ who, returned }) => (who === 'walk-in' ? '–' : format.whole(returned)) },
    { key: 'rate', label: t('col-repeat-rate'), number: true, by: ({ repeatPpm }) => repeatPpm ?? -1, cell: ({ repeatPpm }) => (repeatPpm === null ? '–' : format.percent(Math.round(repeatPpm / 1_000) * 1_000)) },
    whole(t, format, 'sales', (row) => row.sales),
    { key: 'each', label: t('col-sales-each'), number: true, by: ({ salesEach }) => salesEach ?? -1, cell: ({ salesEach }) => (salesEach === null ? '–' : salesEach.toLocaleString(format.locale)) },
    { key: 'basket', label: t('col-basket'), number: true, by: ({ basketCents }) => basketCents ?? -1, cell: ({ basketCents }) => (basketCents === null ? '–' : format.amount(basketCents)) }, money(t, format, 'spent', (row) => row.cents),
  ], [t, format])
  return (
    <>
      <Lines asked={asked} label={t('view-repeat')} none={t('nothing-sold')} columns={columns} keyOf={({ who }) => who} first="who" down={false} />
      <p className={styles['note']}>{t('repeat-note')}</p>
    </>
  )
}

/** What each multiplier gave beyond plain points. */
export function MultipliersView({ asked: of }: Of) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/multiplier-cost', of, heard, { keepLast: true })
  const sums = asked.data
  const columns = useMemo<SortColumn<Multiplier>[]>(() => [
    { key: 'name', label: t('col-multiplier'), wrap: true, cell: ({ kind, name }) => (name ? `${name} · ${t(`multiplier-${kind}`)}` : t(`multiplier-${kind}`)), by: ({ name }) => name, foot: t('total') },
    whole(t, format, 'sales', (row) => row.sales), { ...whole<Multiplier>(t, format, 'extra-points', (row) => row.points), foot: sums && format.whole(sums.points) },
    { ...money<Multiplier>(t, format, 'cost', (row) => row.cents), foot: sums && format.amount(sums.cents) },
  ], [t, format, sums])
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  return (
    <>
      <Lines asked={{ ...asked, data: sums?.rows } as Parameters<typeof Lines<Multiplier>>[0]['asked']} label={t('view-multipliers')} none={t('no-multipliers')} columns={columns} keyOf={({ kind, name }) => `${kind} ${name}`} first="extra-points" />
      <p className={styles['note']}>{t('multipliers-note')}</p>
    </>
  )
}
