import type { Cents, Ppm } from '../vocabulary.ts'
import { mulDiv } from './exact.ts'

export type Price = { readonly priceCents: Cents; readonly priceReason: 'list' | 'price-list'; readonly priceListName: string }
/** A customer's price list: its own price for an item wins, else so much off. */
export type ListTerms = { readonly name: string; readonly discountPpm: Ppm }
/** A customer's percentage: it comes off whatever their price list says. */
export type Off = { readonly name: string; readonly ppm: Ppm }

/** What an item costs this customer, and why. Where neither list nor percentage changes anything, the price everyone pays. */
export function priceFor(listPriceCents: Cents, ownPriceCents: Cents | null, terms: ListTerms | null, off: Off | null = null): Price {
  const isListed = terms !== null && (ownPriceCents !== null || terms.discountPpm > 0)
  if (!isListed && !off) return { priceCents: listPriceCents, priceReason: 'list', priceListName: '' }
  const listed = isListed ? (ownPriceCents ?? less(listPriceCents, terms.discountPpm)) : listPriceCents
  return { priceCents: off ? less(listed, off.ppm) : listed, priceReason: 'price-list', priceListName: isListed ? terms.name : (off?.name ?? '') }
}

const less = (cents: Cents, ppm: Ppm): Cents => mulDiv(cents, 1_000_000 - ppm, 1_000_000) as Cents
