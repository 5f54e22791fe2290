import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import styles from './Cart.module.css'
import { sayDiscount } from './say-discount.ts'

/** Subtotal, discount and each tax on one line each, and the total, large and spoken when it changes. */
export function CartTotals({ cart }: { readonly cart: Cart | null }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const totals = cart?.totals
  const paid = cart?.tenders.reduce((sum, { amountCents }) => sum + amountCents, 0) ?? 0
  return (
    <div className={styles['totals']}>
      {cart && <Parts cart={cart} />}
      {paid > 0 && <Row label={t('paid-so-far')} value={`−${format.amount(paid)}`} />}
      <div className={styles['total']} role="status" aria-live="polite" aria-atomic>
        <span className={styles['totalWord']}>{t(paid > 0 ? 'left-to-pay' : 'total')}</span>
        <span className={styles['totalSum']}>{format.money((paid > 0 ? totals?.dueCents : totals?.totalCents) ?? 0)}</span>
      </div>
    </div>
  )
}

function Parts({ cart }: { readonly cart: Cart }) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const { shop } = useHere()
  const { totals, discount } = cart
  return (
    <>
      <Row label={t('subtotal')} value={format.amount(totals.subtotalCents)} />
      {discount && <Row label={t('cart-discount-of', { discount: sayDiscount(discount, format) })} value={`−${format.amount(totals.discountsCents)}`} />}
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
