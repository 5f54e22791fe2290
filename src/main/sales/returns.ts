import type { Cents, LineId, Milli, TaxRateId } from '../vocabulary.ts'
import { downToCoins, mulDiv, toCoins } from './exact.ts'

/** A sold line with what has come back of it so far. */
export type SoldLine = {
  readonly id: LineId; readonly quantityMilli: Milli; readonly returnedMilli: number; readonly netCents: Cents
  readonly taxes: readonly { readonly taxRateId: TaxRateId; readonly taxCents: Cents }[]
}
export type ReturnedTax = { readonly taxRateId: TaxRateId; readonly taxCents: Cents }
export type ReturnedLine = { readonly lineId: LineId; readonly quantityMilli: Milli; readonly netCents: Cents; readonly taxCents: Cents; readonly taxes: readonly ReturnedTax[] }

/**
 * What a line gives back for part of its quantity: what all that has come back by now is worth, less what it was worth before.
 * So the last piece brings the parts to exactly what was paid, net and each tax alike.
 */
export function returnLine(line: SoldLine, quantityMilli: Milli): ReturnedLine {
  const part = (cents: number) => mulDiv(cents, line.returnedMilli + quantityMilli, line.quantityMilli) - mulDiv(cents, line.returnedMilli, line.quantityMilli)
  const taxes = line.taxes.map(({ taxRateId, taxCents }) => ({ taxRateId, taxCents: part(taxCents) as Cents }))
  const taxCents = taxes.reduce((all, tax) => all + tax.taxCents, 0) as Cents
  return { lineId: line.id, quantityMilli, netCents: part(line.netCents) as Cents, taxCents, taxes }
}

export type SaleMoney = {
  /** Net and tax of the sale, and what was paid for it: cash rounding makes them differ. */
  readonly exactCents: number; readonly paidCents: number
  /** The same two of all refunds so far. */
  readonly returnedExactCents: number; readonly returnedCents: number
  readonly coinCents: number
}

/**
 * The money to hand back for goods worth `exactCents`, by card and in coins. Over all refunds it is never more than was paid,
 * and when everything has come back it is all that was paid (in coins: as near below as coins reach).
 */
export function moneyBack(sale: SaleMoney, exactCents: number): MoneyBack {
  const after = sale.returnedExactCents + exactCents
  const owed = after === sale.exactCents ? sale.paidCents : Math.min(after, sale.paidCents)
  const cardCents = Math.max(0, owed - sale.returnedCents) as Cents
  const left = sale.paidCents - sale.returnedCents
  const rounded = toCoins(cardCents, sale.coinCents)
  return { cardCents, cashCents: rounded <= left ? rounded : downToCoins(left, sale.coinCents), leftCents: left as Cents }
}
/** `leftCents`: what of the sale's money has not gone back yet. */
export type MoneyBack = { readonly cardCents: Cents; readonly cashCents: Cents; readonly leftCents: Cents }

/**
 * How money back is split where some of the sale is still owed: that comes off the account first, and only what was really paid goes over the
 * counter. All of it goes on the account where that is chosen.
 */
export function splitBack({ cardCents, cashCents, leftCents }: MoneyBack, kind: 'cash' | 'card' | 'account', owedCents: number, coinCents: number): { accountCents: Cents; overCents: Cents } {
  const accountCents = (kind === 'account' ? cardCents : Math.min(owedCents, cardCents)) as Cents
  const overCents = (cardCents - accountCents) as Cents
  if (kind !== 'cash') return { accountCents, overCents }
  if (accountCents === 0) return { accountCents, overCents: cashCents }
  const rounded = toCoins(overCents, coinCents)
  return { accountCents, overCents: accountCents + rounded <= leftCents ? rounded : downToCoins(leftCents - accountCents, coinCents) }
}

/** What several lines give back together, and of each tax. */
export function sumReturned(lines: readonly ReturnedLine[]): { netCents: Cents; taxCents: Cents; taxes: readonly ReturnedTax[] } {
  const perRate = new Map<TaxRateId, number>()
  for (const { taxRateId, taxCents } of lines.flatMap(({ taxes }) => taxes)) perRate.set(taxRateId, (perRate.get(taxRateId) ?? 0) + taxCents)
  return {
    netCents: lines.reduce((all, { netCents }) => all + netCents, 0) as Cents,
    taxCents: lines.reduce((all, { taxCents }) => all + taxCents, 0) as Cents,
    taxes: [...perRate].map(([taxRateId, taxCents]) => ({ taxRateId, taxCents: taxCents as Cents })),
  }
}

/** What one piece of a returned quantity came to, as near as a cent. */
export const shareOf = (cents: Cents, quantityMilli: Milli): Cents => mulDiv(cents, 1000, quantityMilli) as Cents
