import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, Json, StaffId } from '../vocabulary.ts'
import { listFilter, type ListFilter, type SmartGroupId } from './list-filter.ts'

/** A group that is a filter: whoever it finds is in it, at the moment it is asked. */
export type SmartGroup = { readonly id: SmartGroupId; readonly name: string; readonly filter: ListFilter; readonly updatedAt: Instant }

const groupRow = z.object({ id: z.string(), name: z.string(), filter: z.string(), updatedAt: z.string() })
const groupOf = (row: z.infer<typeof groupRow>): SmartGroup[] => {
  const filter = listFilter.safeParse(JSON.parse(row.filter))
  return filter.success ? [{ id: row.id as SmartGroupId, name: row.name, filter: filter.data, updatedAt: row.updatedAt as Instant }] : []
}

/** Every smart group, by name. One whose filter an older version of the register wrote and this one cannot read is left out. */
export const smartGroups = (db: ReadableDB): SmartGroup[] =>
  all(db, groupRow, sql`SELECT id, name, filter, updated_at AS updatedAt FROM smart_groups WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id`).flatMap(groupOf)
export const smartGroupOf = (db: ReadableDB, id: SmartGroupId): SmartGroup | undefined => {
  const row = first(db, groupRow, sql`SELECT id, name, filter, updated_at AS updatedAt FROM smart_groups WHERE id = ${id} AND deleted_at IS NULL`)
  return row && groupOf(row)[0]
}
export const smartGroupNamed = (db: ReadableDB, name: string, except: SmartGroupId): boolean =>
  value(db, sql`SELECT 1 FROM smart_groups WHERE deleted_at IS NULL AND fold(name) = fold(${name}) AND id <> ${except}`) === 1

export type SmartGroupSaved = { readonly id: SmartGroupId; readonly name: string; readonly filter: ListFilter; readonly at: Instant; readonly by: StaffId }
export const saveSmartGroup = (db: WritableDB, g: SmartGroupSaved): number =>
  run(db, sql`INSERT INTO smart_groups (id, name, filter, made_at, made_by, updated_at) VALUES (${g.id}, ${g.name}, ${JSON.stringify(g.filter)}, ${g.at}, ${g.by}, ${g.at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, filter = excluded.filter, updated_at = excluded.updated_at`)
/** Marks one as deleted, or takes that back; 0 where there was nothing to do. */
export const dropSmartGroup = (db: WritableDB, id: SmartGroupId, at: Instant): number =>
  run(db, sql`UPDATE smart_groups SET deleted_at = ${at} WHERE id = ${id} AND deleted_at IS NULL`)
export const bringBackSmartGroup = (db: WritableDB, id: SmartGroupId): number =>
  run(db, sql`UPDATE smart_groups SET deleted_at = NULL WHERE id = ${id} AND deleted_at IS NOT NULL`)

export type Remembered = 'columns' | 'filter' | 'sort' | 'new-half'
/** What this person left the list at; null where they never did. */
export const rememberedOf = (db: ReadableDB, staffId: StaffId, what: Remembered): Json => {
  const body = value<string>(db, sql`SELECT body FROM list_memory WHERE staff_id = ${staffId} AND what = ${what}`)
  return body === undefined ? null : (JSON.parse(body) as Json)
}
export const remember = (db: WritableDB, staffId: StaffId, what: Remembered, body: Json): number =>
  run(db, sql`INSERT INTO list_memory (staff_id, what, body) VALUES (${staffId}, ${what}, ${JSON.stringify(body)}) ON CONFLICT DO UPDATE SET body = excluded.body`)
export const forget = (db: WritableDB, staffId: StaffId, what: Remembered): number =>
  run(db, sql`DELETE FROM list_memory WHERE staff_id = ${staffId} AND what = ${what}`)

/** How many rows the list shows at most (C8). */
export const mostRowsOf = (db: ReadableDB): number => value<number>(db, sql`SELECT most_rows FROM list_settings WHERE id = 1`) ?? 1_000
export const setMostRows = (db: WritableDB, rows: number): number => run(db, sql`UPDATE list_settings SET most_rows = ${rows} WHERE id = 1`)
