import { Button, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { AccountEntryId, CustomerId, SaleId } from '../../main/vocabulary.ts'
import { call, type CallFailed } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import styles from './Accounts.module.css'
import type { AccountRow } from './use-account.ts'

type Props = {
  readonly customerId: CustomerId; readonly onOpenSale: (saleId: SaleId) => void; readonly onReceipt: (entryId: AccountEntryId) => void; readonly onPay: (entryId: AccountEntryId) => void
}
type Page = Output<'accounts/rows'>
const most = 50

/** Every row of the account, the newest first: what it is, what is still open of it, and what it pays or what paid it. */
export function AccountRows(props: Props) {
  const { t } = useTranslation('accounts')
  const asked = useInfiniteQuery<Page, CallFailed, { pages: Page[] }, readonly unknown[], number | null>({
    queryKey: ['accounts/rows', 'pages', props.customerId], initialPageParam: null, meta: { events: ['account-changed'] },
    queryFn: ({ pageParam }) => call('accounts/rows', { customerId: props.customerId, before: pageParam, most }), getNextPageParam: ({ more }) => more ?? undefined,
  })
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Late />
  const rows = asked.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty sentence={t('nothing-owed')} />
  return (
    <div className={styles['rows']}>
      <table className={styles['table']}>
        <caption className="spoken-only">{t('rows')}</caption>
        <thead><tr>{['day', 'what', 'amount'].map((head) => <th key={head} scope="col" className={head === 'amount' ? styles['number'] : undefined}>{t(`head-${head}`)}</th>)}<th scope="col"><span className="spoken-only">{t('head-acts')}</span></th></tr></thead>
        <tbody>{rows.map((row) => <Row key={row.id} {...props} row={row} />)}</tbody>
      </table>
      <MoreRows more={asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null} />
    </div>
  )
}

function Row({ row, onOpenSale, onReceipt, onPay }: Props & { readonly row: AccountRow }) {
  const { t } = useTranslation('accounts')
  const { money, shortDay, date } = useFormat()
  const { saleId, openCents, kind } = row
  return (
    <tr>
      <td className={styles['once']} title={date(row.at)}>{shortDay(row.day)}</td>
      <td className={styles['words']}><What row={row} onOpenSale={saleId === null ? null : () => onOpenSale(saleId)} /></td>
      <td className={styles['number']}>
        {row.amountCents > 0 ? '+' : ''}{money(row.amountCents)}
        <div className="muted">{openCents > 0 ? t('open', { amount: money(openCents) }) : openCents < 0 ? t('unused', { amount: money(0 - openCents) }) : row.amountCents > 0 && kind !== 'payout' && t('settled')}</div>
      </td>
      <td className={styles['number']}>
        {(kind === 'payment' || kind === 'payout') && <Button variant="subtle" onClick={() => onReceipt(row.id)} aria-label={t('receipt-of', { number: row.number })}>{t('pay:receipt')}</Button>}
        {openCents > 0 && <Button variant="subtle" onClick={() => onPay(row.id)} aria-label={t('pay-this-of', { number: row.number ?? shortDay(row.day) })}>{t('pay-this')}</Button>}
      </td>
    </tr>
  )
}

function What({ row, onOpenSale }: { readonly row: AccountRow; readonly onOpenSale: (() => void) | null }) {
  const { t } = useTranslation('accounts')
  const { money, shortDay } = useFormat()
  const { kind, number, method, reference, reason, staffName, approvedByName, matched, amountCents, openCents, dueOn, isLate } = row
  const words = [t(`kind-${kind}`), method && t(`pay:${method}`).toLowerCase()].filter(Boolean).join(' ')
  const title = <>{words} {number !== null && <span className={styles['once']}>{number}</span>}</>
  const about = [
    ...matched.map((other) => t(amountCents > 0 ? 'paid-by' : 'pays', { number: other.number ?? t('kind-adjustment'), amount: money(other.cents) })),
    reference !== '' && (kind === 'charge' ? t('order', { number: reference }) : reference), reason, approvedByName !== '' && t('approved-by', { name: approvedByName }), staffName,
  ].filter(Boolean)
  return (
    <>
      {onOpenSale ? <UnstyledButton className={styles['open']} onClick={onOpenSale}>{title}</UnstyledButton> : title}
      {dueOn !== null && openCents > 0 && <div className={isLate ? styles['late'] : undefined}>{t('due', { day: shortDay(dueOn) })}{isLate && ` · ${t('overdue')}`}</div>}
      <div className="muted">{about.join(' · ')}</div>
    </>
  )
}
