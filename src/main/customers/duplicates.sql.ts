import { z } from 'zod'
import { all, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, PlainDate } from '../vocabulary.ts'
import { bareDigits, type Comparable } from './duplicates.ts'

const idRow = z.object({ id: z.string() })
const most = 40
const ids = (rows: readonly { id: string }[]): CustomerId[] => rows.map(({ id }) => id as CustomerId)

// Each through an index, so that asking among a million people takes no longer than among ten.
export const peopleWithPhone = (db: ReadableDB, e164: string): CustomerId[] =>
  ids(all(db, idRow, sql`SELECT customer_id AS id FROM customer_phones WHERE e164 = ${e164} AND e164 <> '' LIMIT ${most}`))
export const peopleWithEmail = (db: ReadableDB, key: string): CustomerId[] => ids(all(db, idRow, sql`SELECT customer_id AS id FROM customer_emails
  WHERE address_key = ${key} LIMIT ${most}`))
export const peopleWithLicence = (db: ReadableDB, key: string): CustomerId[] =>
  ids(all(db, idRow, sql`SELECT customer_id AS id FROM identity_documents WHERE number_key = ${key} AND number_key <> '' LIMIT ${most}`))
const mostOfOneDay = 400
export const peopleBornOn = (db: ReadableDB, day: PlainDate): CustomerId[] => ids(all(db, idRow, sql`SELECT id FROM customers
  WHERE birth_date = ${day} LIMIT ${mostOfOneDay}`))

/** Numbers as a query answers them: E.164, or behind a # what was typed and could not be read. */
export const readNumbers = (numbers: string): string[] => (JSON.parse(numbers) as string[]).map((number) => (number.startsWith('#') ? bareDigits(number) : number))
const placeRow = z.object({ id: z.string() })
/** Who is found by these words in the search over everything, the most recent first. */
export const peopleFoundBy = (db: ReadableDB, question: string): CustomerId[] =>
  ids(all(db, placeRow, sql`SELECT c.id FROM (SELECT rowid AS seq FROM find_all WHERE find_all MATCH ${question} ORDER BY rowid DESC LIMIT ${most}) f CROSS JOIN customers c ON c.seq = f.seq`))

const comparedRow = z.object({
  id: z.string(), seq: z.number(), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(),
  birthDate: z.string().nullable(),
  phones: z.string(), emails: z.string(), licence: z.string().nullable(),
})
export type Candidate = Comparable & { readonly id: CustomerId; readonly seq: number }

/** Those people with what they are compared by; merged and erased ones are left out. */
export const candidatesFor = (db: ReadableDB, wanted: readonly string[]): Candidate[] =>
  all(db, comparedRow, sql`SELECT c.id, c.seq, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.birth_date AS birthDate,
      (SELECT json_group_array(coalesce(nullif(e164, ''), '#' || typed)) FROM customer_phones WHERE customer_id = c.id) AS phones,
      (SELECT json_group_array(address_key) FROM customer_emails WHERE customer_id = c.id) AS emails, d.number_key AS licence
    FROM json_each(${JSON.stringify(wanted)}) j CROSS JOIN customers c ON c.id = j.value LEFT JOIN identity_documents d ON d.customer_id = c.id
    WHERE c.status NOT IN ('merged', 'erased')`)
    .map((row) => ({
      ...row, id: row.id as CustomerId, birthDate: row.birthDate as PlainDate | null, licence: row.licence ?? '',
      phones: readNumbers(row.phones), emails: JSON.parse(row.emails) as string[],
    }))
