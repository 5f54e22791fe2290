import type { Cents, CustomerId, Instant, ItemId, Language, LooseReturnId, Milli, Ppm, RegisterId, SaleId, StaffId, TaxRateId } from '../vocabulary.ts'
import { toCoins } from './exact.ts'
import type { CartTotals } from './totals.ts'

/** How money goes back for goods without a receipt: never to an account, since no charge stands behind them. */
export type BackBy = 'cash' | 'card'
export type LooseLine = { readonly itemId: ItemId | null; readonly name: string; readonly quantityMilli: Milli; readonly priceCents: Cents; readonly netCents: Cents; readonly taxCents: Cents }
export type LooseTax = { readonly taxRateId: TaxRateId; readonly name: string; readonly ratePpm: Ppm; readonly taxCents: Cents }
/** Goods that came back without a receipt, as they lie in the file. */
export type LooseReturn = {
  readonly id: LooseReturnId; readonly number: number; readonly till: number; readonly registerId: RegisterId; readonly registerName: string; readonly cartId: SaleId; readonly customerId: CustomerId | null
  readonly staffId: StaffId; readonly staffName: string; readonly approvedBy: StaffId; readonly approvedByName: string; readonly reason: string; readonly kind: BackBy; readonly reference: string; readonly currency: string
  readonly pricesIncludeTax: boolean; readonly netCents: Cents; readonly taxCents: Cents; readonly roundingCents: Cents; readonly totalCents: Cents; readonly at: Instant
}

/** How a return without a receipt is called: 1-N000003. */
export const looseNumber = (till: number, number: number): string => `${till}-N${String(number).padStart(6, '0')}`

/** What is handed back: to the cent by card, to the coin in cash. */
export const looseBack = (totalCents: Cents, kind: BackBy, coinCents: number): Cents => (kind === 'cash' ? toCoins(totalCents, coinCents) : totalCents)

/** Each line at what is given for one of it, after every discount; the line's own cents are exact. */
export const looseLines = (lines: readonly { readonly id: string; readonly itemId: ItemId | null; readonly name: string; readonly quantityMilli: Milli; readonly priceCents: Cents }[], totals: CartTotals): LooseLine[] =>
  lines.map(({ itemId, name, quantityMilli, priceCents }, at) => ({ itemId, name, quantityMilli, priceCents, netCents: totals.lines[at]?.netCents ?? (0 as Cents), taxCents: totals.lines[at]?.taxCents ?? (0 as Cents) }))

/** What the slip says instead of the number of a sale. */
export const noReceiptWord: Readonly<Record<Language, string>> = { en: 'Returned without a receipt', fr: 'Retour sans reçu', es: 'Devolución sin recibo' }
