import type { Address, Customer, Extra } from '../../main/customers/customer.ts'
import type { Input, Output } from '../../main/handlers.ts'
import type { CustomerTypeId, GroupId, Language, PlainDate } from '../../main/vocabulary.ts'
import { emptyRecord, recordDraftOf, recordFormOf, type ReadRecord, type RecordForm, type RecordShown } from './record-form.ts'

/** A form holds what was typed, word for word: a date that cannot be read yet is still there after a power cut. */
export type CustomerForm = RecordForm & {
  readonly type: 'personal' | 'business'; readonly status: 'active' | 'inactive'
  /** "Full Name or Nickname" of the register; main splits it, and the parts below can be corrected. */
  readonly fullName: string; readonly partsCorrected: boolean
  readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string
  readonly industry: string; readonly jobTitle: string; readonly website: string; readonly taxId: string
  readonly birthDate: string; readonly language: Language | null; readonly customerTypeId: CustomerTypeId | null; readonly groupId: GroupId | null
  readonly tags: readonly string[]; readonly notes: string
  readonly phones: readonly { readonly typed: string; readonly kind: string; readonly country?: string }[]
  readonly emails: readonly { readonly address: string; readonly kind: string }[]
  readonly addresses: readonly Address[]; readonly extras: readonly Extra[]
  /** '' while a number on file stays as it is: the screen holds only its last four. */
  readonly licenceNumber: string; readonly licenceRegion: string; readonly licenceExpires: string; readonly licenceGone: boolean
  /** What the licence that was scanned wrote into the three fields above, while nobody has changed them. */
  readonly scanned: ScannedLicence | null
  readonly medicalNumber: string; readonly medicalExpires: string; readonly medicalGone: boolean
  readonly sms: Consent; readonly email: Consent
}
export type ScannedLicence = { readonly number: string; readonly region: string; readonly expires: string; readonly country: string; readonly documentKey: string | null }
/** The switch beside a number or an address. `kept`: the number changed and the customer said the consent goes with it. */
export type Consent = { readonly on: boolean; readonly kept: boolean }
export type ConsentSwitches = { readonly sms: boolean; readonly email: boolean }

export const emptyForm: CustomerForm = {
  ...emptyRecord,
  type: 'personal', status: 'active', fullName: '', partsCorrected: false, firstName: '', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '',
  birthDate: '', language: null, customerTypeId: null, groupId: null, tags: [], notes: '', phones: [{ typed: '', kind: 'mobile' }], emails: [{ address: '', kind: 'home' }],
  addresses: [], extras: [], licenceNumber: '', licenceRegion: '', licenceExpires: '', licenceGone: false, scanned: null, medicalNumber: '', medicalExpires: '', medicalGone: false,
  sms: { on: false, kept: false }, email: { on: false, kept: false },
}
export const businessPhones: CustomerForm['phones'] = [{ typed: '', kind: 'main' }, { typed: '', kind: 'mobile' }]
export const emptyAddress: Address = { label: '', address1: '', address2: '', city: '', region: '', postcode: '', country: '' }

type Shown = RecordShown & { readonly switches: ConsentSwitches }

/** The form of someone on file. `day` writes a date the way it is typed here. */
export function formOf(customer: Customer, shown: Shown): CustomerForm {
  const { switches, day } = shown
  const { type, firstName, lastName, nickname, company, industry, jobTitle, website, taxId, language, customerTypeId, groupId, tags, notes, extras } = customer
  return {
    ...emptyForm, ...recordFormOf(customer, shown), type, firstName, lastName, nickname, company, industry, jobTitle, website, taxId, language, customerTypeId, groupId, tags, notes, extras,
    status: customer.status === 'inactive' ? 'inactive' : 'active',
    fullName: [firstName, lastName].filter(Boolean).join(' ') || nickname,
    birthDate: customer.birthDate ? day(customer.birthDate) : '',
    phones: atLeastOne(customer.phones.map(({ shown, typed, kind }) => ({ typed: shown || typed, kind })), emptyForm.phones),
    emails: atLeastOne(customer.emails, emptyForm.emails), addresses: customer.addresses,
    licenceRegion: customer.licence?.region ?? '', licenceExpires: customer.licence?.expiresOn ? day(customer.licence.expiresOn) : '',
    medicalExpires: customer.medical?.expiresOn ? day(customer.medical.expiresOn) : '',
    sms: { on: switches.sms, kept: false }, email: { on: switches.email, kept: false },
  }
}
const atLeastOne = <T>(list: readonly T[], empty: readonly T[]): readonly T[] => (list.length === 0 ? empty : list)

/** Changes one text of a form that holds several, by place. */
export const replaced = <T>(list: readonly T[], at: number, next: T): T[] => list.map((each, index) => (index === at ? next : each))

/** The starred one is the first: what receipts, lists and route links use. */
export const toFront = <T>(list: readonly T[], at: number): T[] => [...list.slice(at, at + 1), ...list.slice(0, at), ...list.slice(at + 1)]

/** Two ways to write one number are the same number: only its digits count. */
export const samePhone = (one: string, other: string): boolean => one.replace(/\D/g, '') === other.replace(/\D/g, '')
export const sameEmail = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** Texts go to the first mobile number, wherever it stands, or will once it is typed; where nothing is a mobile, to the first number. */
export function smsAt({ phones }: { readonly phones: readonly { readonly kind: string; readonly typed: string }[] }): number {
  const typedAt = phones.findIndex(({ kind, typed }) => kind === 'mobile' && typed.trim() !== '')
  return Math.max(0, typedAt === -1 ? phones.findIndex(({ kind }) => kind === 'mobile') : typedAt)
}

type Channel = 'sms' | 'email'
const first: Readonly<Record<Channel, (form: CustomerForm) => string>> = { sms: (form) => form.phones[smsAt(form)]?.typed ?? '', email: (form) => form.emails[0]?.address ?? '' }
const same = { sms: samePhone, email: sameEmail }

/** Does this form carry another number (or address) than the one the customer agreed to? */
export const asksAgain = (before: CustomerForm, form: CustomerForm, channel: Channel): boolean =>
  before[channel].on && first[channel](form).trim() !== '' && !same[channel](first[channel](before), first[channel](form))

/** After a number or address was typed: consent never follows to another one by itself, and comes back with the old one. */
export function withConsentOf(before: CustomerForm, form: CustomerForm, channel: Channel): CustomerForm {
  const value = first[channel](form)
  if (value.trim() === '') return { ...form, [channel]: { on: false, kept: false } }
  if (!before[channel].on) return form
  const isSame = same[channel](first[channel](before), value)
  if (isSame) return { ...form, [channel]: { on: true, kept: false } }
  return form[channel].kept ? form : { ...form, [channel]: { on: false, kept: false } }
}

/** What main is told about consent: what was asked just now, and what goes along to a new number. */
export function consentsOf(before: CustomerForm, form: CustomerForm) {
  const channels = ['sms', 'email'] as const
  const kept = channels.filter((channel) => asksAgain(before, form, channel) && form[channel].kept)
  const asked = channels.filter((channel) => !kept.includes(channel) && form[channel].on !== (before[channel].on && !asksAgain(before, form, channel) && first[channel](form).trim() !== ''))
  return { keepConsent: Object.fromEntries(kept.map((channel) => [channel, true])) as { sms?: boolean; email?: boolean }, consents: asked.map((channel) => ({ channel, allowed: form[channel].on })) }
}

export type ReadDates = ReadRecord & { readonly birth: (typed: string) => PlainDate | null }

/** The fields of a form are all told. */
export type Draft = Required<Input<'customers/create'>['draft']>

/** The whole record as main takes it. Empty numbers and addresses are left out; nothing else is dropped. */
export function draftOf(form: CustomerForm, read: ReadDates): Draft {
  const { type, firstName, lastName, nickname, company, industry, jobTitle, website, taxId, language, customerTypeId, groupId, notes } = form
  const hasLicence = [form.licenceNumber, form.licenceRegion, form.licenceExpires].some((text) => text.trim() !== '')
  const hasMedical = [form.medicalNumber, form.medicalExpires].some((text) => text.trim() !== '')
  return {
    type, firstName: firstName.trim(), lastName: lastName.trim(), nickname: nickname.trim(), company: company.trim(), industry, jobTitle, website: website.trim(), taxId: taxId.trim(),
    language, customerTypeId, groupId, notes, tags: [...form.tags], extras: [...form.extras], birthDate: read.birth(form.birthDate),
    phones: form.phones.filter(({ typed }) => typed.trim() !== '').map(({ typed, kind, country = '' }) => ({ typed: typed.trim(), kind, ...(country === '' ? {} : { country }) })),
    emails: form.emails.filter(({ address }) => address.trim() !== '').map(({ address, kind }) => ({ address: address.trim(), kind })),
    addresses: form.addresses.filter((address) => Object.entries(address).some(([name, value]) => name !== 'label' && value.trim() !== '')),
    licence: hasLicence ? { number: form.licenceNumber.trim(), region: form.licenceRegion.trim(), country: isAsScanned(form) ? (form.scanned?.country ?? '') : '', expiresOn: read.expiry(form.licenceExpires), source: isAsScanned(form) ? 'scanned' : 'typed' } : null,
    ...recordDraftOf(form, read),
    medical: hasMedical ? { number: form.medicalNumber.trim(), expiresOn: read.expiry(form.medicalExpires) } : null,
  }
}

/** Are the licence's fields still as the card wrote them? One that was edited by hand counts as typed (S5-38). */
export const isAsScanned = ({ scanned, licenceNumber, licenceRegion, licenceExpires }: CustomerForm): boolean =>
  scanned !== null && licenceNumber === scanned.number && licenceRegion === scanned.region && licenceExpires === scanned.expires

/** Who is on the card, as main hands it over. */
export type ScannedPerson = Extract<Output<'devices/scanned'>, { kind: 'licence-new' }>['person']
/** Writes what a licence says into the fields that are empty; what somebody typed stays. */
export function withScan(form: CustomerForm, { firstName, lastName, birthDate, address, licence, documentKey }: ScannedPerson, day: (date: PlainDate) => string): CustomerForm {
  const isNameless = form.fullName.trim() === '' && form.firstName === '' && form.lastName === ''
  const named = isNameless ? { firstName, lastName, fullName: `${firstName} ${lastName}`.trim(), partsCorrected: true } : {}
  const expires = licence.expiresOn ? day(licence.expiresOn) : ''
  const isBlank = [form.licenceNumber, form.licenceRegion, form.licenceExpires].every((text) => text.trim() === '')
  const card = { licenceNumber: licence.number, licenceRegion: licence.region, licenceExpires: expires, scanned: { number: licence.number, region: licence.region, expires, country: licence.country, documentKey } }
  return {
    ...form, ...named, birthDate: form.birthDate.trim() === '' && birthDate ? day(birthDate) : form.birthDate,
    addresses: form.addresses.length === 0 && address ? [address] : form.addresses, ...(isBlank ? card : {}),
  }
}
