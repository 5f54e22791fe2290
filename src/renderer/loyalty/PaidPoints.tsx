import { IconHeartFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import styles from './Points.module.css'
import { useSay } from './use-say.ts'

/** After paying: what the sale earned, and what the customer has now. */
export function PaidPoints({ saleId }: { readonly saleId: SaleId }) {
  const { t } = useTranslation('loyalty')
  const { day } = useFormat()
  const say = useSay()
  const moved = useAsk('loyalty/on-sale', { saleId, refundId: null }, ['points-changed', 'sales-changed']).data
  if (!moved) return null
  const earned = moved.pendingUntil ? t('paid-pending', { points: say.points(moved.earned), day: day(moved.pendingUntil) }) : t('paid-earned', { points: say.points(moved.earned) })
  return (
    <p className={styles['paid']} role="status">
      <IconHeartFilled size={20} aria-hidden />
      <span>{earned}</span>
      {moved.spent > 0 && <span>{t('paid-spent', { points: say.points(moved.spent) })}</span>}
      <strong>{t('paid-balance', { points: say.points(moved.balance) })}</strong>
    </p>
  )
}
