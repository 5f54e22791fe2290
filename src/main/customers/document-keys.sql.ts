import { z } from 'zod'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, PlainDate } from '../vocabulary.ts'
import { livingCustomer } from './merges.sql.ts'

const idRow = z.object({ id: z.string() as unknown as z.ZodType<CustomerId> })
const most = 5

/** Whose document this is, by its keyed hash; the most recent person first, erased ones left out; of a record that went into another, the survivor. */
export const peopleWithDocument = (db: ReadableDB, key: string): CustomerId[] =>
  living(db, all(db, idRow, sql`SELECT c.id FROM document_keys k JOIN customers c ON c.id = k.customer_id
    WHERE k.key = ${key} AND c.status <> 'erased' ORDER BY c.seq DESC LIMIT ${most}`))
const living = (db: ReadableDB, rows: readonly { readonly id: CustomerId }[]): CustomerId[] => [...new Set(rows.map(({ id }) => livingCustomer(db, id)))]

/** The same by the number itself, for whom it was typed in by hand: issued by that state, or by nobody knows whom. */
export const peopleWithNumber = (db: ReadableDB, numberKey: string, region: string): CustomerId[] =>
  living(db, all(db, idRow, sql`SELECT c.id FROM identity_documents d JOIN customers c ON c.id = d.customer_id
    WHERE d.number_key = ${numberKey} AND d.number_key <> '' AND (d.region = '' OR upper(d.region) = ${region}) AND c.status <> 'erased'
    ORDER BY c.seq DESC LIMIT ${most}`))

export const setDocumentKey = (db: WritableDB, id: CustomerId, key: string, at: Instant): number =>
  run(db, sql`INSERT OR REPLACE INTO document_keys (customer_id, key, at) VALUES (${id}, ${key}, ${at})`)
/** Another number was typed over the scanned one: the card no longer speaks for them. */
export const dropDocumentKey = (db: WritableDB, id: CustomerId): number => run(db, sql`DELETE FROM document_keys WHERE customer_id = ${id}`)
export const documentKeyFor = (db: ReadableDB, id: CustomerId): string | null => value<string>(db, sql`SELECT key FROM document_keys WHERE customer_id = ${id}`) ?? null
/** The same card was renewed: its new last day. An earlier one changes nothing. */
export const renewDocument = (db: WritableDB, id: CustomerId, expiresOn: PlainDate, at: Instant): number =>
  run(db, sql`UPDATE identity_documents SET expires_on = ${expiresOn}, source = 'scanned', updated_at = ${at} WHERE customer_id = ${id} AND (expires_on IS NULL OR expires_on < ${expiresOn})`)

/** Whose code this is; of a record that went into another, the survivor. */
export function customerWithCode(db: ReadableDB, code: string): CustomerId | null {
  const found = value<CustomerId>(db, sql`SELECT id FROM customers WHERE code = ${code} AND status <> 'erased'`)
  return found === undefined ? null : livingCustomer(db, found)
}
