import type { Core } from '../context.ts'
import type { Facet } from '../customers/list-facets.sql.ts'
import type { ListFilter, ListSort } from '../customers/list-filter.ts'
import { mostRowsOf, smartGroupOf } from '../customers/list-memory.sql.ts'
import type { SettledFilter } from '../customers/list-where.sql.ts'
import type { Selection } from '../customers/selection.ts'
import { Refusal } from '../errors.ts'
import { addDays, dayBounds } from '../loyalty/calendar.ts'
import { localDate } from '../shop/local-date.ts'
import type { Caller, CustomerId, Instant, Json, PlainDate } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'
import { guardList } from './list-choices.ts'
import { listQuestion } from './list-question.ts'
import type { ListAsked, ListPlaces, OptionCounts, SelectionAsked } from './read-list.ts'
import { theShop } from './the-shop.ts'

type Days = { readonly today: PlainDate; readonly timeZone: string }

/** A visit within 30 days was today or on one of the 29 days before; "not for 30 days" is everybody else. */
function visitOf(asked: NonNullable<ListFilter['lastVisit']>, { today, timeZone }: Days): NonNullable<SettledFilter['visit']> {
  const start = (day: PlainDate) => dayBounds(day, timeZone).from
  if (asked.kind === 'within') return { from: start(addDays(today, 1 - asked.days)), until: null, orNever: false }
  if (asked.kind === 'not-for') return { from: null, until: start(addDays(today, 1 - asked.days)), orNever: true }
  if (asked.kind === 'never') return { from: null, until: '' as Instant, orNever: true }
  return { from: asked.from && start(asked.from), until: asked.to && dayBounds(asked.to, timeZone).until, orNever: false }
}

/** Days of a filter as days and moments, by the shop's own clock at this moment: a smart group of "within 30 days" is right every day. */
export function settle(filter: ListFilter, days: Days): SettledFilter {
  const { today, timeZone } = days
  const { lastVisit, spend, expiringDays, documents } = filter
  return {
    ...filter, today,
    ...(lastVisit && { visit: visitOf(lastVisit, days) }),
    ...(spend && { spentSince: spend.withinDays === null ? null : dayBounds(addDays(today, 1 - spend.withinDays), timeZone).from }),
    ...(expiringDays !== undefined && { expiringFrom: today, expiringUntil: addDays(today, expiringDays) }),
    ...(documents && { documentsUntil: addDays(today, documents.withinDays) }),
  }
}

/** The filter with the one of its smart group beside it, ready for the reader's thread. Refuses 'not-found' for a smart group that is gone. */
export async function settleList(core: Core, filter: ListFilter): Promise<ListAsked & { readonly near: boolean }> {
  const { timeZone } = theShop(core)
  const group = filter.smartGroupId === undefined ? undefined : smartGroupOf(core.db, filter.smartGroupId)
  if (filter.smartGroupId !== undefined && !group) throw new Refusal('not-found', { what: 'smart-group' })
  const filters = [filter, ...(group ? [group.filter] : [])]
  const typed = await Promise.all(filters.map(({ text = '' }) => listQuestion(core, text)))
  const questions = typed.flatMap(({ question }) => question ?? [])
  const days = { today: localDate(core.now(), timeZone), timeZone }
  return {
    filters: filters.map((each) => settle(each, days)), near: typed.some(({ near }) => near),
    question: questions.length === 0 ? null : questions.map((question) => `(${question})`).join(' AND '),
  }
}

/** Readings that were asked for and are of no use any more: whoever types on at a till gets no queue of what they typed before. */
const running = new WeakMap<Core, Map<string, AbortController>>()
function instead(core: Core, place: string): AbortController {
  const known = running.get(core) ?? new Map<string, AbortController>()
  running.set(core, known)
  known.get(place)?.abort()
  const mine = new AbortController()
  known.set(place, mine)
  return mine
}

export type ListFound = ListPlaces & { readonly near: boolean; readonly rows: number }
/** Who stands in the list, up to the shop's most rows (C8). A newer question from the same till stops an older one ('check-cancelled'). */
export async function listCustomers(core: Core, caller: Caller, { filter, sort }: { readonly filter: ListFilter; readonly sort: ListSort }): Promise<ListFound> {
  guardList(core, caller, filter, sort)
  const { signal } = instead(core, `${caller.registerId} list`)
  const { near, ...asked } = await settleList(core, filter)
  const rows = mostRowsOf(core.db)
  return { ...await askReader(core, 'list-places', { ...asked, sort, rows }, { signal }), near, rows }
}

/** How many a filter finds. A newer count of the same kind at this till stops an older one: the list's own, each smart group's, a selection's. */
export async function countListed(core: Core, caller: Caller, filter: ListFilter, kind = `list ${filter.smartGroupId ?? ''}`): Promise<{ total: number }> {
  guardList(core, caller, filter)
  const { signal } = instead(core, `${caller.registerId} count ${kind}`)
  const { near: _, ...asked } = await settleList(core, filter)
  return askReader(core, 'list-count', asked, { signal })
}

const without = (filter: ListFilter, facet: Facet): ListFilter => Object.fromEntries(Object.entries(filter).filter(([name]) => name !== facet)) as ListFilter
/** How many each option would find with all else that is filtered by; what the option itself filters by now does not count. Facets that filter nothing now share one reading. */
export async function countOptionsOf(core: Core, caller: Caller, { filter, facets }: { readonly filter: ListFilter; readonly facets: readonly Facet[] }): Promise<OptionCounts> {
  guardList(core, caller, filter)
  const { signal } = instead(core, `${caller.registerId} options ${facets.join()}`)
  const isUsed = (facet: Facet): boolean => filter[facet] !== undefined
  const rest = facets.filter((facet) => !isUsed(facet))
  const heaps = [...facets.filter(isUsed).map((facet) => [facet]), ...(rest.length > 0 ? [rest] : [])]
  const counts: OptionCounts[] = []
  for (const heap of heaps) {
    const { near: _, ...asked } = await settleList(core, without(filter, heap[0] ?? 'type'))
    counts.push(await askReader(core, 'list-options', { ...asked, facets: heap }, { signal }))
  }
  return Object.assign({}, ...counts) as OptionCounts
}

/** A selection ready for the reader's thread, for a reading that goes through everybody itself (selectedPages of read-list.ts). */
export async function settleSelection(core: Core, selection: Selection): Promise<SelectionAsked> {
  if (selection.kind === 'ids') return selection
  const { near: _, ...asked } = await settleList(core, selection.filter)
  return { ...asked, kind: 'filter', except: selection.except }
}

/**
 * Everybody of a selection in pages of at most 500 ids, read on the reader's thread and of one moment: what is changed meanwhile changes nothing of
 * who is in it. It may name people that were merged or erased since they were ticked: whoever acts on them says so.
 */
export async function* selectedIds(core: Core, selection: Selection): AsyncGenerator<CustomerId[]> {
  const asked = await settleSelection(core, selection)
  const heard: CustomerId[][] = []
  let [wake, ended]: [() => void, boolean] = [() => undefined, false]
  const stop = new AbortController()
  const reading = askReader(core, 'list-selected', asked, { signal: stop.signal, heard: (step: Json) => (heard.push((step as { ids: CustomerId[] }).ids), wake()) })
  const end = reading.then(() => undefined, (error: unknown) => error).then((error) => ((ended = true), wake(), error))
  try {
    while (!ended || heard.length > 0) {
      const page = heard.shift()
      if (page) yield page
      else await new Promise<void>((resolve) => (wake = resolve, ended || heard.length > 0 ? resolve() : undefined))
    }
    const error = await end
    if (error) throw error
  } finally {
    stop.abort()
  }
}

/** How many people a selection holds. */
export async function countSelected(core: Core, caller: Caller, selection: Selection): Promise<{ total: number }> {
  if (selection.kind === 'ids') return { total: new Set(selection.ids).size }
  const { total } = await countListed(core, caller, selection.filter, 'selection')
  return { total: total - selection.except.length }
}
