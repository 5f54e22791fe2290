import type { Core } from '../context.ts'
import { livingCustomer } from '../customers/merges.sql.ts'
import { Refusal } from '../errors.ts'
import { notePermit } from '../sales/cart-terms.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Attached, Cart } from '../sales/sale.ts'
import { setSaleCustomer, type SaleHead } from '../sales/sales.sql.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'
import { cartAfter, cartToFill, changing, editable, theCart } from './change-cart.ts'
import { letBuy, type Anyway } from './let-buy.ts'
import { forgetOther } from './plan-delivery.ts'
import { repriceLines } from './price-line.ts'

/**
 * Puts a customer on the open cart (begun where there is none) and prices its lines by their terms. Refuses 'customer-inactive', and
 * 'customer-banned' {reason}, whom only a manager's PIN lets buy.
 */
export const attachToCart = (core: Core, caller: Caller, { requestId, customerId, ...anyway }: SaleInput<'attachCustomer'>): Attached =>
  changing(core, caller, { requestId, door: 'sales/attach-customer' }, () => {
    const { sale, ...changed } = putOnCart(core, caller, customerId, anyway)
    return { cart: cartAfter(core, sale.id), ...changed }
  })

type Put = { readonly sale: SaleHead; readonly repriced: number; readonly priceListName: string | null }
/** The same inside another flow's transaction; that flow emits 'sale-changed' when it is done. */
export function putOnCart(core: Core, caller: Caller, asked: CustomerId, anyway: Anyway = {}): Put {
  // Whoever went into another record buys as that one.
  const customerId = livingCustomer(core.db, asked)
  const permittedBy = letBuy(core, caller, customerId, anyway)
  const found = cartToFill(core, caller)
  forgetOther(core, found, customerId)
  const sale = { ...found, customerId }
  if (permittedBy) notePermit(core.db, sale.id, { customerId, approvedBy: permittedBy, at: core.now() })
  setSaleCustomer(core.db, sale.id, customerId)
  return { sale, ...repriceLines(core, sale) }
}

/** Back to Walk-In: lines stay, their prices are what everyone pays. Refuses 'not-found' where nobody is on the cart. */
export const clearCustomer = (core: Core, caller: Caller, { requestId }: SaleInput<'request'>): { readonly cart: Cart; readonly repriced: number; readonly was: CustomerId } =>
  changing(core, caller, { requestId, door: 'sales/clear-customer' }, () => {
    const sale = editable(core, theCart(core, caller))
    if (sale.customerId === null) throw new Refusal('not-found', { field: 'customerId' })
    forgetOther(core, sale, null)
    setSaleCustomer(core.db, sale.id, null)
    const { repriced } = repriceLines(core, { ...sale, customerId: null })
    return { cart: cartAfter(core, sale.id), repriced, was: sale.customerId }
  })
