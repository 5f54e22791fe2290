import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberMonth, MemberRow, MemberState } from '../../main/reports/loyalty-members.sql.ts'
import type { PlainDate } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { drilled, ListDialog } from './ListDialog.tsx'
import { Lines, named, whole, type Of } from './LinesViews.tsx'
import styles from './Report.module.css'
import { SortedTable, type SortColumn } from './SortedTable.tsx'
import { addDays, type Asked } from './span.ts'

const heard = ['points-changed', 'customers-changed'] as const
type List = { readonly asked: Asked; readonly state: MemberState; readonly title: string }
const parts = ['active', 'quiet', 'lapsed'] as const

/** How many members there are and still come, and what has become of those who joined in the period, month by month. */
export function MembersView({ asked: of }: Of) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/members', of, heard, { keepLast: true })
  const [list, setList] = useState<List | null>(null)
  const columns = useMonthColumns(of, setList, asked.data?.joined)
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late rows={6} />
  const { all, months } = asked.data
  return (
    <>
      <dl className={styles['figures']}>
        <div><dt>{t('col-members')}</dt><dd>{format.whole(all.members)}</dd></div>
        {parts.map((part) => <div key={part}><dt>{t(`members-${part}`)}</dt><dd>{format.whole(all[part])}</dd></div>)}
      </dl>
      {months.length === 0 ? <Empty sentence={t('nobody-joined')} /> : <SortedTable label={t('view-members')} columns={columns} rows={months} keyOf={({ month }) => month} first={{ key: 'month', down: true }} />}
      <p className={styles['note']}>{t('members-note')}</p>
      {list && <MemberList list={list} onClose={() => setList(null)} />}
    </>
  )
}

/** The month's days that are within the period. */
function within(month: string, of: Asked): Asked {
  const first = `${month}-01` as PlainDate
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01` as PlainDate, -1)
  return { ...of, from: first > of.from ? first : of.from, to: last < of.to ? last : of.to }
}

function useMonthColumns(of: Asked, open: (list: List) => void, sums: Omit<MemberMonth, 'month'> | undefined): SortColumn<MemberMonth>[] {
  const { t } = useTranslation('report')
  const format = useFormat()
  return useMemo(() => {
    const column = (key: 'members' | (typeof parts)[number], state: MemberState) => {
      const label = t(key === 'members' ? 'col-joined' : `members-${key}`)
      return drilled<MemberMonth>({
        key, label, of: (row) => row[key], say: format.whole, foot: sums && format.whole(sums[key]), name: (row) => t('members-behind', { column: label, month: format.month(row.month), number: format.whole(row[key]) }),
        open: (row) => open({ asked: within(row.month, of), state, title: t('members-behind', { column: label, month: format.month(row.month), number: format.whole(row[key]) }) }),
      })
    }
    return [{ key: 'month', label: t('col-month'), cell: ({ month }) => format.month(month), by: ({ month }) => month, foot: t('total') }, column('members', 'all'), column('active', 'active'), column('quiet', 'quiet'), column('lapsed', 'lapsed')]
  }, [of, open, sums, t, format])
}

function MemberList({ list, onClose }: { readonly list: List; readonly onClose: () => void }) {
  const { t } = useTranslation('report')
  const format = useFormat()
  const asked = useAsk('reports/member-list', { ...list.asked, state: list.state }, heard)
  const columns = useMemo<SortColumn<MemberRow>[]>(() => [
    named(t('customer'), '–'), { key: 'joined', label: t('col-joined-on'), cell: ({ joinedDay }) => format.day(joinedDay), by: ({ joinedDay }) => joinedDay },
    { key: 'last', label: t('col-last-visit'), cell: ({ lastVisitDay }) => format.day(lastVisitDay), by: ({ lastVisitDay }) => lastVisitDay }, whole(t, format, 'balance', (row) => row.balance),
  ], [t, format])
  return <ListDialog title={list.title} onClose={onClose}><Lines asked={asked} label={list.title} none={t('nobody-joined')} columns={columns} keyOf={({ customerId }) => customerId} first="joined" /></ListDialog>
}
