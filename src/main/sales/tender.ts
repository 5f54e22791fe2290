import { Refusal } from '../errors.ts'
import type { Cents } from '../vocabulary.ts'
import type { TenderKind } from './sale.ts'

export type Offer = { readonly kind: TenderKind; readonly amountCents: Cents; readonly givenCents: Cents; readonly reference: string }
export type Due = { readonly dueCents: Cents; readonly dueInCashCents: Cents }
export type Taken = Offer & {
  readonly changeCents: Cents
  /** Cash that ends the sale pays it to the nearest coin: the difference, which may be negative. */
  readonly roundingCents: Cents
  readonly endsSale: boolean
}

/**
 * Takes money for what is due. More than is due is 'tender-too-much', less handed over than put to the sale 'tender-too-little', a card without
 * the terminal's reference 'reference-needed'. Nothing is taken with nothing put down, except in cash where coins cannot pay what is due.
 */
export function takeTender(offer: Offer, due: Due): Taken {
  const most = offer.kind === 'cash' ? due.dueInCashCents : due.dueCents
  if (offer.amountCents > Math.max(most, offer.kind === 'cash' ? due.dueCents : 0)) throw new Refusal('tender-too-much', { field: 'amountCents', dueCents: most })
  if (offer.kind === 'cash') return takeCash(offer, due)
  return offer.kind === 'card' ? takeCard(offer, due) : takeToTheCent(offer, due)
}

function takeCash(offer: Offer, due: Due): Taken {
  const { amountCents, givenCents } = offer
  if (givenCents < amountCents || (amountCents === 0 && due.dueInCashCents > 0)) throw new Refusal('tender-too-little', { field: 'givenCents' })
  const endsSale = amountCents >= Math.min(due.dueCents, due.dueInCashCents)
  const roundingCents = (endsSale ? amountCents - due.dueCents : 0) as Cents
  return { ...offer, reference: '', changeCents: (givenCents - amountCents) as Cents, roundingCents, endsSale }
}

function takeCard(offer: Offer, due: Due): Taken {
  if (offer.reference.trim() === '' && offer.amountCents > 0) throw new Refusal('reference-needed', { field: 'reference' })
  return takeToTheCent(offer, due)
}

/** A card, or the customer's account: no coins, no change. */
function takeToTheCent(offer: Offer, due: Due): Taken {
  if (offer.amountCents === 0) throw new Refusal('tender-too-little', { field: 'amountCents' })
  return { ...offer, reference: offer.reference.trim(), givenCents: offer.amountCents, changeCents: 0 as Cents, roundingCents: 0 as Cents, endsSale: offer.amountCents === due.dueCents }
}
