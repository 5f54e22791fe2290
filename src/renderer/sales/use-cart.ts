import type { Cart } from '../../main/sales/sale.ts'
import { queries, useAsk } from '../use-call.ts'

/** The open cart of this till, asked again whenever it changed; null where nothing was rung up. */
export const useCart = () => useAsk('sales/cart', null, ['sale-changed', 'sale-completed', 'customer-changed', 'shop-changed'], { keepLast: true })

/** Shows what main just answered, without waiting for the next question. */
export const keepCart = (cart: Cart | null): void => void queries.setQueryData(['sales/cart', null], cart)
export const lastCart = (): Cart | null => queries.getQueryData<Cart | null>(['sales/cart', null]) ?? null

let turn: Promise<unknown> = Promise.resolve()
/** Edits of the cart run one after another in the order of the taps, so that a fast finger loses none and each sees the one before. */
export function inTurn<R>(act: () => Promise<R>): Promise<R> {
  const mine = turn.then(act)
  turn = mine.catch(() => undefined)
  return mine
}
