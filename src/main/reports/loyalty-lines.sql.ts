import { z } from 'zod'
import { id } from '../input.ts'
import { all, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, EntryId, Instant, PlainDate, RefundId, SaleId, StaffId } from '../vocabulary.ts'
import { those, type Filter, type Span } from './loyalty-report.sql.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const moment = z.string() as unknown as z.ZodType<Instant>

const entryRow = z.object({
  seq: z.number(), id: id<EntryId>(), at: moment, day, kind: z.string(), points: z.number(), pending: z.number(), valueCents: z.number(), customerId: id<CustomerId>(), customerName: z.string().nullable(),
  saleId: id<SaleId>().nullable(), refundId: id<RefundId>().nullable(), reversesId: id<EntryId>().nullable(), balanceAfter: z.number(), ruleVersion: z.number(), reversed: z.union([z.literal(0), z.literal(1)]),
  reason: z.string(), note: z.string(), staffName: z.string().nullable(), approvedByName: z.string().nullable(), registerName: z.string().nullable(),
})
export type ReportEntry = z.infer<typeof entryRow>
const entryColumns = sql`l.seq, l.id, l.at, l.day, l.kind, l.points, l.pending, l.value_cents AS valueCents, l.customer_id AS customerId, p.name AS customerName, l.sale_id AS saleId, l.refund_id AS refundId,
  l.reverses_id AS reversesId, l.balance_after AS balanceAfter, l.rule_version AS ruleVersion, EXISTS (SELECT 1 FROM v_loyalty_rows x WHERE x.reverses_id = l.id AND x.kind IN ('reverse', 'void', 'restore')) AS reversed,
  l.reason, l.note, s.name AS staffName, m.name AS approvedByName, r.name AS registerName`
const entrySource = sql`v_loyalty_rows l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id LEFT JOIN v_points_staff s ON s.staff_id = l.staff_id
  LEFT JOIN v_points_staff m ON m.staff_id = l.approved_by LEFT JOIN v_points_tills r ON r.register_id = l.register_id`
/** A reward as the report lines name it: points as payment have no id and no name. */
export type RewardAsked = { readonly rewardId: string | null; readonly name: string }
/** The rows behind a number: those of these kinds, or of one reward, the newest first. */
export const entriesBehind = (db: ReadableDB, { from, to }: Span, filter: Filter, { kinds, reward }: { readonly kinds: readonly string[]; readonly reward: RewardAsked | null }, before: number | null, most: number): ReportEntry[] =>
  all(db, entryRow, sql`SELECT ${entryColumns} FROM ${entrySource} WHERE l.day BETWEEN ${from} AND ${to} AND l.seq < ${before ?? Number.MAX_SAFE_INTEGER}
    AND (${kinds.length} = 0 OR l.kind IN (SELECT value FROM json_each(${JSON.stringify(kinds)})))
    AND (${reward === null ? 1 : 0} OR (l.kind = 'redeem' AND json_extract(l.working, '$.rewardId') IS ${reward?.rewardId ?? null} AND coalesce(json_extract(l.working, '$.name'), '') = ${reward?.name ?? ''})) AND ${those(filter)} ORDER BY l.seq DESC LIMIT ${most}`)

const customerRow = z.object({ customerId: id<CustomerId>(), name: z.string().nullable(), visits: z.number(), earned: z.number(), redeemed: z.number(), redeemedCents: z.number(), saleCents: z.number(), balance: z.number() })
export type CustomerLine = z.infer<typeof customerRow>
export const byCustomer = (db: ReadableDB, { from, to }: Span, filter: Filter, most: number): CustomerLine[] =>
  all(db, customerRow, sql`SELECT l.customer_id AS customerId, p.name, sum(l.new_visits + l.repeat_visits) AS visits, sum((l.points + l.pending) * (l.kind IN ('earn', 'sign-up', 'birthday', 'tier-bonus'))) AS earned,
      -sum(l.points * (l.kind = 'redeem')) AS redeemed, sum(l.value_cents) AS redeemedCents, sum(l.sale_cents) AS saleCents,
      (SELECT x.balance_after FROM v_loyalty_rows x WHERE x.account_id = l.account_id ORDER BY x.seq DESC LIMIT 1) AS balance
    FROM v_loyalty_rows l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id WHERE l.day BETWEEN ${from} AND ${to} AND ${those(filter)} GROUP BY l.account_id ORDER BY saleCents DESC, l.customer_id LIMIT ${most}`)

const staffRow = z.object({ staffId: id<StaffId>().nullable(), name: z.string().nullable(), earned: z.number(), redeemed: z.number(), added: z.number(), removed: z.number(), byHand: z.number(), reversed: z.number() })
export type StaffLine = z.infer<typeof staffRow>
export const byStaff = (db: ReadableDB, { from, to }: Span, filter: Filter): StaffLine[] =>
  all(db, staffRow, sql`SELECT l.staff_id AS staffId, s.name, sum((l.points + l.pending) * (l.kind = 'earn')) AS earned, -sum(l.points * (l.kind = 'redeem')) AS redeemed,
      sum(max(l.points, 0) * (l.kind = 'adjust')) AS added, -sum(min(l.points, 0) * (l.kind = 'adjust')) AS removed, sum(l.kind = 'adjust') AS byHand, sum((l.points + l.pending) * (l.kind IN ('reverse', 'void'))) AS reversed
    FROM v_loyalty_rows l LEFT JOIN v_points_staff s ON s.staff_id = l.staff_id LEFT JOIN v_points_people p ON p.customer_id = l.customer_id
    WHERE l.day BETWEEN ${from} AND ${to} AND ${those(filter)} GROUP BY l.staff_id ORDER BY byHand DESC, earned DESC`)

const rewardRow = z.object({ rewardId: z.string().nullable(), name: z.string(), times: z.number(), points: z.number(), cents: z.number() })
export type RewardLine = z.infer<typeof rewardRow>
/** What each reward cost; points as payment stand in the line without an id. */
export const byReward = (db: ReadableDB, { from, to }: Span, filter: Filter): RewardLine[] =>
  all(db, rewardRow, sql`SELECT json_extract(l.working, '$.rewardId') AS rewardId, coalesce(json_extract(l.working, '$.name'), '') AS name, count(*) AS times, -sum(l.points) AS points, sum(l.value_cents) AS cents
    FROM v_loyalty_rows l LEFT JOIN v_points_people p ON p.customer_id = l.customer_id WHERE l.day BETWEEN ${from} AND ${to} AND l.kind = 'redeem' AND ${those(filter)} GROUP BY 1, 2 ORDER BY points DESC`)

const owingRow = z.object({ customerId: id<CustomerId>(), name: z.string().nullable(), balance: z.number(), since: moment })
export type OwingLine = z.infer<typeof owingRow>
/** Everyone who owes points, the most first. */
export const negativeBalances = (db: ReadableDB, filter: Filter, most: number): OwingLine[] =>
  all(db, owingRow, sql`SELECT a.customer_id AS customerId, p.name, l.balance_after AS balance, l.at AS since FROM v_loyalty_accounts a
      JOIN v_loyalty_rows l ON l.seq = (SELECT max(x.seq) FROM v_loyalty_rows x WHERE x.account_id = a.account_id) LEFT JOIN v_points_people p ON p.customer_id = a.customer_id
    WHERE l.balance_after < 0 AND ${those(filter)} ORDER BY l.balance_after, a.customer_id LIMIT ${most}`)

const expiringRow = z.object({ expiresOn: day, points: z.number(), members: z.number() })
export type ExpiringLine = z.infer<typeof expiringRow>
export const expiringUntil = (db: ReadableDB, until: PlainDate): ExpiringLine[] =>
  all(db, expiringRow, sql`SELECT expires_key AS expiresOn, sum(points) AS points, count(DISTINCT account_id) AS members FROM v_loyalty_buckets WHERE expires_key <= ${until} GROUP BY expires_key ORDER BY expires_key`)

const handRow = entryRow.extend({ sameCustomerInWeek: z.number(), undone: z.union([z.literal(0), z.literal(1)]), staffId: z.string().nullable(), approvedBy: z.string().nullable(), familyName: z.union([z.literal(0), z.literal(1)]) })
export type HandRow = z.infer<typeof handRow>
/** Changes by hand with what makes a pattern: how often this customer in the seven days before, undone or not, and a name shared with whoever asked or allowed it. */
export const changesByHand = (db: ReadableDB, { from, to }: Span, filter: Filter, before: number | null, most: number): HandRow[] =>
  all(db, handRow, sql`SELECT ${entryColumns}, l.staff_id AS staffId, l.approved_by AS approvedBy,
      (SELECT count(*) FROM v_loyalty_rows x WHERE x.account_id = l.account_id AND x.kind = 'adjust' AND x.day > date(l.day, '-7 days') AND x.day <= l.day) AS sameCustomerInWeek,
      EXISTS (SELECT 1 FROM v_loyalty_rows x WHERE x.reverses_id = l.id) AS undone,
      length(p.last_name) > 1 AND (lower(' ' || s.name || ' ') LIKE '% ' || lower(p.last_name) || ' %' OR lower(' ' || coalesce(m.name, '') || ' ') LIKE '% ' || lower(p.last_name) || ' %') AS familyName
    FROM ${entrySource} WHERE l.kind = 'adjust' AND l.day BETWEEN ${from} AND ${to} AND l.seq < ${before ?? Number.MAX_SAFE_INTEGER} AND ${those(filter)} ORDER BY l.seq DESC LIMIT ${most}`)


const expiringMember = z.object({ customerId: id<CustomerId>(), name: z.string().nullable(), points: z.number(), expiresOn: day })
export type ExpiringMember = z.infer<typeof expiringMember>
/** Whose points run out on a day, the most first. */
export const expiringOn = (db: ReadableDB, on: PlainDate, most: number): ExpiringMember[] =>
  all(db, expiringMember, sql`SELECT a.customer_id AS customerId, p.name, sum(k.points) AS points, k.expires_key AS expiresOn FROM v_loyalty_buckets k JOIN v_loyalty_accounts a ON a.account_id = k.account_id
    LEFT JOIN v_points_people p ON p.customer_id = a.customer_id WHERE k.expires_key = ${on} GROUP BY k.account_id ORDER BY points DESC, a.customer_id LIMIT ${most}`)
