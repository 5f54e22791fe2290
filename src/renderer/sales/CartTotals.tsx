import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import styles from './Cart.module.css'
import { sayDiscount } from './say-discount.ts'

type Props = { readonly cart: Cart | null; readonly rewards?: ReactNode; /** What those take off: no part of the cart's own discount. */ readonly rewardCents?: number }

/** Subtotal, discount, rewards and each tax on one line each, and the total, large and spoken when it changes. */
export function CartTotals({ cart, rewards, rewardCents = 0 }: Props) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const totals = cart?.totals
  const paid = cart?.tenders.reduce((sum, { amountCents }) => sum + amountCents, 0) ?? 0
  return (
    <div className={styles['totals']}>
      {cart && <Parts cart={cart} rewards={rewards} rewardCents={rewardCents} />}
      {paid > 0 && <Row label={t('paid-so-far')} value={`−${format.amount(paid)}`} />}
      <div className={styles['total']} role="status" aria-live="polite" aria-atomic>
        <span className={styles['totalWord']}>{t(paid > 0 ? 'left-to-pay' : 'total')}</span>
        <span className={styles['totalSum']}>{format.money((paid > 0 ? totals?.dueCents : totals?.totalCents) ?? 0)}</span>
      </div>
    </div>
  )
}

function Parts({ cart, rewards, rewardCents }: { readonly cart: Cart; readonly rewards: ReactNode; readonly rewardCents: number }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const { shop } = useHere()
  const { totals, discount } = cart
  return (
    <>
      <Row label={t('subtotal')} value={format.amount(totals.subtotalCents)} />
      {discount && <Row label={t('cart-discount-of', { discount: sayDiscount(discount, format) })} value={`−${format.amount(totals.discountsCents - rewardCents)}`} />}
      {rewards}
      {cart.customer?.exempt && <Row label={t('tax-exempt', { certificate: cart.customer.exempt.certificate })} value={format.amount(totals.totalCents - (totals.subtotalCents - totals.discountsCents))} />}
      {totals.taxes.map((tax) => (
        <Row
          key={tax.taxRateId} value={format.amount(tax.taxCents)}
          label={t(shop.pricesIncludeTax ? 'tax-included' : 'tax', { name: tax.name, rate: format.percent(tax.ratePpm) })}
        />
      ))}
    </>
  )
}

const Row = ({ label, value }: { readonly label: string; readonly value: string }) => <div className={styles['part']}><span>{label}</span><span>{value}</span></div>
