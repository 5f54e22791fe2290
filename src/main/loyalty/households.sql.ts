import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, CustomerId, Instant, PlainDate, Points, StaffId } from '../vocabulary.ts'
import { householdRoles, type HouseholdId, type HouseholdRole, type Stay } from './households.ts'

const stayRow = z.object({
  id: z.string(), householdId: z.string() as unknown as z.ZodType<HouseholdId>, householdName: z.string(), accountId: id<AccountId>(), customerId: id<CustomerId>(), name: z.string(),
  role: z.enum(householdRoles), capPoints: z.number().nullable() as unknown as z.ZodType<Points | null>, joinedAt: z.string() as unknown as z.ZodType<Instant>,
}) as unknown as z.ZodType<Stay>
const columns = sql`m.id, m.household_id AS householdId, h.name AS householdName, m.account_id AS accountId, a.customer_id AS customerId, coalesce(p.name, '') AS name, m.role,
  m.cap_points AS capPoints, m.joined_at AS joinedAt
  FROM loyalty_household_members m JOIN loyalty_households h ON h.id = m.household_id JOIN loyalty_accounts a ON a.id = m.account_id LEFT JOIN v_points_people p ON p.customer_id = a.customer_id`

export const stayOf = (db: ReadableDB, accountId: AccountId): Stay | undefined => first(db, stayRow, sql`SELECT ${columns} WHERE m.account_id = ${accountId} AND m.left_at IS NULL`)
/** The owner first, then in the order they came. */
export const staysIn = (db: ReadableDB, householdId: HouseholdId): Stay[] =>
  all(db, stayRow, sql`SELECT ${columns} WHERE m.household_id = ${householdId} AND m.left_at IS NULL ORDER BY m.role <> 'owner', m.joined_at, m.id`)

export const insertHousehold = (db: WritableDB, householdId: HouseholdId, name: string, at: Instant, staffId: StaffId): number =>
  run(db, sql`INSERT INTO loyalty_households (id, name, made_at, staff_id) VALUES (${householdId}, ${name}, ${at}, ${staffId})`)
export type NewStay = {
  readonly id: string; readonly householdId: HouseholdId; readonly accountId: AccountId; readonly role: HouseholdRole; readonly capPoints: number | null
  readonly at: Instant; /** What brought them: an act at the till, or a merge by its name. */ readonly by: string; readonly staffId: StaffId | null; readonly approvedBy: StaffId | null
}
export const insertStay = (db: WritableDB, stay: NewStay): number =>
  run(db, sql`INSERT INTO loyalty_household_members (id, household_id, account_id, role, cap_points, joined_at, joined_by, staff_id, approved_by)
    VALUES (${stay.id}, ${stay.householdId}, ${stay.accountId}, ${stay.role}, ${stay.capPoints}, ${stay.at}, ${stay.by}, ${stay.staffId}, ${stay.approvedBy})`)
export const endStay = (db: WritableDB, stayId: string, at: Instant, by: string): number =>
  run(db, sql`UPDATE loyalty_household_members SET left_at = ${at}, left_by = ${by} WHERE id = ${stayId} AND left_at IS NULL`)
export const setRole = (db: WritableDB, stayId: string, role: HouseholdRole, capPoints: number | null): number =>
  run(db, sql`UPDATE loyalty_household_members SET role = ${role}, cap_points = ${capPoints} WHERE id = ${stayId}`)
/** Takes back what a merge did to stays: those it began end, those it ended go on. */
export function undoStays(db: WritableDB, by: string, at: Instant): void {
  run(db, sql`UPDATE loyalty_household_members SET left_at = ${at}, left_by = ${`undo-${by}`} WHERE joined_by = ${by} AND left_at IS NULL`)
  run(db, sql`UPDATE loyalty_household_members SET left_at = NULL, left_by = NULL WHERE left_by = ${by}
    AND NOT EXISTS (SELECT 1 FROM loyalty_household_members x WHERE x.account_id = loyalty_household_members.account_id AND x.left_at IS NULL)`)
}

/** What one person has spent of the shared points since a day, less what came back of it. */
export const spentBy = (db: ReadableDB, accountIds: readonly AccountId[], customerId: CustomerId, from: PlainDate): number =>
  value<number>(db, sql`SELECT coalesce(0 - sum(l.points), 0) FROM loyalty_ledger l LEFT JOIN loyalty_ledger o ON o.id = l.reverses_id
    WHERE l.account_id IN (SELECT value FROM json_each(${JSON.stringify(accountIds)})) AND l.day >= ${from} AND coalesce(o.kind, l.kind) = 'redeem'
      AND json_extract(coalesce(o.working, l.working), '$.spentBy') = ${customerId}`) ?? 0

const holderRow = z.object({ accountId: id<AccountId>() })
/** Who had their sign-up bonus under one of these keys. */
export const signUpHolders = (db: ReadableDB, keys: readonly string[]): AccountId[] =>
  all(db, holderRow, sql`SELECT DISTINCT account_id AS accountId FROM loyalty_sign_ups WHERE person_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`).map(({ accountId }) => accountId)
