import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, mulDiv, toCoins } from '../../../src/main/sales/exact.ts'
import type { Discount } from '../../../src/main/sales/sale.ts'
import { dueOf, totalsOf, type CartTotals, type Rate, type TaxRules, type TotalLine } from '../../../src/main/sales/totals.ts'
import type { Cents, Milli, Ppm, TaxRateId } from '../../../src/main/vocabulary.ts'

const rate = (id: string, ratePpm: number): Rate => ({ id: id as TaxRateId, name: id, ratePpm: ratePpm as Ppm })
const line = (id: string, pieces: number, price: number, rates: string[], discount: Discount | null = null): TotalLine =>
  ({ id, quantityMilli: Math.round(pieces * 1000) as Milli, priceCents: price as Cents, discount, rateIds: rates as TaxRateId[] })
const quebec: TaxRules = { rates: [rate('gst', 50_000), rate('qst', 99_750)], pricesIncludeTax: false }
const percent = (ppm: number): Discount => ({ kind: 'percent', ppm: ppm as Ppm })
const money = (cents: number): Discount => ({ kind: 'money', cents: cents as Cents })
const add = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

describe('a cart adds up', () => {
  test('with two rates added to the price, as the sale screen of the specification shows', () => {
    const totals = totalsOf([line('a', 2, 900, ['gst', 'qst']), line('b', 1, 450, ['gst', 'qst'])], null, quebec)
    expect(totals).toMatchObject({ subtotalCents: 2250, netCents: 2250, taxCents: 337, totalCents: 2587 })
    expect(totals.taxes.map(({ taxCents, baseCents }) => [baseCents, taxCents])).toEqual([[2250, 113], [2250, 224]])
  })
  test('with the tax in the price: net is gross less tax', () => {
    const totals = totalsOf([line('a', 1, 1200, ['vat'])], null, { rates: [rate('vat', 200_000)], pricesIncludeTax: true })
    expect(totals).toMatchObject({ netCents: 1000, taxCents: 200, totalCents: 1200 })
  })
  test('with each rate rounded once over the cart, not line by line', () => {
    const ten = Array.from({ length: 10 }, (_, at) => line(`l${at}`, 1, 5, ['gst']))
    expect(totalsOf(ten, null, quebec).taxCents).toBe(3) // 50 x 5 % = 2.5; by line it would be 0
  })
  test('with a percentage off a line, money off another and a percentage off the cart', () => {
    const totals = totalsOf([line('a', 1, 1000, [], percent(100_000)), line('b', 3, 333, [], money(99))], percent(50_000), quebec)
    expect(totals.lines.map(({ amountCents }) => amountCents)).toEqual([900, 900])
    expect(totals).toMatchObject({ subtotalCents: 1800, discountsCents: 90, totalCents: 1710 })
  })
  test('with weighed goods: 0.345 kg at 12.99', () => expect(totalsOf([line('a', 0.345, 1299, [])], null, quebec).totalCents).toBe(448))
  test('with a currency of no minor units and one of three', () => {
    expect(totalsOf([line('a', 3, 1250, ['jct'])], null, { rates: [rate('jct', 100_000)], pricesIncludeTax: true })).toMatchObject({ totalCents: 3750, taxCents: 341 })
    expect(totalsOf([line('a', 1, 12_345, ['vat'])], null, { rates: [rate('vat', 50_000)], pricesIncludeTax: false })).toMatchObject({ taxCents: 617, totalCents: 12_962 })
  })
  test('with nothing in it', () => expect(totalsOf([], percent(100_000), quebec)).toMatchObject({ totalCents: 0, taxes: [] }))
  test('beyond the numbers that floating point keeps exact', () => {
    expect(mulDiv(9_007_199_254_740_991, 999_999, 1_000_000)).toBe(9_007_190_247_541_736)
    expect(totalsOf([line('a', 90_000, 99_999_999, ['gst', 'qst'])], null, quebec).netCents).toBe(8_999_999_910_000)
  })
})

const rates = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 0, maxLength: 4 }).map((all) => all.map((ppm, at) => rate(`r${at}`, ppm)))
const discount = fc.option(fc.oneof(fc.integer({ min: 0, max: 1_000_000 }).map(percent), fc.integer({ min: 0, max: 100_000 }).map(money)))
const amount = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5_000_000 }))
const quantity = fc.oneof(fc.constantFrom(1000, 2000, 3000), fc.integer({ min: 1, max: 2_000_000 }))
const cart = fc.record({ rates, included: fc.boolean(), cartDiscount: discount }).chain(({ rates: known, included, cartDiscount }) =>
  fc.array(fc.record({ price: amount, milli: quantity, off: discount, taxed: fc.subarray(known.map(({ id }) => id)) }), { maxLength: 12 }).map((lines) => ({
    rules: { rates: known, pricesIncludeTax: included }, cartDiscount,
    lines: lines.map(({ price, milli, off, taxed }, at): TotalLine => ({ id: `line-${at}`, quantityMilli: milli as Milli, priceCents: price as Cents, discount: off, rateIds: taxed })),
  })))
const withoutLines = ({ lines: _lines, ...rest }: CartTotals) => rest

describe('whatever is in the cart', () => {
  test('lines sum to totals: net, every tax, discounts, the total', () => {
    fc.assert(fc.property(cart, ({ lines, cartDiscount, rules }) => {
      const totals = totalsOf(lines, cartDiscount, rules)
      expect(add(totals.lines.map(({ netCents }) => netCents))).toBe(totals.netCents)
      expect(add(totals.lines.map(({ totalCents }) => totalCents))).toBe(totals.totalCents)
      expect(add(totals.lines.map(({ cartDiscountCents }) => cartDiscountCents))).toBe(totals.discountsCents)
      for (const tax of totals.taxes) {
        expect(add(totals.lines.flatMap(({ taxes }) => taxes.filter(({ taxRateId }) => taxRateId === tax.taxRateId).map(({ taxCents }) => taxCents)))).toBe(tax.taxCents)
      }
      expect(add(totals.taxes.map(({ taxCents }) => taxCents))).toBe(totals.taxCents)
      expect(totals.netCents + totals.taxCents).toBe(totals.totalCents)
    }), { numRuns: 1000 })
  })
  test('the order of lines changes no total', () => {
    fc.assert(fc.property(cart, fc.infiniteStream(fc.nat()), ({ lines, cartDiscount, rules }, luck) => {
      const shuffled = lines.map((one) => ({ one, at: luck.next().value as number })).toSorted((a, b) => a.at - b.at).map(({ one }) => one)
      expect(withoutLines(totalsOf(shuffled, cartDiscount, rules))).toEqual(withoutLines(totalsOf(lines, cartDiscount, rules)))
    }), { numRuns: 500 })
  })
  test('nothing is ever negative and no discount is more than what it is taken off', () => {
    fc.assert(fc.property(cart, ({ lines, cartDiscount, rules }) => {
      const totals = totalsOf(lines, cartDiscount, rules)
      const figures = [totals.subtotalCents, totals.discountsCents, totals.netCents, totals.taxCents, totals.totalCents]
      for (const one of totals.lines) {
        figures.push(one.grossCents, one.lineDiscountCents, one.amountCents, one.cartDiscountCents, one.netCents, one.taxCents, ...one.taxes.map(({ taxCents }) => taxCents))
        expect(one.lineDiscountCents).toBeLessThanOrEqual(one.grossCents)
        expect(one.cartDiscountCents).toBeLessThanOrEqual(one.amountCents)
      }
      expect(Math.min(0, ...figures)).toBe(0)
      expect(totals.discountsCents).toBeLessThanOrEqual(totals.subtotalCents)
    }), { numRuns: 1000 })
  })
  test('tax in the price never changes what is paid; tax on top is within half a cent of exact for each rate', () => {
    fc.assert(fc.property(cart, ({ lines, cartDiscount, rules }) => {
      const totals = totalsOf(lines, cartDiscount, rules)
      const paid = totals.subtotalCents - totals.discountsCents
      expect(totals.totalCents).toBe(rules.pricesIncludeTax ? paid : paid + totals.taxCents)
      if (rules.pricesIncludeTax) return
      for (const tax of totals.taxes) expect(Math.abs(tax.taxCents - (tax.baseCents * tax.ratePpm) / 1_000_000)).toBeLessThanOrEqual(0.5000001)
    }), { numRuns: 500 })
  })
})

describe('sharing out', () => {
  test('parts sum to the total and stay within their caps', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(weights, fc.integer({ min: 0, max: 1_000_000 }), (caps, part) => {
      const total = mulDiv(add(caps), part, 1_000_000)
      const parts = apportion(total, caps.map((cap, at) => ({ key: `k${at}`, weight: BigInt(cap), capCents: cap })))
      expect(add([...parts.values()])).toBe(total)
      caps.forEach((cap, at) => expect(parts.get(`k${at}`)).toBeLessThanOrEqual(cap))
    }))
  })
  test('coins: 10.02 is 10.00, 10.03 is 10.05, half goes up', () => expect([1002, 1003, 1025, 1024].map((cents) => toCoins(cents, 5))).toEqual([1000, 1005, 1025, 1025]))
  test('only what is left is rounded to coins', () => expect(dueOf(1003, [500], 5)).toEqual({ dueCents: 503, dueInCashCents: 505 }))
})
