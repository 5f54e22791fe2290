import type { PlainDate } from '../vocabulary.ts'

/** Whole years on that day; someone born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Whole days from one day to another; negative where `to` is before `from`. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The buyer as far as age goes: what the customer on the sale says, and what the cashier has checked. */
export type Buyer = {
  readonly age: number | null
  /** The licence on file is past its date and nobody has let it pass for this sale. */
  readonly documentExpired: boolean
  /** The highest age that a typed birth date or an ID seen has proved on this sale. */
  readonly provedAge: number
}
export type Verdict = 'old-enough' | 'under-age' | 'document-expired' | 'unknown'

/** May this buyer have something that needs `minimumAge`? A known age that is too low outweighs any proof. */
export function judgeAge(buyer: Buyer, minimumAge: number): Verdict {
  if (buyer.age !== null && buyer.age < minimumAge) return 'under-age'
  if (buyer.provedAge >= minimumAge) return 'old-enough'
  if (buyer.age === null) return 'unknown'
  return buyer.documentExpired ? 'document-expired' : 'old-enough'
}
