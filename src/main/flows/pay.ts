import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart, Paid } from '../sales/sale.ts'
import { saleHead, type SaleHead } from '../sales/sales.sql.ts'
import { needsCustomer } from '../sales/lines.sql.ts'
import { takeTender, type Taken } from '../sales/tender.ts'
import { insertTender, takeTenderBack, tendersOf } from '../sales/tenders.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, StaffId, TenderId } from '../vocabulary.ts'
import { guardCharge, tellAccount } from './charge-account.ts'
import { cartAfter, changing, theCart } from './change-cart.ts'
import { completeSale } from './complete-sale.ts'
import { guardDelivery } from './delivery-on-sale.ts'
import { tellQueue } from './discard-sale.ts'
import { guardAge } from './guard-age.ts'
import { guardStanding } from './let-buy.ts'
import { priceSale, type PricedSale } from './price-cart.ts'
import { holdPoints } from './redeem-points.ts'

type Payment = SaleInput<'pay'>

/**
 * Takes one tender; the one that pays the rest completes the sale in the same transaction, so what is answered is on disk. Refuses
 * 'sale-not-open', 'cart-empty', 'total-changed', 'customer-required', 'delivery-incomplete', an age that is not proved, what takeTender refuses, and what guardCharge refuses of a customer's account.
 */
export function pay(core: Core, caller: Caller, payment: Payment): Paid {
  const paid = once(core.db, { id: payment.requestId, door: 'sales/pay', at: core.now() }, () => takePayment(core, caller, payment))
  announce(core, caller, paid)
  return paid
}

/** The same inside a transaction of the caller's; `announce` comes after it. */
export function takePayment(core: Core, caller: Caller, payment: Omit<Payment, 'requestId'>): Paid {
  const priced = priceSale(core, payableSale(core, caller, payment))
  guardStanding(core, priced.sale)
  checkPayable(core, priced, payment)
  const taken = takeTender(payment, priced)
  writeTaken(core, caller, priced.sale, taken, payment.kind === 'account' ? guardCharge(core, caller, priced.sale, payment) : null)
  holdPoints(core, priced.sale.id, true)
  if (!taken.endsSale) return { state: 'part-paid', cart: cartAfter(core, priced.sale.id) }
  const done = completeSale(core, caller, priced, taken.roundingCents)
  return { state: 'completed', saleId: priced.sale.id, ...done, changeCents: taken.changeCents }
}

/** Tells the screens of a payment. */
export function announce(core: Core, { registerId }: Caller, paid: Paid): void {
  core.emit('sale-changed', { registerId })
  if (paid.state !== 'completed') return
  core.emit('sale-completed', { registerId, saleId: paid.saleId })
  core.emit('sales-changed', { saleId: paid.saleId })
  tellAccount(core, paid.saleId)
  tellQueue(core) // a cart that was opened from the queue stood there until now
}

/** Only the cart that is open on this till is paid here: a second till, or a second tap, is too late. */
function payableSale(core: Core, { registerId }: Caller, { saleId }: Pick<Payment, 'saleId'>): SaleHead {
  const sale = saleHead(core.db, saleId)
  if (!sale) throw new Refusal('not-found', { field: 'saleId' })
  if (sale.state !== 'open' || sale.registerId !== registerId) throw new Refusal('sale-not-open', { saleId, state: sale.state })
  return sale
}

function checkPayable(core: Core, { sale, shop, lines, totals }: PricedSale, { expectedTotalCents }: Pick<Payment, 'expectedTotalCents'>): void {
  if (lines.length === 0) throw new Refusal('cart-empty', { saleId: sale.id })
  guardDelivery(core, sale.id)
  if (totals.totalCents !== expectedTotalCents) throw new Refusal('total-changed', { totalCents: totals.totalCents })
  const wanted = shop.customerRequired === 'required' || needsCustomer(core.db, sale.id)
  if (wanted && sale.customerId === null) throw new Refusal('customer-required', { saleId: sale.id })
  for (const line of lines) guardAge(core, sale, line.minimumAge, { lineId: line.id, itemId: line.itemId })
}

const writeTaken = (core: Core, { staffId }: Caller, { id }: SaleHead, taken: Taken, approvedBy: StaffId | null): number =>
  insertTender(core.db, { ...taken, id: core.newId() as TenderId, saleId: id, refundId: null, staffId, approvedBy, at: core.now() })

/** Gives a tender back while the sale is still open, so that the cart can be changed again. */
export const takeBackTender = (core: Core, caller: Caller, { requestId, tenderId }: SaleInput<'takeBackTender'>): Cart =>
  changing(core, caller, { requestId, door: 'sales/take-back-tender' }, () => {
    const sale = theCart(core, caller)
    if (takeTenderBack(core.db, sale.id, tenderId, core.now()) === 0) throw new Refusal('not-found', { field: 'tenderId' })
    if (tendersOf(core.db, sale.id).length === 0) holdPoints(core, sale.id, false)
    return cartAfter(core, sale.id)
  })
