import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { linesOf } from '../sales/lines.sql.ts'
import { wasReturned } from '../sales/loose-returns.sql.ts'
import { countWaiting, openOn } from '../sales/parked.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import { openSaleOn, saleHead, setSaleState, type SaleHead } from '../sales/sales.sql.ts'
import { tendersOf } from '../sales/tenders.sql.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { getStaff } from '../staff/staff.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, SaleId } from '../vocabulary.ts'
import { changing, editable, theCart } from './change-cart.ts'
import { cartOf } from './price-cart.ts'

/** Puts the open cart away; undoDiscard brings it back. Refuses 'sale-part-paid'. */
export function discard(core: Core, caller: Caller, { requestId }: SaleInput<'request'>): { readonly saleId: SaleId } {
  const answer = changing(core, caller, { requestId, door: 'sales/discard' }, () => {
    const sale = editable(core, theCart(core, caller))
    setSaleState(core.db, sale.id, 'discarded')
    return { saleId: sale.id }
  })
  tellQueue(core)
  return answer
}

/** Takes a waiting cart off the queue; undoDiscard brings it back. Refuses 'cart-gone' where it does not wait any more. */
export function discardParked(core: Core, { requestId, saleId }: SaleInput<'saleRequest'>): { readonly saleId: SaleId } {
  const answer = once(core.db, { id: requestId, door: 'sales/discard-parked', at: core.now() }, () => {
    if (saleHead(core.db, saleId)?.state !== 'parked') throw new Refusal('cart-gone', { saleId })
    setSaleState(core.db, saleId, 'discarded')
    return { saleId }
  })
  tellQueue(core)
  return answer
}

/**
 * Brings a discarded cart back to where it was: a waiting one to the queue, an open one to the till. Where another cart was begun there since, it
 * is refused ('cart-in-use'), so that nothing is lost; an empty one makes way. Answers the cart that is open on the till now.
 */
export function undoDiscard(core: Core, caller: Caller, { requestId, saleId }: SaleInput<'saleRequest'>): Cart | null {
  const cart = changing(core, caller, { requestId, door: 'sales/undo-discard' }, () => {
    const sale = saleHead(core.db, saleId)
    if (sale?.state !== 'discarded' || wasReturned(core.db, saleId)) throw new Refusal('cart-gone', { saleId })
    if (sale.parkedAt !== null) setSaleState(core.db, saleId, 'parked')
    else if (sale.registerId !== caller.registerId) throw new Refusal('cart-gone', { saleId })
    else bringBack(core, caller, sale)
    const open = openSaleOn(core.db, caller.registerId)
    return open ? cartOf(core, open) : null
  })
  tellQueue(core)
  return cart
}

function bringBack(core: Core, caller: Caller, sale: SaleHead): void {
  const open = openSaleOn(core.db, caller.registerId)
  if (open && !isEmpty(core, open)) throw new Refusal('cart-in-use', whereOpen(core, open))
  if (open) setSaleState(core.db, open.id, 'discarded')
  openOn(core.db, sale.id, caller.registerId, caller.staffId)
}

/** Where a cart is open and who has it, for the sentence on the screen. */
export const whereOpen = (core: Core, sale: SaleHead) =>
  ({ saleId: sale.id, register: getRegister(core.db, sale.registerId)?.name ?? '', staff: getStaff(core.db, sale.staffId)?.name ?? '' })

/** Nothing on it and nothing paid: it may make way for another cart. */
export const isEmpty = (core: Core, sale: SaleHead): boolean => linesOf(core.db, sale.id).length === 0 && tendersOf(core.db, sale.id).length === 0

export const tellQueue = (core: Core): void => core.emit('queue-changed', { waiting: countWaiting(core.db) })
