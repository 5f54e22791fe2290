import type { CustomerId } from '../../main/vocabulary.ts'
import { ClaimedRewards } from './ClaimedRewards.tsx'
import { PointsAsPayment } from './PointsAsPayment.tsx'
import { useClaim } from './use-claim.tsx'
import { useCartPoints, usePoints, useRewards, useTerms, type RewardView } from './use-points.ts'

/** On the pay sheet: rewards on the sale, and points as payment while no money has been put to it. `open` says that none has. */
export function PayWithPoints({ customerId, open }: { readonly customerId: CustomerId; readonly open: boolean }) {
  const terms = useTerms()
  const points = usePoints(customerId).data
  const cart = useCartPoints().data
  const rewards = useRewards(customerId, points?.member === true).data
  const claim = useClaim()
  if (!terms?.on || !points?.member) return null
  const left = points.spendable - (cart?.rewards.reduce((sum, reward) => sum + reward.points, 0) ?? 0)
  const canPay = open && left >= terms.redemption.minimum && !cart?.rewards.some(({ rewardId }) => rewardId === null || isForCart(rewards?.find(({ reward }) => reward.id === rewardId)))
  return (
    <div>
      <ClaimedRewards />
      {canPay && <PointsAsPayment spendable={left} owes={points.balance < 0} busy={claim.busy} onPay={(wish) => void claim.run(wish)} />}
      {claim.dialog}
    </div>
  )
}

/** Beside a reward for the whole cart nothing else for the whole cart is granted, and points as payment are that. */
const isForCart = (view: RewardView | undefined): boolean => view?.reward.what.kind === 'money' || (view?.reward.what.kind === 'percent' && view.reward.what.categoryIds.length === 0)
