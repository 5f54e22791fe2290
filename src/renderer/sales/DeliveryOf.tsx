import { Button } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SaleRecord } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import styles from './Sale.module.css'
import { useDeliveryTime } from './say-delivery.ts'
import { useSetDelivered } from './use-delivery.ts'

/** Where a finished sale went or is to go, and the button that says it was brought. Nothing where nothing was delivered. */
export function DeliveryOf({ sale }: { readonly sale: SaleRecord }) {
  const { t } = useTranslation('delivery')
  const { dateTime } = useFormat()
  const say = useDeliveryTime()
  const set = useSetDelivered()
  const found = useAsk('sales/delivery', { saleId: sale.id }, ['sales-changed', 'session-changed'], { keepLast: true }).data
  if (!found) return null
  const { name, phone, address, note, deliveredAt, deliveredBy } = found
  return (
    <section className={styles['refund']} aria-label={t('delivery')}>
      <div>
        <strong><IconTruckDelivery size={18} aria-hidden /> {t('delivery-to', { where: say(found) })}</strong>
        <div className="muted">{[name, phone, ...address].filter(Boolean).join(' · ')}</div>
        {note !== '' && <div className="muted">{note}</div>}
        {deliveredAt !== null && <div>{t('delivered-by', { staff: deliveredBy ?? '', at: dateTime(deliveredAt) })}</div>}
      </div>
      {sale.voided === null && <Button variant="default" loading={set.busy} onClick={() => void set.run(sale.id, deliveredAt === null)}>{t(deliveredAt === null ? 'mark-delivered' : 'mark-to-deliver')}</Button>}
    </section>
  )
}
