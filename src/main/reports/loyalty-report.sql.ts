import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type Sql, type WritableDB } from '../store/sql.ts'
import type { Instant, PlainDate, RegisterId, StaffId } from '../vocabulary.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const dayRow = z.object({
  day, entries: z.number(), newVisits: z.number(), repeatVisits: z.number(), newMembers: z.number(), earned: z.number(), redeemed: z.number(), adjustedUp: z.number(), adjustedDown: z.number(),
  reversed: z.number(), expired: z.number(), other: z.number(), net: z.number(), rewards: z.number(), redeemedCents: z.number(), saleCents: z.number(), owed: z.number(), byHand: z.number(),
  /** Points owed to all members at the end of that day; null where only some rows were asked for. */
  liability: z.number().nullable(),
})
export type LoyaltyDayRow = z.infer<typeof dayRow>
export type Span = { readonly from: PlainDate; readonly to: PlainDate }
/** Which rows: of one till or all, and of customers whose folded name holds each of these words. */
export type Filter = { readonly registerId: RegisterId | null; readonly words: readonly string[] }
export const isFiltered = ({ registerId, words }: Filter): boolean => registerId !== null || words.length > 0

/** The rows or accounts `l` and their person `p` that the filter lets through. */
export function those({ registerId, words }: Filter): Sql {
  const ofTill = registerId === null ? sql`1` : sql`l.register_id = ${registerId}`
  return words.length === 0 ? ofTill : sql`${ofTill} AND NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) w WHERE instr(coalesce(p.sort_name, ''), w.value) = 0)`
}

/** One row per date with at least one loyalty action, the newest first. */
export const loyaltyDays = (db: ReadableDB, { from, to }: Span): LoyaltyDayRow[] =>
  all(db, dayRow, sql`SELECT day, entries, new_visits AS newVisits, repeat_visits AS repeatVisits, new_members AS newMembers, earned, redeemed, adjusted_up AS adjustedUp, adjusted_down AS adjustedDown,
      reversed, expired, other, net, rewards, redeemed_cents AS redeemedCents, sale_cents AS saleCents, owed, by_hand AS byHand,
      (SELECT coalesce(sum(owed), 0) FROM v_loyalty_days WHERE day < ${from}) + sum(owed) OVER (ORDER BY day) AS liability
    FROM v_loyalty_days WHERE day BETWEEN ${from} AND ${to} ORDER BY day DESC`)

/** The same of some rows only, added up from the rows themselves. */
export const filteredDays = (db: ReadableDB, { from, to }: Span, filter: Filter): LoyaltyDayRow[] =>
  all(db, dayRow, sql`WITH parts AS (
      SELECT l.day, 1 AS entries, new_visits, repeat_visits, 0 AS new_members, points, pending, kind, value_cents, sale_cents, owed
        FROM v_loyalty_rows l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id WHERE l.day BETWEEN ${from} AND ${to} AND ${those(filter)}
      UNION ALL SELECT l.joined_day, 0, 0, 0, 1, 0, 0, '', 0, 0, 0 FROM v_loyalty_accounts l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id WHERE l.joined_day BETWEEN ${from} AND ${to} AND ${those(filter)})
    SELECT day, sum(entries) AS entries, sum(new_visits) AS newVisits, sum(repeat_visits) AS repeatVisits, sum(new_members) AS newMembers, sum((points + pending) * (kind IN ('earn', 'sign-up', 'birthday', 'tier-bonus'))) AS earned,
      -sum(points * (kind = 'redeem')) AS redeemed, sum(max(points, 0) * (kind = 'adjust')) AS adjustedUp, -sum(min(points, 0) * (kind = 'adjust')) AS adjustedDown, sum((points + pending) * (kind IN ('reverse', 'void'))) AS reversed,
      -sum(points * (kind = 'expire')) AS expired, sum(points * (kind IN ('transfer', 'opening', 'waive', 'restore'))) AS other, sum(points) AS net, sum(kind = 'redeem') AS rewards, sum(value_cents) AS redeemedCents,
      sum(sale_cents) AS saleCents, sum(owed) AS owed, sum(kind = 'adjust') AS byHand, NULL AS liability FROM parts GROUP BY day ORDER BY day DESC`)

/** What all finished sales between two moments came to before tax, less refunds. */
export const soldBetween = (db: ReadableDB, from: Instant, until: Instant, registerId: RegisterId | null): number =>
  value<number>(db, sql`SELECT coalesce(sum(net_cents), 0) FROM v_points_sales WHERE completed_at >= ${from} AND completed_at < ${until} AND state = 'completed' AND (${registerId} IS NULL OR register_id = ${registerId})`) ?? 0

const textRow = z.object({ columns: z.string() })
export const columnsOf = (db: ReadableDB, staffId: StaffId, report: string): string[] | null => {
  const row = first(db, textRow, sql`SELECT columns FROM report_columns WHERE staff_id = ${staffId} AND report = ${report}`)
  return row ? (JSON.parse(row.columns) as string[]) : null
}
export const saveColumns = (db: WritableDB, staffId: StaffId, report: string, columns: readonly string[]): number =>
  run(db, sql`INSERT INTO report_columns (staff_id, report, columns) VALUES (${staffId}, ${report}, ${JSON.stringify(columns)}) ON CONFLICT DO UPDATE SET columns = excluded.columns`)
