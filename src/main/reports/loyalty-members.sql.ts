import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, Instant, PlainDate } from '../vocabulary.ts'
import { those, type Filter, type Span } from './loyalty-report.sql.ts'

// Members and what they bring: who joined, who still comes, who moved up, which cards are used, and who comes back.

const day = z.string() as unknown as z.ZodType<PlainDate>
const moment = z.string() as unknown as z.ZodType<Instant>
/** Since when a visit makes someone active (came since `active`) or lapsed (not come since `lapsed`). */
export type Since = { readonly active: PlainDate; readonly lapsed: PlainDate }

const countRow = z.object({ members: z.number(), active: z.number(), quiet: z.number(), lapsed: z.number() })
export type MemberCounts = z.infer<typeof countRow>
const monthRow = countRow.extend({ month: z.string() })
export type MemberMonth = z.infer<typeof monthRow>
const counts = ({ active, lapsed }: Since) => sql`count(*) AS members, coalesce(sum(l.last_visit_day > ${active}), 0) AS active,
  coalesce(sum(l.last_visit_day <= ${active} AND l.last_visit_day > ${lapsed}), 0) AS quiet, coalesce(sum(l.last_visit_day <= ${lapsed}), 0) AS lapsed`
const members = sql`v_loyalty_accounts l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id WHERE l.merged_into IS NULL`
/** All members by when they came last. */
export const memberCounts = (db: ReadableDB, since: Since, filter: Filter): MemberCounts => first(db, countRow, sql`SELECT ${counts(since)} FROM ${members} AND ${those(filter)}`)!
/** Who joined in each month of a span, and what has become of them. */
export const memberMonths = (db: ReadableDB, { from, to }: Span, since: Since, filter: Filter): MemberMonth[] =>
  all(db, monthRow, sql`SELECT substr(l.joined_day, 1, 7) AS month, ${counts(since)} FROM ${members} AND l.joined_day BETWEEN ${from} AND ${to} AND ${those(filter)} GROUP BY 1 ORDER BY 1 DESC`)

const memberRow = z.object({ customerId: id<CustomerId>(), name: z.string().nullable(), joinedDay: day, lastVisitDay: day, balance: z.number() })
export type MemberRow = z.infer<typeof memberRow>
export type MemberState = 'all' | 'active' | 'quiet' | 'lapsed'
/** Those who joined between two days and are in a state now, the newest first. */
export const membersJoined = (db: ReadableDB, { from, to }: Span, since: Since, filter: Filter, state: MemberState, most: number): MemberRow[] => {
  const which = { all: sql`1`, active: sql`l.last_visit_day > ${since.active}`, quiet: sql`l.last_visit_day <= ${since.active} AND l.last_visit_day > ${since.lapsed}`, lapsed: sql`l.last_visit_day <= ${since.lapsed}` }[state]
  return all(db, memberRow, sql`SELECT l.customer_id AS customerId, p.name, l.joined_day AS joinedDay, l.last_visit_day AS lastVisitDay,
      coalesce((SELECT x.balance_after FROM v_loyalty_rows x WHERE x.account_id = l.account_id ORDER BY x.seq DESC LIMIT 1), 0) AS balance
    FROM ${members} AND l.joined_day BETWEEN ${from} AND ${to} AND ${which} AND ${those(filter)} ORDER BY l.joined_day DESC, l.customer_id LIMIT ${most}`)
}

const moveRow = z.object({
  seq: z.number(), at: moment, kind: z.enum(['up', 'kept', 'notice', 'down', 'manual']), customerId: id<CustomerId>(), name: z.string().nullable(), tierId: z.string().nullable(), wasTierId: z.string().nullable(),
  ruleVersion: z.number(), score: z.number(), reason: z.string(), staffName: z.string().nullable(), approvedByName: z.string().nullable(),
})
export type MoveRow = z.infer<typeof moveRow>
/** Moves between two moments, the newest first. */
export const tierMoves = (db: ReadableDB, from: Instant, until: Instant, words: readonly string[], most: number): MoveRow[] =>
  all(db, moveRow, sql`SELECT m.seq, m.at, m.kind, l.customer_id AS customerId, p.name, m.tier_id AS tierId, m.was_tier_id AS wasTierId, m.rule_version AS ruleVersion, m.score, m.reason, s.name AS staffName, a.name AS approvedByName
    FROM v_loyalty_moves m JOIN v_loyalty_accounts l ON l.account_id = m.account_id LEFT JOIN v_points_people p ON p.customer_id = l.customer_id
      LEFT JOIN v_points_staff s ON s.staff_id = m.staff_id LEFT JOIN v_points_staff a ON a.staff_id = m.approved_by
    WHERE m.at >= ${from} AND m.at < ${until} AND ${those({ registerId: null, words })} ORDER BY m.seq DESC LIMIT ${most}`)

const batchRow = z.object({ number: z.number().nullable(), madeAt: moment.nullable(), codes: z.number(), assigned: z.number(), active: z.number(), used: z.number(), ended: z.number(), printed: z.number() })
export type BatchLine = z.infer<typeof batchRow>
/** Each batch of codes and what has become of it; the line without a number is cards that came from elsewhere. */
export const batchUse = (db: ReadableDB): BatchLine[] =>
  all(db, batchRow, sql`SELECT b.number, b.made_at AS madeAt, coalesce(b.codes, count(*)) AS codes, sum(c.state <> 'unassigned') AS assigned, sum(c.state = 'active') AS active, sum(c.last_used_at IS NOT NULL) AS used,
      sum(c.state IN ('blocked', 'replaced')) AS ended, sum(c.printed > 0) AS printed FROM v_loyalty_cards c LEFT JOIN v_loyalty_batches b ON b.batch_id = c.batch_id GROUP BY b.batch_id ORDER BY b.number DESC`)

const cardRow = z.object({ code: z.string(), batchNumber: z.number().nullable(), state: z.string(), customerId: id<CustomerId>(), name: z.string().nullable(), balance: z.number(), assignedAt: moment.nullable(), lastUsedAt: moment.nullable() })
export type CardLine = z.infer<typeof cardRow>
/** Cards that someone has, of one batch or all: whose, the points behind them, and when they were last used. */
export const cardsInHand = (db: ReadableDB, batch: number | null, words: readonly string[], most: number): CardLine[] =>
  all(db, cardRow, sql`SELECT c.code, b.number AS batchNumber, c.state, l.customer_id AS customerId, p.name, c.assigned_at AS assignedAt, c.last_used_at AS lastUsedAt,
      coalesce((SELECT x.balance_after FROM v_loyalty_rows x WHERE x.account_id = l.account_id ORDER BY x.seq DESC LIMIT 1), 0) AS balance
    FROM v_loyalty_cards c JOIN v_loyalty_accounts l ON l.account_id = c.account_id LEFT JOIN v_loyalty_batches b ON b.batch_id = c.batch_id LEFT JOIN v_points_people p ON p.customer_id = l.customer_id
    WHERE (${batch} IS NULL OR b.number = ${batch}) AND ${those({ registerId: null, words })} ORDER BY c.last_used_at DESC, c.code LIMIT ${most}`)

const buyerRow = z.object({ who: z.enum(['members', 'others', 'walk-in']), customers: z.number(), returned: z.number(), sales: z.number(), cents: z.number() })
export type BuyerLine = z.infer<typeof buyerRow>
/** Who bought between two moments, and how many of them more than once or also before; a Walk-In cannot be known again. */
export const repeatRate = (db: ReadableDB, from: Instant, until: Instant, filter: Filter): BuyerLine[] =>
  all(db, buyerRow, sql`WITH bought AS (SELECT s.customer_id, l.account_id IS NOT NULL AS member, count(*) AS sales, sum(s.net_cents) AS cents,
        EXISTS (SELECT 1 FROM v_points_sales b WHERE b.customer_id = s.customer_id AND b.completed_at < ${from} AND b.state = 'completed') AS known
      FROM v_points_sales s LEFT JOIN v_loyalty_accounts l ON l.customer_id = s.customer_id
      WHERE s.completed_at >= ${from} AND s.completed_at < ${until} AND s.state = 'completed' AND (${filter.registerId} IS NULL OR s.register_id = ${filter.registerId}) GROUP BY s.customer_id)
    SELECT CASE WHEN customer_id IS NULL THEN 'walk-in' WHEN member THEN 'members' ELSE 'others' END AS who, sum(customer_id IS NOT NULL) AS customers,
      sum(customer_id IS NOT NULL AND (sales > 1 OR known)) AS returned, sum(sales) AS sales, sum(cents) AS cents FROM bought GROUP BY 1 ORDER BY 1`)

const workingRow = z.object({ working: z.string() })
/** The working-outs of what was earned with a multiplier, piece by piece. */
export const multipliedAfter = (db: ReadableDB, { from, to }: Span, filter: Filter, after: number, most: number): { seq: number; working: string }[] =>
  all(db, workingRow.extend({ seq: z.number() }), sql`SELECT l.seq, l.working FROM v_loyalty_rows l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id
    WHERE l.kind = 'earn' AND l.day BETWEEN ${from} AND ${to} AND l.seq > ${after} AND instr(l.working, '"timesMilli"') > 0 AND ${those(filter)} ORDER BY l.seq LIMIT ${most}`)
const tierRow = z.object({ id: z.string(), name: z.string() })
/** What each tier was called in a version of the rules. */
export const tierNames = (db: ReadableDB, version: number): z.infer<typeof tierRow>[] =>
  all(db, tierRow, sql`SELECT json_extract(t.value, '$.id') AS id, json_extract(t.value, '$.name') AS name FROM v_loyalty_programs r, json_each(r.rules, '$.tiers.levels') t WHERE r.version = ${version}`)
