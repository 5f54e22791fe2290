import type { Core } from '../context.ts'
import type { Attached, Cart } from '../sales/sale.ts'
import type { Caller, RequestId } from '../vocabulary.ts'
import { cartAfter, changeCart, changing, editable, theCart } from './change-cart.ts'
import { repriceLines, settleTerms } from './price-line.ts'

type Asked = { readonly requestId: RequestId }

/** "Apply group price to open cart?" Yes: every line is priced anew, but for prices set by hand. Refuses 'no-open-sale' and 'sale-part-paid'. */
export const applyTerms = (core: Core, caller: Caller, { requestId }: Asked): Attached =>
  changing(core, caller, { requestId, door: 'sales/apply-terms' }, () => {
    const sale = editable(core, theCart(core, caller))
    const changed = repriceLines(core, sale)
    return { cart: cartAfter(core, sale.id), ...changed }
  })

/** No: what is on the cart keeps its price; what is added from now on has the new one. */
export const keepTerms = (core: Core, caller: Caller, { requestId }: Asked): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/keep-terms' }, (sale) => settleTerms(core, sale))
