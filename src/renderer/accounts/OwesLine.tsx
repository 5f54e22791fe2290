import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useAccount } from './use-account.ts'

/** "Owes 120.00 · Limit 200.00" in the head of a profile; it opens the account. */
export function OwesLine({ customerId, onOpen }: { readonly customerId: CustomerId; readonly onOpen: () => void }) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const account = useAccount(customerId).data
  if (!account) return null
  const { balanceCents, limitCents, isOver, isLate } = account
  const said = [
    balanceCents < 0 ? t('in-credit-amount', { amount: money(0 - balanceCents) }) : t('owes-amount', { amount: money(balanceCents) }),
    ...(limitCents === null ? [] : [t('limit-amount', { amount: money(limitCents) })]),
  ]
  return <Button variant="subtle" c={isOver || isLate ? 'var(--danger)' : 'var(--accent)'} justify="start" onClick={onOpen} className="numbers">{said.join(' · ')}</Button>
}
