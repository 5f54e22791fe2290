import type { AccountId, CustomerId, Instant, Points } from '../vocabulary.ts'

/** The owner spends freely, a spender up to their cap, an earner only earns for the others. */
export const householdRoles = ['owner', 'spender', 'earner'] as const
export type HouseholdRole = (typeof householdRoles)[number]
export type HouseholdId = string & { readonly __brand: 'HouseholdId' }

/** One person's stay in a household. `capPoints`: how many points a calendar month at most; null is no cap. */
export type Stay = {
  readonly id: string; readonly householdId: HouseholdId; readonly householdName: string; readonly accountId: AccountId; readonly customerId: CustomerId; readonly name: string
  readonly role: HouseholdRole; readonly capPoints: Points | null; readonly joinedAt: Instant
}

/** What a member of a household may spend now of the points they share, and what holds them back where it is less than all. */
export function mayTake(pool: number, stay: Pick<Stay, 'role' | 'capPoints'>, spentThisMonth: number): { readonly points: Points; readonly heldBy: 'earner' | 'cap' | null } {
  if (pool < 0) return { points: pool as Points, heldBy: null }
  if (stay.role === 'earner') return { points: 0 as Points, heldBy: 'earner' }
  const left = stay.role === 'owner' || stay.capPoints === null ? pool : Math.max(0, stay.capPoints - spentThisMonth)
  return left < pool ? { points: left as Points, heldBy: 'cap' } : { points: pool as Points, heldBy: null }
}
