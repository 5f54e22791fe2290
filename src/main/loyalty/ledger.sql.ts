import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, Cents, CustomerId, EntryId, Instant, Json, PlainDate, Points, RefundId, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import { chainStart } from './chain.ts'
import { kinds, type Kind, type Place, type Placed } from './ledger.ts'

const points = z.number() as unknown as z.ZodType<Points>
const cents = z.number() as unknown as z.ZodType<Cents>
const kind = z.enum(kinds)
const row = z.object({
  seq: z.number(), id: id<EntryId>(), registerId: id<RegisterId>(), sequence: z.number(), sourceKey: z.string(), accountId: id<AccountId>(), customerId: id<CustomerId>(), kind,
  points, pending: points, balanceAfter: points, pendingAfter: points, owed: points, saleId: id<SaleId>().nullable(), refundId: id<RefundId>().nullable(),
  reversesId: id<EntryId>().nullable(), ruleVersion: z.number(), working: z.string(), reason: z.string(), note: z.string(), tierPoints: points, valueCents: cents, saleCents: cents,
  newVisits: z.number(), repeatVisits: z.number(), staffId: id<StaffId>().nullable(), approvedBy: id<StaffId>().nullable(),
  at: z.string() as unknown as z.ZodType<Instant>, day: z.string() as unknown as z.ZodType<PlainDate>, previousHash: z.string(), hash: z.string(), seal: z.string(),
})
export type LedgerRow = z.infer<typeof row>
/** A row as rules read it: its working-out opened, without its buckets. */
export type Stored = Omit<LedgerRow, 'working'> & { readonly working: Json }
const columns = sql`seq, id, register_id AS registerId, sequence, source_key AS sourceKey, account_id AS accountId, customer_id AS customerId, kind, points, pending,
  balance_after AS balanceAfter, pending_after AS pendingAfter, owed, sale_id AS saleId, refund_id AS refundId, reverses_id AS reversesId, rule_version AS ruleVersion,
  working, reason, note, tier_points AS tierPoints, value_cents AS valueCents, sale_cents AS saleCents, new_visits AS newVisits, repeat_visits AS repeatVisits,
  staff_id AS staffId, approved_by AS approvedBy, at, day, previous_hash AS previousHash, hash, seal`
const opened = (found: LedgerRow): Stored => ({ ...found, working: JSON.parse(found.working) as Json })

const balanceRow = z.object({ balance: points, pending: points })
/** The balance stands in the account's last row; Verify proves that it is the sum of all. */
export const balanceOf = (db: ReadableDB, accountId: AccountId): z.infer<typeof balanceRow> =>
  first(db, balanceRow, sql`SELECT balance_after AS balance, pending_after AS pending FROM loyalty_ledger WHERE account_id = ${accountId} ORDER BY seq DESC LIMIT 1`)
    ?? { balance: 0 as Points, pending: 0 as Points }

const headRow = z.object({ sequence: z.number(), hash: z.string() })
/** Where the next row of a till stands. */
export function nextPlace(db: ReadableDB, registerId: RegisterId): Place {
  const head = first(db, headRow, sql`SELECT sequence, hash FROM loyalty_heads WHERE register_id = ${registerId}`)
  return { registerId, sequence: (head?.sequence ?? 0) + 1, previousHash: head?.hash ?? chainStart }
}
const endRow = z.object({ seq: z.number(), seal: z.string() })
export const endOfFile = (db: ReadableDB): z.infer<typeof endRow> =>
  first(db, endRow, sql`SELECT seq, seal FROM loyalty_ledger ORDER BY seq DESC LIMIT 1`) ?? { seq: 0, seal: chainStart }

export type Chained = Place & { readonly seq: number; readonly hash: string; readonly seal: string }
export function insertEntry(db: WritableDB, { entry: e, balanceAfter, pendingAfter, owed }: Placed, at: Chained): void {
  run(db, sql`INSERT INTO loyalty_ledger (seq, id, register_id, sequence, source_key, account_id, customer_id, kind, points, pending, balance_after, pending_after, owed, sale_id, refund_id,
      reverses_id, rule_version, working, reason, note, tier_points, value_cents, sale_cents, new_visits, repeat_visits, staff_id, approved_by, at, day, previous_hash, hash, seal)
    VALUES (${at.seq}, ${e.id}, ${at.registerId}, ${at.sequence}, ${e.sourceKey}, ${e.accountId}, ${e.customerId}, ${e.kind}, ${e.points}, ${e.pending}, ${balanceAfter}, ${pendingAfter},
      ${owed}, ${e.saleId}, ${e.refundId}, ${e.reversesId}, ${e.ruleVersion}, ${JSON.stringify(e.working)}, ${e.reason}, ${e.note}, ${e.tierPoints}, ${e.valueCents}, ${e.saleCents},
      ${e.newVisits}, ${e.repeatVisits}, ${e.staffId}, ${e.approvedBy}, ${e.at}, ${e.day}, ${at.previousHash}, ${at.hash}, ${at.seal})`)
  run(db, sql`INSERT INTO loyalty_heads (register_id, sequence, hash) VALUES (${at.registerId}, ${at.sequence}, ${at.hash})
    ON CONFLICT (register_id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`)
}

const found = (db: ReadableDB, where: ReturnType<typeof sql>): Stored | undefined => {
  const one = first(db, row, sql`SELECT ${columns} FROM loyalty_ledger WHERE ${where}`)
  return one && opened(one)
}
export const entryBySource = (db: ReadableDB, sourceKey: string): Stored | undefined => found(db, sql`source_key = ${sourceKey}`)
/** Has anything moved the account since this row? */
export const movedAfter = (db: ReadableDB, accountId: AccountId, seq: number): boolean =>
  value(db, sql`SELECT 1 FROM loyalty_ledger WHERE account_id = ${accountId} AND seq > ${seq} LIMIT 1`) === 1
/** Has the account ever moved, but for opening balances that were taken back whole? */
export const everMoved = (db: ReadableDB, accountId: AccountId): boolean =>
  balanceOf(db, accountId).balance !== 0 || value(db, sql`SELECT 1 FROM loyalty_ledger WHERE account_id = ${accountId} AND source_key NOT LIKE 'opening%' LIMIT 1`) === 1
export const getEntry = (db: ReadableDB, entryId: EntryId): Stored | undefined => found(db, sql`id = ${entryId}`)
export const entriesOfSale = (db: ReadableDB, saleId: SaleId, of: Kind): Stored[] =>
  all(db, row, sql`SELECT ${columns} FROM loyalty_ledger WHERE sale_id = ${saleId} AND kind = ${of} ORDER BY seq`).map(opened)
/** What has been written against a row: refunds, undos, and its posting. */
export const against = (db: ReadableDB, entryId: EntryId): Stored[] =>
  all(db, row, sql`SELECT ${columns} FROM loyalty_ledger WHERE reverses_id = ${entryId} ORDER BY seq`).map(opened)
/** Rows as they lie in the file, for Verify. */
export const rowsFrom = (db: ReadableDB, after: number, upTo: number, most: number): LedgerRow[] =>
  all(db, row, sql`SELECT ${columns} FROM loyalty_ledger WHERE seq > ${after} AND seq <= ${upTo} ORDER BY seq LIMIT ${most}`)

export const rowsOfTill = (db: ReadableDB, registerId: RegisterId, after: number, most: number): LedgerRow[] =>
  all(db, row, sql`SELECT ${columns} FROM loyalty_ledger WHERE register_id = ${registerId} AND sequence > ${after} ORDER BY sequence LIMIT ${most}`)

const shownRow = row.pick({
  seq: true, id: true, kind: true, points: true, pending: true, balanceAfter: true, saleId: true, refundId: true, reversesId: true, reason: true, note: true, at: true, day: true, ruleVersion: true, valueCents: true,
}).extend({ staffName: z.string().nullable(), approvedByName: z.string().nullable(), registerName: z.string().nullable(), reversed: z.union([z.literal(0), z.literal(1)]) })
/** A row of someone's loyalty history. */
export type HistoryRow = z.infer<typeof shownRow>
/** The newest first; the next page ends before `before`. */
export const historyOf = (db: ReadableDB, accountId: AccountId, of: readonly Kind[], before: number | null, most: number): HistoryRow[] =>
  all(db, shownRow, sql`SELECT l.seq, l.id, l.kind, l.points, l.pending, l.balance_after AS balanceAfter, l.sale_id AS saleId, l.refund_id AS refundId, l.reverses_id AS reversesId,
      l.reason, l.note, l.at, l.day, l.rule_version AS ruleVersion, l.value_cents AS valueCents, s.name AS staffName, m.name AS approvedByName, r.name AS registerName,
      EXISTS (SELECT 1 FROM loyalty_ledger x WHERE x.reverses_id = l.id AND x.kind IN ('reverse', 'void', 'restore')) AS reversed
    FROM loyalty_ledger l LEFT JOIN v_points_staff s ON s.staff_id = l.staff_id LEFT JOIN v_points_staff m ON m.staff_id = l.approved_by LEFT JOIN v_points_tills r ON r.register_id = l.register_id
    WHERE l.account_id = ${accountId} AND l.seq < ${before ?? Number.MAX_SAFE_INTEGER}
      AND (${of.length} = 0 OR l.kind IN (SELECT value FROM json_each(${JSON.stringify(of)}))) ORDER BY l.seq DESC LIMIT ${most}`)

const number = (db: ReadableDB, query: ReturnType<typeof sql>): number => value<number>(db, query) ?? 0
/** What the sales of a day have earned, less what came back of them since, for the cap per day. A sale that was attached or moved later counts on its own day. */
export const earnedOn = (db: ReadableDB, accountId: AccountId, day: PlainDate): number =>
  number(db, sql`SELECT coalesce(sum(l.tier_points + coalesce((SELECT sum(x.tier_points) FROM loyalty_ledger x WHERE x.reverses_id = l.id AND x.kind IN ('reverse', 'void')), 0)), 0)
    FROM loyalty_ledger l WHERE l.account_id = ${accountId} AND l.day >= ${day} AND l.kind = 'earn' AND l.sale_id IS NOT NULL
      AND CASE l.day WHEN ${day} THEN coalesce(json_extract(l.working, '$.soldOn'), l.day) ELSE json_extract(l.working, '$.soldOn') END = ${day}`)
export const hasVisited = (db: ReadableDB, accountId: AccountId): boolean =>
  number(db, sql`SELECT coalesce(sum(new_visits), 0) FROM loyalty_ledger INDEXED BY loyalty_ledger_visits WHERE account_id = ${accountId} AND new_visits <> 0`) > 0
/** Has a birthday of theirs brought points, in any year? */
export const hadBirthdayBonus = (db: ReadableDB, customerId: CustomerId): boolean =>
  value(db, sql`SELECT 1 FROM loyalty_ledger WHERE source_key >= ${`birthday/${customerId}/`} AND source_key < ${`birthday/${customerId}0`} LIMIT 1`) !== undefined
/** What counts for a tier since a day: points earned, money spent, or visits. */
export const scoreSince = (db: ReadableDB, accountId: AccountId, basis: 'points-earned' | 'spend' | 'visits', after: PlainDate): number => {
  const what = { 'points-earned': sql`tier_points`, spend: sql`sale_cents`, visits: sql`new_visits + repeat_visits` }[basis]
  return number(db, sql`SELECT coalesce(sum(${what}), 0) FROM loyalty_ledger WHERE account_id = ${accountId} AND day > ${after}`)
}
/** What someone has allowed by hand on a day, both ways, without what was undone since. */
export const adjustedOn = (db: ReadableDB, approvedBy: StaffId, day: PlainDate): number =>
  number(db, sql`SELECT coalesce(sum(abs(points)), 0) FROM loyalty_ledger a INDEXED BY loyalty_ledger_adjusted WHERE kind = 'adjust' AND approved_by = ${approvedBy} AND day = ${day}
    AND NOT EXISTS (SELECT 1 FROM loyalty_ledger x WHERE x.reverses_id = a.id)`)

export const noteWaiting = (db: WritableDB, accountId: AccountId, entryId: EntryId, postOn: PlainDate): number =>
  run(db, sql`INSERT INTO loyalty_waiting (account_id, entry_id, post_on) VALUES (${accountId}, ${entryId}, ${postOn})`)
export const moveWaiting = (db: WritableDB, from: AccountId, to: AccountId): number => run(db, sql`UPDATE loyalty_waiting SET account_id = ${to} WHERE account_id = ${from}`)
/** Only what this account earned itself goes home. */
export const moveWaitingBack = (db: WritableDB, from: AccountId, to: AccountId): number =>
  run(db, sql`UPDATE loyalty_waiting SET account_id = ${to} WHERE account_id = ${from} AND entry_id IN (SELECT id FROM loyalty_ledger WHERE account_id = ${to})`)
export const endWaiting = (db: WritableDB, accountId: AccountId, entryId: EntryId): number =>
  run(db, sql`DELETE FROM loyalty_waiting WHERE account_id = ${accountId} AND entry_id = ${entryId}`)
const waitingRow = z.object({ accountId: id<AccountId>(), entryId: id<EntryId>() })
export type Waiting = z.infer<typeof waitingRow>
export const waitingUntil = (db: ReadableDB, day: PlainDate, most: number): Waiting[] =>
  all(db, waitingRow, sql`SELECT account_id AS accountId, entry_id AS entryId FROM loyalty_waiting WHERE post_on <= ${day} ORDER BY post_on, entry_id LIMIT ${most}`)
const nextRow = z.object({ points, postOn: z.string() as unknown as z.ZodType<PlainDate> })
/** What waits, by the day it becomes real. */
export const waitingOf = (db: ReadableDB, accountId: AccountId): z.infer<typeof nextRow>[] =>
  all(db, nextRow, sql`SELECT sum(l.pending + coalesce((SELECT sum(x.pending) FROM loyalty_ledger x WHERE x.reverses_id = l.id), 0)) AS points, w.post_on AS postOn
    FROM loyalty_waiting w JOIN loyalty_ledger l ON l.id = w.entry_id WHERE w.account_id = ${accountId} GROUP BY w.post_on ORDER BY w.post_on LIMIT 10`)

const sinceRow = z.object({ id: id<EntryId>() })
/** What was written on one account behind a place in the file, but for what only went to and fro between merged records. */
export const entriesSince = (db: ReadableDB, accountId: AccountId, seq: number): EntryId[] =>
  all(db, sinceRow, sql`SELECT id FROM loyalty_ledger WHERE account_id = ${accountId} AND seq > ${seq} AND kind <> 'transfer' ORDER BY seq`).map((one) => one.id)
/** What these rows still wait for goes to another account with them. */
export const moveWaitingOf = (db: WritableDB, from: AccountId, to: AccountId, entryIds: readonly EntryId[]): number =>
  run(db, sql`UPDATE loyalty_waiting SET account_id = ${to} WHERE account_id = ${from} AND entry_id IN (SELECT value FROM json_each(${JSON.stringify(entryIds)}))`)
/** How many points of these rows still wait for their day. */
export const stillWaiting = (db: ReadableDB, from: AccountId, entryIds: readonly EntryId[]): Points =>
  number(db, sql`SELECT coalesce(sum(l.pending + coalesce((SELECT sum(x.pending) FROM loyalty_ledger x WHERE x.reverses_id = l.id), 0)), 0)
    FROM loyalty_waiting w JOIN loyalty_ledger l ON l.id = w.entry_id WHERE w.account_id = ${from} AND w.entry_id IN (SELECT value FROM json_each(${JSON.stringify(entryIds)}))`) as Points
