import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconGift } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClaimId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import styles from './Points.module.css'
import { useUnclaim } from './use-claim.tsx'
import { useCartPoints } from './use-points.ts'
import { useSay } from './use-say.ts'

/** The rewards on the cart, each with what it takes off and a cross; one that no longer fits says why. */
export function ClaimedRewards() {
  const { t } = useTranslation('loyalty')
  const { amount } = useFormat()
  const say = useSay()
  const cart = useCartPoints().data
  if (!cart || cart.rewards.length + cart.refused.length === 0) return null
  return (
    <ul className={styles['claimed']} aria-label={t('rewards-on-sale')}>
      {cart.rewards.map(({ claimId, name, points, cents }) => (
        <li key={claimId}>
          <IconGift size={18} aria-hidden />
          <span>{name === '' ? t('paid-with-points') : name} <small>{say.pts(points)}</small></span>
          <strong className="numbers">−{amount(cents)}</strong>
          <TakeOff claimId={claimId} name={name === '' ? t('paid-with-points') : name} />
        </li>
      ))}
      {cart.refused.map(({ claimId, why }) => (
        <li key={claimId} data-tone="warn">
          <IconAlertTriangle size={18} aria-hidden />
          <span>{t('reward-off', { why: say.why(why) })}</span>
          <TakeOff claimId={claimId} name={t('reward')} />
        </li>
      ))}
    </ul>
  )
}

function TakeOff({ claimId, name }: { readonly claimId: ClaimId; readonly name: string }) {
  const { t } = useTranslation('loyalty')
  const unclaim = useUnclaim()
  return <CloseButton size={44} iconSize={18} aria-label={t('take-off', { name })} disabled={unclaim.busy} onClick={() => void unclaim.run(claimId)} />
}

/** What rewards take off the cart, to be told apart from its discount. */
export const useRewardCents = (): number => useCartPoints().data?.rewards.reduce((sum, { cents }) => sum + cents, 0) ?? 0
