import type { Cents, Ppm } from '../vocabulary.ts'
import { mulDiv } from './exact.ts'

export type Price = { readonly priceCents: Cents; readonly priceReason: 'list' | 'price-list'; readonly priceListName: string }
/** A customer's price list: its own price for an item wins, else so much off. */
export type ListTerms = { readonly name: string; readonly discountPpm: Ppm }

/** What an item costs this customer, and why. Without a price list, or where it changes nothing, the price everyone pays. */
export function priceFor(listPriceCents: Cents, ownPriceCents: Cents | null, terms: ListTerms | null): Price {
  if (!terms || (ownPriceCents === null && terms.discountPpm === 0)) return { priceCents: listPriceCents, priceReason: 'list', priceListName: '' }
  const priceCents = ownPriceCents ?? (mulDiv(listPriceCents, 1_000_000 - terms.discountPpm, 1_000_000) as Cents)
  return { priceCents, priceReason: 'price-list', priceListName: terms.name }
}
