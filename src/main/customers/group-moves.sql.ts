import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { GroupId, Instant } from '../vocabulary.ts'

const idRow = z.object({ id: z.string() })
const goneRow = z.object({ name: z.string(), id: z.string() as unknown as z.ZodType<GroupId>, movedTo: z.string() as unknown as z.ZodType<GroupId>, deletedAt: z.string() as unknown as z.ZodType<Instant> })

/** Groups that were deleted and stand on until their members have moved, with where these go. */
export const goneGroups = (db: ReadableDB): z.infer<typeof goneRow>[] =>
  all(db, goneRow, sql`SELECT id, name, moved_to AS movedTo, deleted_at AS deletedAt FROM customer_groups WHERE deleted_at IS NOT NULL`)
/** Everyone whose row still names the group, seen or not. */
export const rowsIn = (db: ReadableDB, id: GroupId): number => value<number>(db, sql`SELECT count(*) FROM customers WHERE group_id = ${id}`) ?? 0
/** Is anybody in it who can still be seen? */
export const hasMembers = (db: ReadableDB, id: GroupId): boolean =>
  value(db, sql`SELECT EXISTS (SELECT 1 FROM customers WHERE group_id = ${id} AND status NOT IN ('merged', 'erased'))`) === 1
export const membersIn = (db: ReadableDB, id: GroupId): number =>
  value<number>(db, sql`SELECT count(*) FROM customers WHERE group_id = ${id} AND status NOT IN ('merged', 'erased')`) ?? 0

const countRow = z.object({ groupId: z.string().nullable() as unknown as z.ZodType<GroupId | null>, members: z.number() })
/** How many people of each group can be seen. It reads an index of everyone: for the reader's thread. */
export const memberCounts = (db: ReadableDB): z.infer<typeof countRow>[] =>
  all(db, countRow, sql`SELECT group_id AS groupId, count(*) AS members FROM customers WHERE status NOT IN ('merged', 'erased') GROUP BY group_id`)

export type MoveStamp = { readonly at: Instant; readonly registerId: string }
const fieldChange = ({ at, registerId }: MoveStamp) =>
  sql`version = version + 1, updated_at = ${at}, field_changes = json_set(field_changes, '$.groupId', json_array(version + 1, ${at}, ${registerId}))`

/** Moves the next `most` members on and remembers them; answers how many there were. */
export function moveMembers(db: WritableDB, from: GroupId, to: GroupId, stamp: MoveStamp, most: number): number {
  const ids = JSON.stringify(all(db, idRow, sql`SELECT id FROM customers WHERE group_id = ${from} LIMIT ${most}`).map(({ id }) => id))
  run(db, sql`INSERT OR IGNORE INTO customer_group_moves (group_id, customer_id) SELECT ${from}, value FROM json_each(${ids})`)
  return run(db, sql`UPDATE customers SET group_id = ${to}, ${fieldChange(stamp)} WHERE id IN (SELECT value FROM json_each(${ids}))`)
}

/** Brings the next `most` back who are still where they were moved to; answers how many were looked at, 0 at the end. */
export function moveBack(db: WritableDB, group: GroupId, from: GroupId, stamp: MoveStamp, most: number): number {
  const ids = all(db, idRow, sql`SELECT customer_id AS id FROM customer_group_moves WHERE group_id = ${group} LIMIT ${most}`).map(({ id }) => id)
  const named = JSON.stringify(ids)
  run(db, sql`UPDATE customers SET group_id = ${group}, ${fieldChange(stamp)} WHERE group_id = ${from} AND id IN (SELECT value FROM json_each(${named}))`)
  run(db, sql`DELETE FROM customer_group_moves WHERE group_id = ${group} AND customer_id IN (SELECT value FROM json_each(${named}))`)
  return ids.length
}

/** Forgets who was moved, `most` at a time: nobody can take it back any more. */
export const forgetMoves = (db: WritableDB, group: GroupId, most: number): number =>
  run(db, sql`DELETE FROM customer_group_moves WHERE group_id = ${group} AND customer_id IN (SELECT customer_id FROM customer_group_moves WHERE group_id = ${group} LIMIT ${most})`)
