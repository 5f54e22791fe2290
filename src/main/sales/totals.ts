import type { Cents, Milli, Ppm, TaxRateId } from '../vocabulary.ts'
import { apportion, halfUp, mulDiv, toCoins, type Share } from './exact.ts'
import type { Discount, TaxLine } from './sale.ts'

export type TotalLine = {
  readonly id: string; readonly quantityMilli: Milli; readonly priceCents: Cents; readonly discount: Discount | null; readonly rateIds: readonly TaxRateId[]
  /** The fee of a delivery: the cart's discount is reckoned without it. */
  readonly kind?: 'item' | 'delivery'
}
export type Rate = { readonly id: TaxRateId; readonly name: string; readonly ratePpm: Ppm }
/** How a shop taxes. The order of rates is the order in which they are shown. */
export type TaxRules = {
  readonly rates: readonly Rate[]; readonly pricesIncludeTax: boolean
  /** The buyer pays no tax: it is not added, and what the prices hold of it comes off. */
  readonly exempt?: boolean
}
export type LineTotals = {
  readonly id: string; readonly grossCents: Cents; readonly lineDiscountCents: Cents; readonly amountCents: Cents; readonly cartDiscountCents: Cents
  readonly netCents: Cents; readonly taxCents: Cents; readonly totalCents: Cents
  readonly taxes: readonly { readonly taxRateId: TaxRateId; readonly taxCents: Cents }[]
}
export type CartTotals = {
  readonly lines: readonly LineTotals[]; readonly taxes: readonly TaxLine[]
  readonly subtotalCents: Cents; readonly discountsCents: Cents; readonly netCents: Cents; readonly taxCents: Cents; readonly totalCents: Cents
}

const million = 1_000_000

/** Quantity x price, half a cent up. */
export const grossOf = (quantityMilli: number, priceCents: number): Cents => mulDiv(quantityMilli, priceCents, 1000) as Cents

/** What a discount takes off an amount: never more than all of it. */
export const discountOf = (discount: Discount | null, amountCents: number): Cents => {
  if (!discount) return 0 as Cents
  return (discount.kind === 'percent' ? mulDiv(amountCents, discount.ppm, million) : Math.min(discount.cents, amountCents)) as Cents
}

const noRewards: ReadonlyMap<string, number> = new Map()

/**
 * Adds a cart up, in whole minor units. `rewards` is what points take off each line, on top of its other discounts. The cart's discount is shared over the lines by largest remainder; each tax rate is rounded once over
 * the whole cart and then shared over its lines the same way, so that lines always sum to totals. The order of lines changes no total.
 */
export function totalsOf(lines: readonly TotalLine[], cartDiscount: Discount | null, rules: TaxRules, rewards = noRewards): CartTotals {
  const counted = lines.map(countLine)
  const subtotalCents = sum(counted.map(({ amountCents }) => amountCents))
  const goods = counted.filter(({ kind }) => kind !== 'delivery')
  const discountCents = discountOf(cartDiscount, sum(goods.map(({ amountCents }) => amountCents)))
  const off = apportion(discountCents, goods.map(({ id, amountCents }) => ({ key: id, weight: BigInt(amountCents), capCents: amountCents })))
  const offLine = ({ id }: { readonly id: string }) => ((off.get(id) ?? 0) + (rewards.get(id) ?? 0)) as Cents
  const bases = counted.map((line) => ({ ...line, cartDiscountCents: offLine(line), paidCents: line.amountCents - offLine(line) }))
  const discountsCents = sum(counted.map(offLine))
  return { subtotalCents, discountsCents, ...taxed(bases, rules) }
}

const sum = (numbers: readonly number[]): Cents => numbers.reduce((all, one) => all + one, 0) as Cents

function countLine(line: TotalLine) {
  const grossCents = grossOf(line.quantityMilli, line.priceCents)
  const lineDiscountCents = discountOf(line.discount, grossCents)
  return { id: line.id, kind: line.kind ?? 'item', rateIds: line.rateIds, grossCents, lineDiscountCents, amountCents: (grossCents - lineDiscountCents) as Cents }
}
type Base = ReturnType<typeof countLine> & { readonly cartDiscountCents: Cents; readonly paidCents: number }

function taxed(bases: readonly Base[], rules: TaxRules): Omit<CartTotals, 'subtotalCents' | 'discountsCents'> {
  const perRate = rules.rates.filter(({ id }) => bases.some(({ rateIds }) => rateIds.includes(id)))
  const room = new Map(bases.map(({ id, paidCents }) => [id, rules.pricesIncludeTax ? paidCents : Infinity]))
  const taxes = new Map(perRate.map((rate) => [rate.id, taxOfRate(rate, bases, rules, room)]))
  const lines = bases.map((base) => lineTotals(base, perRate, taxes, rules.pricesIncludeTax)).map(rules.exempt ? withoutTax : asItIs)
  const taxCents = sum(lines.map((line) => line.taxCents))
  const netCents = sum(lines.map((line) => line.netCents))
  return { lines, netCents, taxCents, totalCents: sum([netCents, taxCents]), taxes: rules.exempt ? [] : perRate.map((rate) => taxLine(rate, lines, taxes.get(rate.id)!)) }
}
const asItIs = (line: LineTotals): LineTotals => line
const withoutTax = (line: LineTotals): LineTotals => ({ ...line, taxCents: 0 as Cents, totalCents: line.netCents, taxes: [] })

/** One rate over the whole cart, rounded once; `room` is what each line can still hold of tax that is in its price. */
function taxOfRate(rate: Rate, bases: readonly Base[], rules: TaxRules, room: Map<string, number>): ReadonlyMap<string, number> {
  const mine = bases.filter(({ rateIds }) => rateIds.includes(rate.id))
  const dividers = mine.map(({ rateIds }) => (rules.pricesIncludeTax ? million + ratesSum(rateIds, rules.rates) : million))
  const common = [...new Set(dividers)].reduce((all, one) => all * BigInt(one), 1n)
  const weights = mine.map(({ paidCents }, at) => BigInt(paidCents) * BigInt(rate.ratePpm) * (common / BigInt(dividers[at] ?? million)))
  const exact = halfUp(weights.reduce((all, one) => all + one, 0n), common)
  const caps = mine.map(({ id }) => room.get(id) ?? 0)
  const shares: Share[] = mine.map(({ id }, at) => ({ key: id, weight: weights[at] ?? 0n, capCents: caps[at] ?? 0 }))
  const parts = apportion(Math.min(Number(exact), caps.reduce((all, one) => all + one, 0)), shares)
  parts.forEach((cents, id) => room.set(id, (room.get(id) ?? 0) - cents))
  return parts
}

const ratesSum = (rateIds: readonly TaxRateId[], rates: readonly Rate[]): number => sum(rates.filter(({ id }) => rateIds.includes(id)).map(({ ratePpm }) => ratePpm))

function lineTotals(base: Base, rates: readonly Rate[], taxes: ReadonlyMap<TaxRateId, ReadonlyMap<string, number>>, included: boolean): LineTotals {
  const { id, grossCents, lineDiscountCents, amountCents, cartDiscountCents, paidCents } = base
  const mine = rates.filter((rate) => base.rateIds.includes(rate.id)).map((rate) => ({ taxRateId: rate.id, taxCents: (taxes.get(rate.id)?.get(id) ?? 0) as Cents }))
  const taxCents = sum(mine.map((tax) => tax.taxCents))
  const netCents = (included ? paidCents - taxCents : paidCents) as Cents
  return { id, grossCents, lineDiscountCents, amountCents, cartDiscountCents, netCents, taxCents, totalCents: sum([netCents, taxCents]), taxes: mine }
}

function taxLine(rate: Rate, lines: readonly LineTotals[], parts: ReadonlyMap<string, number>): TaxLine {
  const baseCents = sum(lines.filter(({ id }) => parts.has(id)).map(({ netCents }) => netCents))
  return { taxRateId: rate.id, name: rate.name, ratePpm: rate.ratePpm, baseCents, taxCents: sum([...parts.values()]) }
}

/** What is left to pay: by card to the cent, in cash to the nearest coin. */
export function dueOf(totalCents: number, takenCents: readonly number[], coinCents: number): { dueCents: Cents; dueInCashCents: Cents } {
  const dueCents = Math.max(0, totalCents - sum(takenCents)) as Cents
  return { dueCents, dueInCashCents: toCoins(dueCents, coinCents) }
}

/** So much on average, half a cent up; nothing of nothing. */
export const averageOf = (sumCents: number, count: number): Cents => (count === 0 || sumCents < 0 ? 0 : mulDiv(sumCents, 1, count)) as Cents
