import type { ConsentEvent } from '../../main/messaging/consent.ts'
import type { SaleRow } from '../../main/sales/sale.ts'

export type Activity =
  | { readonly kind: 'sale'; readonly at: string; readonly sale: SaleRow }
  | { readonly kind: 'consent'; readonly at: string; readonly consent: Said }
/** `type` is 'both' where both types of a channel were said at once, as the register's switch does. */
export type Said = Omit<ConsentEvent, 'type'> & { readonly type: ConsentEvent['type'] | 'both' }
export type Day = { readonly day: string; readonly activities: readonly Activity[] }

/**
 * What happened with one person, newest first, by day. While there are older sales that were not fetched, nothing older than the last one fetched is
 * shown: a list with a hole in it would lie.
 */
export function daysOf(sales: readonly SaleRow[], consents: readonly ConsentEvent[], isWhole: boolean, dayOf: (at: string) => string): Day[] {
  const oldest = isWhole ? '' : (sales.at(-1)?.completedAt ?? '')
  const said = asSaid(consents).filter(({ at }) => at >= oldest)
  const all: Activity[] = [...sales.map((sale): Activity => ({ kind: 'sale', at: sale.completedAt, sale })), ...said.map((consent): Activity => ({ kind: 'consent', at: consent.at, consent }))]
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
