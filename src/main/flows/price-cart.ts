import type { Core } from '../context.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import type { PayableLine, Redeemed } from '../loyalty/redeem.ts'
import { judgeAge } from '../sales/age.ts'
import { linesOf, type SaleLine } from '../sales/lines.sql.ts'
import type { Cart, CartLine, CartTerms, TenderRow } from '../sales/sale.ts'
import { openSaleOn, type SaleHead } from '../sales/sales.sql.ts'
import { tendersOf } from '../sales/tenders.sql.ts'
import { dueOf, totalsOf, type CartTotals } from '../sales/totals.ts'
import type { Shop } from '../shop/shop.ts'
import { readTaxes } from '../shop/shop.sql.ts'
import type { Caller, Cents, Ppm } from '../vocabulary.ts'
import { cartDelivery } from './delivery-on-sale.ts'
import { buyerOf, cartCustomer, exemptionToday, todayIn } from './customer-on-sale.ts'
import { asPayable, offByLine } from './payable-lines.ts'
import { termsOnSale, unsettledPrices } from './price-line.ts'
import { rewardsOnSale } from './redeem-points.ts'
import { theShop } from './the-shop.ts'

/** A cart with what it comes to, for a screen or for the till to act on. */
export type PricedSale = {
  readonly sale: SaleHead; readonly shop: Shop; readonly lines: readonly SaleLine[]; readonly tenders: readonly TenderRow[]
  /** What points pay of it, and the lines they could pay for. */
  readonly rewards: Redeemed; readonly payable: readonly PayableLine[]
  readonly totals: CartTotals; readonly dueCents: Cents; readonly dueInCashCents: Cents
}

/** Adds a cart up by the shop's taxes of today and what has been put to it. */
export function priceSale(core: Core, sale: SaleHead): PricedSale {
  const shop = theShop(core)
  const { rates, classes } = readTaxes(core.db)
  const lines = linesOf(core.db, sale.id)
  const tenders = tendersOf(core.db, sale.id)
  const rateIds = new Map(classes.map((one) => [one.id, one.rateIds]))
  const taxed = lines.map((line) => ({ ...line, rateIds: rateIds.get(line.taxClassId) ?? [] }))
  const rules = { rates, pricesIncludeTax: sale.pricesIncludeTax, exempt: exemptionToday(core, sale.customerId) !== null }
  const plain = totalsOf(taxed, sale.discount, rules)
  const payable = asPayable(core, sale.id, lines, plain.lines)
  const rewards = rewardsOnSale(core, sale, payable)
  const totals = rewards.cents === 0 ? plain : totalsOf(taxed, sale.discount, rules, offByLine(rewards))
  return { sale, shop, lines, tenders, totals, rewards, payable, ...dueOf(totals.totalCents, tenders.map(({ amountCents }) => amountCents), shop.cashStepCents) }
}

/** The open cart of the caller's till as the sale screen shows it. */
export function currentCart(core: Core, caller: Caller): Cart | null {
  const sale = openSaleOn(core.db, caller.registerId)
  return sale ? cartOf(core, sale) : null
}

export function cartOf(core: Core, sale: SaleHead): Cart {
  const { shop, lines, tenders, totals: { lines: amounts, ...totals }, dueCents, dueInCashCents } = priceSale(core, sale)
  const limits = lines.flatMap(({ minimumAge }) => minimumAge ?? [])
  const found = sale.customerId === null ? undefined : customerOnSale(core.db, sale.customerId)
  return {
    id: sale.id, madeAt: sale.madeAt, label: sale.label, note: sale.note, discount: sale.discount, tenders, totals: { ...totals, dueCents, dueInCashCents },
    lines: lines.map((line, at) => cartLine(line, amounts[at]?.amountCents ?? (0 as Cents))),
    customer: found ? cartCustomer(found, { shop, today: todayIn(core, shop), ageLimit: Math.max(shop.minimumAge, ...limits), terms: cartTerms(core, sale, lines) }) : null,
    ageNeeded: ageNeeded(core, sale, shop, limits), delivery: cartDelivery(core, sale.id),
  }
}

/** By what the customer buys, and whether the lines still say so. */
function cartTerms(core: Core, sale: SaleHead, lines: readonly SaleLine[]): CartTerms {
  const terms = termsOnSale(core, sale)
  return {
    listName: terms.list?.name ?? null, listFrom: terms.list?.from ?? null, offPpm: terms.off?.ppm ?? (0 as Ppm), offFrom: terms.off?.from ?? null,
    unsettled: unsettledPrices(core, sale, terms, lines),
  }
}

export function cartLine({ taxClassId: _class, ...line }: SaleLine, amountCents: Cents): CartLine {
  return { ...line, amountCents }
}

/** The highest limit on the cart that nobody has vouched for yet. */
function ageNeeded(core: Core, sale: SaleHead, shop: Shop, limits: readonly number[]): number | null {
  if (limits.length === 0) return null
  const buyer = buyerOf(core, sale, todayIn(core, shop))
  const open = limits.filter((limit) => judgeAge(buyer, limit) !== 'old-enough')
  return open.length === 0 ? null : Math.max(...open)
}
