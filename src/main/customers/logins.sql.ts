import { z } from 'zod'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, StaffId } from '../vocabulary.ts'

// The log-in of a customer for a catalog: what they type, and a hash of their password. The password itself is in no row, no answer and no export.

const loginRow = z.object({
  kind: z.enum(['email', 'mobile']), login: z.string(), loginKey: z.string(), passwordHash: z.string(), generation: z.number(), active: z.number(),
  setAt: z.string() as unknown as z.ZodType<Instant>, staffName: z.string().nullable(),
})
export type StoredLogin = z.infer<typeof loginRow>
export const loginOf = (db: ReadableDB, id: CustomerId): StoredLogin | undefined =>
  first(db, loginRow, sql`SELECT l.kind, l.login, l.login_key AS loginKey, l.password_hash AS passwordHash, l.generation, l.active, l.set_at AS setAt, s.name AS staffName
    FROM portal_logins l LEFT JOIN staff s ON s.id = l.staff_id WHERE l.customer_id = ${id}`)
/** Whose log-in this is already. */
export const ownerOfLogin = (db: ReadableDB, loginKey: string): CustomerId | undefined =>
  value<CustomerId>(db, sql`SELECT customer_id FROM portal_logins WHERE login_key = ${loginKey}`)

export type NewLogin = Pick<StoredLogin, 'kind' | 'login' | 'loginKey' | 'passwordHash' | 'setAt'> & { readonly customerId: CustomerId; readonly active: boolean; readonly staffId: StaffId }
/** Writes a log-in; where the password is another one the generation grows, so that whoever is signed in with the old one no longer is. */
export const saveLogin = (db: WritableDB, one: NewLogin): number =>
  run(db, sql`INSERT INTO portal_logins (customer_id, kind, login, login_key, password_hash, active, set_at, staff_id)
    VALUES (${one.customerId}, ${one.kind}, ${one.login}, ${one.loginKey}, ${one.passwordHash}, ${Number(one.active)}, ${one.setAt}, ${one.staffId})
    ON CONFLICT (customer_id) DO UPDATE SET kind = excluded.kind, login = excluded.login, login_key = excluded.login_key,
      generation = generation + (password_hash <> excluded.password_hash), password_hash = excluded.password_hash, active = excluded.active,
      set_at = excluded.set_at, staff_id = excluded.staff_id`)
export const dropLogin = (db: WritableDB, id: CustomerId): number => run(db, sql`DELETE FROM portal_logins WHERE customer_id = ${id}`)
