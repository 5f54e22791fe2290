import type { Opened } from '../../main/customers/reach.ts'
import type { ConsentEvent } from '../../main/messaging/consent.ts'
import type { SaleRow } from '../../main/sales/sale.ts'

export type Activity<Points extends { readonly at: string }> =
  | { readonly kind: 'sale'; readonly at: string; readonly sale: SaleRow }
  | { readonly kind: 'consent'; readonly at: string; readonly consent: Said }
  | { readonly kind: 'opened'; readonly at: string; readonly opened: Opened }
  | { readonly kind: 'points'; readonly at: string; readonly points: Points }
/** `type` is 'both' where both types of a channel were said at once, as the register's switch does. */
export type Said = Omit<ConsentEvent, 'type'> & { readonly type: ConsentEvent['type'] | 'both' }
export type Day<Points extends { readonly at: string }> = { readonly day: string; readonly activities: readonly Activity<Points>[] }
/** Rows of which there may be older ones that were not fetched. */
type Fetched<Row> = { readonly rows: readonly Row[]; readonly isWhole: boolean }
type Known<Points> = { readonly sales: Fetched<SaleRow>; readonly consents: readonly ConsentEvent[]; readonly opened: readonly Opened[]; /** Points that were added or removed by hand. */ readonly points: Fetched<Points> }

/**
 * What happened with one person, newest first, by day. While there are older sales (or points) that were not fetched, nothing older than the last one
 * fetched is shown: a list with a hole in it would lie.
 */
export function daysOf<Points extends { readonly at: string }>({ sales, consents, opened, points }: Known<Points>, dayOf: (at: string) => string): Day<Points>[] {
  const ends = [sales.isWhole ? '' : (sales.rows.at(-1)?.completedAt ?? ''), points.isWhole ? '' : (points.rows.at(-1)?.at ?? '')]
  const oldest = ends.toSorted().at(-1) ?? ''
  const every: Activity<Points>[] = [
    ...sales.rows.map((sale) => ({ kind: 'sale', at: sale.completedAt, sale }) as const),
    ...asSaid(consents).map((consent) => ({ kind: 'consent', at: consent.at, consent }) as const),
    ...opened.map((each) => ({ kind: 'opened', at: each.at, opened: each }) as const),
    ...points.rows.map((row) => ({ kind: 'points', at: row.at, points: row }) as const),
  ]
  const all = every.filter(({ at }) => at >= oldest)
  const days = new Map<string, Activity<Points>[]>()
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
