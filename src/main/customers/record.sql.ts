import { z } from 'zod'
import { all, first, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { wordsOfAttributes, type AttributeValue } from './attributes.ts'
import { withAlsoKnown } from './also-known.ts'
import type { Address, Contact, CustomerOrigin, CustomerRecord, CustomerStatus, Email, Extra, Phone } from './customer.ts'
import { originOf } from './origin.sql.ts'
import { attributesOf, contactsOf } from './parts.sql.ts'
import type { Findable } from './search-words.ts'
import type { Terms } from './terms.ts'

const nullText = z.string().nullable()
const recordRow = z.object({
  id: z.string(), code: z.string(), seq: z.number(), source: z.string(), origin: z.string(), type: z.string(), customerTypeId: nullText, groupId: nullText,
  status: z.string(), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), industry: z.string(),
  jobTitle: z.string(), website: z.string(), taxId: z.string(), birthDate: nullText, language: nullText, tags: z.string(), notes: z.string(),
  importBatchId: nullText, madeAt: z.string(), madeBy: nullText, lastVisitAt: nullText, visits: z.number(), updatedAt: z.string(),
  version: z.number(), fieldChanges: z.string(), hasPhoto: z.number(),
  groupName: nullText, customerTypeName: nullText, customerTypeKind: nullText, parentName: nullText, priceListName: nullText,
  updatedBy: nullText, updatedRegister: nullText,
  priceListId: nullText, discountPpm: z.number(), taxExempt: z.number(), taxCertificate: z.string(), taxExemptUntil: nullText, registrationNo: z.string(),
  parentId: nullText, preferredChannel: nullText, payLaterAllowed: z.number(), payLaterLimitCents: z.number().nullable(), payLaterDays: z.number().nullable(),
  poRequired: z.number(), statementBy: nullText,
})
const phoneRow = z.object({ e164: z.string(), typed: z.string(), kind: z.string() })
const emailRow = z.object({ address: z.string(), kind: z.string() })
const addressRow = z.object({
  label: z.string(), address1: z.string(), address2: z.string(), city: z.string(), region: z.string(), postcode: z.string(), country: z.string(),
})
const extraRow = z.object({ name: z.string(), value: z.string() })
const documentSource = z.enum(['typed', 'scanned'])
const licenceRow = z.object({ number: z.string(), region: z.string(), country: z.string(), expiresOn: nullText, source: documentSource })
const medicalRow = z.object({ number: z.string(), expiresOn: nullText })

/** A whole record with the facts beside it that a screen shows. */
export type StoredCustomer = CustomerRecord & Terms & {
  readonly contacts: readonly Contact[]; readonly attributes: readonly AttributeValue[]
  readonly code: string; readonly seq: number; readonly origin: CustomerOrigin; readonly updatedAt: CustomerRecord['madeAt']; readonly version: number
  /** field -> [version, time, till] of its last change. */
  readonly fieldChanges: Readonly<Record<string, readonly [number, CustomerRecord['madeAt'], string]>>
  readonly hasPhoto: boolean; readonly groupName: string | null; readonly customerTypeName: string | null; readonly customerTypeKind: string | null
  readonly parentName: string | null; readonly priceListName: string | null; readonly updatedBy: string | null; readonly updatedRegister: string | null
}

export const phonesOf = (db: ReadableDB, id: CustomerId): Phone[] => all(db, phoneRow, sql`SELECT e164, typed, kind FROM customer_phones
  WHERE customer_id = ${id} ORDER BY position`)
export const emailsOf = (db: ReadableDB, id: CustomerId): Email[] => all(db, emailRow, sql`SELECT address, kind FROM customer_emails
  WHERE customer_id = ${id} ORDER BY position`)
const addressesOf = (db: ReadableDB, id: CustomerId): Address[] =>
  all(db, addressRow, sql`SELECT label, address_1 AS address1, address_2 AS address2, city, region, postcode, country FROM customer_addresses
    WHERE customer_id = ${id} ORDER BY position`)
const extrasOf = (db: ReadableDB, id: CustomerId): Extra[] => all(db, extraRow, sql`SELECT name, value FROM customer_extras WHERE customer_id = ${id}
  ORDER BY position`)

const termsColumns = sql`c.price_list_id AS priceListId, c.discount_ppm AS discountPpm, c.tax_exempt AS taxExempt, c.tax_certificate AS taxCertificate,
  c.tax_exempt_until AS taxExemptUntil, c.registration_no AS registrationNo, c.parent_id AS parentId, c.preferred_channel AS preferredChannel,
  c.pay_later_allowed AS payLaterAllowed, c.pay_later_limit_cents AS payLaterLimitCents, c.pay_later_days AS payLaterDays, c.po_required AS poRequired,
  c.statement_by AS statementBy`
const valueRow = z.object({ id: z.string(), value: z.string() })
const valuesOf = (db: ReadableDB, id: CustomerId): AttributeValue[] =>
  all(db, valueRow, sql`SELECT attribute_id AS id, value FROM customer_attributes WHERE customer_id = ${id} ORDER BY attribute_id`) as unknown as AttributeValue[]

/** Everything that is stored of one customer, documents unmasked: for main alone. */
export function readRecord(db: ReadableDB, id: CustomerId): StoredCustomer | undefined {
  const row = first(db, recordRow, sql`SELECT c.id, c.code, c.seq, c.source, ${originOf} AS origin, c.type, c.customer_type_id AS customerTypeId, c.group_id AS groupId,
      c.status, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.industry, c.job_title AS jobTitle, c.website,
      c.tax_id AS taxId, c.birth_date AS birthDate, c.language, c.tags, c.notes, c.import_batch_id AS importBatchId, c.made_at AS madeAt,
      c.made_by AS madeBy, c.last_visit_at AS lastVisitAt, c.visits, c.updated_at AS updatedAt, c.version, c.field_changes AS fieldChanges,
      EXISTS (SELECT 1 FROM customer_photos x WHERE x.customer_id = c.id) AS hasPhoto,
      g.name AS groupName, t.name AS customerTypeName, t.kind AS customerTypeKind, l.name AS priceListName, c.updated_by AS updatedBy,
      c.updated_register AS updatedRegister, ${termsColumns},
      coalesce(nullif(p.company, ''), nullif(trim(p.first_name || ' ' || p.last_name), ''), p.nickname) AS parentName
    FROM customers c LEFT JOIN customer_groups g ON g.id = c.group_id LEFT JOIN customer_types t ON t.id = c.customer_type_id
      LEFT JOIN price_lists l ON l.id = c.price_list_id LEFT JOIN customers p ON p.id = c.parent_id
    WHERE c.id = ${id}`)
  if (!row) return undefined
  const parts = {
    tags: JSON.parse(row.tags) as string[], fieldChanges: JSON.parse(row.fieldChanges) as StoredCustomer['fieldChanges'],
      hasPhoto: row.hasPhoto === 1, taxExempt: row.taxExempt === 1, payLaterAllowed: row.payLaterAllowed === 1, poRequired: row.poRequired === 1,
    contacts: contactsOf(db, id), attributes: valuesOf(db, id),
    phones: phonesOf(db, id), emails: emailsOf(db, id), addresses: addressesOf(db, id), extras: extrasOf(db, id),
    licence: first(db, licenceRow, sql`SELECT number, region, country, expires_on AS expiresOn, source FROM identity_documents
      WHERE customer_id = ${id}`) ?? null,
    medical: first(db, medicalRow, sql`SELECT number, expires_on AS expiresOn FROM medical_records WHERE customer_id = ${id}`) ?? null,
  }
  return { ...row, ...parts } as unknown as StoredCustomer
}

const findableRow = z.object({
  seq: z.number(), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(), code: z.string(), status: z.string(),
  phones: z.string(), emails: z.string(), others: z.string(), extras: z.string(), tags: z.string(), jobTitle: z.string(), industry: z.string(),
  taxId: z.string(), registrationNo: z.string(), website: z.string(), birthDate: nullText, notes: z.string(), contacts: z.string(), hasAttributes: z.number(), alsoKnown: z.string(),
})

/** What somebody is found by, in one question, for when they move to the front of the search. */
export function readFindable(db: ReadableDB, id: CustomerId): (Findable & { readonly seq: number }) | undefined {
  const row = first(db, findableRow, sql`SELECT seq, first_name AS firstName, last_name AS lastName, nickname,
    company, code, status, tags, job_title AS jobTitle, industry,
      tax_id AS taxId, registration_no AS registrationNo, website, birth_date AS birthDate, notes, also_known AS alsoKnown, EXISTS (SELECT 1 FROM customer_attributes WHERE customer_id = c.id) AS hasAttributes,
      (SELECT json_group_array(json_object('name', name, 'e164', e164, 'typed', typed, 'email', email)) FROM customer_contacts WHERE customer_id = c.id) AS contacts,
      (SELECT json_group_array(json_object('e164', e164, 'typed', typed)) FROM customer_phones WHERE customer_id = c.id) AS phones,
      (SELECT json_group_array(address) FROM customer_emails WHERE customer_id = c.id) AS emails,
      (SELECT json_group_array(json_array(city, address_1, address_2, region, postcode)) FROM customer_addresses WHERE customer_id = c.id) AS others,
      (SELECT json_group_array(value) FROM customer_extras WHERE customer_id = c.id) AS extras
    FROM customers c WHERE id = ${id}`)
  if (!row) return undefined
  const read = <T>(text: string) => JSON.parse(text) as T
  const extras = read<string[]>(row.extras)
  const own = row.hasAttributes === 1 ? wordsOfAttributes(attributesOf(db, [id]).get(id) ?? []) : []
  return withAlsoKnown({
    seq: row.seq, firstName: row.firstName, lastName: row.lastName, nickname: row.nickname, company: row.company, code: row.code,
      status: row.status as CustomerStatus,
    phones: read<{ e164: string; typed: string }[]>(row.phones), emails: read<string[]>(row.emails), contacts: read<Findable['contacts'][number][]>(row.contacts),
    others: [...own, ...read<string[][]>(row.others).flat(), ...read<string[]>(row.tags), row.jobTitle, row.industry, row.taxId, row.registrationNo, ...extras, row.website, row.birthDate ?? '', row.notes],
  }, row.alsoKnown)
}
