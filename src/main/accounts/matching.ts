import type { AccountEntryId, Cents } from '../vocabulary.ts'
import type { OpenItem } from './account.ts'

export type Match = { readonly creditId: AccountEntryId; readonly debitId: AccountEntryId; readonly cents: Cents; readonly how: 'oldest' | 'chosen' }

/**
 * Which open credit pays which open debit, until one side is used up: the chosen debits first, in the order they were chosen, then the oldest.
 * Nothing is matched for more than is open of it, on either side.
 */
export function matchUp(items: readonly OpenItem[], chosen: readonly AccountEntryId[]): Match[] {
  const place = (id: AccountEntryId) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length)
  const left = (sign: 1 | -1) => items.filter(({ openCents }) => openCents * sign > 0).map((item) => ({ ...item, cents: Math.abs(item.openCents) }))
  const debits = left(1).toSorted((a, b) => place(a.entryId) - place(b.entryId) || byAge(a, b))
  const credits = left(-1).toSorted(byAge)
  const matches: Match[] = []
  for (const credit of credits) {
    for (const debit of debits) {
      const cents = Math.min(credit.cents, debit.cents) as Cents
      if (cents === 0) continue
      credit.cents -= cents
      debit.cents -= cents
      matches.push({ creditId: credit.entryId, debitId: debit.entryId, cents, how: chosen.includes(debit.entryId) ? 'chosen' : 'oldest' })
    }
  }
  return matches
}

const byAge = (a: OpenItem, b: OpenItem): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.seq - b.seq)
