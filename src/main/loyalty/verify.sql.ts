import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, sql, value, type ReadableDB } from '../store/sql.ts'
import type { AccountId, EntryId, Instant, LotId, PlainDate, Points, RegisterId } from '../vocabulary.ts'
import type { PlacedLot } from './ledger.ts'
import type { Draw } from './lots.ts'

// What Verify reads: everything, in pieces, and nothing but reading.

const points = z.number() as unknown as z.ZodType<Points>
const lotRow = z.object({
  entryId: id<EntryId>(), id: z.string() as unknown as z.ZodType<LotId>, originId: id<EntryId>(), points, expiresOn: z.string().nullable() as unknown as z.ZodType<PlainDate | null>,
  earnedAt: z.string() as unknown as z.ZodType<Instant>,
})
const drawRow = z.object({ entryId: id<EntryId>(), lotId: z.string() as unknown as z.ZodType<LotId>, points })

/** The buckets opened, and the draws made, by the rows of a piece of the file. */
export const lotsBetween = (db: ReadableDB, after: number, upTo: number): (PlacedLot & { entryId: EntryId })[] =>
  all(db, lotRow, sql`SELECT l.entry_id AS entryId, l.id, l.origin_id AS originId, l.points, l.expires_on AS expiresOn, l.earned_at AS earnedAt
    FROM loyalty_ledger e JOIN loyalty_lots l ON l.entry_id = e.id WHERE e.seq > ${after} AND e.seq <= ${upTo} ORDER BY e.seq, length(l.id), l.id`)
export const drawsBetween = (db: ReadableDB, after: number, upTo: number): (Draw & { entryId: EntryId })[] =>
  all(db, drawRow, sql`SELECT d.entry_id AS entryId, d.lot_id AS lotId, d.points FROM loyalty_ledger e JOIN loyalty_draws d ON d.entry_id = e.id
    WHERE e.seq > ${after} AND e.seq <= ${upTo} ORDER BY e.seq, d.position`)

const headRow = z.object({ registerId: id<RegisterId>(), sequence: z.number(), hash: z.string() })
export const chainHeads = (db: ReadableDB): z.infer<typeof headRow>[] => all(db, headRow, sql`SELECT register_id AS registerId, sequence, hash FROM loyalty_heads`)
export const ledgerEnd = (db: ReadableDB): number => value<number>(db, sql`SELECT max(seq) FROM loyalty_ledger`) ?? 0
export const lastLot = (db: ReadableDB): number => value<number>(db, sql`SELECT max(rowid) FROM loyalty_lots`) ?? 0

const wrongRow = z.object({ entryId: z.string() })
/** The first bucket whose remainder at hand is not what its draws left. */
export const wrongLot = (db: ReadableDB, after: number, upTo: number): EntryId | null =>
  (first(db, wrongRow, sql`SELECT l.entry_id AS entryId FROM loyalty_lots l LEFT JOIN loyalty_lots_left k ON k.lot_id = l.id WHERE l.rowid > ${after} AND l.rowid <= ${upTo}
    AND l.points - coalesce((SELECT sum(d.points) FROM loyalty_draws d WHERE d.lot_id = l.id), 0) <> coalesce(k.points, 0) ORDER BY l.rowid LIMIT 1`)?.entryId ?? null) as EntryId | null

const leftRow = z.object({ lotId: z.string(), stray: z.number() })
/** What is left, and whether (1) it belongs to no bucket, or stands under the wrong account, day or origin. */
export const lotsLeft = (db: ReadableDB, after: string, most: number): z.infer<typeof leftRow>[] =>
  all(db, leftRow, sql`SELECT k.lot_id AS lotId, l.id IS NULL OR l.account_id <> k.account_id OR coalesce(l.expires_on, '9999-12-31') <> k.expires_key OR l.origin_id <> k.origin_id
      OR l.earned_at <> k.earned_at AS stray
    FROM loyalty_lots_left k LEFT JOIN loyalty_lots l ON l.id = k.lot_id WHERE k.lot_id > ${after} ORDER BY k.lot_id LIMIT ${most}`)

const sumRow = z.object({ accountId: id<AccountId>(), points })
export const lotSums = (db: ReadableDB, after: string, most: number): z.infer<typeof sumRow>[] =>
  all(db, sumRow, sql`SELECT account_id AS accountId, sum(points) AS points FROM loyalty_lots_left WHERE account_id > ${after} GROUP BY account_id ORDER BY account_id LIMIT ${most}`)

const dayRow = z.object({ day: z.string(), entries: z.number() })
export const reportDays = (db: ReadableDB, after: string, most: number): z.infer<typeof dayRow>[] =>
  all(db, dayRow, sql`SELECT day, entries FROM loyalty_days WHERE day > ${after} ORDER BY day LIMIT ${most}`)
/** Does a day's line in the report say what its rows say? */
export const dayIsRight = (db: ReadableDB, day: string): boolean =>
  value<number>(db, sql`SELECT (d.entries, d.new_visits, d.repeat_visits, d.net, d.redeemed_cents, d.sale_cents, d.owed, d.earned, d.redeemed, d.reversed, d.expired, d.by_hand)
      IS (SELECT count(*), coalesce(sum(new_visits), 0), coalesce(sum(repeat_visits), 0), coalesce(sum(points), 0), coalesce(sum(value_cents), 0), coalesce(sum(sale_cents), 0), coalesce(sum(owed), 0),
        coalesce(sum((points + pending) * (kind IN ('earn', 'sign-up', 'birthday', 'tier-bonus'))), 0), coalesce(-sum(points * (kind = 'redeem')), 0),
        coalesce(sum((points + pending) * (kind IN ('reverse', 'void'))), 0), coalesce(-sum(points * (kind = 'expire')), 0), coalesce(sum(kind = 'adjust'), 0)
      FROM loyalty_ledger WHERE day = d.day) FROM loyalty_days d WHERE d.day = ${day}`) === 1
