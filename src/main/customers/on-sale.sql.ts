import { z } from 'zod'
import { id } from '../input.ts'
import { first, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, PlainDate, Ppm } from '../vocabulary.ts'
import type { Candidates, ListOf } from './buying-terms.ts'
import { displayName } from './names.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const ppm = z.number() as unknown as z.ZodType<Ppm>
const onSaleRow = z.object({
  id: id<CustomerId>(), type: z.enum(['personal', 'business']), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), status: z.string(),
  birthDate: day.nullable(), groupName: z.string().nullable(), customerTypeName: z.string().nullable(), hasPhoto: z.number(),
  licenceExpiresOn: day.nullable(), medicalExpiresOn: day.nullable(), phone: z.string(),
  taxExempt: z.number(), taxCertificate: z.string(), taxExemptUntil: day.nullable(), outReason: z.string().nullable(), flagNote: z.string().nullable(), flagLevel: z.enum(['info', 'warn']).nullable(),
})
/** What a sale needs to know of the customer on it; no document number among it. */
export type OnSale = z.infer<typeof onSaleRow>

export const customerOnSale = (db: ReadableDB, customerId: CustomerId): OnSale | undefined =>
  first(db, onSaleRow, sql`SELECT c.id, c.type, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.status, c.birth_date AS birthDate,
      g.name AS groupName, t.name AS customerTypeName, EXISTS (SELECT 1 FROM customer_photos p WHERE p.customer_id = c.id) AS hasPhoto,
      d.expires_on AS licenceExpiresOn, m.expires_on AS medicalExpiresOn, c.main_phone AS phone,
      c.tax_exempt AS taxExempt, c.tax_certificate AS taxCertificate, c.tax_exempt_until AS taxExemptUntil,
      s.reason AS outReason, f.note AS flagNote, f.level AS flagLevel
    FROM customers c LEFT JOIN customer_groups g ON g.id = c.group_id LEFT JOIN customer_types t ON t.id = c.customer_type_id
      LEFT JOIN identity_documents d ON d.customer_id = c.id LEFT JOIN medical_records m ON m.customer_id = c.id
      LEFT JOIN customer_standings s ON s.customer_id = c.id LEFT JOIN customer_flags f ON f.customer_id = c.id
    WHERE c.id = ${customerId}`)

const exemptRow = z.object({ taxExempt: z.number(), certificate: z.string(), until: day.nullable() })
/** What the register needs to know before it leaves a tax out. */
export const taxExemptionOf = (db: ReadableDB, customerId: CustomerId): z.infer<typeof exemptRow> | undefined =>
  first(db, exemptRow, sql`SELECT tax_exempt AS taxExempt, tax_certificate AS certificate, tax_exempt_until AS until FROM customers WHERE id = ${customerId} AND tax_exempt = 1`)

const addressRow = z.object({ address1: z.string(), address2: z.string(), city: z.string(), region: z.string(), postcode: z.string(), country: z.string() })
/** The address that goes on a receipt: the first one. */
export const mainAddressOf = (db: ReadableDB, customerId: CustomerId): z.infer<typeof addressRow> | undefined =>
  first(db, addressRow, sql`SELECT address_1 AS address1, address_2 AS address2, city, region, postcode, country
    FROM customer_addresses WHERE customer_id = ${customerId} ORDER BY position LIMIT 1`)

const text = z.string().nullable()
const candidatesRow = z.object({
  ownId: text, ownName: text, ownOff: ppm.nullable(), typeId: text, typeName: text, typeOff: ppm.nullable(), groupId: text, groupName: text, groupOff: ppm.nullable(),
  ownPpm: ppm, groupPpm: ppm.nullable(), named: text,
  type: z.enum(['personal', 'business']), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(),
})
const listOf = (id: string | null, name: string | null, discountPpm: Ppm | null): ListOf | null => (id === null ? null : ({ id, name, discountPpm } as ListOf))

/**
 * The price lists and percentages that could count for a customer. A medical number that has run out takes the medical type's list away until it
 * is renewed.
 */
export function termsCandidates(db: ReadableDB, customerId: CustomerId, today: PlainDate): Candidates | undefined {
  const row = first(db, candidatesRow, sql`SELECT o.id AS ownId, o.name AS ownName, o.discount_ppm AS ownOff, p.id AS typeId, p.name AS typeName, p.discount_ppm AS typeOff,
      l.id AS groupId, l.name AS groupName, l.discount_ppm AS groupOff, c.discount_ppm AS ownPpm, g.discount_ppm AS groupPpm, g.name AS named,
      c.type, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company
    FROM customers c LEFT JOIN price_lists o ON o.id = c.price_list_id
      LEFT JOIN customer_types t ON t.id = c.customer_type_id
        AND NOT (t.kind = 'medical' AND EXISTS (SELECT 1 FROM medical_records m WHERE m.customer_id = c.id AND m.expires_on < ${today}))
      LEFT JOIN price_lists p ON p.id = t.price_list_id
      LEFT JOIN customer_groups g ON g.id = c.group_id LEFT JOIN price_lists l ON l.id = g.price_list_id
    WHERE c.id = ${customerId}`)
  return row && {
    lists: { own: listOf(row.ownId, row.ownName, row.ownOff), type: listOf(row.typeId, row.typeName, row.typeOff), group: listOf(row.groupId, row.groupName, row.groupOff) },
    ownPpm: row.ownPpm, groupPpm: row.groupPpm ?? (0 as Ppm), name: displayName(row), groupName: row.named ?? '',
  }
}
