import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import styles from './Accounts.module.css'
import { PayBalance } from './PayBalance.tsx'
import { useCartAccount, type CartAccount } from './use-account.ts'

type Props = { readonly customerId: CustomerId; readonly name: string }

/** N13, under the customer on the cart, while the cart grows: what they owe, their limit, and what this sale would make of it. */
export function OwesRow({ customerId, name }: Props) {
  const { t } = useTranslation('accounts')
  const [paying, setPaying] = useState(false)
  const account = useCartAccount().data
  if (!account || account.customerId !== customerId) return null
  return (
    <>
      <div className={styles['owes']} data-tone={account.tone} role="status">
        {account.tone !== 'ok' && <IconAlertTriangle size={20} aria-hidden />}
        <span className={`${styles['grow']} numbers`}><Line account={account} /></span>
        {account.balanceCents > 0 && <Button variant="subtle" onClick={() => setPaying(true)}>{t('pay-balance')}</Button>}
      </div>
      {account.isLate && <div className={styles['owes']} data-tone="near"><IconAlertTriangle size={20} aria-hidden /><span>{t('late-days', { count: account.lateDays })}</span></div>}
      {paying && <PayBalance customerId={customerId} name={name} onClose={() => setPaying(false)} />}
    </>
  )
}

function Line({ account: { balanceCents, limitCents, afterCents, payNowCents, mayCharge } }: { readonly account: CartAccount }) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const said = [
    balanceCents < 0 ? t('in-credit-amount', { amount: money(0 - balanceCents) }) : t('owes-amount', { amount: money(balanceCents) }),
    ...(limitCents === null ? [] : [t('limit-amount', { amount: money(limitCents) })]),
    ...(mayCharge && afterCents !== balanceCents ? [afterCents < 0 ? t('after-credit', { amount: money(0 - afterCents) }) : t('after-amount', { amount: money(afterCents) })] : []),
  ]
  return <>{said.join(' · ')}{payNowCents > 0 && <strong><br />{t('pay-now', { amount: money(payNowCents) })}</strong>}</>
}
