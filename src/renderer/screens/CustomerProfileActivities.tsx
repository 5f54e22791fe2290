import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '../../main/customers/reach.ts'
import type { SaleRow } from '../../main/sales/sale.ts'
import type { CustomerId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useByHand } from '../loyalty/history.ts'
import { PointsByHand } from '../loyalty/PointsByHand.tsx'
import { SalePoints } from '../loyalty/SalePoints.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { daysOf, type Said } from './activities.ts'
import styles from './CustomerProfile.module.css'

type Phones = readonly { readonly e164: string; readonly shown: string }[]
type Props = { readonly customerId: CustomerId; /** Their numbers as people here write them. */ readonly phones: Phones; readonly onOpenSale: (saleId: SaleId) => void }
const [firstSales, mostSales] = [50, 200]

/** Everything that is recorded about one person so far: what they bought, what they agreed to, and which points somebody gave or took by hand. */
export function CustomerProfileActivities({ customerId, phones, onOpenSale }: Props) {
  const { t } = useTranslation('profile')
  const { date } = useFormat()
  const [most, setMost] = useState(firstSales)
  const sales = useAsk('sales/of-customer', { customerId, page: { after: null, most } }, ['sales-changed', 'sale-completed'], { keepLast: true })
  const consents = useAsk('messaging/consents', { customerId }, ['customer-changed'])
  const opened = useAsk('customers/opened', { customerId }, ['customer-changed'])
  const points = useByHand(customerId)
  if (!sales.data || !consents.data || !opened.data || !points) return <Late />
  const days = daysOf({ sales: { rows: sales.data.rows, isWhole: sales.data.more === null }, consents: consents.data.history, opened: opened.data, points }, date)
  if (days.length === 0) return <Empty sentence={t('no-activities')} />
  return (
    <div className={styles['timeline']}>
      {days.map(({ day, activities }) => (
        <section key={day} aria-label={day}>
          <h3 className={styles['day']}>{day}</h3>
          <ul>
            {activities.map((activity, at) => {
              if (activity.kind === 'sale') return <Sale key={activity.sale.id} sale={activity.sale} onOpen={() => onOpenSale(activity.sale.id)} />
              if (activity.kind === 'opened') return <Reached key={`${activity.opened.way} ${activity.at} ${at}`} opened={activity.opened} />
              if (activity.kind === 'points') return <PointsByHand key={activity.points.id} row={activity.points} className={styles['event'] ?? ''} />
              return <Consent key={activity.consent.id} consent={activity.consent} phones={phones} />
            })}
          </ul>
        </section>
      ))}
      {sales.data.more !== null && most < mostSales && <Button variant="default" mt="md" onClick={() => setMost(mostSales)} loading={sales.isFetching}>{t('show-more')}</Button>}
      {sales.data.more !== null && most >= mostSales && <p className="muted">{t('older-in-sales')}</p>}
    </div>
  )
}

function Sale({ sale, onOpen }: { readonly sale: SaleRow; readonly onOpen: () => void }) {
  const { t } = useTranslation('profile')
  const { time, money } = useFormat()
  const state = sale.state === 'voided' ? t('voided') : sale.refundedCents > 0 ? t('refunded', { amount: money(sale.refundedCents) }) : ''
  return (
    <li className={styles['event']}>
      <time dateTime={sale.completedAt}>{time(sale.completedAt)}</time>
      <span><strong>{t('sale', { number: sale.number })}</strong>, {t('items', { count: sale.items })}{state && ` · ${state}`}</span>
      <SalePoints saleId={sale.id} />
      <strong className="numbers">{money(sale.totalCents)}</strong>
      <Button variant="default" onClick={onOpen} aria-label={t('open-sale', { number: sale.number })}>{t('open')}</Button>
    </li>
  )
}

function Consent({ consent, phones }: { readonly consent: Said; readonly phones: Phones }) {
  const { t } = useTranslation('profile')
  const { time } = useFormat()
  const isSwitch = consent.type === 'both' && (consent.channel === 'sms' || consent.channel === 'email')
  const what = t(consent.type === 'both' ? 'subscriptions:all' : `subscriptions:${consent.type}`)
  const words = isSwitch
    ? t(`consented-${consent.channel}-${consent.allowed ? 'on' : 'off'}`, { address: phones.find(({ e164 }) => e164 === consent.address)?.shown ?? consent.address })
    : t(consent.allowed ? 'subscribed' : 'unsubscribed', { channel: t(`subscriptions:${consent.channel}`), what })
  return (
    <li className={styles['event']}>
      <time dateTime={consent.at}>{time(consent.at)}</time>
      <span>{words}</span>
    </li>
  )
}

function Reached({ opened: { way, at, staffName } }: { readonly opened: Opened }) {
  const { t } = useTranslation('profile')
  const { time } = useFormat()
  return <li className={styles['event']}><time dateTime={at}>{time(at)}</time><span>{t(`opened-${way}`)}{staffName && <span className="muted"> · {staffName}</span>}</span></li>
}
