import { z } from 'zod'
import { all, sql, type ReadableDB, type Sql } from '../store/sql.ts'
import { from, type Stretch } from './list-scan.sql.ts'
import { originOf } from './origin.sql.ts'
import { hasMobile, isDuplicate, isOverdue, isOverLimit, memberOf, owes, unsubscribedFrom } from './list-where.sql.ts'

/** What the options of a filter are counted by: one value of each person, or several for tags. */
export const facets = ['type', 'customerTypeIds', 'groupIds', 'statuses', 'sources', 'mobile', 'email', 'unsubscribed', 'member', 'tierIds', 'birthdayMonth', 'tags', 'duplicate', 'debt'] as const
export type Facet = (typeof facets)[number]

const with_ = (condition: Sql): Sql => sql`CASE WHEN ${condition} THEN 'with' ELSE 'without' END`
const values: Readonly<Record<Exclude<Facet, 'tags' | 'unsubscribed' | 'debt'>, Sql>> = {
  type: sql`c.type`, customerTypeIds: sql`coalesce(c.customer_type_id, 'none')`, groupIds: sql`coalesce(c.group_id, 'none')`, statuses: sql`c.status`, sources: originOf,
  mobile: with_(hasMobile), email: with_(sql`c.main_email <> ''`),
  member: sql`CASE WHEN EXISTS (${memberOf}) THEN 'yes' ELSE 'no' END`,
  tierIds: sql`(SELECT coalesce(t.tier_id, 'none') FROM (${memberOf}) t)`,
  birthdayMonth: sql`CAST(substr(c.birth_date, 6, 2) AS INTEGER)`,
  duplicate: sql`CASE WHEN ${isDuplicate} THEN 'yes' END`,
}

const counted = z.object({ value: z.union([z.string(), z.number()]).nullable(), count: z.number() })
export type Counted = { readonly value: string; readonly count: number }

const tally = (db: ReadableDB, stretch: Stretch, where: Sql, value: Sql): Counted[] =>
  all(db, counted, sql`SELECT ${value} AS value, count(*) AS count FROM ${from(stretch)} AND ${where} GROUP BY 1`).flatMap((row) => (row.value === null ? [] : [{ value: String(row.value), count: row.count }]))

const few = (db: ReadableDB, stretch: Stretch, where: Sql, options: Readonly<Record<string, Sql>>): Counted[] =>
  Object.entries(options).flatMap(([value, condition]) => tally(db, stretch, sql`${where} AND ${condition}`, sql`${value}`))

/** How many of a stretch each option would find. */
export function tallyOf(db: ReadableDB, stretch: Stretch, where: Sql, facet: Facet, today: string): Counted[] {
  if (facet === 'tags') {
    return all(db, counted, sql`SELECT min(t.tag) AS value, count(*) AS count FROM (SELECT c.id FROM ${from(stretch)} AND ${where}) p CROSS JOIN customer_tags t ON t.customer_id = p.id GROUP BY t.key`)
      .map((row) => ({ value: String(row.value), count: row.count }))
  }
  if (facet === 'unsubscribed') {
    const [general, marketing] = [unsubscribedFrom('general'), unsubscribedFrom('marketing')]
    return few(db, stretch, where, { general, marketing, all: sql`${general} AND ${marketing}` })
  }
  if (facet === 'debt') return few(db, stretch, where, { owes, 'over-limit': isOverLimit, overdue: isOverdue(today) })
  return tally(db, stretch, where, values[facet])
}
