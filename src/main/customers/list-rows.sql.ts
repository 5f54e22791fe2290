import { z } from 'zod'
import { all, sql, type ReadableDB, type Sql } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import type { ListColumn } from './list-filter.ts'
import { keyOf } from './list-sort.sql.ts'
import { originOf } from './origin.sql.ts'

const nullText = z.string().nullable()
const nullNumber = z.number().nullable()
const storedRow = z.object({
  id: z.string(), code: z.string(), type: z.string(), status: z.string(), source: z.string(), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(),
  phone: z.string(), email: z.string(), city: z.string(), groupName: nullText, customerTypeName: nullText, lastVisitAt: nullText, visits: z.number(), birthDate: nullText, tags: z.string(),
  madeAt: z.string(), version: z.number(), hasPhoto: z.number(), mobileE164: nullText, mobileTyped: nullText, points: nullNumber, tierName: nullText, balanceCents: nullNumber, spendCents: nullNumber,
  unsubscribedAt: nullText,
})
/** One row of the Customer List as it is stored; list-rows.ts makes the screen's row of it. */
export type StoredListRow = z.infer<typeof storedRow>

const mobile = (column: 'e164' | 'typed'): Sql => {
  const what = column === 'e164' ? sql`p.e164` : sql`p.typed`
  return sql`(SELECT ${what} FROM customer_phones p WHERE p.customer_id = c.id AND p.kind = 'mobile' ORDER BY p.position LIMIT 1)`
}
const tierName = sql`(SELECT l.value ->> '$.name' FROM v_list_members t, v_list_programs r, json_each(r.rules, '$.tiers.levels') l WHERE t.customer_id = c.id
  AND r.version = (SELECT version FROM v_list_programs ORDER BY starts_at DESC, version DESC LIMIT 1) AND l.value ->> '$.id' = t.tier_id)`

/** These people, in this order; what costs other tables a look is read where its column is shown, and null where not. */
export function listRows(db: ReadableDB, ids: readonly CustomerId[], columns: readonly ListColumn[]): StoredListRow[] {
  const where = (column: ListColumn, what: Sql): Sql => (columns.includes(column) ? what : sql`NULL`)
  const rows = all(db, storedRow, sql`SELECT c.id, c.code, c.type, c.status, ${originOf} AS source, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company,
      c.main_phone AS phone, c.main_email AS email, c.main_city AS city, g.name AS groupName, t.name AS customerTypeName, c.last_visit_at AS lastVisitAt, c.visits, c.birth_date AS birthDate,
      c.tags, c.made_at AS madeAt, c.version, EXISTS (SELECT 1 FROM customer_photos p WHERE p.customer_id = c.id) AS hasPhoto,
      ${mobile('e164')} AS mobileE164, ${mobile('typed')} AS mobileTyped, ${where('points', keyOf('points'))} AS points, ${where('tier', tierName)} AS tierName,
      ${where('balance', keyOf('balance'))} AS balanceCents, ${where('spend', keyOf('spend'))} AS spendCents, ${where('unsubscribed', keyOf('unsubscribed'))} AS unsubscribedAt
    FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customers c ON c.id = j.value LEFT JOIN customer_groups g ON g.id = c.group_id
    LEFT JOIN customer_types t ON t.id = c.customer_type_id WHERE c.status NOT IN ('merged', 'erased')`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
