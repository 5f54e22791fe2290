import { z } from 'zod'
import { fold } from '../folding.ts'
import { id } from '../input.ts'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AttributeId, CustomerId } from '../vocabulary.ts'
import { attributeKey, type AttributeValue, type NamedValue } from './attributes.ts'
import { emailKey } from './contact.ts'
import type { Contact, CustomerRecord } from './customer.ts'
import type { Terms } from './terms.ts'

/** Everything that hangs on a customer's row: phones, e-mails, addresses, extras, tags, contacts, attributes and documents. */
export function insertParts(db: WritableDB, r: CustomerRecord): void {
  r.phones.forEach((phone, at) => run(db, sql`INSERT INTO customer_phones (customer_id, position, e164, typed, kind)
    VALUES (${r.id}, ${at}, ${phone.e164}, ${phone.typed}, ${phone.kind})`))
  r.emails.forEach((email, at) => run(db, sql`INSERT INTO customer_emails (customer_id, position, address, address_key, kind)
    VALUES (${r.id}, ${at}, ${email.address}, ${emailKey(email.address)}, ${email.kind})`))
  r.addresses.forEach((a, at) => run(db, sql`INSERT INTO customer_addresses (customer_id, position, label,
    address_1, address_2, city, region, postcode, country)
    VALUES (${r.id}, ${at}, ${a.label}, ${a.address1}, ${a.address2}, ${a.city}, ${a.region}, ${a.postcode}, ${a.country})`))
  r.extras.forEach((extra, at) => run(db, sql`INSERT INTO customer_extras (customer_id, position, name, value)
    VALUES (${r.id}, ${at}, ${extra.name}, ${extra.value})`))
  r.tags.forEach((tag) => run(db, sql`INSERT OR IGNORE INTO customer_tags (customer_id, key, tag) VALUES (${r.id}, ${fold(tag)}, ${tag})`))
  r.contacts?.forEach((c, at) => run(db, sql`INSERT INTO customer_contacts (customer_id, position, name, role, e164, typed, email, may_buy)
    VALUES (${r.id}, ${at}, ${c.name}, ${c.role}, ${c.e164}, ${c.typed}, ${c.email}, ${Number(c.mayBuy)})`))
  r.attributes?.forEach((value) => setAttribute(db, r.id, value))
  insertDocuments(db, r)
}

function insertDocuments(db: WritableDB, r: CustomerRecord): void {
  if (r.licence) {
    run(db, sql`INSERT INTO identity_documents (customer_id, number, number_key, region, country, expires_on, source, updated_at)
      VALUES (${r.id}, ${r.licence.number}, ${documentKey(r.licence.number)}, ${r.licence.region}, ${r.licence.country}, ${r.licence.expiresOn},
        ${r.licence.source}, ${r.madeAt})`)
  }
  if (r.medical) run(db, sql`INSERT INTO medical_records (customer_id, number, expires_on, updated_at)
    VALUES (${r.id}, ${r.medical.number}, ${r.medical.expiresOn}, ${r.madeAt})`)
}

/** How two document numbers are compared: letters and digits alone. One that is kept as its last four alone compares with nothing. */
export const documentKey = (number: string): string => number.startsWith('•') ? '' : number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The parts that hang on a customer's row, all of them. */
export function deleteParts(db: WritableDB, customerId: CustomerId): void {
  run(db, sql`DELETE FROM customer_phones WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM customer_emails WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM customer_addresses WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM customer_extras WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM customer_tags WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM customer_contacts WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM customer_attributes WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM identity_documents WHERE customer_id = ${customerId}`)
  run(db, sql`DELETE FROM medical_records WHERE customer_id = ${customerId}`)
}

/** Writes what was agreed with a customer beside their row. */
export const writeTerms = (db: WritableDB, customerId: CustomerId, t: Terms): number =>
  run(db, sql`UPDATE customers SET price_list_id = ${t.priceListId}, discount_ppm = ${t.discountPpm}, tax_exempt = ${Number(t.taxExempt)},
      tax_certificate = ${t.taxCertificate}, tax_exempt_until = ${t.taxExemptUntil}, registration_no = ${t.registrationNo}, parent_id = ${t.parentId},
      preferred_channel = ${t.preferredChannel}, pay_later_allowed = ${Number(t.payLaterAllowed)}, pay_later_limit_cents = ${t.payLaterLimitCents},
      pay_later_days = ${t.payLaterDays}, po_required = ${Number(t.poRequired)}, statement_by = ${t.statementBy}
    WHERE id = ${customerId}`)

/** One value of one attribute; it is kept once, over what was there. */
export const setAttribute = (db: WritableDB, customerId: CustomerId, { id: attributeId, value }: AttributeValue): number =>
  run(db, sql`INSERT INTO customer_attributes (customer_id, attribute_id, value, key) VALUES (${customerId}, ${attributeId}, ${value}, ${attributeKey(value)})
    ON CONFLICT DO UPDATE SET value = excluded.value, key = excluded.key`)

const contactRow = z.object({ name: z.string(), role: z.string(), e164: z.string(), typed: z.string(), email: z.string(), mayBuy: z.number() })
/** Who else speaks for a business, in their order. */
export const contactsOf = (db: ReadableDB, customerId: CustomerId): Contact[] =>
  all(db, contactRow, sql`SELECT name, role, e164, typed, email, may_buy AS mayBuy FROM customer_contacts WHERE customer_id = ${customerId} ORDER BY position`)
    .map((row) => ({ ...row, mayBuy: row.mayBuy === 1 }))

const contactOfRow = contactRow.extend({ customerId: id<CustomerId>() })
/** The same of several customers at once, for a page of a list. */
export function contactsOfMany(db: ReadableDB, ids: readonly CustomerId[]): Map<CustomerId, Contact[]> {
  const found = new Map<CustomerId, Contact[]>()
  const rows = all(db, contactOfRow, sql`SELECT customer_id AS customerId, name, role, e164, typed, email, may_buy AS mayBuy
    FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customer_contacts c ON c.customer_id = j.value ORDER BY c.customer_id, c.position`)
  for (const { customerId, ...row } of rows) found.set(customerId, [...(found.get(customerId) ?? []), { ...row, mayBuy: row.mayBuy === 1 }])
  return found
}

const namedRow = z.object({
  customerId: id<CustomerId>(), id: id<AttributeId>(), name: z.string(), kind: z.enum(['text', 'long-text', 'number', 'date', 'yes-no', 'list', 'link']),
  seenBy: z.enum(['everyone', 'managers']), searchable: z.number(), inExport: z.number(), value: z.string(),
})
/** The values of these customers with the names they stand under, in the shop's order: for panes, for the reason of a match, for the columns of an export. */
export function attributesOf(db: ReadableDB, ids: readonly CustomerId[]): Map<CustomerId, NamedValue[]> {
  const found = new Map<CustomerId, NamedValue[]>()
  const rows = all(db, namedRow, sql`SELECT v.customer_id AS customerId, a.id, a.name, a.kind, a.seen_by AS seenBy, a.searchable, a.in_export AS inExport, v.value
    FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customer_attributes v ON v.customer_id = j.value JOIN attributes a ON a.id = v.attribute_id
    WHERE a.active = 1 ORDER BY a.position, a.id`)
  for (const { customerId, ...row } of rows) {
    const value: NamedValue = { ...row, searchable: row.searchable === 1, inExport: row.inExport === 1 }
    found.set(customerId, [...(found.get(customerId) ?? []), value])
  }
  return found
}

/** The first phone, e-mail and city of somebody, as lists show them, taken anew from what they have. */
export const refreshMains = (db: WritableDB, customerId: CustomerId): number =>
  run(db, sql`UPDATE customers SET
      main_phone = coalesce((SELECT coalesce(nullif(e164, ''), typed) FROM customer_phones p WHERE p.customer_id = customers.id ORDER BY position LIMIT 1), ''),
      main_email = coalesce((SELECT address FROM customer_emails e WHERE e.customer_id = customers.id ORDER BY position LIMIT 1), ''),
      main_city = coalesce((SELECT city FROM customer_addresses a WHERE a.customer_id = customers.id ORDER BY position LIMIT 1), '') WHERE id = ${customerId}`)
