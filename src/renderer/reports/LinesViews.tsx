import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerLine, ExpiringLine, ExpiringMember, OwingLine, RewardLine, StaffLine } from '../../main/reports/loyalty-lines.sql.ts'
import type { PlainDate } from '../../main/vocabulary.ts'
import type { CallFailed } from '../bridge.ts'
import { useFormat, type Format } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import type { BehindAsked } from './Behind.tsx'
import { drilled, ListDialog } from './ListDialog.tsx'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'
import { addDays, type Asked } from './span.ts'

type Words = (key: string) => string
export type Of = { readonly asked: Asked }
export const heard = ['points-changed', 'sale-completed', 'sales-changed'] as const
export const whole = <R,>(t: Words, { whole: say }: Format, key: string, of: (row: R) => number): SortColumn<R> => ({ key, label: t(`col-${key}`), number: true, cell: (row) => say(of(row)), by: of })
export const money = <R,>(t: Words, { amount }: Format, key: string, of: (row: R) => number): SortColumn<R> => ({ key, label: t(`col-${key}`), number: true, cell: (row) => amount(of(row)), by: of })
export const named = <R extends { readonly name: string | null }>(label: string, none: string): SortColumn<R> => ({ key: 'name', label, wrap: true, cell: ({ name }) => name ?? none, by: ({ name }) => name ?? '' })
const mostLines = 1_000

type LinesProps<R> = { readonly asked: UseQueryResult<readonly R[], CallFailed>; readonly label: string; readonly none: string; readonly columns: readonly SortColumn<R>[]; readonly keyOf: (row: R) => string; readonly first: string; readonly down?: boolean }
export function Lines<R>({ asked, label, none, columns, keyOf, first, down = true }: LinesProps<R>) {
  const { t } = useTranslation('report')
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={8} />
  if (asked.data.length === 0) return <Empty sentence={none} />
  return (
    <>
      <SortedTable label={label} columns={columns} rows={asked.data} keyOf={keyOf} first={{ key: first, down }} />
      {asked.data.length >= mostLines && <p className={styles['note']}>{t('first-lines', { most: mostLines })}</p>}
    </>
  )
}

export function CustomersView({ asked: of }: Of) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/loyalty-by-customer', of, heard, { keepLast: true })
  const columns = useMemo<SortColumn<CustomerLine>[]>(() => [
    named(t('customer'), '–'), whole(t, format, 'visits', (row) => row.visits), whole(t, format, 'earned', (row) => row.earned), whole(t, format, 'redeemed', (row) => row.redeemed),
    money(t, format, 'amount-redeemed', (row) => row.redeemedCents), money(t, format, 'member-sales', (row) => row.saleCents),
    { key: 'balance', label: t('col-balance'), number: true, by: ({ balance }) => balance, cell: ({ balance }) => (balance < 0 ? <span className={styles['owes']}>{t('owes', { points: format.whole(0 - balance) })}</span> : format.whole(balance)) },
  ], [t, format])
  return <Lines asked={asked} label={t('view-customers')} none={t('nothing')} columns={columns} keyOf={({ customerId }) => customerId} first="member-sales" />
}

export function StaffView({ asked: of }: Of) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/loyalty-by-staff', of, heard, { keepLast: true })
  const columns = useMemo<SortColumn<StaffLine>[]>(() => [
    named(t('staff'), t('by-itself')), whole(t, format, 'earned', (row) => row.earned), whole(t, format, 'redeemed', (row) => row.redeemed), whole(t, format, 'adjusted-up', (row) => row.added),
    whole(t, format, 'adjusted-down', (row) => row.removed), whole(t, format, 'by-hand', (row) => row.byHand), whole(t, format, 'reversed', (row) => row.reversed),
  ], [t, format])
  return <Lines asked={asked} label={t('view-staff')} none={t('nothing')} columns={columns} keyOf={({ staffId }) => staffId ?? ''} first="by-hand" />
}

export function RewardsView({ asked: of, onBehind }: Of & { readonly onBehind: (behind: BehindAsked) => void }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/loyalty-by-reward', of, heard, { keepLast: true })
  const columns = useMemo<SortColumn<RewardLine>[]>(() => [
    { key: 'name', label: t('reward'), wrap: true, cell: ({ name }) => name || t('as-payment'), by: ({ name }) => name }, drilled({
      key: 'times', label: t('col-times'), of: (row) => row.times, say: format.whole, name: (row) => t('reward-behind', { name: row.name || t('as-payment'), number: format.whole(row.times) }),
      open: ({ rewardId, name }) => onBehind({ asked: of, kinds: ['redeem'], reward: { rewardId, name }, title: name || t('as-payment') }),
    }),
    whole(t, format, 'points', (row) => row.points), money(t, format, 'cost', (row) => row.cents),
  ], [t, format, of, onBehind])
  return <Lines asked={asked} label={t('view-rewards')} none={t('no-rewards')} columns={columns} keyOf={({ rewardId, name }) => `${rewardId} ${name}`} first="points" />
}

export function OwedView({ text }: { readonly text: string }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/points-owed-to-us', { text }, heard, { keepLast: true })
  const columns = useMemo<SortColumn<OwingLine>[]>(() => [
    named(t('customer'), '–'), { key: 'owes', label: t('col-owes'), number: true, by: ({ balance }) => 0 - balance, cell: ({ balance }) => <span className={styles['owes']}>{t('owes', { points: format.whole(0 - balance) })}</span> },
    { key: 'since', label: t('col-since'), cell: ({ since }) => format.date(since), by: ({ since }) => since },
  ], [t, format])
  return <Lines asked={asked} label={t('view-owed')} none={t('nobody-owes')} columns={columns} keyOf={({ customerId }) => customerId} first="owes" />
}

const lookAheadDays = 365
export function ExpiringView({ today }: { readonly today: PlainDate }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const [on, setOn] = useState<PlainDate | null>(null)
  const asked = useAsk('reports/points-expiring', { until: addDays(today, lookAheadDays) }, heard, { keepLast: true })
  const columns = useMemo<SortColumn<ExpiringLine>[]>(() => [
    { key: 'day', label: t('col-expires'), cell: ({ expiresOn }) => format.day(expiresOn), by: ({ expiresOn }) => expiresOn }, whole(t, format, 'points', (row) => row.points), drilled({ key: 'members', label: t('col-members'), of: (row) => row.members, say: format.whole, name: (row) => t('members-on', { number: format.whole(row.members), day: format.day(row.expiresOn) }), open: (row) => setOn(row.expiresOn) }),
  ], [t, format])
  return (
    <>
      <Lines asked={asked} label={t('view-expiring')} none={t('none-expires')} columns={columns} keyOf={({ expiresOn }) => expiresOn} first="day" down={false} />
      {on !== null && <ExpiringMembers on={on} onClose={() => setOn(null)} />}
    </>
  )
}

/** Whose points run out that day, to call or write to them. */
function ExpiringMembers({ on, onClose }: { readonly on: PlainDate; readonly onClose: () => void }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/expiring-members', { on }, heard)
  const columns = useMemo<SortColumn<ExpiringMember>[]>(() => [named(t('customer'), '–'), whole(t, format, 'points', (row) => row.points)], [t, format])
  return <ListDialog title={t('expiring-on', { day: format.day(on) })} onClose={onClose}><Lines asked={asked} label={t('expiring-on', { day: format.day(on) })} none={t('none-expires')} columns={columns} keyOf={({ customerId }) => customerId} first="points" /></ListDialog>
}
