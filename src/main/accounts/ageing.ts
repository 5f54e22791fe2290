import type { Cents, PlainDate } from '../vocabulary.ts'
import type { OpenItem } from './account.ts'

/** What is open by how long ago it was charged, and what stands to the customer's credit. The four less the credit are the balance. */
export type Ageing = { readonly to30Cents: Cents; readonly to60Cents: Cents; readonly to90Cents: Cents; readonly olderCents: Cents; readonly creditCents: Cents }
/** The last days of 0-30, 31-60 and 61-90 as seen from today. */
export type Cuts = { readonly from30: PlainDate; readonly from60: PlainDate; readonly from90: PlainDate }

/** Sorts open items into 0-30, 31-60, 61-90 and over 90 days; a charge of exactly 30 days ago is still in the first. */
export function ageingOf(items: readonly OpenItem[], { from30, from60, from90 }: Cuts): Ageing {
  const sum = (belongs: (item: OpenItem) => boolean): Cents => items.filter((item) => item.openCents > 0 && belongs(item)).reduce((all, { openCents }) => all + openCents, 0) as Cents
  return {
    to30Cents: sum(({ day }) => day >= from30), to60Cents: sum(({ day }) => day < from30 && day >= from60),
    to90Cents: sum(({ day }) => day < from60 && day >= from90), olderCents: sum(({ day }) => day < from90),
    creditCents: items.reduce((all, { openCents }) => all + Math.max(0, 0 - openCents), 0) as Cents,
  }
}
