import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { soldLines, type SoldLineRecord } from '../sales/sold.sql.ts'
import type { Caller } from '../vocabulary.ts'
import { putItem } from './add-item.ts'
import { cartAfter, cartToFill, changing } from './change-cart.ts'
import { theSold } from './sale-record.ts'

/** Puts everything of a past sale on the open cart at today's prices. `missing` names what is no longer sold; a delivery is not repeated; age limits are guarded as ever. */
export const repeatSale = (core: Core, caller: Caller, { requestId, saleId }: SaleInput<'saleRequest'>): { readonly cart: Cart; readonly missing: string[] } =>
  changing(core, caller, { requestId, door: 'sales/repeat' }, () => {
    theSold(core, saleId)
    const sale = cartToFill(core, caller)
    const missing = soldLines(core.db, saleId).filter(({ kind }) => kind === 'item').flatMap((line) => (putAgain(core, sale, line) ? [] : [line.name]))
    return { cart: cartAfter(core, sale.id), missing: [...new Set(missing)] }
  })

function putAgain(core: Core, sale: SaleHead, { itemId, quantityMilli }: SoldLineRecord): boolean {
  if (itemId === null) return false
  try {
    putItem(core, sale, itemId, quantityMilli)
    return true
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'item-inactive' || error.code === 'not-found')) return false
    throw error
  }
}
