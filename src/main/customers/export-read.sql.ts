import { z } from 'zod'
import { all, sql, type ReadableDB, type Sql } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { originOf } from './origin.sql.ts'

const nullText = z.string().nullable()
const nullNumber = z.number().nullable()
const personRow = z.object({
  id: z.string(), code: z.string(), type: z.string(), status: z.string(), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), industry: z.string(), jobTitle: z.string(),
  website: z.string(), taxId: z.string(), registrationNo: z.string(), taxExempt: z.number(), taxCertificate: z.string(), taxExemptUntil: nullText, birthDate: nullText, language: nullText, tags: z.string(),
  notes: z.string(), source: z.string(), visits: z.number(), lastVisitAt: nullText, madeAt: z.string(), updatedAt: z.string(), preferredChannel: nullText, discountPpm: z.number(),
  payLaterAllowed: z.number(), payLaterLimitCents: nullNumber, payLaterDays: nullNumber, poRequired: z.number(), groupName: nullText, customerTypeName: nullText, priceListName: nullText, parentName: nullText,
  licenceNumber: nullText, licenceRegion: nullText, licenceExpires: nullText, medicalNumber: nullText, medicalExpires: nullText, points: nullNumber, balanceCents: nullNumber,
})
export type ExportPerson = z.infer<typeof personRow>

const among = (ids: readonly CustomerId[]): Sql => sql`SELECT value FROM json_each(${JSON.stringify(ids)})`

/** Everything that stands once for each of these people, in the order of the ids; who was merged or erased is left out. */
export function exportPeople(db: ReadableDB, ids: readonly CustomerId[]): ExportPerson[] {
  return all(db, personRow, sql`SELECT c.id, c.code, c.type, c.status, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.industry, c.job_title AS jobTitle, c.website,
      c.tax_id AS taxId, c.registration_no AS registrationNo, c.tax_exempt AS taxExempt, c.tax_certificate AS taxCertificate, c.tax_exempt_until AS taxExemptUntil, c.birth_date AS birthDate,
      c.language, c.tags, c.notes, ${originOf} AS source, c.visits, c.last_visit_at AS lastVisitAt, c.made_at AS madeAt, c.updated_at AS updatedAt, c.preferred_channel AS preferredChannel,
      c.discount_ppm AS discountPpm, c.pay_later_allowed AS payLaterAllowed, c.pay_later_limit_cents AS payLaterLimitCents, c.pay_later_days AS payLaterDays, c.po_required AS poRequired,
      g.name AS groupName, t.name AS customerTypeName, l.name AS priceListName, coalesce(nullif(p.company, ''), nullif(trim(p.first_name || ' ' || p.last_name), '')) AS parentName,
      d.number AS licenceNumber, d.region AS licenceRegion, d.expires_on AS licenceExpires, m.number AS medicalNumber, m.expires_on AS medicalExpires,
      (SELECT v.points FROM v_list_members v WHERE v.customer_id = c.id) AS points, (SELECT sum(o.open_cents) FROM v_list_open o WHERE o.customer_id = c.id) AS balanceCents
    FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customers c ON c.id = j.value LEFT JOIN customer_groups g ON g.id = c.group_id LEFT JOIN customer_types t ON t.id = c.customer_type_id
      LEFT JOIN price_lists l ON l.id = c.price_list_id LEFT JOIN customers p ON p.id = c.parent_id LEFT JOIN identity_documents d ON d.customer_id = c.id LEFT JOIN medical_records m ON m.customer_id = c.id
    WHERE c.status NOT IN ('merged', 'erased') ORDER BY j.key`)
}

const phoneRow = z.object({ id: z.string(), e164: z.string(), typed: z.string(), kind: z.string() })
const emailRow = z.object({ id: z.string(), address: z.string(), kind: z.string() })
const addressRow = z.object({
  id: z.string(), label: z.string(), address1: z.string(), address2: z.string(), city: z.string(), region: z.string(), postcode: z.string(), country: z.string(),
})
const namedRow = z.object({ id: z.string(), name: z.string(), value: z.string() })
const contactRow = z.object({ id: z.string(), name: z.string(), role: z.string(), e164: z.string(), typed: z.string(), email: z.string() })
const consentRow = z.object({ id: z.string(), channel: z.string(), type: z.string(), allowed: z.number() })
type Of<T extends { readonly id: string }> = ReadonlyMap<string, readonly T[]>
const grouped = <T extends { readonly id: string }>(rows: T[]): Of<T> => Map.groupBy(rows, ({ id }) => id)

/** What each of these people may have several of, by their id, each in its order. */
export type ExportParts = {
  readonly phones: Of<z.infer<typeof phoneRow>>; readonly emails: Of<z.infer<typeof emailRow>>; readonly addresses: Of<z.infer<typeof addressRow>>; readonly extras: Of<z.infer<typeof namedRow>>
  readonly attributes: Of<z.infer<typeof namedRow>>; readonly contacts: Of<z.infer<typeof contactRow>>; readonly consents: Of<z.infer<typeof consentRow>>
}
export const exportParts = (db: ReadableDB, ids: readonly CustomerId[]): ExportParts => ({
  phones: grouped(all(db, phoneRow, sql`SELECT customer_id AS id, e164, typed, kind FROM customer_phones WHERE customer_id IN (${among(ids)}) ORDER BY customer_id, position`)),
  emails: grouped(all(db, emailRow, sql`SELECT customer_id AS id, address, kind FROM customer_emails WHERE customer_id IN (${among(ids)}) ORDER BY customer_id, position`)),
  addresses: grouped(all(db, addressRow, sql`SELECT customer_id AS id, label, address_1 AS address1, address_2 AS address2, city, region, postcode, country FROM customer_addresses
    WHERE customer_id IN (${among(ids)}) ORDER BY customer_id, position`)),
  extras: grouped(all(db, namedRow, sql`SELECT customer_id AS id, name, value FROM customer_extras WHERE customer_id IN (${among(ids)}) ORDER BY customer_id, position`)),
  attributes: grouped(all(db, namedRow, sql`SELECT customer_id AS id, attribute_id AS name, value FROM customer_attributes WHERE customer_id IN (${among(ids)})`)),
  contacts: grouped(all(db, contactRow, sql`SELECT customer_id AS id, name, role, e164, typed, email FROM customer_contacts WHERE customer_id IN (${among(ids)}) ORDER BY customer_id, position`)),
  consents: grouped(all(db, consentRow, sql`SELECT customer_id AS id, channel, type, allowed FROM v_export_consents WHERE customer_id IN (${among(ids)})`)),
})
