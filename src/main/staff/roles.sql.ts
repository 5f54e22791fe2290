import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, Role, StaffId } from '../vocabulary.ts'
import { rulesFor, type RoleRules, type StoredRole } from './roles.ts'

const roleRow = z.object({
  id: z.string() as unknown as z.ZodType<Role>, name: z.string(), base: z.enum(['cashier', 'senior', 'manager', 'owner', 'accountant']),
  rights: z.string(), fields: z.string(), limits: z.string(),
})
const columns = sql`id, name, base, rights, fields, limits`
const asRole = ({ rights, fields, limits, ...rest }: z.infer<typeof roleRow>): StoredRole =>
  ({ ...rest, rights: JSON.parse(rights) as StoredRole['rights'], fields: JSON.parse(fields) as StoredRole['fields'], limits: JSON.parse(limits) as StoredRole['limits'] })

/** Those every shop has first, then its own by name. */
export const listRoles = (db: ReadableDB): StoredRole[] => all(db, roleRow, sql`SELECT ${columns} FROM roles ORDER BY name <> '', instr('cashier senior manager owner accountant', id), name COLLATE NOCASE`).map(asRole)

/** A role as it is kept, or nothing for one that was removed. */
export function getRole(db: ReadableDB, id: Role): StoredRole | undefined {
  const row = first(db, roleRow, sql`SELECT ${columns} FROM roles WHERE id = ${id}`)
  return row && asRole(row)
}

const everyoneEdits = (db: ReadableDB): boolean => value<number>(db, sql`SELECT everyone_edits_customers FROM v_staff_shop`) !== 0

/** What holds for this role at this moment, read anew at each question: what an owner changes binds whoever is signed in at once. */
export function rulesOf(db: ReadableDB, id: Role): RoleRules {
  const stored = getRole(db, id) ?? { base: 'accountant', rights: {}, fields: {}, limits: {} }
  return rulesFor(stored, everyoneEdits(db))
}

export const saveRole = (db: WritableDB, { id, name, base, rights, fields, limits }: StoredRole, at: Instant): number =>
  run(db, sql`INSERT INTO roles (id, name, base, rights, fields, limits, updated_at)
      VALUES (${id}, ${name}, ${base}, ${JSON.stringify(rights)}, ${JSON.stringify(fields)}, ${JSON.stringify(limits)}, ${at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, rights = excluded.rights, fields = excluded.fields, limits = excluded.limits, updated_at = excluded.updated_at`)

/** Only a role of the shop's own that nobody has any more can go; an id of one that stays changes nothing. */
export const removeRole = (db: WritableDB, id: Role): number => run(db, sql`DELETE FROM roles WHERE id = ${id} AND name <> ''`)

export const roleNamed = (db: ReadableDB, name: string): Role | undefined => value<Role>(db, sql`SELECT id FROM roles WHERE name = ${name} COLLATE NOCASE`)

/** How many people have or had it: those who left could come back. */
export const peopleWith = (db: ReadableDB, id: Role): number => value<number>(db, sql`SELECT count(*) FROM staff WHERE coalesce(role_id, role) = ${id}`) ?? 0
export const activePeopleWith = (db: ReadableDB, id: Role): number => value<number>(db, sql`SELECT count(*) FROM staff WHERE active = 1 AND coalesce(role_id, role) = ${id}`) ?? 0
export const roleOf = (db: ReadableDB, id: StaffId): Role | undefined => value<Role>(db, sql`SELECT coalesce(role_id, role) FROM staff WHERE id = ${id}`)
