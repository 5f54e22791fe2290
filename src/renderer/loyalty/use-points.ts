import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'

/** Today's rules as the till needs them; nothing of loyalty is shown while `on` is false. */
export const useTerms = () => useAsk('loyalty/terms', {}, ['loyalty-changed']).data ?? null

/** What one customer has: for the pill, the sheet and the tab. Not asked while the programme is off. */
export function usePoints(customerId: CustomerId) {
  const on = useTerms()?.on === true
  return useAsk('loyalty/points', { customerId }, ['points-changed', 'customer-changed', 'loyalty-changed'], { enabled: on, keepLast: true })
}
export type MemberPoints = NonNullable<ReturnType<typeof usePoints>['data']>
export type Member = Extract<MemberPoints, { member: true }>

/** What the open cart earns, and which rewards are on it. */
export const useCartPoints = () => useAsk('loyalty/cart', {}, ['sale-changed', 'sale-completed', 'points-changed', 'customer-changed', 'loyalty-changed'], { keepLast: true })

/** Every reward of the shop for this member: what it takes off the open cart, or why it cannot be used. */
export const useRewards = (customerId: CustomerId, enabled: boolean) =>
  useAsk('loyalty/rewards', { customerId }, ['sale-changed', 'sale-completed', 'points-changed', 'loyalty-changed', 'customer-changed'], { enabled, keepLast: true })
export type RewardView = NonNullable<ReturnType<typeof useRewards>['data']>[number]
export type WhyNot = NonNullable<RewardView['why']>
