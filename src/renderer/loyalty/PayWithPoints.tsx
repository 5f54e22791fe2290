import type { CustomerId } from '../../main/vocabulary.ts'
import { ClaimedRewards } from './ClaimedRewards.tsx'
import { PointsAsPayment } from './PointsAsPayment.tsx'
import { useClaim } from './use-claim.tsx'
import { useCartPoints, usePoints, useTerms } from './use-points.ts'

/** On the pay sheet: rewards on the sale, and points as payment while no money has been put to it. `open` says that none has. */
export function PayWithPoints({ customerId, open }: { readonly customerId: CustomerId; readonly open: boolean }) {
  const terms = useTerms()
  const points = usePoints(customerId).data
  const cart = useCartPoints().data
  const claim = useClaim()
  if (!terms?.on || !points?.member) return null
  const left = points.spendable - (cart?.rewards.reduce((sum, reward) => sum + reward.points, 0) ?? 0)
  const canPay = open && left >= terms.redemption.minimum && !cart?.rewards.some(({ rewardId }) => rewardId === null)
  return (
    <div>
      <ClaimedRewards />
      {canPay && <PointsAsPayment spendable={left} owes={points.balance < 0} busy={claim.busy} onPay={(wish) => void claim.run(wish)} />}
      {claim.dialog}
    </div>
  )
}
