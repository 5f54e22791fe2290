import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListFilter, SmartGroupId } from '../../../src/main/customers/list-filter.ts'
import { fold } from '../../../src/main/folding.ts'
import { selectedIds } from '../../../src/main/flows/list-customers.ts'
import type { CustomerTypeId, GroupId, PlainDate, TierId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { dayIn, groups, listShop, sources, tagNames, tiers, types, type Plain } from './list-shop.ts'

// The shop's clock: Montréal, 21 November 2026, with its summer time.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', year: 'numeric', month: '2-digit', day: '2-digit' })
const localDay = (at: string): string => calendar.format(new Date(at))
const daysAgo = (days: number): string => dayIn(0 - days)
const within = (value: number | null, from: number | null, to: number | null): boolean => value !== null && (from === null || value >= from) && (to === null || value <= to)
const spentSince = (person: Plain, day: string): number => person.spent.filter(({ at }) => localDay(at) >= day || day === '').reduce((sum, { cents }) => sum + cents, 0)
const among = (ids: readonly string[] | undefined, id: string | null): boolean => ids === undefined || (id === null ? ids.includes('none') : ids.includes(id))

const visited = (asked: ListFilter['lastVisit'], at: string | null): boolean => {
  if (asked === undefined) return true
  if (asked.kind === 'never') return at === null
  if (asked.kind === 'within') return at !== null && localDay(at) >= daysAgo(asked.days - 1)
  if (asked.kind === 'not-for') return at === null || localDay(at) < daysAgo(asked.days - 1)
  return at !== null && (asked.from === null || localDay(at) >= asked.from) && (asked.to === null || localDay(at) <= asked.to)
}

/** Every filter again, as a plain program over everyone would have it; written from the requirements, not from the SQL. */
function isListed(f: ListFilter, p: Plain): boolean {
  const unsubscribed = (type: 'general' | 'marketing') => p.saidNo[type] !== null
  const until = f.documents && dayIn(f.documents.withinDays)
  const expires = (day: string | null) => day !== null && until !== undefined && day <= until
  const checks: readonly boolean[] = [
    !['merged', 'erased'].includes(p.status), f.type === undefined || p.type === f.type, among(f.customerTypeIds, p.customerTypeId), among(f.groupIds, p.groupId),
    f.statuses === undefined || (f.statuses as readonly string[]).includes(p.status), f.sources === undefined || (f.sources as readonly string[]).includes(p.source),
    f.approval === undefined || (f.approval === 'waiting' ? p.status === 'pending' : p.decision === f.approval),
    f.mobile === undefined || p.hasMobile === (f.mobile === 'with'), f.email === undefined || p.hasEmail === (f.email === 'with'),
    f.unsubscribed === undefined || (f.unsubscribed === 'all' ? unsubscribed('general') && unsubscribed('marketing') : unsubscribed(f.unsubscribed)),
    f.member === undefined || (p.points !== null) === (f.member === 'yes'), f.tierIds === undefined || (p.points !== null && among(f.tierIds, p.tierId)),
    f.points === undefined || within(p.points, f.points.from, f.points.to),
    f.expiringDays === undefined || (p.expiresOn !== null && p.expiresOn >= dayIn(0) && p.expiresOn <= dayIn(f.expiringDays)),
    f.debt === undefined || (f.debt === 'owes' ? p.openCents > 0 : f.debt === 'over-limit' ? p.limitCents !== null && p.openCents > p.limitCents : p.dueOn !== null && p.dueOn < dayIn(0)),
    visited(f.lastVisit, p.lastVisitAt), f.spend === undefined || within(spentSince(p, f.spend.withinDays === null ? '' : daysAgo(f.spend.withinDays - 1)), f.spend.from, f.spend.to),
    f.birthdayMonth === undefined || p.birthMonth === f.birthdayMonth, f.tags === undefined || p.tags.some((tag) => f.tags?.some((wanted) => fold(wanted) === fold(tag))),
    f.duplicate === undefined || p.twin,
    f.documents === undefined || (f.documents.which !== 'medical' && expires(p.licenceUntil)) || (f.documents.which !== 'licence' && expires(p.medicalUntil)),
    ...(f.attributes ?? []).map((a) =>
      a.kind === 'with' ? p.attribute !== null : a.kind === 'without' ? p.attribute === null
      : 'value' in a ? p.attribute !== null && (a.kind === 'is' ? p.attribute === a.value : p.attribute.includes(a.value))
      : 'from' in a && within(p.attribute === null ? null : Number(p.attribute), a.from === null ? null : Number(a.from), a.to === null ? null : Number(a.to))),
  ]
  return checks.every(Boolean)
}

const whole = (from: number, to: number) => fc.integer({ min: from, max: to })
const ends = (from: number, to: number) => fc.record({ from: fc.option(whole(from, to)), to: fc.option(whole(from, to)) })
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })
const visits = fc.oneof(
  fc.record({ kind: fc.constantFrom('within' as const, 'not-for' as const), days: whole(1, 400) }), fc.constant({ kind: 'never' as const }),
  fc.record({ kind: fc.constant('between' as const), from: fc.option(whole(0, 400).map((days) => daysAgo(days) as PlainDate)), to: fc.option(whole(0, 400).map((days) => daysAgo(days) as PlainDate)) }),
)
const attribute = fc.oneof(
  fc.record({ kind: fc.constantFrom('with' as const, 'without' as const), attributeId: fc.constant('a-size') }),
  fc.record({ kind: fc.constantFrom('is' as const, 'holds' as const), attributeId: fc.constant('a-size'), value: whole(0, 40).map(String) }),
  fc.record({ kind: fc.constant('between' as const), attributeId: fc.constant('a-size'), from: fc.option(whole(0, 40).map(String)), to: fc.option(whole(0, 40).map(String)) }),
)
const parts = {
  type: fc.constantFrom('personal' as const, 'business' as const), customerTypeIds: some([...types, 'none'] as CustomerTypeId[]), groupIds: some([...groups, 'none'] as GroupId[]),
  statuses: some(['active', 'inactive', 'pending', 'banned'] as const), approval: fc.constantFrom('waiting' as const, 'approved' as const, 'denied' as const), sources: some(sources),
  mobile: fc.constantFrom('with' as const, 'without' as const), email: fc.constantFrom('with' as const, 'without' as const), unsubscribed: fc.constantFrom('general' as const, 'marketing' as const, 'all' as const),
  member: fc.constantFrom('yes' as const, 'no' as const), tierIds: some([...tiers, 'none'] as TierId[]), points: ends(-60, 500), expiringDays: whole(1, 120), debt: fc.constantFrom('owes' as const, 'over-limit' as const, 'overdue' as const),
  lastVisit: visits, spend: fc.record({ from: fc.option(whole(0, 40_000)), to: fc.option(whole(0, 40_000)), withinDays: fc.option(whole(1, 400)) }), birthdayMonth: whole(1, 12), tags: some(tagNames),
  attributes: fc.array(attribute, { minLength: 1, maxLength: 2 }), documents: fc.record({ which: fc.constantFrom('licence' as const, 'medical' as const, 'either' as const), withinDays: whole(0, 400) }), duplicate: fc.constant('yes' as const),
}
const anyFilter = fc.oneof(
  ...Object.entries(parts).map(([name, values]) => (values as fc.Arbitrary<unknown>).map((value) => ({ [name]: value }) as ListFilter)),
  fc.record(parts as unknown as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] }).map((filter) => Object.fromEntries(Object.entries(filter).slice(0, 4)) as ListFilter),
)

test('every filter, and several at once, finds who a plain scan of everyone finds', { timeout: 120_000 }, async () => {
  const app = await freshApp()
  const people = listShop(app, 7, 260)
  await fc.assert(fc.asyncProperty(anyFilter, async (filter) => {
    const { ids, total } = await app.ask('customers/list', { filter, sort: { column: 'code', down: false } })
    const wanted = people.filter((person) => isListed(filter, person)).map(({ id }) => id as string).toSorted()
    expect([...ids].toSorted()).toEqual(wanted)
    expect(total).toBe(wanted.length)
    expect(await app.ask('customers/list-count', { filter })).toEqual({ total: wanted.length })
  }), { numRuns: 300 })
  expect(app.bugs).toEqual([])
})

test('each option says how many it would find, and a selection by filter is the same people but who was left out', { timeout: 120_000 }, async () => {
  const app = await freshApp()
  const people = listShop(app, 11, 200)
  const base: ListFilter = { statuses: ['active'], member: 'yes' }
  const found = (filter: ListFilter) => people.filter((person) => isListed(filter, person))
  const counts = await app.ask('customers/list-options', { filter: base, facets: ['type', 'groupIds', 'statuses', 'mobile', 'email', 'unsubscribed', 'member', 'tierIds', 'birthdayMonth', 'tags', 'duplicate', 'debt', 'sources', 'customerTypeIds'] })
  const lists = ['groupIds', 'statuses', 'tierIds', 'tags', 'sources', 'customerTypeIds']
  for (const [facet, options] of Object.entries(counts)) {
    for (const { value, count } of options) {
      const option = facet === 'birthdayMonth' ? Number(value) : lists.includes(facet) ? [value] : value
      const { [facet as keyof ListFilter]: _, ...rest } = base
      expect([facet, value, count]).toEqual([facet, value, found({ ...rest, [facet]: option }).length])
    }
  }
  const wanted = found(base).map(({ id }) => id)
  const picked: string[] = []
  for await (const page of selectedIds(app.core, { kind: 'filter', filter: base, except: wanted.slice(0, 2) })) picked.push(...page)
  expect(picked.toSorted()).toEqual(wanted.slice(2).toSorted())
  const selection = { kind: 'filter' as const, filter: base, except: wanted.slice(0, 2) }
  expect(await app.ask('customers/count-selection', { selection })).toEqual({ total: wanted.length - 2 })
})

test('a smart group is whoever its filter finds at the moment it is asked', async () => {
  const app = await freshApp()
  const people = listShop(app, 3, 80)
  const { id } = await app.ask('customers/save-smart-group', { requestId: app.rid(), id: null, name: 'Sans courriel', filter: { email: 'without' } })
  const members = async (more: ListFilter = {}) => [...(await app.ask('customers/list', { filter: { ...more, smartGroupId: id }, sort: { column: 'name', down: false } })).ids].toSorted()
  const wanted = (filter: ListFilter) => people.filter((person) => isListed(filter, person)).map((person) => person.id as string).toSorted()
  expect(await members()).toEqual(wanted({ email: 'without' }))
  expect(await members({ type: 'personal' })).toEqual(wanted({ email: 'without', type: 'personal' }))
  const [one] = await members()
  app.core.db.prepare(`UPDATE customers SET main_email = 'now@x.ca' WHERE id = ?`).run(one)
  expect(await members()).not.toContain(one)
  await expect(app.ask('customers/list', { filter: { smartGroupId: 'gone' as SmartGroupId }, sort: { column: 'name', down: false } })).rejects.toMatchObject({ code: 'not-found' })
})
