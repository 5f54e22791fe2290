import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useRights } from '../use-rights.ts'
import { Late } from '../ui/Late.tsx'
import { PointsAsPayment } from './PointsAsPayment.tsx'
import styles from './Points.module.css'
import { useClaim } from './use-claim.tsx'
import { useCartPoints, useRewards, type Member, type RewardView } from './use-points.ts'
import { useSay } from './use-say.ts'

type Props = { readonly customerId: CustomerId; readonly points: Member; readonly onUsed: () => void }

/** What the points can buy: one tap uses it on the open cart, or the reason stands where the button would. */
export function RewardList({ customerId, points, onUsed }: Props) {
  const { t } = useTranslation('loyalty')
  const rewards = useRewards(customerId, true)
  const hasCart = useCartPoints().data !== null
  const claim = useClaim(onUsed)
  const rows = rewards.data ?? []
  const first = rows.findIndex(({ why }) => why === null)
  return (
    <section aria-label={t('rewards')}>
      <h3 className={styles['heading']}>{t('rewards')}</h3>
      {rewards.isPending && <Late rows={2} />}
      <ul className={styles['rewards']}>
        {rows.map((view, at) => <RewardRow key={view.reward.id} view={view} hasCart={hasCart} busy={claim.busy} focus={at === first} onUse={() => void claim.run({ rewardId: view.reward.id, points: null })} />)}
      </ul>
      {hasCart && <PointsAsPayment spendable={points.spendable} owes={points.balance < 0} busy={claim.busy} onPay={(wish) => void claim.run(wish)} />}
      {rewards.data && rows.length === 0 && <NoRewards />}
      {claim.dialog}
    </section>
  )
}

type RowProps = { readonly view: RewardView; readonly hasCart: boolean; readonly busy: boolean; readonly focus: boolean; readonly onUse: () => void }
function RewardRow({ view: { reward, why }, hasCart, busy, focus, onUse }: RowProps) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const open = why === null && hasCart
  const reason = why ? say.why(why) : hasCart ? null : t('why-no-open-sale')
  return (
    <li className={styles['reward']}>
      <span className={styles['rewardName']}>{reward.name}{reason && <small>{reason}</small>}</span>
      <span className="numbers">{say.pts(reward.points)}</span>
      {open && <Button onClick={onUse} disabled={busy} aria-label={t('use-reward', { name: reward.name })} {...(focus ? { 'data-autofocus': true } : {})}>{t('use')}</Button>}
    </li>
  )
}

function NoRewards() {
  const { t } = useTranslation('loyalty')
  const may = useRights()
  return <p className="muted">{t(may('edit-loyalty') === 'yes' ? 'no-rewards-owner' : 'no-rewards')}</p>
}
