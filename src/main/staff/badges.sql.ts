import { z } from 'zod'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { StaffId } from '../vocabulary.ts'

const ownerRow = z.object({ id: z.string() as unknown as z.ZodType<StaffId>, name: z.string() })
/** Whose badge this is, among those who work here. */
export const staffWithBadge = (db: ReadableDB, badge: string): z.infer<typeof ownerRow> | undefined =>
  first(db, ownerRow, sql`SELECT id, name FROM staff WHERE badge = ${badge} AND active = 1`)
/** The same among everyone who ever did: a badge is on one person. */
export const badgeHolder = (db: ReadableDB, badge: string): z.infer<typeof ownerRow> | undefined => first(db, ownerRow, sql`SELECT id, name FROM staff WHERE badge = ${badge}`)
export const setBadge = (db: WritableDB, id: StaffId, badge: string | null): number => run(db, sql`UPDATE staff SET badge = ${badge} WHERE id = ${id}`)
export const badgeOf = (db: ReadableDB, id: StaffId): string | null => value<string | null>(db, sql`SELECT badge FROM staff WHERE id = ${id}`) ?? null
