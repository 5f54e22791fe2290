import { Button } from '@mantine/core'
import { IconGift } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useJoin } from './JoinPanel.tsx'
import styles from './Points.module.css'
import { useClaim, type Wish } from './use-claim.tsx'
import { useCartPoints, useRewards, useTerms } from './use-points.ts'
import { useSay } from './use-say.ts'

/** Under the customer strip while the cart grows: what this sale earns, and the reward that is ready, one tap away. */
export function CartPointsRow({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const cart = useCartPoints().data
  if (!cart || cart.earns === null) return null
  return (
    <div className={styles['row']}>
      <span className={`${styles['earns']} numbers`}>{t(cart.member ? 'this-sale' : 'would-earn', { points: say.pts(cart.earns) })}</span>
      {cart.member ? <Ready customerId={customerId} /> : <Join customerId={customerId} />}
    </div>
  )
}

function Join({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('loyalty')
  const join = useJoin(customerId)
  return <Button variant="subtle" loading={join.busy} onClick={() => void join.run()} aria-label={t('join-pill')}>{t('join')}</Button>
}

function Ready({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('loyalty')
  const claim = useClaim()
  const ready = useReady(customerId)
  return (
    <>
      {ready && <span className={styles['ready']}><IconGift size={18} aria-hidden /><span>{t('reward-ready', { name: ready.name })}</span></span>}
      {ready && <Button onClick={() => void claim.run(ready.wish)} loading={claim.busy} aria-label={t('use-reward', { name: ready.name })}>{t('use')}</Button>}
      {claim.dialog}
    </>
  )
}

/** The reward worth most on this cart; where the shop has made none, points at the programme's rate. */
function useReady(customerId: CustomerId): { readonly name: string; readonly wish: Wish } | null {
  const { t } = useTranslation('loyalty')
  const { money } = useFormat()
  const terms = useTerms()
  const cart = useCartPoints().data
  const rewards = useRewards(customerId, true).data
  if (!cart || !rewards || !terms) return null
  const best = rewards.filter(({ why, cents, reward }) => why === null && cents > 0 && !cart.rewards.some(({ rewardId }) => rewardId === reward.id)).toSorted((a, b) => b.cents - a.cents)[0]
  if (best) return { name: best.reward.name, wish: { rewardId: best.reward.id, points: null } }
  const { points, cents, minimum } = terms.redemption
  const canPay = rewards.length === 0 && cart.rewards.length === 0 && cart.refused.length === 0 && points >= minimum && cart.balance >= points && (cart.working?.eligibleCents ?? 0) >= cents
  return canPay ? { name: t('money-off', { amount: money(cents) }), wish: { rewardId: null, points } } : null
}
