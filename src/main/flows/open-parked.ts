import type { Core } from '../context.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { Refusal } from '../errors.ts'
import { priceToday } from '../sales/items.sql.ts'
import { linesOf, type SaleLine } from '../sales/lines.sql.ts'
import { openOn } from '../sales/parked.sql.ts'
import { waitingLabel } from '../sales/queue-label.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart, OpenedParked, PriceChange } from '../sales/sale.ts'
import { openSaleOn, saleHead, setSaleCustomer, setSaleState, type SaleHead } from '../sales/sales.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { cartAfter, changeCart, changing, editable, theCart } from './change-cart.ts'
import { isEmpty, tellQueue, whereOpen } from './discard-sale.ts'
import { parkCart } from './park-sale.ts'
import { currentCart } from './price-cart.ts'
import { mayStay } from './let-buy.ts'
import { forgetOther } from './plan-delivery.ts'
import { pricerFor, repriceLine, repriceLines, settleTerms } from './price-line.ts'
import { theShop } from './the-shop.ts'

/**
 * Takes a waiting cart onto this till; a cart that is open here is saved to the queue first. One that is open on another till is refused
 * ('cart-in-use', with till and name) unless `takeOver` says so, which needs the slip 'take-over-cart'. 'cart-gone' where it does not wait any more.
 */
export function openParked(core: Core, caller: Caller, input: SaleInput<'openParked'>): OpenedParked {
  const from = saleHead(core.db, input.saleId)?.registerId ?? caller.registerId
  const opened = changing(core, caller, { requestId: input.requestId, door: 'sales/open-parked' }, () => {
    const sale = claim(core, caller, input)
    const autoParked = makeRoom(core, caller, sale)
    openOn(core.db, sale.id, caller.registerId, caller.staffId)
    const customerGone = dropGoneCustomer(core, sale)
    return { cart: cartAfter(core, sale.id), autoParked, priceChanges: priceChanges(core, customerGone ? { ...sale, customerId: null } : sale), customerGone }
  })
  if (from !== caller.registerId) core.emit('sale-changed', { registerId: from })
  tellQueue(core)
  return opened
}

function claim(core: Core, caller: Caller, { saleId, takeOver, approvalId }: SaleInput<'openParked'>): SaleHead {
  const sale = saleHead(core.db, saleId)
  if (!sale || (sale.state !== 'parked' && sale.state !== 'open')) throw new Refusal('cart-gone', { saleId })
  if (sale.state === 'parked' || sale.registerId === caller.registerId) return sale
  const where = whereOpen(core, sale)
  if (!takeOver) throw new Refusal('cart-in-use', where)
  const { approvedBy } = slipFor(core, caller, 'take-over-cart', saleId, approvalId)
  editable(core, sale)
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'cart-taken-over', target: `sale/${saleId}`,
    before: { register: where.register, staff: where.staff }, approvedBy,
  })
  return sale
}

/** What is open here waits in the queue from now on; answers under which label. An empty cart just goes. */
function makeRoom(core: Core, caller: Caller, coming: SaleHead): string | null {
  const open = openSaleOn(core.db, caller.registerId)
  if (!open || open.id === coming.id) return null
  if (isEmpty(core, open)) {
    setSaleState(core.db, open.id, 'discarded')
    return null
  }
  const label = labelFor(core, editable(core, open))
  parkCart(core, caller, open, { label, note: open.note, dueAt: null })
  return label
}

/** The label it had, else the customer's name, else Walk-In and the time of day. */
function labelFor(core: Core, sale: SaleHead): string {
  if (sale.label !== '') return sale.label
  const found = sale.customerId === null ? undefined : customerOnSale(core.db, sale.customerId)
  const shop = theShop(core)
  return found ? displayName(found) : waitingLabel(shop.language, shop.timeZone, core.now())
}

/** A customer who is gone meanwhile leaves the cart as Walk-In, at the prices everyone pays. */
function dropGoneCustomer(core: Core, sale: SaleHead): boolean {
  if (mayStay(core, sale)) return false
  forgetOther(core, sale, null)
  setSaleCustomer(core.db, sale.id, null)
  repriceLines(core, { ...sale, customerId: null })
  return true
}

function priceChanges(core: Core, sale: SaleHead): PriceChange[] {
  return pricesToday(core, sale).flatMap(({ line, price }) =>
    price.priceCents === line.priceCents ? [] : [{ lineId: line.id, name: line.name, savedCents: line.priceCents, nowCents: price.priceCents }])
}

/** What each line would cost today; prices set by hand and things no longer sold are left out. */
function pricesToday(core: Core, sale: SaleHead) {
  const pricer = pricerFor(core, sale)
  return linesOf(core.db, sale.id).flatMap((line: SaleLine) => {
    const listCents = line.itemId === null || line.priceReason === 'override' ? undefined : priceToday(core.db, line.itemId)
    return listCents === undefined ? [] : [{ line, listCents, price: pricer.price(line.itemId, listCents) }]
  })
}

/** The cart goes on at the prices it was saved with. No price moves: the answer is the cart. */
export function keepPrices(core: Core, caller: Caller, _input: SaleInput<'request'>): Cart {
  settleTerms(core, theCart(core, caller))
  const cart = currentCart(core, caller)
  if (!cart) throw new Refusal('no-open-sale')
  return cart
}

/** Every line at today's price, but for prices set by hand. */
export const updatePrices = (core: Core, caller: Caller, { requestId }: SaleInput<'request'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/update-prices' }, (sale) => {
    for (const { line, listCents, price } of pricesToday(core, sale)) repriceLine(core, line, listCents, price)
    settleTerms(core, sale)
  })
