import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, EntryId, Instant, LotId, PlainDate, Points } from '../vocabulary.ts'
import type { Draw, ExpiringPart, Lot, PastDraw } from './lots.ts'
import type { PlacedLot } from './ledger.ts'

const points = z.number() as unknown as z.ZodType<Points>
const moment = z.string() as unknown as z.ZodType<Instant>
const day = z.string().nullable() as unknown as z.ZodType<PlainDate | null>
const never = '9999-12-31'
const lotRow = z.object({ id: z.string() as unknown as z.ZodType<LotId>, originId: id<EntryId>(), left: points, expiresOn: day, earnedAt: moment }) as unknown as z.ZodType<Lot>
const lotColumns = sql`lot_id AS id, origin_id AS originId, points AS left, nullif(expires_key, ${never}) AS expiresOn, earned_at AS earnedAt`

/** Buckets in the order of spending, as many as it takes to cover the points. */
export function lotsToDraw(db: ReadableDB, accountId: AccountId, need: Points): Lot[] {
  for (let most = 32; ; most *= 4) {
    const lots = all(db, lotRow, sql`SELECT ${lotColumns} FROM loyalty_lots_left WHERE account_id = ${accountId} ORDER BY expires_key, earned_at, lot_id LIMIT ${most}`)
    if (lots.length < most || lots.reduce((sum, lot) => sum + lot.left, 0) >= need) return lots
  }
}
/** What is left of the points one row brought, wherever they have been since. */
export const lotsOfOrigin = (db: ReadableDB, accountId: AccountId, originId: EntryId): Lot[] =>
  all(db, lotRow, sql`SELECT ${lotColumns} FROM loyalty_lots_left WHERE account_id = ${accountId} AND origin_id = ${originId} ORDER BY expires_key, earned_at, lot_id`)

const partRow = z.object({ points, expiresOn: day }) as unknown as z.ZodType<ExpiringPart>
/** What lapses when, nearest first; null is what never does. */
export const partsOf = (db: ReadableDB, accountId: AccountId, most: number): ExpiringPart[] =>
  all(db, partRow, sql`SELECT sum(points) AS points, nullif(expires_key, ${never}) AS expiresOn FROM loyalty_lots_left
    WHERE account_id = ${accountId} GROUP BY expires_key ORDER BY expires_key LIMIT ${most}`)

export function insertLots(db: WritableDB, accountId: AccountId, entryId: EntryId, lots: readonly PlacedLot[]): void {
  for (const lot of lots) {
    run(db, sql`INSERT INTO loyalty_lots (id, entry_id, account_id, origin_id, points, expires_on, earned_at)
      VALUES (${lot.id}, ${entryId}, ${accountId}, ${lot.originId}, ${lot.points}, ${lot.expiresOn}, ${lot.earnedAt})`)
    run(db, sql`INSERT INTO loyalty_lots_left (account_id, expires_key, earned_at, lot_id, origin_id, points)
      VALUES (${accountId}, ${lot.expiresOn ?? never}, ${lot.earnedAt}, ${lot.id}, ${lot.originId}, ${lot.points})`)
  }
}
export function insertDraws(db: WritableDB, entryId: EntryId, draws: readonly Draw[]): void {
  draws.forEach(({ lotId, points: drawn }, position) => {
    run(db, sql`INSERT INTO loyalty_draws (entry_id, position, lot_id, points) VALUES (${entryId}, ${position}, ${lotId}, ${drawn})`)
    const emptied = run(db, sql`DELETE FROM loyalty_lots_left WHERE lot_id = ${lotId} AND points = ${drawn}`)
    if (emptied === 0) run(db, sql`UPDATE loyalty_lots_left SET points = points - ${drawn} WHERE lot_id = ${lotId}`)
  })
}

const pastRow = z.object({ lotId: z.string(), originId: z.string(), points, expiresOn: day, earnedAt: moment }) as unknown as z.ZodType<PastDraw>
/** What a row drew, in the order it drew, with the day each bucket had. */
export const drawsOf = (db: ReadableDB, entryId: EntryId): PastDraw[] =>
  all(db, pastRow, sql`SELECT d.lot_id AS lotId, l.origin_id AS originId, d.points, l.expires_on AS expiresOn, l.earned_at AS earnedAt
    FROM loyalty_draws d JOIN loyalty_lots l ON l.id = d.lot_id WHERE d.entry_id = ${entryId} ORDER BY d.position`)

/** How many of the points one row brought have expired, less what a manager restored. */
export const expiredOf = (db: ReadableDB, originId: EntryId): Points =>
  value<Points>(db, sql`SELECT coalesce((SELECT sum(d.points) FROM loyalty_lots l JOIN loyalty_draws d ON d.lot_id = l.id JOIN loyalty_ledger e ON e.id = d.entry_id
      WHERE l.origin_id = ${originId} AND e.kind = 'expire'), 0)
    - coalesce((SELECT sum(l.points) FROM loyalty_lots l JOIN loyalty_ledger e ON e.id = l.entry_id WHERE l.origin_id = ${originId} AND e.kind = 'restore'), 0)`) ?? (0 as Points)

const lapsedRow = z.object({ accountId: id<AccountId>(), expiresOn: z.string() as unknown as z.ZodType<PlainDate>, points, firstLot: z.string() })
export type Lapsed = z.infer<typeof lapsedRow>
/** Buckets whose last day is that day or an earlier one: one line per account and day. */
export const lapsedLots = (db: ReadableDB, upTo: PlainDate, accountId: AccountId | null, most: number): Lapsed[] =>
  all(db, lapsedRow, accountId === null
    ? sql`SELECT account_id AS accountId, expires_key AS expiresOn, sum(points) AS points, min(lot_id) AS firstLot FROM loyalty_lots_left INDEXED BY loyalty_lots_left_expiry
        WHERE expires_key <= ${upTo} GROUP BY expires_key, account_id ORDER BY expires_key, account_id LIMIT ${most}`
    : sql`SELECT account_id AS accountId, expires_key AS expiresOn, sum(points) AS points, min(lot_id) AS firstLot FROM loyalty_lots_left
        WHERE account_id = ${accountId} AND expires_key <= ${upTo} GROUP BY expires_key ORDER BY expires_key LIMIT ${most}`)

const idleRow = z.object({ accountId: id<AccountId>(), points, firstLot: z.string(), lastVisitDay: z.string() as unknown as z.ZodType<PlainDate> })
/** Accounts with points that nobody has used since before that day. */
export const idleSince = (db: ReadableDB, before: PlainDate, accountId: AccountId | null, most: number): z.infer<typeof idleRow>[] =>
  all(db, idleRow, sql`SELECT a.id AS accountId, a.last_visit_day AS lastVisitDay, sum(l.points) AS points, min(l.lot_id) AS firstLot
    FROM loyalty_accounts a JOIN loyalty_lots_left l ON l.account_id = a.id
    WHERE a.last_visit_day < ${before} AND (${accountId} IS NULL OR a.id = ${accountId}) GROUP BY a.id LIMIT ${most}`)

/** Accounts with points whose last visit was between two days, from one account on and with it. */
export const idleBetween = (db: ReadableDB, from: PlainDate, to: PlainDate, after: string, most: number): z.infer<typeof idleRow>[] =>
  all(db, idleRow, sql`SELECT a.id AS accountId, a.last_visit_day AS lastVisitDay, sum(l.points) AS points, min(l.lot_id) AS firstLot
    FROM loyalty_accounts a JOIN loyalty_lots_left l ON l.account_id = a.id
    WHERE a.id >= ${after} AND a.last_visit_day BETWEEN ${from} AND ${to} GROUP BY a.id ORDER BY a.id LIMIT ${most}`)

const sumRow = z.object({ points: points.nullable() })
export const sumOfLots = (db: ReadableDB, accountId: AccountId): Points =>
  first(db, sumRow, sql`SELECT sum(points) AS points FROM loyalty_lots_left WHERE account_id = ${accountId}`)?.points ?? (0 as Points)

/** What is left here of the points that one row brought, wherever they have been since: another merge and its undoing made new buckets of them. */
export const lotsBroughtBy = (db: ReadableDB, accountId: AccountId, entryId: EntryId): Lot[] =>
  all(db, lotRow, sql`SELECT ${lotColumns} FROM loyalty_lots_left WHERE account_id = ${accountId} AND origin_id IN (SELECT origin_id FROM loyalty_lots WHERE entry_id = ${entryId})
    ORDER BY expires_key, earned_at, lot_id`)
/** What is left here of points that were first earned behind a place in the file. */
export const lotsBegunSince = (db: ReadableDB, accountId: AccountId, seq: number): Lot[] =>
  all(db, lotRow, sql`SELECT ${lotColumns} FROM loyalty_lots_left WHERE account_id = ${accountId}
    AND EXISTS (SELECT 1 FROM loyalty_ledger e WHERE e.id = loyalty_lots_left.origin_id AND e.seq > ${seq}) ORDER BY expires_key, earned_at, lot_id`)

const soonRow = z.object({ accountId: id<AccountId>(), expiresOn: z.string() as unknown as z.ZodType<PlainDate>, points })
export type Soon = z.infer<typeof soonRow>
/** What lapses after today and until a day, one line per account and day, from one account on and with it: a page may have ended in its middle. */
export const expiringSoon = (db: ReadableDB, today: PlainDate, until: PlainDate, after: string, most: number): Soon[] =>
  all(db, soonRow, sql`SELECT account_id AS accountId, expires_key AS expiresOn, sum(points) AS points FROM loyalty_lots_left
    WHERE account_id >= ${after} AND expires_key > ${today} AND expires_key <= ${until} GROUP BY account_id, expires_key ORDER BY account_id, expires_key LIMIT ${most}`)
