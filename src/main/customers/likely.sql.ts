import { z } from 'zod'
import { all, sql, value, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, PlainDate } from '../vocabulary.ts'
import { readNumbers } from './duplicates.sql.ts'
import { mostSharing, type Suspect } from './likely.ts'

const idRow = z.object({ id: z.string() as unknown as z.ZodType<CustomerId> })
/** Nobody where so many share it that it says nothing. */
const fewOf = (rows: readonly { id: CustomerId }[]): CustomerId[] => (rows.length > mostSharing ? [] : rows.map(({ id }) => id))
const most = mostSharing + 1

export const sharingPhone = (db: ReadableDB, e164: string): CustomerId[] => fewOf(all(db, idRow, sql`SELECT customer_id AS id FROM customer_phones WHERE e164 = ${e164} LIMIT ${most}`))
export const sharingEmail = (db: ReadableDB, key: string): CustomerId[] => fewOf(all(db, idRow, sql`SELECT customer_id AS id FROM customer_emails WHERE address_key = ${key} LIMIT ${most}`))
export const sharingLicence = (db: ReadableDB, key: string): CustomerId[] =>
  fewOf(all(db, idRow, sql`SELECT customer_id AS id FROM identity_documents WHERE number_key = ${key} AND number_key <> '' LIMIT ${most}`))
export const sharingDocument = (db: ReadableDB, key: string): CustomerId[] => fewOf(all(db, idRow, sql`SELECT customer_id AS id FROM document_keys WHERE key = ${key} LIMIT ${most}`))

const bornRow = z.object({ id: z.string() as unknown as z.ZodType<CustomerId>, firstName: z.string(), lastName: z.string(), nickname: z.string() })
const mostOfOneDay = 2_000
/** Who was born on a day and stands before a place in recency, with their names alone: whoever is called otherwise needs no more reading. */
export const namesBornOn = (db: ReadableDB, day: PlainDate, beforeSeq: number): z.infer<typeof bornRow>[] =>
  all(db, bornRow, sql`SELECT id, first_name AS firstName, last_name AS lastName, nickname FROM customers WHERE birth_date = ${day} AND seq < ${beforeSeq} LIMIT ${mostOfOneDay}`)

const foundRow = z.object({ seq: z.number() })
/** Who is found by these words in a table of the search and stands before a place; nobody where they are too many. */
const before = (rows: readonly { seq: number }[]): number[] => (rows.length > mostSharing ? [] : rows.map(({ seq }) => seq))
export const calledBefore = (db: ReadableDB, question: string, seq: number): number[] =>
  all(db, foundRow, sql`SELECT rowid AS seq FROM find_name WHERE find_name MATCH ${question} AND rowid < ${seq} ORDER BY rowid DESC LIMIT ${mostSharing}`).map((row) => row.seq)
export const foundBefore = (db: ReadableDB, question: string, seq: number): number[] =>
  before(all(db, foundRow, sql`SELECT rowid AS seq FROM find_all WHERE find_all MATCH ${question} AND rowid < ${seq} LIMIT ${most}`))

const suspectRow = z.object({
  id: z.string(), seq: z.number(), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), birthDate: z.string().nullable(),
  phones: z.string(), emails: z.string(), places: z.string(), licence: z.string().nullable(), document: z.string().nullable(),
})
const columns = sql`c.id, c.seq, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.birth_date AS birthDate,
  (SELECT json_group_array(coalesce(nullif(e164, ''), '#' || typed)) FROM customer_phones WHERE customer_id = c.id) AS phones,
  (SELECT json_group_array(address_key) FROM customer_emails WHERE customer_id = c.id) AS emails,
  (SELECT json_group_array(json_object('postcode', postcode, 'address1', address_1)) FROM customer_addresses WHERE customer_id = c.id) AS places,
  (SELECT number_key FROM identity_documents WHERE customer_id = c.id) AS licence, (SELECT key FROM document_keys WHERE customer_id = c.id) AS document`
const asSuspect = (row: z.infer<typeof suspectRow>): Suspect => ({
  ...row, id: row.id as CustomerId, birthDate: row.birthDate as PlainDate | null, licence: row.licence ?? '', documents: row.document === null ? [] : [row.document],
  phones: readNumbers(row.phones), emails: JSON.parse(row.emails) as string[], places: JSON.parse(row.places) as Suspect['places'],
})
/** The next people in recency who have not been looked at; merged and erased ones are passed over. */
export const suspectsAfter = (db: ReadableDB, seq: number, people: number): Suspect[] =>
  all(db, suspectRow, sql`SELECT ${columns} FROM customers c WHERE c.seq > ${seq} AND c.status NOT IN ('merged', 'erased') ORDER BY c.seq LIMIT ${people}`).map(asSuspect)
export const suspectsById = (db: ReadableDB, ids: readonly string[]): Suspect[] =>
  all(db, suspectRow, sql`SELECT ${columns} FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customers c ON c.id = j.value WHERE c.status NOT IN ('merged', 'erased')`).map(asSuspect)
export const suspectsBySeq = (db: ReadableDB, seqs: readonly number[]): Suspect[] =>
  all(db, suspectRow, sql`SELECT ${columns} FROM json_each(${JSON.stringify(seqs)}) j CROSS JOIN customers c ON c.seq = j.value WHERE c.status NOT IN ('merged', 'erased')`).map(asSuspect)

export const lastSeq = (db: ReadableDB): number => value<number>(db, sql`SELECT max(seq) FROM customers`) ?? 0
