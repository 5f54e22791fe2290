import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { linesOf, type SaleLine } from '../sales/lines.sql.ts'
import type { Cart } from '../sales/sale.ts'
import { insertSale, openSaleOn, saleHead, type SaleHead } from '../sales/sales.sql.ts'
import { tendersOf } from '../sales/tenders.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Json, LineId, RequestId, SaleId } from '../vocabulary.ts'
import { cartOf } from './price-cart.ts'
import { theShop } from './the-shop.ts'

export type Request = { readonly requestId: RequestId; readonly door: string }

/** One request, one effect, one transaction; then the screens hear that the cart of this till changed. */
export function changing<T extends Json>(core: Core, caller: Caller, request: Request, work: () => T): T {
  const answer = once(core.db, { id: request.requestId, door: request.door, at: core.now() }, work)
  core.emit('sale-changed', { registerId: caller.registerId })
  return answer
}

/** Changes the open cart and answers it whole. Refuses 'no-open-sale', and 'sale-part-paid' once money has been put to it. */
export const changeCart = (core: Core, caller: Caller, request: Request, work: (sale: SaleHead) => void): Cart =>
  changing(core, caller, request, () => {
    const sale = editable(core, theCart(core, caller))
    work(sale)
    return cartAfter(core, sale.id)
  })

/** The cart as it is now, after it was changed. */
export function cartAfter(core: Core, saleId: SaleId): Cart {
  const sale = saleHead(core.db, saleId)
  if (!sale) throw new Refusal('no-open-sale')
  return cartOf(core, sale)
}

export function theCart(core: Core, caller: Caller): SaleHead {
  const sale = openSaleOn(core.db, caller.registerId)
  if (!sale) throw new Refusal('no-open-sale')
  return sale
}

/** The open cart, begun now where there is none. */
export function cartToFill(core: Core, caller: Caller): SaleHead {
  const sale = openSaleOn(core.db, caller.registerId)
  if (sale) return editable(core, sale)
  const { currency, pricesIncludeTax } = theShop(core)
  insertSale(core.db, { id: core.newId() as SaleId, registerId: caller.registerId, staffId: caller.staffId, currency, pricesIncludeTax, at: core.now() })
  return theCart(core, caller)
}

/** A cart that money has been put to is not changed: the tender is taken back first ('sale-part-paid'). */
export function editable(core: Core, sale: SaleHead): SaleHead {
  if (tendersOf(core.db, sale.id).length > 0) throw new Refusal('sale-part-paid', { saleId: sale.id })
  return sale
}

export function lineOn(core: Core, sale: SaleHead, lineId: LineId): SaleLine {
  const line = linesOf(core.db, sale.id).find(({ id }) => id === lineId)
  if (!line) throw new Refusal('not-found', { field: 'lineId' })
  return line
}
