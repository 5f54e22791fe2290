import { z } from 'zod'
import { all, first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, Json, RegisterId, StaffId } from '../vocabulary.ts'

export type BulkWhat = 'group' | 'tag' | 'untag' | 'status'
export type BulkAct = { readonly id: string; readonly what: BulkWhat; readonly detail: Json; readonly staffId: StaffId; readonly registerId: RegisterId; readonly at: Instant }

/** Begins an act on many: what each person had before is noted under it as it is done. */
export const insertAct = (db: WritableDB, act: BulkAct): number =>
  run(db, sql`INSERT INTO bulk_acts (id, what, detail, staff_id, register_id, at) VALUES (${act.id}, ${act.what}, ${JSON.stringify(act.detail)}, ${act.staffId}, ${act.registerId}, ${act.at})`)
export const notePerson = (db: WritableDB, actId: string, id: CustomerId, before: Json): number =>
  run(db, sql`INSERT OR IGNORE INTO bulk_act_people (act_id, customer_id, before) VALUES (${actId}, ${id}, ${JSON.stringify(before)})`)

const actRow = z.object({ what: z.enum(['group', 'tag', 'untag', 'status']), detail: z.string(), at: z.string(), undoneAt: z.string().nullable() })
export const actOf = (db: ReadableDB, id: string): z.infer<typeof actRow> | undefined =>
  first(db, actRow, sql`SELECT what, detail, at, undone_at AS undoneAt FROM bulk_acts WHERE id = ${id}`)
export const markUndone = (db: WritableDB, id: string, at: Instant): number => run(db, sql`UPDATE bulk_acts SET undone_at = ${at} WHERE id = ${id}`)

const personRow = z.object({ id: z.string(), before: z.string() })
/** The next of whom an act changed, behind somebody. */
export const peopleOfAct = (db: ReadableDB, actId: string, after: string, most: number): { id: CustomerId; before: Json }[] =>
  all(db, personRow, sql`SELECT customer_id AS id, before FROM bulk_act_people WHERE act_id = ${actId} AND customer_id > ${after} ORDER BY customer_id LIMIT ${most}`)
    .map(({ id, before }) => ({ id: id as CustomerId, before: JSON.parse(before) as Json }))

/** Forgets a few rows of acts that nobody can take back any more; false once there are none. */
export function forgetSome(db: WritableDB, before: Instant, most: number): boolean {
  const gone = run(db, sql`DELETE FROM bulk_act_people WHERE (act_id, customer_id) IN
    (SELECT p.act_id, p.customer_id FROM bulk_acts a JOIN bulk_act_people p ON p.act_id = a.id WHERE a.at < ${before} LIMIT ${most})`)
  if (gone === 0) run(db, sql`DELETE FROM bulk_acts WHERE at < ${before}`)
  return gone > 0
}
