import type { Core } from '../context.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { Refusal } from '../errors.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Attached, Cart } from '../sales/sale.ts'
import { setSaleCustomer, type SaleHead } from '../sales/sales.sql.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'
import { cartAfter, cartToFill, changing, editable, theCart } from './change-cart.ts'
import { repriceLines } from './price-line.ts'

/** Puts a customer on the open cart (begun where there is none) and prices its lines by their price list. Refuses 'customer-inactive'. */
export const attachToCart = (core: Core, caller: Caller, { requestId, customerId }: SaleInput<'attachCustomer'>): Attached =>
  changing(core, caller, { requestId, door: 'sales/attach-customer' }, () => {
    const { sale, ...changed } = putOnCart(core, caller, customerId)
    return { cart: cartAfter(core, sale.id), ...changed }
  })

/** The same inside another flow's transaction; that flow emits 'sale-changed' when it is done. */
export function putOnCart(core: Core, caller: Caller, customerId: CustomerId): { sale: SaleHead; repriced: number; priceListName: string | null } {
  const found = customerOnSale(core.db, customerId)
  if (!found) throw new Refusal('not-found', { field: 'customerId' })
  if (found.status !== 'active') throw new Refusal('customer-inactive', { customerId })
  const sale = { ...cartToFill(core, caller), customerId }
  setSaleCustomer(core.db, sale.id, customerId)
  return { sale, ...repriceLines(core, sale) }
}

/** Back to Walk-In: lines stay, their prices are what everyone pays. Refuses 'not-found' where nobody is on the cart. */
export const clearCustomer = (core: Core, caller: Caller, { requestId }: SaleInput<'request'>): { readonly cart: Cart; readonly repriced: number; readonly was: CustomerId } =>
  changing(core, caller, { requestId, door: 'sales/clear-customer' }, () => {
    const sale = editable(core, theCart(core, caller))
    if (sale.customerId === null) throw new Refusal('not-found', { field: 'customerId' })
    setSaleCustomer(core.db, sale.id, null)
    const { repriced } = repriceLines(core, { ...sale, customerId: null })
    return { cart: cartAfter(core, sale.id), repriced, was: sale.customerId }
  })
