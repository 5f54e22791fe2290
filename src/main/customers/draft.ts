import { Refusal } from '../errors.ts'
import { fold } from '../folding.ts'
import type { PlainDate } from '../vocabulary.ts'
import { postcodeOf } from './addresses.ts'
import { emailKey, isAddressEmpty, isEmail, readPhone } from './contact.ts'
import { checkContacts } from './contacts.ts'
import type { Address, CheckedDraft, CustomerDraft, CustomerType, Email, Phone } from './customer.ts'
import { checkTerms } from './terms.ts'

const oldestYears = 120

export type DraftRules = {
  readonly country: string; readonly today: PlainDate
  /** Does this shop keep medical numbers at all? */
  readonly medical: boolean; readonly typeKind: CustomerType['kind'] | null
  /** An import keeps what it cannot read word for word instead of refusing it. */
  readonly keepsUnreadable: boolean
  /** Does this shop want a last name of every person (S2-08)? Whoever is on file without one stays. */
  readonly lastNameRequired: boolean
  /** What is on file already is never refused again; a new customer has nothing on file, and every field of theirs is new. */
  readonly onFile: { readonly phones: readonly Phone[]; readonly emails: readonly Email[]; readonly addresses?: readonly Address[]; readonly isNew: (field: keyof CustomerDraft) => boolean }
}
export const nothingOnFile: DraftRules['onFile'] = { phones: [], emails: [], isNew: () => true }

/**
 * What may be saved. Refuses, naming the field: 'name-needed' (no first name, nickname or company), 'last-name-needed', 'bad-phone', 'bad-email', 'birth-date-future',
 * 'birth-date-too-old' (over 120 years), 'medical-number-needed', 'address-needs-line' and what `checkTerms` and `checkContacts` refuse. Empty phones,
 * e-mails and addresses are left out.
 */
export function checkDraft(draft: CustomerDraft, rules: DraftRules): CheckedDraft {
  const named = { ...draft, ...trimmed(draft) }
  checkName(named, rules)
  checkLastName(named, rules)
  checkBirthDate(draft.birthDate, rules)
  const medical = draft.medical === null || isBlank(draft.medical) ? null : { ...draft.medical, number: draft.medical.number.trim() }
  if (medical === null || medical.number === '') checkMedicalNeeded(rules)
  const licence = draft.licence === null || isBlank(draft.licence) ? null : { ...draft.licence, number: draft.licence.number.trim() }
  return {
    ...named, medical, licence, phones: checkPhones(draft.phones, rules), emails: checkEmails(draft.emails, rules),
    addresses: checkAddresses(draft.addresses, rules), tags: uniqueTags(draft.tags), contacts: checkContacts(draft.contacts ?? [], rules),
    ...checkTerms(draft, { type: draft.type, keepsUnreadable: rules.keepsUnreadable, isNew: rules.onFile.isNew }),
  }
}

const plain = ['firstName', 'lastName', 'nickname', 'company', 'industry', 'jobTitle', 'website', 'taxId'] as const
const trimmed = (draft: CustomerDraft) =>
  Object.fromEntries(plain.map((field) => [field, tidy(draft[field])])) as Pick<CustomerDraft, (typeof plain)[number]>
const tidy = (text: string): string => (text === '' ? '' : text.replace(/\s+/g, ' ').trim())
const isBlank = (document: { readonly number: string; readonly expiresOn: PlainDate | null; readonly region?: string }): boolean =>
  document.number.trim() === '' && document.expiresOn === null && (document.region ?? '').trim() === ''
/** One tag however it is written: "VIP" and "vip" are the same, and the first stays. */
function uniqueTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const tag of tags.map(tidy)) if (tag !== '' && !byKey.has(fold(tag))) byKey.set(fold(tag), tag)
  return [...byKey.values()]
}

/** A town without its street is half an address (S2-18): say which street, or clear it. What was imported or is on file stays as it is. */
function checkAddresses(addresses: readonly Address[], { keepsUnreadable, onFile, country }: DraftRules): Address[] {
  const isOnFile = (address: Address) => (onFile.addresses ?? []).some((known) => isSame(known, address))
  const at = addresses.findIndex((address) => !isAddressEmpty(address) && address.address1.trim() === '' && !isOnFile(address))
  if (at >= 0 && !keepsUnreadable && onFile.isNew('addresses')) throw new Refusal('address-needs-line', { field: `addresses.${at}` })
  return addresses.filter((address) => !isAddressEmpty(address)).map((address) => (keepsUnreadable || isOnFile(address) ? address : { ...address, postcode: postcodeOf(address, country) }))
}
const addressParts = ['label', 'address1', 'address2', 'city', 'region', 'postcode', 'country'] as const satisfies readonly (keyof Address)[]
const isSame = (one: Address, other: Address): boolean => addressParts.every((part) => one[part] === other[part])

function checkName(draft: CustomerDraft, { keepsUnreadable, onFile }: DraftRules): void {
  if (draft.firstName !== '' || draft.nickname !== '' || draft.company !== '') return
  const isOld = !(['firstName', 'lastName', 'nickname', 'company'] as const).some(onFile.isNew)
  if (draft.lastName !== '' && (keepsUnreadable || isOld)) return
  throw new Refusal('name-needed', { field: draft.type === 'business' ? 'company' : 'firstName' })
}

function checkLastName({ type, lastName }: CustomerDraft, { lastNameRequired, keepsUnreadable, onFile }: DraftRules): void {
  if (!lastNameRequired || keepsUnreadable || type !== 'personal' || lastName !== '' || !onFile.isNew('lastName')) return
  throw new Refusal('last-name-needed', { field: 'lastName' })
}

function checkMedicalNeeded({ medical, typeKind, keepsUnreadable, onFile }: DraftRules): void {
  if (!medical || typeKind !== 'medical' || keepsUnreadable) return
  if (onFile.isNew('customerTypeId') || onFile.isNew('medical')) throw new Refusal('medical-number-needed', { field: 'medical.number' })
}

function checkBirthDate(day: PlainDate | null, { today, keepsUnreadable, onFile }: DraftRules): void {
  if (day === null || keepsUnreadable || !onFile.isNew('birthDate')) return
  if (day > today) throw new Refusal('birth-date-future', { field: 'birthDate' })
  if (ageOn(day, today) > oldestYears) throw new Refusal('birth-date-too-old', { field: 'birthDate' })
}

function checkPhones(phones: CustomerDraft['phones'], rules: DraftRules): Phone[] {
  const read: Phone[] = []
  phones.forEach((phone, at) => {
    const typed = phone.typed.trim()
    if (typed === '') return
    const e164 = readPhone(typed, phone.country ?? rules.country) ?? rules.onFile.phones.find((known) => known.typed === typed)?.e164
    if (e164 === undefined && !rules.keepsUnreadable) throw new Refusal('bad-phone', { field: `phones.${at}` })
    read.push({ e164: e164 ?? '', typed, kind: phone.kind })
  })
  return read
}

function checkEmails(emails: readonly Email[], rules: DraftRules): Email[] {
  const read: Email[] = []
  emails.forEach((email, at) => {
    const address = email.address.trim()
    if (address === '') return
    const isKnown = rules.keepsUnreadable || rules.onFile.emails.some((known) => emailKey(known.address) === emailKey(address))
    if (!isKnown && !isEmail(address)) throw new Refusal('bad-email', { field: `emails.${at}` })
    read.push({ address: rules.onFile.emails.some((known) => known.address === address) ? address : emailKey(address), kind: email.kind })
  })
  return read
}

/** Whole years on a day. Someone born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
