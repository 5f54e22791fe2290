import { z } from 'zod'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, RegisterId, StaffId } from '../vocabulary.ts'
import { withAlsoKnown } from './also-known.ts'
import { wordsOfAttributes } from './attributes.ts'
import type { CustomerRecord, CustomerSource } from './customer.ts'
import { displayName, sortNameOf } from './names.ts'
import { attributesOf, deleteParts, insertParts, writeTerms } from './parts.sql.ts'
import { readFindable } from './record.sql.ts'
import { wordsOf, type Findable } from './search-words.ts'
import { indexWords, unindexWords } from './search.sql.ts'
import { noTerms, termsFields, termsOf } from './terms.ts'
import { noteNames } from './vocabulary.sql.ts'

const codeDigits = 6
const codePrefix: Readonly<Record<CustomerSource, string>> = { till: 'POS-', 'id-scan': 'POS-', instant: 'POS-', import: 'IMP-', catalog: 'CAT-' }

/**
 * The next customer code, which says where they came from: POS-000124, IMP-000125, CAT-000126 (S1-28). One row of numbers for all; none is ever given
 * twice, even when its customer is undone.
 */
export function nextCode(db: WritableDB, source: CustomerSource): string {
  // By its key: an update of one known row opens no savepoint, which would write out the search tables each time.
  run(db, sql`UPDATE customer_codes SET last = last + 1 WHERE id = 1`)
  return codePrefix[source] + String(value<number>(db, sql`SELECT last FROM customer_codes WHERE id = 1`)).padStart(codeDigits, '0')
}
const nextSeq = (db: ReadableDB): number => (value<number>(db, sql`SELECT max(seq) FROM customers`) ?? 0) + 1

/** Writes a new customer with everything known of them, findable at once, as the most recent. Answers their code. */
export function insertCustomer(db: WritableDB, r: CustomerRecord): string {
  const code = nextCode(db, r.source)
  const seq = nextSeq(db)
  const sortName = sortNameOf(displayName(r))
  run(db, sql`INSERT INTO customers (id, code, seq, source, type, customer_type_id, group_id, status,
      first_name, last_name, nickname, company, industry, job_title, website, tax_id, birth_date, language, tags, notes,
      sort_name, import_batch_id, last_visit_at, visits, main_phone, main_email, main_city, made_at, made_by, updated_at, updated_by, updated_register)
    VALUES (${r.id}, ${code}, ${seq}, ${r.source}, ${r.type}, ${r.customerTypeId}, ${r.groupId}, ${r.status},
      ${r.firstName}, ${r.lastName}, ${r.nickname}, ${r.company}, ${r.industry}, ${r.jobTitle}, ${r.website}, ${r.taxId}, ${r.birthDate},
      ${r.language}, ${JSON.stringify(r.tags)}, ${r.notes}, ${sortName}, ${r.importBatchId}, ${r.lastVisitAt}, ${r.visits},
      ${mainPhone(r)}, ${mainEmail(r)}, ${mainCity(r)}, ${r.madeAt}, ${r.madeBy}, ${r.madeAt}, ${r.madeBy}, ${r.madeOn ?? null})`)
  countLetter(db, sortName, r.status, 1)
  if (termsFields.some((field) => (r[field] ?? noTerms[field]) !== noTerms[field])) writeTerms(db, r.id, termsOf(r))
  insertParts(db, r)
  index(db, seq, findableOf(db, r, code))
  return code
}

/** Keeps the counts of the A-Z strip. */
export const countLetter = (db: WritableDB, sortName: string, status: string, by: 1 | -1): number =>
  run(db, sql`INSERT INTO customer_letters (letter, status, count) VALUES (${sortName.slice(0, 1)}, ${status}, ${by}) ON CONFLICT DO UPDATE
    SET count = count + excluded.count`)

const mainPhone = ({ phones }: CustomerRecord): string => (phones[0] ? phones[0].e164 || phones[0].typed : '')
const mainEmail = ({ emails }: CustomerRecord): string => emails[0]?.address ?? ''
const mainCity = ({ addresses }: CustomerRecord): string => addresses[0]?.city ?? ''

const findableOf = (db: ReadableDB, r: CustomerRecord, code: string): Findable => ({
  firstName: r.firstName, lastName: r.lastName, nickname: r.nickname, company: r.company, code, status: r.status, phones: r.phones,
  emails: r.emails.map(({ address }) => address), contacts: r.contacts ?? [],
  others: [...attributeWords(db, r), ...r.addresses.flatMap((a) => [a.city, a.address1, a.address2, a.region, a.postcode]), ...r.tags, r.jobTitle, r.industry,
    r.taxId, r.registrationNo ?? '', ...r.extras.map((extra) => extra.value), r.website, r.birthDate ?? '', r.notes],
})

const attributeWords = (db: ReadableDB, { id, attributes }: CustomerRecord): string[] =>
  (attributes === undefined || attributes.length === 0 ? [] : wordsOfAttributes(attributesOf(db, [id]).get(id) ?? []))

function index(db: WritableDB, seq: number, person: Findable): void {
  const words = wordsOf(person)
  if (!words) return
  indexWords(db, seq, words)
  noteNames(db, words.names)
}

export type Stamp = { readonly at: Instant; readonly registerId: RegisterId | 'system'; readonly staffId?: StaffId | null; readonly fields: readonly string[] }

/** Writes the whole record over what was there, one version on, as the most recent person; `fields` are remembered as changed now. */
export function updateCustomer(db: WritableDB, r: CustomerRecord, stamp: Stamp): number {
  const old = placeOf(db, r.id)
  if (!old) return 0
  const seq = nextSeq(db)
  const sortName = sortNameOf(displayName(r))
  run(db, sql`UPDATE customers SET seq = ${seq}, source = ${r.source}, type = ${r.type}, customer_type_id = ${r.customerTypeId},
      group_id = ${r.groupId}, status = ${r.status}, first_name = ${r.firstName}, last_name = ${r.lastName}, nickname = ${r.nickname},
      company = ${r.company}, industry = ${r.industry}, job_title = ${r.jobTitle}, website = ${r.website}, tax_id = ${r.taxId},
      birth_date = ${r.birthDate}, language = ${r.language}, tags = ${JSON.stringify(r.tags)}, notes = ${r.notes}, sort_name = ${sortName},
      import_batch_id = ${r.importBatchId}, main_phone = ${mainPhone(r)}, main_email = ${mainEmail(r)}, main_city = ${mainCity(r)},
      updated_at = ${stamp.at}, updated_by = ${stamp.staffId ?? 'system'}, updated_register = ${stamp.registerId}, version = ${old.version + 1},
      field_changes = ${changesAfter(old, stamp)}
    WHERE id = ${r.id}`)
  writeTerms(db, r.id, termsOf(r))
  countLetter(db, old.sortName, old.status, -1)
  countLetter(db, sortName, r.status, 1)
  deleteParts(db, r.id)
  insertParts(db, r)
  unindexWords(db, old.seq)
  index(db, seq, withAlsoKnown(findableOf(db, r, old.code), old.alsoKnown))
  return old.version + 1
}
const place = z.object({ seq: z.number(), code: z.string(), version: z.number(), status: z.string(), sortName: z.string(), fieldChanges: z.string(), alsoKnown: z.string() })
const placeOf = (db: ReadableDB, id: CustomerId): z.infer<typeof place> | undefined =>
  first(db, place, sql`SELECT seq, code, version, status, sort_name AS sortName, field_changes AS fieldChanges, also_known AS alsoKnown FROM customers WHERE id = ${id}`)

function changesAfter({ version, fieldChanges }: z.infer<typeof place>, { at, registerId, fields }: Stamp): string {
  const changed = Object.fromEntries(fields.map((field) => [field, [version + 1, at, registerId]]))
  return JSON.stringify({ ...(JSON.parse(fieldChanges) as object), ...changed })
}

/** A visit: this person becomes the most recent one, in lists and in search. For an old sale, an earlier `at` counts the visit and no more. */
export function touchCustomer(db: WritableDB, id: CustomerId, at: Instant, visits = 1): void {
  const person = readFindable(db, id)
  if (!person) return
  const seq = nextSeq(db)
  run(db, sql`UPDATE customers SET seq = ${seq}, visits = visits + ${visits}, last_visit_at = max(coalesce(last_visit_at, ''), ${at})
    WHERE id = ${id}`)
  unindexWords(db, person.seq)
  index(db, seq, person)
}

/** Writes the words somebody is found by anew, without moving them: after an attribute became findable, or its values were put into another kind. */
export function reindexCustomer(db: WritableDB, id: CustomerId): void {
  const person = readFindable(db, id)
  if (!person) return
  unindexWords(db, person.seq)
  index(db, person.seq, person)
}

/** Takes somebody out again as if they had never been added: the undo of an import. Their code is not given to anyone else. */
export function removeCustomer(db: WritableDB, id: CustomerId): void {
  const old = placeOf(db, id)
  if (!old) return
  countLetter(db, old.sortName, old.status, -1)
  unindexWords(db, old.seq)
  deleteParts(db, id)
  run(db, sql`DELETE FROM customer_photos WHERE customer_id = ${id}`)
  run(db, sql`DELETE FROM customers WHERE id = ${id}`)
}

/** Is there such a customer who can still be seen: not merged into another, not erased? */
export const customerExists = (db: ReadableDB, id: CustomerId): boolean => value(db, sql`SELECT 1 FROM customers WHERE id = ${id}
  AND status NOT IN ('merged', 'erased')`) === 1
