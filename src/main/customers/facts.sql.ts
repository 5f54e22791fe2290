import { z } from 'zod'
import { all, sql, type ReadableDB } from '../store/sql.ts'
import { alsoKnownFacts } from './also-known.ts'
import { phoneWords, showPhone } from './contact.ts'
import { factOf, nameFacts, type Fact } from './facts.ts'

const text = z.string()
const personRow = z.object({
  id: text, firstName: text, lastName: text, nickname: text, company: text, code: text, jobTitle: text, industry: text, website: text, taxId: text,
  registration: text, birthDate: text.nullable(), notes: text, tags: text, alsoKnown: text,
})
type PersonRow = z.infer<typeof personRow>
const phoneRow = z.object({ id: text, e164: text, typed: text, kind: text })
const pairRow = z.object({ id: text, label: text, value: text })

export type FactsAsked = { readonly country: string; /** Also the attributes that are for managers' eyes. */ readonly allAttributes: boolean }
/** Everything a search of everything may find these people by, names first, so that the plainest reason is the one that is told. */
export function factsOf(db: ReadableDB, ids: readonly string[], { country, allAttributes }: FactsAsked): ReadonlyMap<string, readonly Fact[]> {
  const wanted = JSON.stringify(ids)
  const facts = new Map<string, Fact[]>(ids.map((id) => [id, []]))
  const add = (id: string, ...more: readonly Fact[]) => facts.get(id)?.push(...more.filter(({ value }) => value !== ''))
  const people = peopleOf(db, wanted)
  people.forEach((row) => add(row.id, ...nameFacts(row)))
  phonesOf(db, wanted).forEach(({ id, kind, ...phone }) => add(id, factOf(kind === 'mobile' ? 'mobile' : 'phone', showPhone(phone, country), { also: phoneWords(phone).slice(0, 2) })))
  emailsOf(db, wanted).forEach(({ id, value }) => add(id, factOf('email', value)))
  cardsOf(db, wanted).forEach(({ id, value }) => add(id, factOf('card', value)))
  attributesOf(db, wanted, allAttributes).forEach(({ id, label, value }) => add(id, factOf('attribute', value, { label })))
  addressesOf(db, wanted).forEach(({ id, value }) => add(id, factOf('address', value, { also: value.split(', ') })))
  contactsOf(db, wanted).forEach(({ id, label, value }) => add(id, factOf('contact', `${label} ${value}`.trim(), { also: [label, value] })))
  people.forEach((row) => add(row.id, ...restOf(row), ...alsoKnownFacts(row.alsoKnown, country)))
  return facts
}

const restOf = (row: PersonRow): Fact[] => [
  ...(JSON.parse(row.tags) as string[]).map((tag) => factOf('tag', tag)), factOf('job', row.jobTitle), factOf('industry', row.industry), factOf('website', row.website),
  factOf('tax-id', row.taxId), factOf('registration', row.registration), factOf('birth-date', row.birthDate ?? ''), factOf('notes', row.notes),
]

const peopleOf = (db: ReadableDB, ids: string): PersonRow[] =>
  all(db, personRow, sql`SELECT c.id, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, c.code, c.job_title AS jobTitle, c.industry, c.website,
    c.tax_id AS taxId, c.registration_no AS registration, c.birth_date AS birthDate, c.notes, c.tags, c.also_known AS alsoKnown FROM json_each(${ids}) j JOIN customers c ON c.id = j.value`)
const phonesOf = (db: ReadableDB, ids: string) =>
  all(db, phoneRow, sql`SELECT p.customer_id AS id, p.e164, p.typed, p.kind FROM json_each(${ids}) j JOIN customer_phones p ON p.customer_id = j.value ORDER BY p.position`)
const emailsOf = (db: ReadableDB, ids: string) =>
  all(db, pairRow, sql`SELECT e.customer_id AS id, '' AS label, e.address AS value FROM json_each(${ids}) j JOIN customer_emails e ON e.customer_id = j.value ORDER BY e.position`)
const cardsOf = (db: ReadableDB, ids: string) =>
  all(db, pairRow, sql`SELECT a.customer_id AS id, '' AS label, c.code AS value FROM json_each(${ids}) j JOIN v_loyalty_accounts a ON a.customer_id = j.value
    JOIN v_loyalty_cards c ON c.account_id = a.account_id`)
/** A shop's own attributes that may be searched, and what an imported card carried beside. */
const attributesOf = (db: ReadableDB, ids: string, everyAttribute: boolean) =>
  all(db, pairRow, sql`SELECT v.customer_id AS id, a.name AS label, v.value FROM json_each(${ids}) j JOIN customer_attributes v ON v.customer_id = j.value
      JOIN attributes a ON a.id = v.attribute_id WHERE a.searchable = 1 AND a.active = 1 AND (a.seen_by = 'everyone' OR ${Number(everyAttribute)})
    UNION ALL SELECT x.customer_id, x.name, x.value FROM json_each(${ids}) j JOIN customer_extras x ON x.customer_id = j.value`)
const addressesOf = (db: ReadableDB, ids: string) =>
  all(db, pairRow, sql`SELECT a.customer_id AS id, '' AS label, concat_ws(', ', nullif(a.address_1, ''), nullif(a.address_2, ''), nullif(a.city, ''), nullif(a.region, ''),
    nullif(a.postcode, '')) AS value FROM json_each(${ids}) j JOIN customer_addresses a ON a.customer_id = j.value ORDER BY a.position`)
const contactsOf = (db: ReadableDB, ids: string) =>
  all(db, pairRow, sql`SELECT c.customer_id AS id, c.name AS label, concat_ws(' ', nullif(c.typed, ''), nullif(c.email, '')) AS value
    FROM json_each(${ids}) j JOIN customer_contacts c ON c.customer_id = j.value ORDER BY c.position`)
