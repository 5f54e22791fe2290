import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, CustomerId, GroupId, Instant, PlainDate, RegisterId, StaffId } from '../vocabulary.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const moment = z.string() as unknown as z.ZodType<Instant>
const accountRow = z.object({ id: id<AccountId>(), customerId: id<CustomerId>(), joinedAt: moment, joinedDay: day, lastVisitDay: day, mergedInto: id<AccountId>().nullable() })
export type Account = z.infer<typeof accountRow>
const columns = sql`id, customer_id AS customerId, joined_at AS joinedAt, joined_day AS joinedDay, last_visit_day AS lastVisitDay, merged_into AS mergedInto`

export const accountOf = (db: ReadableDB, customerId: CustomerId): Account | undefined =>
  first(db, accountRow, sql`SELECT ${columns} FROM loyalty_accounts WHERE customer_id = ${customerId}`)
export const getAccount = (db: ReadableDB, accountId: AccountId): Account | undefined =>
  first(db, accountRow, sql`SELECT ${columns} FROM loyalty_accounts WHERE id = ${accountId}`)

/** The account that holds a row's points today: after a merge, the survivor's. */
export function livingAccount(db: ReadableDB, accountId: AccountId): Account | undefined {
  const account = getAccount(db, accountId)
  return account?.mergedInto ? livingAccount(db, account.mergedInto) : account
}
export const setMergedInto = (db: WritableDB, accountId: AccountId, into: AccountId | null): number => run(db, sql`UPDATE loyalty_accounts SET merged_into = ${into} WHERE id = ${accountId}`)

/** A member's account becomes another record's, as it is: the survivor of a merge who had none, or back again. */
export const setAccountOwner = (db: WritableDB, accountId: AccountId, customerId: CustomerId): number => run(db, sql`UPDATE loyalty_accounts SET customer_id = ${customerId} WHERE id = ${accountId}`)
/** The accounts that are part of this one by merges, however long ago; without it. */
export const accountsWithin = (db: ReadableDB, accountId: AccountId): AccountId[] =>
  all(db, z.object({ id: id<AccountId>() }), sql`WITH RECURSIVE part (id) AS (SELECT id FROM loyalty_accounts WHERE merged_into = ${accountId}
    UNION SELECT a.id FROM loyalty_accounts a JOIN part p ON a.merged_into = p.id) SELECT id FROM part`).map((row) => row.id)

export type NewAccount = { readonly id: AccountId; readonly customerId: CustomerId; readonly joinedAt: Instant; readonly joinedDay: PlainDate; readonly registerId: RegisterId; readonly staffId: StaffId | null }
/** Makes someone a member, and counts them on that day. */
export function insertAccount(db: WritableDB, account: NewAccount): void {
  run(db, sql`INSERT INTO loyalty_accounts (id, customer_id, joined_at, joined_day, register_id, staff_id, last_visit_day)
    VALUES (${account.id}, ${account.customerId}, ${account.joinedAt}, ${account.joinedDay}, ${account.registerId}, ${account.staffId}, ${account.joinedDay})`)
  run(db, sql`INSERT INTO loyalty_days (day, new_members) VALUES (${account.joinedDay}, 1) ON CONFLICT (day) DO UPDATE SET new_members = new_members + 1`)
}
export const noteVisit = (db: WritableDB, accountId: AccountId, on: PlainDate): number =>
  run(db, sql`UPDATE loyalty_accounts SET last_visit_day = ${on} WHERE id = ${accountId} AND last_visit_day < ${on}`)

const personRow = z.object({
  customerId: id<CustomerId>(), status: z.string(), groupId: id<GroupId>().nullable(), birthDate: day.nullable(), updatedAt: moment, name: z.string().nullable(),
})
export type PointsPerson = z.infer<typeof personRow>
/** What points need to know of a customer. */
export const personOf = (db: ReadableDB, customerId: CustomerId): PointsPerson | undefined =>
  first(db, personRow, sql`SELECT customer_id AS customerId, status, group_id AS groupId, birth_date AS birthDate, updated_at AS updatedAt, name
    FROM v_points_people WHERE customer_id = ${customerId}`)

const textRow = z.object({ text: z.string() })
const texts = (rows: readonly z.infer<typeof textRow>[]): string[] => rows.map(({ text }) => text)
/** By what a person is known: numbers, addresses and the document's number. They are scrambled before they are kept anywhere. */
export const knownBy = (db: ReadableDB, customerId: CustomerId): { phones: string[]; emails: string[]; documentNumber: string } => ({
  phones: texts(all(db, textRow, sql`SELECT e164 AS text FROM v_points_phones WHERE customer_id = ${customerId} AND e164 <> ''`)),
  emails: texts(all(db, textRow, sql`SELECT address_key AS text FROM v_points_emails WHERE customer_id = ${customerId} AND address_key <> ''`)),
  documentNumber: value<string>(db, sql`SELECT number FROM v_points_documents WHERE customer_id = ${customerId}`) ?? '',
})
const customerRow = z.object({ customerId: id<CustomerId>() })
/** Whose number this is; more than one where a family shares it. */
export const customersByPhone = (db: ReadableDB, e164: string): CustomerId[] =>
  all(db, customerRow, sql`SELECT DISTINCT customer_id AS customerId FROM v_points_phones WHERE e164 = ${e164} LIMIT 3`).map(({ customerId }) => customerId)

export const signUpSecret = (db: ReadableDB): string => value<string>(db, sql`SELECT secret FROM loyalty_secret`) ?? ''
export const noteSignUp = (db: WritableDB, keys: readonly string[], accountId: AccountId, at: Instant): void =>
  keys.forEach((key) => run(db, sql`INSERT INTO loyalty_sign_ups (person_key, account_id, at) VALUES (${key}, ${accountId}, ${at}) ON CONFLICT DO NOTHING`))

/** Since when this birth date is known. A new one begins to count on the day the record last changed. */
export function birthDateKnownSince(db: WritableDB, customerId: CustomerId, birthDate: PlainDate, changedOn: PlainDate): PlainDate {
  run(db, sql`INSERT INTO loyalty_birthdays (customer_id, birth_date, known_since) VALUES (${customerId}, ${birthDate}, ${changedOn})
    ON CONFLICT (customer_id) DO UPDATE SET birth_date = excluded.birth_date, known_since = excluded.known_since WHERE birth_date <> excluded.birth_date`)
  return value<PlainDate>(db, sql`SELECT known_since FROM loyalty_birthdays WHERE customer_id = ${customerId}`) ?? changedOn
}

const memberRow = z.object({ accountId: id<AccountId>(), customerId: id<CustomerId>() })
/** Members whose month and day of birth is one of these ('04-03'), from one on. */
export const membersBornOn = (db: ReadableDB, monthDays: readonly string[], after: string, most: number): z.infer<typeof memberRow>[] =>
  all(db, memberRow, sql`SELECT a.id AS accountId, a.customer_id AS customerId FROM loyalty_accounts a JOIN v_points_people p ON p.customer_id = a.customer_id
    WHERE a.id > ${after} AND p.status = 'active' AND substr(p.birth_date, 6) IN (SELECT value FROM json_each(${JSON.stringify(monthDays)})) ORDER BY a.id LIMIT ${most}`)

export const jobDay = (db: ReadableDB, name: string): string => value<string>(db, sql`SELECT day FROM loyalty_jobs WHERE name = ${name}`) ?? ''
export const noteJob = (db: WritableDB, name: string, on: string): number =>
  run(db, sql`INSERT INTO loyalty_jobs (name, day) VALUES (${name}, ${on}) ON CONFLICT (name) DO UPDATE SET day = excluded.day`)
