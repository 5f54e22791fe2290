import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, Language, RegisterId, Role, StaffId } from '../vocabulary.ts'
import type { Session, Staff, StaffName, Theme } from './staff.ts'

const flag = z.union([z.literal(0), z.literal(1)])
const role = z.string() as unknown as z.ZodType<Role>
const language = z.enum(['en', 'fr', 'es'])
const theme = z.enum(['light', 'dark', 'system'])
const staffId = z.string() as unknown as z.ZodType<StaffId>
const instant = z.string() as unknown as z.ZodType<Instant>
const staffRow = z.object({ id: staffId, name: z.string(), role, language, theme, pinLength: z.number(), active: flag, badge: z.string().nullable(), roleName: z.string(), pinMustChange: flag })
const nameRow = z.object({ id: staffId, name: z.string(), role, roleName: z.string(), language, pinLength: z.number(), lockedUntil: instant.nullable() })
const sessionRow = z.object({ staffId, name: z.string(), role, roleName: z.string(), language, theme, locked: flag, pinDue: flag })
const secretRow = z.object({ id: staffId, pinHash: z.string() })
/** Someone of a role that every shop had from the start has no role_id. */
const roleColumns = sql`coalesce(p.role_id, p.role) AS role, coalesce((SELECT r.name FROM roles r WHERE r.id = p.role_id), '') AS roleName`
const columns = sql`p.id, p.name, ${roleColumns}, p.language, p.theme, p.pin_length AS pinLength, p.active, p.badge, p.pin_must_change AS pinMustChange`
const asStaff = (row: z.infer<typeof staffRow>): Staff => ({ ...row, active: row.active === 1, pinMustChange: row.pinMustChange === 1 })
/** What the first column of the table holds: its three words are all it may. */
const kept = (role: Role): { role: string; roleId: string | null } => (role === 'cashier' || role === 'manager' || role === 'owner' ? { role, roleId: null } : { role: 'cashier', roleId: role })

/** Who is signed in on this till; someone who was deactivated since is not. */
export function sessionOn(db: ReadableDB, registerId: RegisterId): Session | undefined {
  const row = first(db, sessionRow, sql`SELECT s.staff_id AS staffId, p.name, ${roleColumns}, p.language, p.theme, s.locked,
      (p.pin_must_change = 1 OR EXISTS (SELECT 1 FROM pin_rules r
        WHERE r.days > 0 AND strftime('%Y-%m-%dT%H:%M:%fZ', p.pin_set_at, '+' || r.days || ' days') <= s.signed_in_at)) AS pinDue
    FROM sessions s JOIN staff p ON p.id = s.staff_id WHERE s.register_id = ${registerId} AND p.active = 1`)
  return row && { ...row, locked: row.locked === 1, pinDue: row.pinDue === 1 }
}

export function getStaff(db: ReadableDB, id: StaffId): Staff | undefined {
  const row = first(db, staffRow, sql`SELECT ${columns} FROM staff p WHERE p.id = ${id}`)
  return row && asStaff(row)
}

/** Everyone who ever worked here, those who still do first. */
export const listStaff = (db: ReadableDB): Staff[] =>
  all(db, staffRow, sql`SELECT ${columns} FROM staff p ORDER BY p.active DESC, p.name COLLATE NOCASE, p.id`).map(asStaff)

/** Those who can sign in, with the lock they are under, if any. */
export const listNames = (db: ReadableDB, now: Instant): StaffName[] =>
  all(db, nameRow, sql`SELECT p.id, p.name, ${roleColumns}, p.language, p.pin_length AS pinLength,
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
  value<number>(db, sql`SELECT count(*) FROM staff WHERE active = 1 AND role = 'owner' AND role_id IS NULL AND pin_hash IS NOT NULL`) ?? 0

export type NewStaff = { readonly id: StaffId; readonly name: string; readonly role: Role; readonly language: Language; readonly active: boolean }

export const insertStaff = (db: WritableDB, staff: NewStaff, at: Instant): number =>
  run(db, sql`INSERT INTO staff (id, name, role, role_id, language, active, made_at, updated_at)
    VALUES (${staff.id}, ${staff.name}, ${kept(staff.role).role}, ${kept(staff.role).roleId}, ${staff.language}, ${staff.active ? 1 : 0}, ${at}, ${at})`)

/** Someone who leaves also loses the PIN: whoever comes back is given a new one, so that two active people never share one. */
export const updateStaff = (db: WritableDB, staff: NewStaff, at: Instant): number =>
  run(db, sql`UPDATE staff SET name = ${staff.name}, role = ${kept(staff.role).role}, role_id = ${kept(staff.role).roleId}, language = ${staff.language}, active = ${staff.active ? 1 : 0},
    pin_hash = CASE WHEN ${staff.active ? 1 : 0} = 1 THEN pin_hash END, pin_length = CASE WHEN ${staff.active ? 1 : 0} = 1 THEN pin_length ELSE 0 END,
    updated_at = ${at} WHERE id = ${staff.id}`)

/** `mustChange`: somebody else knows it. */
export const savePin = (db: WritableDB, id: StaffId, pin: { hash: string; length: number; mustChange: boolean }, at: Instant): number =>
  run(db, sql`UPDATE staff SET pin_hash = ${pin.hash}, pin_length = ${pin.length}, pin_set_at = ${at}, pin_must_change = ${pin.mustChange ? 1 : 0}, updated_at = ${at}
    WHERE id = ${id}`)
/** After how many days a PIN is to be changed; 0 is never. */
export const pinDays = (db: ReadableDB): number => value<number>(db, sql`SELECT days FROM pin_rules`) ?? 0
export const savePinDays = (db: WritableDB, days: number): number => run(db, sql`UPDATE pin_rules SET days = ${days}`)

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
