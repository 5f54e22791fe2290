import { UnstyledButton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call, type CallFailed } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import styles from '../Accounts.module.css'
import type { Asked } from './ReceivablesPage.tsx'

type Page = Output<'accounts/receivables'>
type Receivable = Page['rows'][number]
type Props = { readonly asked: Asked; readonly onSort: (sort: Asked['sort']) => void; readonly onOpen: (customerId: CustomerId) => void }
const columns = [
  ['balance', 'balanceCents'], ['age-30', 'to30Cents'], ['age-60', 'to60Cents'], ['age-90', 'to90Cents'], ['age-older', 'olderCents'], ['overdue-column', 'overdueCents'],
] as const

/** A row opens the person's account. The totals below are of everyone who fits, shown or not. */
export function ReceivablesTable({ asked, onSort, onOpen }: Props) {
  const { t } = useTranslation('accounts')
  const found = useInfiniteQuery<Page, CallFailed, { pages: Page[] }, readonly unknown[], number>({
    queryKey: ['accounts/receivables', asked], initialPageParam: 0, meta: { events: ['account-changed', 'customer-changed'] },
    queryFn: ({ pageParam }) => call('accounts/receivables', { ...asked, skip: pageParam }), getNextPageParam: ({ more }, pages) => (more ? pages.reduce((all, { rows }) => all + rows.length, 0) : undefined),
  })
  if (found.error) return <Failure failure={found.error} retry={() => void found.refetch()} />
  const [first] = found.data?.pages ?? []
  if (!found.data || !first) return <Late />
  const rows = found.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty sentence={t('nobody-owes')} />
  return (
    <div className={styles['rows']}>
      <table className={styles['table']} aria-label={t('receivables')} aria-rowcount={first.totals.people + 1}>
        <thead><tr><Sorted sort="name" asked={asked} onSort={onSort} />{columns.map(([key]) => <Head key={key} name={key} asked={asked} onSort={onSort} />)}<Sorted sort="oldest" asked={asked} onSort={onSort} /></tr></thead>
        <tbody>{rows.map((row) => <Row key={row.customerId} row={row} onOpen={onOpen} />)}</tbody>
        <Totals totals={first.totals} />
      </table>
      <MoreRows more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null} />
    </div>
  )
}

type HeadProps = Pick<Props, 'asked' | 'onSort'>
function Head({ name, ...props }: HeadProps & { readonly name: (typeof columns)[number][0] }) {
  const { t } = useTranslation('accounts')
  if (name === 'balance') return <Sorted sort="balance" {...props} />
  return name === 'overdue-column' ? <Sorted sort="overdue" {...props} /> : <th scope="col" className={styles['number']}>{t(name)}</th>
}

function Sorted({ sort, asked, onSort }: HeadProps & { readonly sort: Asked['sort'] }) {
  const { t } = useTranslation('accounts')
  const here = asked.sort === sort
  return (
    <th scope="col" className={sort === 'name' || sort === 'oldest' ? undefined : styles['number']} aria-sort={here ? (sort === 'name' || sort === 'oldest' ? 'ascending' : 'descending') : 'none'}>
      <UnstyledButton mih={44} fz="inherit" fw={here ? 600 : 500} onClick={() => onSort(sort)}>{t(`sort-${sort}`)} {here && <IconArrowDown size={16} aria-hidden style={{ verticalAlign: 'middle' }} />}</UnstyledButton>
    </th>
  )
}

function Row({ row, onOpen }: { readonly row: Receivable; readonly onOpen: (customerId: CustomerId) => void }) {
  const { t } = useTranslation('accounts')
  const { money, shortDay } = useFormat()
  const over = row.limitCents !== null && row.balanceCents > row.limitCents
  return (
    <tr>
      <th scope="row" className={styles['words']}>
        <UnstyledButton className={styles['open']} onClick={() => onOpen(row.customerId)}>{row.name ?? row.code}</UnstyledButton>
        <div className="muted">{[row.code, row.phone, over && t('over-limit-of', { amount: money(row.limitCents ?? 0) })].filter(Boolean).join(' · ')}</div>
      </th>
      {columns.map(([key, field]) => (
        <td key={key} className={`${styles['number']} ${key === 'overdue-column' && row.overdueCents > 0 ? styles['late'] : ''}`}>
          {key === 'balance' && row.balanceCents < 0 ? t('in-credit-amount', { amount: money(0 - row.balanceCents) }) : money(row[field])}
        </td>
      ))}
      <td className={styles['day']}>{row.oldestDay !== null && shortDay(row.oldestDay)}</td>
    </tr>
  )
}

function Totals({ totals }: { readonly totals: Page['totals'] }) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  return <tfoot><tr><th scope="row">{t('total-people', { count: totals.people })}</th>{columns.map(([key, field]) => <td key={key} className={styles['number']}>{money(totals[field])}</td>)}<td><span className="spoken-only">{t('sort-oldest')}</span></td></tr></tfoot>
}
