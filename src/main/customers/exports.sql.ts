import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Caller, CustomerId, Instant, PlainDate, StaffId } from '../vocabulary.ts'

export type ExportKind = 'csv' | 'vcard'
export type ExportState = 'making' | 'ready' | 'failed' | 'cancelled' | 'gone'
const moment = z.string() as unknown as z.ZodType<Instant>
const jobRow = z.object({
  id: z.string(), state: z.enum(['making', 'ready', 'failed', 'cancelled', 'gone']), kind: z.enum(['csv', 'vcard']), fileName: z.string(), asked: z.string(), people: z.number(), total: z.number(),
  bytes: z.number(), pieces: z.number(), error: z.string(), reason: z.string(), staffId: id<StaffId>(), madeAt: moment, doneAt: moment.nullable(), goneOn: z.string().nullable() as unknown as z.ZodType<PlainDate | null>,
})
export type ExportJob = z.infer<typeof jobRow>
const columns = sql`id, state, kind, file_name AS fileName, asked, people, total, bytes, pieces, error, reason, staff_id AS staffId, made_at AS madeAt, done_at AS doneAt, gone_on AS goneOn FROM export_jobs`

export type NewExport = { readonly id: string; readonly kind: ExportKind; readonly fileName: string; readonly asked: string; readonly total: number; readonly reason: string; readonly approvedBy: StaffId | null; readonly at: Instant }
/** Writes the job down with a key of its own, made by chance. */
export const insertExport = (db: WritableDB, e: NewExport, { staffId, registerId }: Caller): number =>
  run(db, sql`INSERT INTO export_jobs (id, state, kind, file_name, asked, total, key, reason, approved_by, staff_id, register_id, made_at)
    VALUES (${e.id}, 'making', ${e.kind}, ${e.fileName}, ${e.asked}, ${e.total}, lower(hex(randomblob(32))), ${e.reason}, ${e.approvedBy}, ${staffId}, ${registerId}, ${e.at})`)
export const exportJob = (db: ReadableDB, exportId: string): ExportJob | undefined => first(db, jobRow, sql`SELECT ${columns} WHERE id = ${exportId}`)
/** What a person made and may still take, and what is being made; the newest first. */
export const exportsOf = (db: ReadableDB, staffId: StaffId, most: number): ExportJob[] =>
  all(db, jobRow, sql`SELECT ${columns} WHERE staff_id = ${staffId} ORDER BY made_at DESC, id DESC LIMIT ${most}`)
export const keyOfExport = (db: ReadableDB, exportId: string): Buffer | null => {
  const key = value<string>(db, sql`SELECT key FROM export_jobs WHERE id = ${exportId}`)
  return key ? Buffer.from(key, 'hex') : null
}
export type Made = { readonly people: number; readonly bytes: number; readonly pieces: number }
export const endExport = (db: WritableDB, exportId: string, { people, bytes, pieces }: Made, at: Instant, goneOn: PlainDate): number =>
  run(db, sql`UPDATE export_jobs SET state = 'ready', people = ${people}, bytes = ${bytes}, pieces = ${pieces}, done_at = ${at}, gone_on = ${goneOn} WHERE id = ${exportId} AND state = 'making'`)
/** Without a file there is nothing a key could open. */
export const failExport = (db: WritableDB, exportId: string, state: 'failed' | 'cancelled', error: string, at: Instant): number =>
  run(db, sql`UPDATE export_jobs SET state = ${state}, error = ${error}, key = NULL, done_at = ${at} WHERE id = ${exportId} AND state = 'making'`)
export const loseExport = (db: WritableDB, exportId: string): number => run(db, sql`UPDATE export_jobs SET state = 'gone', key = NULL WHERE id = ${exportId} AND state = 'ready'`)

const nameRow = z.object({ id: z.string() })
export const keptExports = (db: ReadableDB): string[] => all(db, nameRow, sql`SELECT id FROM export_jobs WHERE state IN ('ready', 'making')`).map((row) => row.id)
export const overdueExports = (db: ReadableDB, day: PlainDate): string[] => all(db, nameRow, sql`SELECT id FROM export_jobs WHERE state = 'ready' AND gone_on < ${day}`).map((row) => row.id)
export const cutOffExports = (db: ReadableDB): string[] => all(db, nameRow, sql`SELECT id FROM export_jobs WHERE state = 'making'`).map((row) => row.id)
/** Files that hold one of these people, or may: all but those of people ticked one by one without them. */
export const exportsWith = (db: ReadableDB, ids: readonly CustomerId[]): string[] =>
  all(db, nameRow, sql`SELECT id FROM export_jobs WHERE state IN ('ready', 'making') AND (asked ->> '$.selection.kind' = 'filter'
    OR EXISTS (SELECT 1 FROM json_each(asked, '$.selection.ids') j WHERE j.value IN (SELECT value FROM json_each(${JSON.stringify(ids)}))))`).map((row) => row.id)

const mailRow = z.object({ id: z.string(), address: z.string(), subject: z.string(), fileName: z.string(), bytes: z.number(), state: z.enum(['queued', 'sent', 'failed', 'cancelled']), madeAt: moment, exportId: z.string().nullable() })
export type StaffMail = z.infer<typeof mailRow>
export type NewMail = { readonly id: string; readonly exportId: string; readonly address: string; readonly subject: string; readonly body: string; readonly fileName: string; readonly bytes: number; readonly staffId: StaffId; readonly at: Instant }
export const insertMail = (db: WritableDB, m: NewMail): number =>
  run(db, sql`INSERT INTO staff_mail (id, export_id, address, subject, body, file_name, bytes, state, staff_id, made_at)
    VALUES (${m.id}, ${m.exportId}, ${m.address}, ${m.subject}, ${m.body}, ${m.fileName}, ${m.bytes}, 'queued', ${m.staffId}, ${m.at})`)
/** Messages whose file is gone can no longer go. */
export const cancelMailOf = (db: WritableDB, exportId: string, at: Instant): number =>
  run(db, sql`UPDATE staff_mail SET state = 'cancelled', error = 'file-gone', done_at = ${at} WHERE export_id = ${exportId} AND state = 'queued'`)
export const staffMail = (db: ReadableDB, most: number): StaffMail[] =>
  all(db, mailRow, sql`SELECT id, address, subject, file_name AS fileName, bytes, state, made_at AS madeAt, export_id AS exportId FROM staff_mail ORDER BY made_at DESC, id DESC LIMIT ${most}`)
export const addressFor = (db: ReadableDB, staffId: StaffId): string => value<string>(db, sql`SELECT address FROM staff_addresses WHERE staff_id = ${staffId}`) ?? ''
export const keepAddress = (db: WritableDB, staffId: StaffId, address: string): number =>
  run(db, sql`INSERT INTO staff_addresses (staff_id, address) VALUES (${staffId}, ${address}) ON CONFLICT (staff_id) DO UPDATE SET address = excluded.address`)
