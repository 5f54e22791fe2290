import type { Opened } from '../../main/customers/reach.ts'
import type { ConsentEvent } from '../../main/messaging/consent.ts'
import type { SaleRow } from '../../main/sales/sale.ts'

export type Activity =
  | { readonly kind: 'sale'; readonly at: string; readonly sale: SaleRow }
  | { readonly kind: 'consent'; readonly at: string; readonly consent: Said }
  | { readonly kind: 'opened'; readonly at: string; readonly opened: Opened }
/** `type` is 'both' where both types of a channel were said at once, as the register's switch does. */
export type Said = Omit<ConsentEvent, 'type'> & { readonly type: ConsentEvent['type'] | 'both' }
export type Day = { readonly day: string; readonly activities: readonly Activity[] }
type Known = { readonly sales: readonly SaleRow[]; readonly consents: readonly ConsentEvent[]; readonly opened: readonly Opened[]; readonly isWhole: boolean }

/**
 * What happened with one person, newest first, by day. While there are older sales that were not fetched, nothing older than the last one fetched is
 * shown: a list with a hole in it would lie.
 */
export function daysOf({ sales, consents, opened, isWhole }: Known, dayOf: (at: string) => string): Day[] {
  const oldest = isWhole ? '' : (sales.at(-1)?.completedAt ?? '')
  const said = asSaid(consents).filter(({ at }) => at >= oldest)
  const all: Activity[] = [
    ...sales.map((sale): Activity => ({ kind: 'sale', at: sale.completedAt, sale })),
    ...said.map((consent): Activity => ({ kind: 'consent', at: consent.at, consent })),
    ...opened.filter(({ at }) => at >= oldest).map((each): Activity => ({ kind: 'opened', at: each.at, opened: each })),
  ]
  const days = new Map<string, Activity[]>()
  for (const activity of all.toSorted((one, other) => other.at.localeCompare(one.at))) {
    const day = dayOf(activity.at)
    days.set(day, [...(days.get(day) ?? []), activity])
  }
  return [...days].map(([day, activities]) => ({ day, activities }))
}

function asSaid(consents: readonly ConsentEvent[]): Said[] {
  const isTwin = (one: ConsentEvent, other: ConsentEvent) => one.at === other.at && one.channel === other.channel && one.allowed === other.allowed && one.type !== other.type
  return consents.flatMap((consent): Said[] => {
    if (!consents.some((other) => isTwin(consent, other))) return [consent]
    return consent.type === 'general' ? [{ ...consent, type: 'both' }] : []
  })
}
