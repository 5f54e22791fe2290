import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, Language, RegisterId, Role, StaffId } from '../vocabulary.ts'
import type { Session, Staff, StaffName, Theme } from './staff.ts'

const flag = z.union([z.literal(0), z.literal(1)])
const role = z.enum(['cashier', 'manager', 'owner'])
const language = z.enum(['en', 'fr', 'es'])
const theme = z.enum(['light', 'dark', 'system'])
const staffId = z.string() as unknown as z.ZodType<StaffId>
const instant = z.string() as unknown as z.ZodType<Instant>
const staffRow = z.object({ id: staffId, name: z.string(), role, language, theme, pinLength: z.number(), active: flag, badge: z.string().nullable() })
const nameRow = z.object({ id: staffId, name: z.string(), role, language, pinLength: z.number(), lockedUntil: instant.nullable() })
const sessionRow = z.object({ staffId, name: z.string(), role, language, theme, locked: flag })
const secretRow = z.object({ id: staffId, pinHash: z.string() })
const columns = sql`id, name, role, language, theme, pin_length AS pinLength, active, badge`
const asStaff = (row: z.infer<typeof staffRow>): Staff => ({ ...row, active: row.active === 1 })

/** Who is signed in on this till; someone who was deactivated since is not. */
export function sessionOn(db: ReadableDB, registerId: RegisterId): Session | undefined {
  const row = first(db, sessionRow, sql`SELECT s.staff_id AS staffId, p.name, p.role, p.language, p.theme, s.locked
    FROM sessions s JOIN staff p ON p.id = s.staff_id WHERE s.register_id = ${registerId} AND p.active = 1`)
  return row && { ...row, locked: row.locked === 1 }
}

export function getStaff(db: ReadableDB, id: StaffId): Staff | undefined {
  const row = first(db, staffRow, sql`SELECT ${columns} FROM staff WHERE id = ${id}`)
  return row && asStaff(row)
}

/** Everyone who ever worked here, those who still do first. */
export const listStaff = (db: ReadableDB): Staff[] =>
  all(db, staffRow, sql`SELECT ${columns} FROM staff ORDER BY active DESC, name COLLATE NOCASE, id`).map(asStaff)

/** Those who can sign in, with the lock they are under, if any. */
export const listNames = (db: ReadableDB, now: Instant): StaffName[] =>
  all(db, nameRow, sql`SELECT p.id, p.name, p.role, p.language, p.pin_length AS pinLength,
    CASE WHEN t.locked_until > ${now} THEN t.locked_until END AS lockedUntil
    FROM staff p LEFT JOIN pin_tries t ON t.who = p.id
    WHERE p.active = 1 AND p.pin_hash IS NOT NULL ORDER BY p.name COLLATE NOCASE, p.id`)

/** The hash to compare with; none for someone inactive, unknown or without a PIN. */
export const pinHashOf = (db: ReadableDB, id: StaffId): string | undefined =>
  value<string>(db, sql`SELECT pin_hash FROM staff WHERE id = ${id} AND active = 1 AND pin_hash IS NOT NULL`)

/** The PINs a new one of this length must differ from. */
export const pinsOfLength = (db: ReadableDB, length: number, exceptId: StaffId): z.infer<typeof secretRow>[] =>
  all(db, secretRow, sql`SELECT id, pin_hash AS pinHash FROM staff
    WHERE active = 1 AND pin_length = ${length} AND pin_hash IS NOT NULL AND id <> ${exceptId} ORDER BY id`)

export const countOwners = (db: ReadableDB): number =>
  value<number>(db, sql`SELECT count(*) FROM staff WHERE active = 1 AND role = 'owner' AND pin_hash IS NOT NULL`) ?? 0

export type NewStaff = { readonly id: StaffId; readonly name: string; readonly role: Role; readonly language: Language; readonly active: boolean }

export const insertStaff = (db: WritableDB, staff: NewStaff, at: Instant): number =>
  run(db, sql`INSERT INTO staff (id, name, role, language, active, made_at, updated_at)
    VALUES (${staff.id}, ${staff.name}, ${staff.role}, ${staff.language}, ${staff.active ? 1 : 0}, ${at}, ${at})`)

/** Someone who leaves also loses the PIN: whoever comes back is given a new one, so that two active people never share one. */
export const updateStaff = (db: WritableDB, staff: NewStaff, at: Instant): number =>
  run(db, sql`UPDATE staff SET name = ${staff.name}, role = ${staff.role}, language = ${staff.language}, active = ${staff.active ? 1 : 0},
    pin_hash = CASE WHEN ${staff.active ? 1 : 0} = 1 THEN pin_hash END, pin_length = CASE WHEN ${staff.active ? 1 : 0} = 1 THEN pin_length ELSE 0 END,
    updated_at = ${at} WHERE id = ${staff.id}`)

export const savePin = (db: WritableDB, id: StaffId, pin: { hash: string; length: number }, at: Instant): number =>
  run(db, sql`UPDATE staff SET pin_hash = ${pin.hash}, pin_length = ${pin.length}, updated_at = ${at} WHERE id = ${id}`)

export const savePreferences = (db: WritableDB, id: StaffId, chosen: { language: Language; theme: Theme }, at: Instant): number =>
  run(db, sql`UPDATE staff SET language = ${chosen.language}, theme = ${chosen.theme}, updated_at = ${at} WHERE id = ${id}`)

/** Whoever was signed in on this till is not any more. */
export const startSession = (db: WritableDB, registerId: RegisterId, id: StaffId, at: Instant): number =>
  run(db, sql`INSERT INTO sessions (register_id, staff_id, signed_in_at) VALUES (${registerId}, ${id}, ${at})
    ON CONFLICT (register_id) DO UPDATE SET staff_id = excluded.staff_id, signed_in_at = excluded.signed_in_at, locked = 0`)

export const lockSession = (db: WritableDB, registerId: RegisterId): number =>
  run(db, sql`UPDATE sessions SET locked = 1 WHERE register_id = ${registerId} AND locked = 0`)

export const endSession = (db: WritableDB, registerId: RegisterId): number => run(db, sql`DELETE FROM sessions WHERE register_id = ${registerId}`)
export const endSessionsOf = (db: WritableDB, id: StaffId): number => run(db, sql`DELETE FROM sessions WHERE staff_id = ${id}`)
/** At start nobody is signed in: whoever stood at the till when the power went may have left. */
export const endAllSessions = (db: WritableDB): number => run(db, sql`DELETE FROM sessions`)
