import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { linkExchange } from '../sales/exchanges.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { RefundRecord } from '../sales/sale.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Cents, SaleId } from '../vocabulary.ts'
import { tellAccount } from './charge-account.ts'
import { announce, takePayment } from './pay.ts'
import { priceSale } from './price-cart.ts'
import { giveBack, previewRefund } from './refund-sale.ts'

type Asked = SaleInput<'exchange'>
/** What goes over the counter: `differenceCents` above zero is paid by the customer, below zero given back to them. */
export type Exchanged = { readonly refund: RefundRecord; readonly saleId: SaleId; readonly number: string; readonly differenceCents: Cents; readonly changeCents: Cents }
export type ExchangePreview = { readonly backCents: Cents; readonly backInCashCents: Cents; readonly dueCents: Cents; readonly dueInCashCents: Cents; readonly pieces: number; readonly customerMatches: boolean }

/** What the goods that come back are worth, and what those in the cart cost; nothing is written. Refuses 'no-open-sale' where nothing was rung up. */
export function previewExchange(core: Core, caller: Caller, { saleId, lines, customerId }: SaleInput<'exchangePreview'>): ExchangePreview {
  const cart = openSaleOn(core.db, caller.registerId)
  const priced = cart && priceSale(core, cart)
  if (!cart || !priced || priced.lines.length === 0) throw new Refusal('no-open-sale')
  const back = previewRefund(core, { saleId, lines })
  return {
    backCents: (back.totalCents - back.accountCents) as Cents, backInCashCents: (back.totalInCashCents - back.accountCents) as Cents, dueCents: priced.dueCents, dueInCashCents: priced.dueInCashCents, pieces: priced.lines.length,
    customerMatches: cart.customerId === customerId,
  }
}

/** What a refund really hands back: what came off the customer's account is nobody's to spend. */
const overCounter = ({ tenders }: RefundRecord): number => tenders.filter(({ kind }) => kind !== 'account').reduce((all, { amountCents }) => all + amountCents, 0)

/**
 * Goods given back for others, as one act: the refund and the sale of the open cart stand or fall together, linked, and only the difference
 * changes hands. Points follow both: what the returned goods earned goes back, the new ones earn; a reward stays with the goods that stay.
 * Refuses what a refund and a payment refuse, and 'sale-part-paid' where money was already put to the cart.
 */
export function exchange(core: Core, caller: Caller, asked: Asked): Exchanged {
  const { done, paid } = once(core.db, { id: asked.requestId, door: 'sales/exchange', at: core.now() }, () => {
    const cart = openSaleOn(core.db, caller.registerId)
    if (!cart || cart.id !== asked.cartId) throw new Refusal('sale-not-open', { saleId: asked.cartId })
    const before = priceSale(core, cart)
    if (before.tenders.length > 0) throw new Refusal('sale-part-paid', { saleId: cart.id })
    const refund = giveBack(core, caller, asked)
    const priced = priceSale(core, cart)
    const amountCents = asked.kind === 'cash' ? priced.dueInCashCents : priced.dueCents
    const payment = { ...asked, saleId: cart.id, amountCents, givenCents: (overCounter(refund) + asked.givenCents) as Cents, expectedTotalCents: asked.expectedTotalCents }
    const sold = takePayment(core, caller, payment)
    if (sold.state !== 'completed') throw new Refusal('total-changed', { totalCents: priced.totals.totalCents })
    linkExchange(core.db, refund.id, sold.saleId, core.now())
    const differenceCents = (amountCents - overCounter(refund)) as Cents
    return { done: { refund, saleId: sold.saleId, number: sold.number, differenceCents, changeCents: asked.kind === 'cash' ? sold.changeCents : (0 as Cents) }, paid: sold }
  })
  core.emit('sales-changed', { saleId: asked.saleId })
  tellAccount(core, asked.saleId)
  announce(core, caller, paid)
  return done
}
