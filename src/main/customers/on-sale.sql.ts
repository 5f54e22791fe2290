import { z } from 'zod'
import { id } from '../input.ts'
import { first, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, PlainDate, Ppm, PriceListId } from '../vocabulary.ts'

const day = z.string() as unknown as z.ZodType<PlainDate>
const onSaleRow = z.object({
  id: id<CustomerId>(), type: z.enum(['personal', 'business']), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), status: z.string(),
  birthDate: day.nullable(), groupName: z.string().nullable(), customerTypeName: z.string().nullable(), hasPhoto: z.number(),
  licenceExpiresOn: day.nullable(), medicalExpiresOn: day.nullable(), phone: z.string(),
})
/** What a sale needs to know of the customer on it; no document number among it. */
export type OnSale = z.infer<typeof onSaleRow>

export const customerOnSale = (db: ReadableDB, customerId: CustomerId): OnSale | undefined =>
  first(db, onSaleRow, sql`SELECT c.id, c.type, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.status, c.birth_date AS birthDate,
      g.name AS groupName, t.name AS customerTypeName, EXISTS (SELECT 1 FROM customer_photos p WHERE p.customer_id = c.id) AS hasPhoto,
      d.expires_on AS licenceExpiresOn, m.expires_on AS medicalExpiresOn, c.main_phone AS phone
    FROM customers c LEFT JOIN customer_groups g ON g.id = c.group_id LEFT JOIN customer_types t ON t.id = c.customer_type_id
      LEFT JOIN identity_documents d ON d.customer_id = c.id LEFT JOIN medical_records m ON m.customer_id = c.id
    WHERE c.id = ${customerId}`)

const addressRow = z.object({ address1: z.string(), address2: z.string(), city: z.string(), region: z.string(), postcode: z.string(), country: z.string() })
/** The address that goes on a receipt: the first one. */
export const mainAddressOf = (db: ReadableDB, customerId: CustomerId): z.infer<typeof addressRow> | undefined =>
  first(db, addressRow, sql`SELECT address_1 AS address1, address_2 AS address2, city, region, postcode, country
    FROM customer_addresses WHERE customer_id = ${customerId} ORDER BY position LIMIT 1`)

const termsRow = z.object({ id: id<PriceListId>(), name: z.string(), discountPpm: z.number() as unknown as z.ZodType<Ppm> })
/**
 * The price list a customer buys by: their type's, else their group's. A medical number that has run out takes the medical type's list away
 * until it is renewed.
 */
export const priceListOf = (db: ReadableDB, customerId: CustomerId, today: PlainDate): z.infer<typeof termsRow> | undefined =>
  first(db, termsRow, sql`SELECT l.id, l.name, l.discount_ppm AS discountPpm FROM customers c
      LEFT JOIN customer_types t ON t.id = c.customer_type_id
        AND NOT (t.kind = 'medical' AND EXISTS (SELECT 1 FROM medical_records m WHERE m.customer_id = c.id AND m.expires_on < ${today}))
      LEFT JOIN customer_groups g ON g.id = c.group_id JOIN price_lists l ON l.id = coalesce(t.price_list_id, g.price_list_id)
    WHERE c.id = ${customerId}`)
