import type { Points } from '../vocabulary.ts'

/** How many points a till that hears from no other lets one customer spend until it does. */
export const offlineMostPoints = 500

export type OfflineWish = {
  readonly points: number; /** The last balance the tills agreed on, and what was spent here since. */ readonly lastKnown: number; readonly spentSince: number
  /** Was an active card of this account scanned? A name or a number is not enough. */
  readonly cardPresent: boolean
}
export type OfflineNo =
  | { readonly why: 'card-needed' } | { readonly why: 'not-enough-points'; readonly needs: Points } | { readonly why: 'offline-limit'; readonly left: Points }

/**
 * May these points be spent while the other tills cannot be asked? Earning always may. What two tills spend too much between them stands, and
 * shows as points owed once they meet. One till alone is never offline: this is for the second.
 */
export function offlineWhyNot({ points, lastKnown, spentSince, cardPresent }: OfflineWish): OfflineNo | null {
  if (!cardPresent) return { why: 'card-needed' }
  const has = lastKnown - spentSince
  if (points > has) return { why: 'not-enough-points', needs: (points - Math.max(0, has)) as Points }
  const left = Math.max(0, offlineMostPoints - spentSince)
  return points > left ? { why: 'offline-limit', left: left as Points } : null
}
