import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyBack, returnLine, type SoldLine } from '../../../src/main/sales/returns.ts'
import type { Cents, LineId, Milli, TaxRateId } from '../../../src/main/vocabulary.ts'

type Piece = { readonly part: number; readonly cash: boolean }
const pieces = fc.array(fc.record({ part: fc.double({ min: 0.01, max: 1, noNaN: true }), cash: fc.boolean() }), { minLength: 1, maxLength: 8 })
const goods = fc.record({ milli: fc.integer({ min: 1, max: 12_000 }), net: fc.integer({ min: 0, max: 50_000 }), taxes: fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 3 }) })
const soldLine = ({ milli, net, taxes }: { milli: number; net: number; taxes: number[] }): SoldLine => ({
  id: 'l' as LineId, quantityMilli: milli as Milli, returnedMilli: 0, netCents: net as Cents,
  taxes: taxes.map((cents, at) => ({ taxRateId: `r${at}` as TaxRateId, taxCents: cents as Cents })),
})
/** Quantities that add up to all of it. */
function cut(milli: number, parts: readonly Piece[]): { milli: Milli; cash: boolean }[] {
  let left = milli
  const cuts = parts.slice(0, -1).map(({ part, cash }) => {
    const now = Math.min(left, Math.max(0, Math.floor(left * part)))
    left -= now
    return { milli: now as Milli, cash }
  })
  return [...cuts, { milli: left as Milli, cash: parts.at(-1)!.cash }].filter((one) => one.milli > 0)
}

test('a line returned piece by piece gives back exactly its net and each of its taxes', () => {
  fc.assert(fc.property(goods, pieces, (sold, parts) => {
    let line = soldLine(sold)
    const back = { net: 0, taxes: line.taxes.map(() => 0) }
    for (const { milli } of cut(sold.milli, parts)) {
      const returned = returnLine(line, milli)
      expect(Math.min(returned.netCents, ...returned.taxes.map(({ taxCents }) => taxCents))).toBeGreaterThanOrEqual(0)
      back.net += returned.netCents
      returned.taxes.forEach(({ taxCents }, at) => (back.taxes[at] = (back.taxes[at] ?? 0) + taxCents))
      line = { ...line, returnedMilli: line.returnedMilli + milli }
    }
    expect(back).toEqual({ net: sold.net, taxes: sold.taxes })
  }), { numRuns: 1000 })
})

const sale = fc.record({ exact: fc.integer({ min: 0, max: 100_000 }), coin: fc.constantFrom(1, 5, 10, 50, 100), inCash: fc.boolean() })

test('money returned piece by piece is never more than was paid, and all of it in the end', () => {
  fc.assert(fc.property(sale, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), fc.boolean(), ({ exact, coin, inCash }, parts, backInCash) => {
    const paidCents = inCash ? Math.round(exact / coin) * coin : exact
    let state = { exactCents: exact, paidCents, returnedExactCents: 0, returnedCents: 0, coinCents: coin }
    for (const part of [...parts, 1]) {
      const goodsCents = Math.floor((exact - state.returnedExactCents) * part)
      const { cashCents, cardCents } = moneyBack(state, goodsCents)
      const back = backInCash ? cashCents : cardCents
      expect(back).toBeGreaterThanOrEqual(0)
      if (backInCash) expect(back % coin).toBe(0)
      state = { ...state, returnedExactCents: state.returnedExactCents + goodsCents, returnedCents: state.returnedCents + back }
      expect(state.returnedCents).toBeLessThanOrEqual(paidCents)
    }
    const reachable = backInCash ? paidCents - (paidCents % coin) : paidCents
    expect(state.returnedCents).toBe(reachable)
  }), { numRuns: 2000 })
})
