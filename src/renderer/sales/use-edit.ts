import { useCallback } from 'react'
import type { Cart } from '../../main/sales/sale.ts'
import { CallFailed } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { sayFailure } from '../words.ts'
import { useSell, type Sell } from './sell.ts'
import { inTurn, keepCart } from './use-cart.ts'

/**
 * Changes the cart: in turn with the other edits, and shown as soon as main answers. An item that needs an age check opens it and comes back to
 * the act; a customer too young is said under the strip; any other "no" is a toast. Answers null where nothing changed.
 */
export function useEdit() {
  const sell = useSell()
  return useCallback(async (act: () => Promise<Cart | undefined>): Promise<Cart | null> => {
    const again = async (): Promise<Cart | null> => {
      try {
        return await inTurn(async () => {
          const cart = await act()
          if (cart) keepCart(cart)
          return cart ?? null
        })
      } catch (error) {
        sayNo(error instanceof CallFailed ? error : new CallFailed('bug', {}), sell, () => void again())
        return null
      }
    }
    return again()
  }, [sell])
}

/** What the sale screen does with a "no": ask for the age, warn, ask about prices, or say it. */
export function sayNo(failure: CallFailed, sell: Pick<Sell, 'open' | 'warn'>, again: () => void): void {
  const { code, facts } = failure
  const minimumAge = Number(facts['minimumAge'] ?? 18)
  if (code === 'age-check-needed' || code === 'document-expired') sell.open({ kind: 'age', minimumAge, expired: code === 'document-expired', again })
  else if (code === 'under-age') sell.warn({ age: Number(facts['age'] ?? 0), minimumAge })
  else sayToast({ tone: 'error', text: sayFailure(failure) })
}
