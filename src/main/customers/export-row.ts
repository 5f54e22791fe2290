import type { FieldSight } from '../vocabulary.ts'
import { attributePrefix, columnOf } from './export-columns.ts'
import { numberCell, textCell } from './export-csv.ts'
import { seenAddress, seenEmail, seenField, seenPhone } from './masks.ts'
import type { ExportParts, ExportPerson } from './export-read.sql.ts'

/** How a row is written: which columns, what whoever asked may see, and the words for yes, no and kinds. `whole`: numbers of documents are not masked. */
export type RowForm = {
  readonly columns: readonly string[]; readonly sight: FieldSight; readonly whole: boolean; readonly separator: ',' | ';'
  readonly words: Readonly<Record<string, string>>
}
type Person = { readonly person: ExportPerson; readonly parts: ExportParts }
type Value = string | number | null

const day = (at: string | null): string => at?.slice(0, 10) ?? ''
const plain: Readonly<Record<string, (person: ExportPerson) => Value>> = {
  code: (p) => p.code, 'first-name': (p) => p.firstName, 'last-name': (p) => p.lastName, nickname: (p) => p.nickname, company: (p) => p.company, 'job-title': (p) => p.jobTitle, industry: (p) => p.industry,
  website: (p) => p.website, 'customer-type': (p) => p.customerTypeName, group: (p) => p.groupName, 'birth-date': (p) => p.birthDate, language: (p) => p.language, notes: (p) => p.notes,
  tags: (p) => (JSON.parse(p.tags) as string[]).join(', '), 'tax-id': (p) => p.taxId, 'registration-no': (p) => p.registrationNo, 'tax-certificate': (p) => p.taxCertificate,
  'tax-exempt-until': (p) => p.taxExemptUntil, 'price-list': (p) => p.priceListName, discount: (p) => p.discountPpm, 'pay-later-limit': (p) => p.payLaterLimitCents, 'pay-later-days': (p) => p.payLaterDays,
  'parent-company': (p) => p.parentName, points: (p) => p.points, balance: (p) => p.balanceCents ?? 0, visits: (p) => p.visits, 'last-visit': (p) => day(p.lastVisitAt), added: (p) => day(p.madeAt),
  updated: (p) => day(p.updatedAt), 'licence-number': (p) => p.licenceNumber, 'licence-state': (p) => p.licenceRegion, 'licence-expires': (p) => p.licenceExpires, 'medical-number': (p) => p.medicalNumber,
  'medical-expires': (p) => p.medicalExpires,
}
/** Values that stand for themselves in main and as a word in the file. */
const worded: Readonly<Record<string, (person: ExportPerson) => string>> = {
  type: (p) => p.type, status: (p) => p.status, source: (p) => p.source, 'preferred-channel': (p) => p.preferredChannel ?? '', 'tax-exempt': (p) => yesNo(p.taxExempt),
  'pay-later': (p) => yesNo(p.payLaterAllowed), 'po-required': (p) => yesNo(p.poRequired),
}
const yesNo = (flag: number): string => (flag === 1 ? 'yes' : 'no')
const wholeOf: readonly string[] = ['licence-number', 'medical-number']

/** One person as a line of the file, without its end. */
export const rowCells = (of: Person, form: RowForm): string[] => form.columns.map((id) => cell(id, of, form))

function cell(id: string, of: Person, form: RowForm): string {
  const column = columnOf(id)
  const value = valueOf(id, of, form)
  if (value === null || value === '') return ''
  if (typeof value === 'number') return column?.field && form.sight[column.field] !== 'full' ? '' : numberCell(value, column?.amount ?? 'whole', form.separator)
  if (!column?.field || (form.whole && wholeOf.includes(id)) || isMasked(id)) return textCell(value)
  return textCell(seenField(column.field, value, form.sight))
}
/** Phones, e-mails and addresses are masked where they are read: each is of several parts. */
const isMasked = (id: string): boolean => /^(mobile|phone-|email|address|more-|contacts)/.test(id)

function valueOf(id: string, { person, parts }: Person, form: RowForm): Value {
  if (id.startsWith(attributePrefix)) return parts.attributes.get(person.id)?.find(({ name }) => `${attributePrefix}${name}` === id)?.value ?? null
  if (plain[id]) return plain[id](person)
  if (worded[id]) return wordFor(worded[id](person), form)
  if (/^(sms|email)-(general|marketing)$/.test(id)) return consentOf(id, person, parts, form)
  if (id === 'other') return (parts.extras.get(person.id) ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n')
  return reachOf(id, person, parts, form.sight)
}
const wordFor = (value: string, { words }: RowForm): string => words[value] ?? value

function consentOf(id: string, person: ExportPerson, parts: ExportParts, form: RowForm): string {
  const found = parts.consents.get(person.id)?.find(({ channel, type }) => `${channel}-${type}` === id)
  return found ? wordFor(yesNo(found.allowed), form) : ''
}

const addressPart: Readonly<Record<string, 'label' | 'address1' | 'address2' | 'city' | 'region' | 'postcode' | 'country'>> = {
  label: 'label', 1: 'address1', 2: 'address2', city: 'city', state: 'region', postcode: 'postcode', country: 'country',
}
function reachOf(id: string, { id: of }: ExportPerson, parts: ExportParts, sight: FieldSight): string {
  const phones = (parts.phones.get(of) ?? []).map(({ e164, typed }) => seenPhone(e164 || typed, sight.phone))
  const emails = (parts.emails.get(of) ?? []).map(({ address }) => seenEmail(address, sight.email))
  const addresses = (parts.addresses.get(of) ?? []).map((address) => seenAddress(address, sight.address))
  const nth = { mobile: 0, 'phone-2': 1, 'phone-3': 2 }[id]
  if (nth !== undefined) return phones[nth] ?? ''
  const mail = { email: 0, 'email-2': 1, 'email-3': 2 }[id]
  if (mail !== undefined) return emails[mail] ?? ''
  const [, second, part = ''] = /^address(-b)?-(.+)$/.exec(id) ?? []
  if (part !== '') return addresses[second ? 1 : 0]?.[addressPart[part] ?? 'label'] ?? ''
  if (id === 'more-contact-info') {
    const lines = addresses.slice(2).map((a) => [a.label, a.address1, a.address2, a.city, a.region, a.postcode, a.country].filter(Boolean).join(', '))
    return [...phones.slice(3), ...emails.slice(3), ...lines].join('\n')
  }
  return (parts.contacts.get(of) ?? []).map((c) => [c.name, c.role, seenPhone(c.e164 || c.typed, sight.phone), seenEmail(c.email, sight.email)].filter(Boolean).join(', ')).join('\n')
}
