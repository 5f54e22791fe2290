import type { Core } from '../context.ts'
import { touchCustomer } from '../customers/customers.sql.ts'
import { insertAgeCheck } from '../sales/age-checks.sql.ts'
import { noteExemption } from '../sales/cart-terms.sql.ts'
import { completeSaleRow, writeLineTotals, writeSaleTax } from '../sales/complete.sql.ts'
import { forgetDropped } from '../sales/deliveries.sql.ts'
import { saleNumber } from '../sales/sale-number.ts'
import { nextSaleNumber } from '../sales/sales.sql.ts'
import { getRegister } from '../shop/shop.sql.ts'
import type { Caller, Cents } from '../vocabulary.ts'
import { chargeForSale } from './charge-account.ts'
import { buyerOf, customerCopy, exemptionToday, todayIn } from './customer-on-sale.ts'
import { earnForSale } from './earn-points.ts'
import type { PricedSale } from './price-cart.ts'
import { redeemForSale } from './redeem-points.ts'

/**
 * Ends a sale inside the transaction of its last tender: number, what every line and tax came to, a copy of the customer as they are today,
 * whose age let restricted things pass, and the customer's visit. `roundingCents` is what paying in coins adds or takes off.
 */
export function completeSale(core: Core, caller: Caller, priced: PricedSale, roundingCents: Cents): { number: string; totalCents: Cents } {
  const { sale, totals } = priced
  const at = core.now()
  forgetDropped(core.db, sale.id)
  noteAges(core, caller, priced)
  for (const line of totals.lines) writeLineTotals(core.db, line)
  for (const tax of totals.taxes) writeSaleTax(core.db, sale.id, tax)
  const number = nextSaleNumber(core.db, caller.registerId)
  completeSaleRow(core.db, sale.id, totals, { number, staffId: caller.staffId, at, roundingCents, customerCopy: customerCopy(core, sale.customerId) })
  const exempt = exemptionToday(core, sale.customerId)
  if (exempt) noteExemption(core.db, sale.id, exempt)
  if (sale.customerId !== null) touchCustomer(core.db, sale.customerId, at)
  chargeForSale(core, caller, sale)
  redeemForSale(core, caller, sale, priced.payable)
  earnForSale(core, caller, sale.id)
  return { number: saleNumber(getRegister(core.db, caller.registerId)?.number ?? 0, number), totalCents: (totals.totalCents + roundingCents) as Cents }
}

/** Writes down, once per limit, where it was the customer's own record that vouched. */
function noteAges(core: Core, { staffId }: Caller, { sale, shop, lines }: PricedSale): void {
  const limits = new Set(lines.flatMap(({ minimumAge }) => minimumAge ?? []))
  if (limits.size === 0) return
  const buyer = buyerOf(core, sale, todayIn(core, shop))
  for (const minimumAge of limits) {
    if (buyer.age === null || buyer.age < minimumAge) continue
    insertAgeCheck(core.db, { id: core.newId(), saleId: sale.id, minimumAge, how: 'customer', customerId: sale.customerId, approvedBy: null, passed: true, staffId, at: core.now() })
  }
}
