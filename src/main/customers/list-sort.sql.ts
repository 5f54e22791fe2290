import { sql, type Sql } from '../store/sql.ts'
import type { SortColumn } from './list-filter.ts'
import { memberOf } from './list-where.sql.ts'
import { originOf } from './origin.sql.ts'

/** What a column of `customers c` is sorted by; null where somebody has nothing there, and such people stand last either way. */
const keys: Readonly<Record<SortColumn, Sql>> = {
  name: sql`c.sort_name`,
  code: sql`c.code`,
  type: sql`c.type`,
  'customer-type': sql`(SELECT lower(t.name) FROM customer_types t WHERE t.id = c.customer_type_id)`,
  group: sql`(SELECT lower(g.name) FROM customer_groups g WHERE g.id = c.group_id)`,
  mobile: sql`(SELECT coalesce(nullif(p.e164, ''), p.typed) FROM customer_phones p WHERE p.customer_id = c.id AND p.kind = 'mobile' ORDER BY p.position LIMIT 1)`,
  phone: sql`nullif(c.main_phone, '')`,
  email: sql`nullif(lower(c.main_email), '')`,
  city: sql`nullif(lower(c.main_city), '')`,
  points: sql`(SELECT t.points FROM (${memberOf}) t)`,
  tier: sql`(SELECT l.key FROM (${memberOf}) t, v_list_programs r, json_each(r.rules, '$.tiers.levels') l
    WHERE r.version = (SELECT version FROM v_list_programs ORDER BY starts_at DESC, version DESC LIMIT 1) AND l.value ->> '$.id' = t.tier_id)`,
  balance: sql`(SELECT sum(o.open_cents) FROM v_list_open o WHERE o.customer_id = c.id)`,
  'last-visit': sql`c.last_visit_at`,
  visits: sql`c.visits`,
  spend: sql`(SELECT sum(s.total_cents - s.refunded_cents) FROM v_customer_sales s WHERE s.customer_id = c.id AND s.state = 'completed')`,
  birthday: sql`substr(c.birth_date, 6)`,
  unsubscribed: sql`(SELECT max(e.at) FROM v_list_consents e WHERE e.customer_id = c.id AND e.allowed = 0)`,
  source: originOf,
  status: sql`c.status`,
  added: sql`c.made_at`,
}

export const keyOf = (column: SortColumn): Sql => keys[column]
