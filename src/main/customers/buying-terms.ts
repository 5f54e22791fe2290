import type { PlainDate, Ppm, PriceListId } from '../vocabulary.ts'

export type TermsFrom = 'own' | 'type' | 'group' | 'tier'
export type ListOf = { readonly id: PriceListId; readonly name: string; readonly discountPpm: Ppm }
/** By what somebody buys: a price list and a percentage, each with where it comes from. Null: what everyone pays. */
export type BuyingTerms = {
  readonly list: (ListOf & { readonly from: TermsFrom }) | null
  readonly off: { readonly ppm: Ppm; readonly name: string; readonly from: 'own' | 'group' } | null
}
/** What could count: the list of each place, and both percentages. `tier` is asked only where nothing else gives a list. */
export type Candidates = {
  readonly lists: Readonly<Record<Exclude<TermsFrom, 'tier'>, ListOf | null>>; readonly ownPpm: Ppm; readonly groupPpm: Ppm; readonly name: string; readonly groupName: string
}
const order = ['own', 'type', 'group'] as const

/**
 * Which price list and which percentage count, in one place. List: the customer's own, else their type's, else their group's, else their tier's.
 * Percentage: their own where they have one, else their group's; it comes off whatever the list says.
 */
export function buyingTerms({ lists, ownPpm, groupPpm, name, groupName }: Candidates, tier: () => ListOf | undefined): BuyingTerms {
  const from = order.find((each) => lists[each] !== null)
  const ofTier = from === undefined ? tier() : undefined
  const list = from === undefined ? (ofTier ? { ...ofTier, from: 'tier' as const } : null) : { ...lists[from]!, from }
  const off = ownPpm > 0 ? { ppm: ownPpm, name, from: 'own' as const } : groupPpm > 0 ? { ppm: groupPpm, name: groupName, from: 'group' as const } : null
  return { list, off }
}

/** The same key means the same prices: what tells a cart that its customer's terms have changed. */
export const termsKey = ({ list, off }: BuyingTerms): string => `${list ? `${list.id} ${list.discountPpm}` : '-'} ${off?.ppm ?? 0}`

/** How the exemption from tax stands today: none, holding, or run out and therefore not applied. */
export function exemptionOn(day: PlainDate, { taxExempt, taxExemptUntil }: { readonly taxExempt: boolean; readonly taxExemptUntil: PlainDate | null }): 'none' | 'exempt' | 'lapsed' {
  if (!taxExempt) return 'none'
  return taxExemptUntil !== null && taxExemptUntil < day ? 'lapsed' : 'exempt'
}
