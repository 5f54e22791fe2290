import { list, sql, type Sql } from '../store/sql.ts'
import type { Instant, PlainDate } from '../vocabulary.ts'
import { fold } from '../folding.ts'
import { attributeConditions } from './list-attributes.sql.ts'
import { noneOf, type ListFilter } from './list-filter.ts'
import { originOf } from './origin.sql.ts'

/** A filter whose days have become days and moments: what "within 30 days" means was settled when it was asked, by the shop's own clock. */
export type SettledFilter = ListFilter & {
  readonly visit?: { readonly from: Instant | null; readonly until: Instant | null; readonly orNever: boolean }
  readonly spentSince?: Instant | null
  readonly expiringFrom?: PlainDate; readonly expiringUntil?: PlainDate; readonly documentsUntil?: PlainDate; readonly today?: PlainDate
}
type Condition<K extends keyof SettledFilter> = (value: NonNullable<SettledFilter[K]>, filter: SettledFilter) => Sql

const among = (column: Sql, values: readonly string[]): Sql => {
  const named = values.filter((value) => value !== noneOf)
  const isNamed = named.length > 0 ? sql`${column} IN (${list(named)})` : sql`0`
  return values.includes(noneOf) ? sql`(${isNamed} OR ${column} IS NULL)` : isNamed
}
const between = (what: Sql, from: number | null, to: number | null): Sql =>
  sql`(${from === null ? sql`${what} IS NOT NULL` : sql`${what} >= ${from}`} AND ${to === null ? sql`1` : sql`${what} <= ${to}`})`
const unless = (yes: boolean, condition: Sql): Sql => (yes ? condition : sql`NOT ${condition}`)

/** The last word on every channel the till writes by was no, of those that were ever asked for. */
export const unsubscribedFrom = (type: string): Sql => sql`(SELECT max(e.allowed) FROM v_list_consents e WHERE e.customer_id = c.id AND e.type = ${type}) = 0`
export const memberOf = sql`SELECT m.points, m.tier_id FROM v_list_members m WHERE m.customer_id = c.id`
export const hasMobile = sql`EXISTS (SELECT 1 FROM customer_phones p WHERE p.customer_id = c.id AND p.kind = 'mobile')`
const isMember = sql`EXISTS (${memberOf})`
const spent = (since: Instant | null): Sql =>
  sql`(SELECT coalesce(sum(s.total_cents - s.refunded_cents), 0) FROM v_customer_sales s WHERE s.customer_id = c.id AND s.state = 'completed' AND s.completed_at >= ${since ?? ''})`
const owed = sql`(SELECT sum(o.open_cents) FROM v_list_open o WHERE o.customer_id = c.id)`
export const owes = sql`${owed} > 0`
export const isOverLimit = sql`(c.pay_later_limit_cents IS NOT NULL AND ${owed} > c.pay_later_limit_cents)`
export const isOverdue = (today: string): Sql => sql`EXISTS (SELECT 1 FROM v_list_open o WHERE o.customer_id = c.id AND o.open_cents > 0 AND o.due_on < ${today})`
export const isDuplicate = sql`(EXISTS (SELECT 1 FROM duplicate_pairs p WHERE p.one_id = c.id AND p.state = 'open')
  OR EXISTS (SELECT 1 FROM duplicate_pairs p WHERE p.other_id = c.id AND p.state = 'open'))`
const expires = (table: Sql, until: PlainDate): Sql => sql`EXISTS (SELECT 1 FROM ${table} d WHERE d.customer_id = c.id AND d.expires_on <= ${until})`

const conditions: { readonly [K in keyof SettledFilter]: Condition<K> } = {
  type: (type) => sql`c.type = ${type}`,
  customerTypeIds: (ids) => among(sql`c.customer_type_id`, ids),
  groupIds: (ids) => among(sql`c.group_id`, ids),
  statuses: (statuses) => sql`c.status IN (${list(statuses)})`,
  approval: (approval) =>
    approval === 'waiting' ? sql`c.status = 'pending'`
    : approval === 'denied' ? sql`EXISTS (SELECT 1 FROM customer_standings s WHERE s.customer_id = c.id AND s.kind = 'denied')`
    : sql`EXISTS (SELECT 1 FROM approval_decisions d WHERE d.customer_id = c.id AND d.decision = 'approved' AND d.undone_at IS NULL)`,
  sources: (sources) => sql`${originOf} IN (${list(sources)})`,
  mobile: (mobile) => unless(mobile === 'with', hasMobile),
  email: (email) => unless(email === 'with', sql`(c.main_email <> '')`),
  unsubscribed: (type) => (type === 'all' ? sql`(${unsubscribedFrom('general')} AND ${unsubscribedFrom('marketing')})` : unsubscribedFrom(type)),
  member: (member) => unless(member === 'yes', isMember),
  tierIds: (ids) => sql`(${isMember} AND ${among(sql`(SELECT t.tier_id FROM (${memberOf}) t)`, ids)})`,
  points: ({ from, to }) => between(sql`(SELECT t.points FROM (${memberOf}) t)`, from, to),
  expiringUntil: (until, { expiringFrom }) => sql`EXISTS (SELECT 1 FROM v_list_expiring e WHERE e.customer_id = c.id AND e.expires_on >= ${expiringFrom ?? ''} AND e.expires_on <= ${until})`,
  debt: (debt, { today }) => (debt === 'overdue' ? isOverdue(today ?? '') : debt === 'owes' ? owes : isOverLimit),
  visit: ({ from, until, orNever }) => {
    const came = sql`(c.last_visit_at IS NOT NULL AND c.last_visit_at >= ${from ?? ''} AND c.last_visit_at < ${until ?? '~'})`
    return orNever ? sql`(c.last_visit_at IS NULL OR ${came})` : came
  },
  spend: ({ from, to }, { spentSince }) => between(spent(spentSince ?? null), from, to),
  birthdayMonth: (month) => sql`(c.birth_date IS NOT NULL AND substr(c.birth_date, 6, 2) = ${String(month).padStart(2, '0')})`,
  tags: (tags) => sql`EXISTS (SELECT 1 FROM customer_tags t WHERE t.customer_id = c.id AND t.key IN (${list(tags.map(fold))}))`,
  attributes: (attributes) => attributeConditions(attributes),
  duplicate: () => isDuplicate,
  documentsUntil: (until, { documents }) => {
    const licence = expires(sql`identity_documents`, until)
    const medical = expires(sql`medical_records`, until)
    return documents?.which === 'licence' ? licence : documents?.which === 'medical' ? medical : sql`(${licence} OR ${medical})`
  },
}

/** What a row of `customers c` must be to be in the list, for each of these filters; merged and erased people never are. Nothing in it but bound values. */
export function whereOf(filters: readonly SettledFilter[]): Sql {
  const parts = filters.flatMap((filter) => Object.entries(conditions).flatMap(([name, condition]) => {
    const value = filter[name as keyof SettledFilter]
    return value === undefined || value === null ? [] : [(condition as Condition<keyof SettledFilter>)(value as never, filter)]
  }))
  return parts.reduce((all, part) => sql`${all} AND ${part}`, sql`c.status NOT IN ('merged', 'erased')`)
}
