import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, PlainDate } from '../vocabulary.ts'

// What the shop owes its members: by age, at the end of a month, and proved against the rows.

const ageRow = z.object({ monthsFrom: z.number(), points: z.number(), members: z.number() })
export type AgeBucket = z.infer<typeof ageRow>
/** Points owed by the age of what earned them: from 0, 3, 6 and 12 months. */
export const liabilityByAge = (db: ReadableDB, ages: { readonly three: Instant; readonly six: Instant; readonly twelve: Instant }): AgeBucket[] =>
  all(db, ageRow, sql`SELECT CASE WHEN earned_at > ${ages.three} THEN 0 WHEN earned_at > ${ages.six} THEN 3 WHEN earned_at > ${ages.twelve} THEN 6 ELSE 12 END AS monthsFrom,
    sum(points) AS points, count(DISTINCT account_id) AS members FROM v_loyalty_buckets GROUP BY 1 ORDER BY 1`)
/** The same as it stood at the end of a day: what was opened until then, less what was drawn until then. */
export const liabilityAfter = (db: ReadableDB, on: PlainDate, ages: { readonly three: Instant; readonly six: Instant; readonly twelve: Instant }): AgeBucket[] =>
  all(db, ageRow, sql`WITH past AS (SELECT k.account_id, k.earned_at, k.points - coalesce((SELECT sum(d.points) FROM v_loyalty_draws d WHERE d.lot_id = k.lot_id AND d.day <= ${on}), 0) AS points
      FROM v_loyalty_lots k WHERE k.day <= ${on})
    SELECT CASE WHEN earned_at > ${ages.three} THEN 0 WHEN earned_at > ${ages.six} THEN 3 WHEN earned_at > ${ages.twelve} THEN 6 ELSE 12 END AS monthsFrom,
      sum(points) AS points, count(DISTINCT account_id) AS members FROM past WHERE points > 0 GROUP BY 1 ORDER BY 1`)

const leftRow = z.object({ expired: z.number(), redeemed: z.number() })
/** The points that went for ever between two days, by how they went. */
export const goneBetween = (db: ReadableDB, from: PlainDate, to: PlainDate): z.infer<typeof leftRow> =>
  first(db, leftRow, sql`SELECT coalesce(sum(expired), 0) AS expired, coalesce(sum(redeemed), 0) AS redeemed FROM v_loyalty_days WHERE day BETWEEN ${from} AND ${to}`)!
export const firstLoyaltyDay = (db: ReadableDB): PlainDate | null => value<PlainDate | null>(db, sql`SELECT min(day) FROM v_loyalty_days`) ?? null
export const membersAt = (db: ReadableDB, on: PlainDate): number => value<number>(db, sql`SELECT count(*) FROM v_loyalty_accounts WHERE joined_day <= ${on} AND merged_into IS NULL`) ?? 0

const closeRow = z.object({
  month: z.string(), closedAt: z.string() as unknown as z.ZodType<Instant>, points: z.number(), cents: z.number(), ratePoints: z.number(), rateCents: z.number(), breakagePpm: z.number().nullable(),
  members: z.number(), buckets: z.string(),
})
type CloseRow = z.infer<typeof closeRow>
/** A month's closing figure, as it was frozen. */
export type MonthClose = Omit<CloseRow, 'buckets'> & { readonly buckets: readonly AgeBucket[] }
export const monthCloses = (db: ReadableDB): MonthClose[] =>
  all(db, closeRow, sql`SELECT month, closed_at AS closedAt, points, cents, rate_points AS ratePoints, rate_cents AS rateCents, breakage_ppm AS breakagePpm, members, buckets FROM loyalty_closes ORDER BY month DESC`)
    .map((row) => ({ ...row, buckets: JSON.parse(row.buckets) as AgeBucket[] }))
export const closedMonths = (db: ReadableDB): readonly string[] => all(db, z.object({ month: z.string() }), sql`SELECT month FROM loyalty_closes`).map(({ month }) => month)
/** Freezes a month; one that is frozen stays as it is. */
export const insertClose = (db: WritableDB, close: MonthClose): number =>
  run(db, sql`INSERT INTO loyalty_closes (month, closed_at, points, cents, rate_points, rate_cents, breakage_ppm, members, buckets)
    VALUES (${close.month}, ${close.closedAt}, ${close.points}, ${close.cents}, ${close.ratePoints}, ${close.rateCents}, ${close.breakagePpm}, ${close.members}, ${JSON.stringify(close.buckets)}) ON CONFLICT DO NOTHING`)

const sumsRow = z.object({ rows: z.number(), rowPoints: z.number(), rowPending: z.number(), rowOwed: z.number() })
const balanceRow = z.object({ members: z.number(), balances: z.number(), pending: z.number(), aboveZero: z.number(), belowZero: z.number() })
export type Sums = z.infer<typeof sumsRow> & z.infer<typeof balanceRow> & { readonly bucketPoints: number; readonly opened: number; readonly drawn: number; readonly dayNet: number; readonly dayOwed: number }
/** The same points counted five ways: by rows, by balances, by buckets, by what was opened and drawn, and by the days of the report. */
export const countedSums = (db: ReadableDB): Sums => ({
  ...first(db, sumsRow, sql`SELECT count(*) AS rows, coalesce(sum(points), 0) AS rowPoints, coalesce(sum(pending), 0) AS rowPending, coalesce(sum(owed), 0) AS rowOwed FROM v_loyalty_rows`)!,
  ...first(db, balanceRow, sql`WITH ends AS (SELECT (SELECT l.seq FROM v_loyalty_rows l WHERE l.account_id = a.account_id ORDER BY l.seq DESC LIMIT 1) AS seq FROM v_loyalty_accounts a),
      last AS (SELECT l.balance_after AS balance, l.pending_after AS pending FROM ends JOIN v_loyalty_rows l ON l.seq = ends.seq)
    SELECT (SELECT count(*) FROM v_loyalty_accounts) AS members, coalesce(sum(balance), 0) AS balances, coalesce(sum(pending), 0) AS pending, coalesce(sum(max(balance, 0)), 0) AS aboveZero, coalesce(sum(min(balance, 0)), 0) AS belowZero FROM last`)!,
  bucketPoints: value<number>(db, sql`SELECT coalesce(sum(points), 0) FROM v_loyalty_buckets`) ?? 0,
  opened: value<number>(db, sql`SELECT coalesce(sum(points), 0) FROM v_loyalty_lots`) ?? 0, drawn: value<number>(db, sql`SELECT coalesce(sum(points), 0) FROM v_loyalty_draws`) ?? 0,
  dayNet: value<number>(db, sql`SELECT coalesce(sum(net), 0) FROM v_loyalty_days`) ?? 0, dayOwed: value<number>(db, sql`SELECT coalesce(sum(owed), 0) FROM v_loyalty_days`) ?? 0,
})
const checkRow = z.object({ at: z.string() as unknown as z.ZodType<Instant>, outcome: z.string(), staffName: z.string().nullable() })
export type LastCheck = z.infer<typeof checkRow>
/** The last Verify that came to its end. */
export const lastCheck = (db: ReadableDB): LastCheck | null =>
  first(db, checkRow, sql`SELECT at, outcome, staff_name AS staffName FROM v_ledger_checks WHERE outcome IN ('done', 'broken') ORDER BY seq DESC LIMIT 1`) ?? null
