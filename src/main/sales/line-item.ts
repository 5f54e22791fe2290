import { Refusal } from '../errors.ts'
import type { Cents, Milli } from '../vocabulary.ts'
import type { Discount } from './sale.ts'
import { grossOf } from './totals.ts'

export const mostLines = 1_000
const mostMilli = 99_999_000
/** So that a cart full of the dearest lines still adds up within exact whole numbers. */
const mostCents = 99_999_999_999

/** A quantity a till can count and add up, or 'quantity-wrong'. */
export function checkQuantity(quantityMilli: Milli, priceCents: Cents): void {
  if (quantityMilli < 1 || quantityMilli > mostMilli || grossOf(quantityMilli, priceCents) > mostCents) throw new Refusal('quantity-wrong', { field: 'quantityMilli' })
}

/** Money off that is more than there is, is 'discount-too-much'. A percentage cannot be. */
export function checkDiscount(discount: Discount | null, amountCents: Cents): void {
  if (discount?.kind === 'money' && discount.cents > amountCents) throw new Refusal('discount-too-much', { field: 'discount', amountCents })
}

/** How many pieces there are: whole ones counted, something weighed is one, a delivery is none. */
export const pieceCount = (lines: readonly { readonly quantityMilli: number; readonly kind?: 'item' | 'delivery' }[]): number =>
  lines.filter(({ kind }) => kind !== 'delivery').reduce((all, { quantityMilli }) => all + (quantityMilli % 1000 === 0 ? quantityMilli / 1000 : 1), 0)
