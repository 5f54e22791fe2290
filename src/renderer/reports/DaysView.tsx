import { Switch, UnstyledButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoyaltyColumn, LoyaltyDay, LoyaltyTotals } from '../../main/reports/loyalty-report.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import type { BehindAsked } from './Behind.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { columnOf, isNumbered } from './day-columns.ts'
import { DayChart } from './DayChart.tsx'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'
import type { Asked } from './span.ts'

type Props = { readonly asked: Asked; readonly onBehind: (asked: BehindAsked) => void; readonly onLast30: () => void }

/** One row per date with a loyalty action; the chart shows the days without one as well. */
export function DaysView({ asked: span, onBehind, onLast30 }: Props) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const report = useAsk('reports/loyalty', span, ['points-changed', 'sales-changed', 'sale-completed'], { keepLast: true })
  const chosen = useColumns()
  const [tableOnly, setTableOnly] = useState(false)
  const columns = useDayColumns(chosen.columns, report.data?.totals, span, onBehind)
  if (report.error) return <Failure failure={report.error} retry={() => void report.refetch()} />
  if (!report.data || !chosen.ready) return <Late rows={8} />
  const { rows, totals } = report.data
  if (rows.length === 0) return <Empty sentence={t('nothing')} actions={[{ label: t('preset-last-30'), do: onLast30 }]} />
  return (
    <>
      <div className={`${styles['bar']} ${styles['middle']}`}>
        <p className={styles['summary']} role="status" style={{ margin: 0 }}>{t('summary', { count: rows.length, earned: format.whole(totals.earned), redeemed: format.whole(totals.redeemed) })}</p>
        <Switch className={styles['push'] ?? ''} label={t('table-only')} checked={tableOnly} onChange={(event) => setTableOnly(event.currentTarget.checked)} />
      </div>
      {!tableOnly && <DayChart rows={rows} span={span} />}
      <SortedTable label={t('view-days')} columns={columns} rows={rows} keyOf={({ day }) => day} first={{ key: 'date', down: true }} />
    </>
  )
}

function useColumns() {
  const { data } = useAsk('reports/loyalty-columns', {})
  return { ready: data !== undefined, columns: data?.columns ?? [], all: data?.all ?? [] }
}

DaysView.Columns = function Columns() {
  const { ready, columns, all } = useColumns()
  return ready ? <ColumnsMenu chosen={columns} all={all} /> : null
}

function useDayColumns(chosen: readonly LoyaltyColumn[], totals: LoyaltyTotals | undefined, span: Asked, onBehind: Props['onBehind']): SortColumn<LoyaltyDay>[] {
  const { t } = useTranslation('report')
  const format = useFormat()
  return useMemo(() => {
    const show = { whole: format.whole, money: format.amount, share: format.percent }
    const say = (name: Exclude<LoyaltyColumn, 'date'>, row: LoyaltyTotals) => {
      const value = columnOf[name].value(row)
      return value === null ? '–' : show[columnOf[name].show](value)
    }
    const number = (name: Exclude<LoyaltyColumn, 'date'>, row: LoyaltyTotals, of: Asked, when: string) => {
      const { kinds, value } = columnOf[name]
      if (kinds === null || (value(row) ?? 0) === 0) return say(name, row)
      return <UnstyledButton className={styles['drill']} aria-label={t('rows-behind', { number: say(name, row), column: t(`col-${name}`), when })} onClick={() => onBehind({ asked: of, kinds, title: t('behind', { column: t(`col-${name}`), when, number: say(name, row) }) })}>{say(name, row)}</UnstyledButton>
    }
    const period = span.from === span.to ? format.day(span.from) : t('from-to', { from: format.day(span.from), to: format.day(span.to) })
    return chosen.map((name): SortColumn<LoyaltyDay> => {
      if (!isNumbered(name)) return { key: name, label: t('col-date'), cell: ({ day }) => format.day(day), by: ({ day }) => day, foot: t('total') }
      return {
        key: name, label: t(`col-${name}`), number: true, by: (row) => columnOf[name].value(row) ?? -1, cell: (row) => number(name, row, { ...span, from: row.day, to: row.day }, format.day(row.day)),
        foot: totals && number(name, totals, span, period),
      }
    })
  }, [chosen, totals, span, onBehind, t, format])
}
