import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconTruckDelivery } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CartDelivery } from '../../main/sales/delivery.ts'
import type { SaleId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import styles from './Cart.module.css'
import { useDeliveryTime } from './say-delivery.ts'

type Props = { readonly saleId: SaleId; readonly delivery: CartDelivery; readonly onOpen: () => void }

/** That the cart is a delivery, where to and when; what is missing stands out, since nobody can pay before. */
export function DeliveryStrip({ saleId, delivery, onOpen }: Props) {
  const { t } = useTranslation('delivery')
  const say = useDeliveryTime()
  const seen = useAsk('sales/delivery', { saleId }, ['sale-changed', 'session-changed'], { keepLast: true }).data
  const Picture = delivery.missing ? IconAlertTriangle : IconTruckDelivery
  const where = delivery.missing ? t('say-where') : [say(delivery), seen?.address[0]].filter(Boolean).join(' · ')
  return (
    <UnstyledButton className={styles['cartNote']} data-tone={delivery.missing ? 'warn' : undefined} onClick={onOpen}>
      <Picture size={18} aria-hidden />
      <span className="cut">{t('delivery-to', { where })}</span>
    </UnstyledButton>
  )
}
