import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Caller, Cents, CustomerId, Instant, RegisterId, StaffId } from '../vocabulary.ts'

export type ErasureState = 'waiting' | 'erasing' | 'sweeping' | 'done' | 'cancelled' | 'kept'
const moment = z.string() as unknown as z.ZodType<Instant>
const erasureRow = z.object({
  id: z.string(), actId: z.string(), customerId: id<CustomerId>(), number: z.number().nullable(), state: z.enum(['waiting', 'erasing', 'sweeping', 'done', 'cancelled', 'kept']),
  askedAt: moment, commitsAt: moment, erasedAt: moment.nullable(), sweptAt: moment.nullable(), registerId: id<RegisterId>(), staffId: id<StaffId>(), approvedBy: id<StaffId>().nullable(),
  counts: z.string(), keptWhy: z.string(), writeOffCents: (z.number() as unknown as z.ZodType<Cents>).nullable(), writeOffBy: id<StaffId>().nullable(),
})
/** One person's erasing, from the moment somebody asked for it. `writeOffCents`: what they owe and is given up with them, as `writeOffBy` allowed. */
export type Erasure = z.infer<typeof erasureRow>
const columns = sql`id, act_id AS actId, customer_id AS customerId, number, state, asked_at AS askedAt, commits_at AS commitsAt, erased_at AS erasedAt, swept_at AS sweptAt,
  register_id AS registerId, staff_id AS staffId, approved_by AS approvedBy, counts, kept_why AS keptWhy, write_off_cents AS writeOffCents, write_off_by AS writeOffBy FROM erasures`

export type NewErasure = { readonly id: string; readonly actId: string; readonly customerId: CustomerId; readonly askedAt: Instant; readonly commitsAt: Instant; readonly approvedBy: StaffId | null; readonly writeOff?: WriteOff | null }
export type WriteOff = { readonly cents: Cents; readonly by: StaffId }
export const insertErasure = (db: WritableDB, e: NewErasure, { registerId, staffId }: Pick<Caller, 'registerId' | 'staffId'>): number =>
  run(db, sql`INSERT INTO erasures (id, act_id, customer_id, state, asked_at, commits_at, register_id, staff_id, approved_by, write_off_cents, write_off_by)
    VALUES (${e.id}, ${e.actId}, ${e.customerId}, 'waiting', ${e.askedAt}, ${e.commitsAt}, ${registerId}, ${staffId}, ${e.approvedBy}, ${e.writeOff?.cents ?? null}, ${e.writeOff?.by ?? null})`)

/** Is this person waiting to be erased, being erased, or gone? */
export const isBeingErased = (db: ReadableDB, customerId: CustomerId): boolean =>
  value(db, sql`SELECT 1 FROM erasures WHERE customer_id = ${customerId} AND state IN ('waiting', 'erasing', 'sweeping', 'done')`) === 1
export const waitingActs = (db: ReadableDB): { actId: string; commitsAt: Instant; count: number; customerId: CustomerId }[] =>
  all(db, actRow, sql`SELECT act_id AS actId, commits_at AS commitsAt, count(*) AS count, min(customer_id) AS customerId FROM erasures WHERE state = 'waiting' GROUP BY act_id, commits_at ORDER BY commits_at`)
const actRow = z.object({ actId: z.string(), commitsAt: moment, count: z.number(), customerId: id<CustomerId>() })

/** The next that is due to commit, or that a crash cut off. */
export const nextToErase = (db: ReadableDB, at: Instant): Erasure | undefined =>
  first(db, erasureRow, sql`SELECT ${columns} WHERE state = 'erasing' OR (state = 'waiting' AND commits_at <= ${at}) ORDER BY state, commits_at, id LIMIT 1`)
export const erasuresToSweep = (db: ReadableDB): Erasure[] => all(db, erasureRow, sql`SELECT ${columns} WHERE state = 'sweeping' ORDER BY number`)
export const setCommit = (db: WritableDB, actId: string, at: Instant): number => run(db, sql`UPDATE erasures SET commits_at = ${at} WHERE act_id = ${actId} AND state = 'waiting'`)
/** Takes back what still waits of one act; 0 where it is too late. */
export const cancelAct = (db: WritableDB, actId: string): number => run(db, sql`UPDATE erasures SET state = 'cancelled' WHERE act_id = ${actId} AND state = 'waiting'`)
export const keepAfterAll = (db: WritableDB, erasureId: string, why: string): number =>
  run(db, sql`UPDATE erasures SET state = 'kept', kept_why = ${why} WHERE id = ${erasureId} AND state = 'waiting'`)
/** From here on there is no way back; the certificate has its number. */
export const beginErasing = (db: WritableDB, erasureId: string, at: Instant): number =>
  run(db, sql`UPDATE erasures SET state = 'erasing', erased_at = ${at}, number = (SELECT coalesce(max(number), 0) + 1 FROM erasures) WHERE id = ${erasureId} AND state = 'waiting'`)
export const noteErased = (db: WritableDB, erasureId: string, counts: string, state: 'erasing' | 'sweeping'): number =>
  run(db, sql`UPDATE erasures SET counts = ${counts}, state = ${state} WHERE id = ${erasureId} AND state IN ('erasing', 'sweeping')`)
export const noteSwept = (db: WritableDB, erasureId: string, counts: string, at: Instant): number =>
  run(db, sql`UPDATE erasures SET state = 'done', swept_at = ${at}, counts = ${counts} WHERE id = ${erasureId} AND state = 'sweeping'`)

export const getErasure = (db: ReadableDB, number: number): Erasure | undefined => first(db, erasureRow, sql`SELECT ${columns} WHERE number = ${number}`)
export const actOf = (db: ReadableDB, actId: string): Erasure[] => all(db, erasureRow, sql`SELECT ${columns} WHERE act_id = ${actId} ORDER BY number, id LIMIT 200`)
/** The certificates, newest first. */
export const listErasures = (db: ReadableDB, before: number | null, most: number): Erasure[] =>
  all(db, erasureRow, sql`SELECT ${columns} WHERE number IS NOT NULL AND number < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY number DESC LIMIT ${most}`)

const hitRow = z.object({ key: z.string() })
export const insertHits = (db: WritableDB, erasureId: string, place: string, keys: readonly string[]): number =>
  run(db, sql`INSERT OR IGNORE INTO erase_hits (erasure_id, place, key) SELECT ${erasureId}, ${place}, value FROM json_each(${JSON.stringify(keys)})`)
export const someHits = (db: ReadableDB, erasureId: string, place: string, most: number): string[] =>
  all(db, hitRow, sql`SELECT key FROM erase_hits WHERE erasure_id = ${erasureId} AND place = ${place} LIMIT ${most}`).map(({ key }) => key)
export const dropHits = (db: WritableDB, erasureId: string, place: string, keys: readonly string[]): number =>
  run(db, sql`DELETE FROM erase_hits WHERE erasure_id = ${erasureId} AND place = ${place} AND key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)

const settingsRow = z.object({ pointsAbove: z.number(), keepDays: z.number(), reasonAbove: z.number() })
export type EraseSettings = z.infer<typeof settingsRow>
export const eraseSettings = (db: ReadableDB): EraseSettings =>
  first(db, settingsRow, sql`SELECT points_above AS pointsAbove, keep_days AS keepDays, reason_above AS reasonAbove FROM erase_settings`) ?? { pointsAbove: 100, keepDays: 7, reasonAbove: 100 }
export const saveEraseSettings = (db: WritableDB, { pointsAbove, keepDays, reasonAbove }: EraseSettings): number =>
  run(db, sql`UPDATE erase_settings SET points_above = ${pointsAbove}, keep_days = ${keepDays}, reason_above = ${reasonAbove}`)
