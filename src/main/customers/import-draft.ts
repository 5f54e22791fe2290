import type { CustomerTypeId, GroupId, PlainDate, Points } from '../vocabulary.ts'
import type { AttributeValue } from './attributes.ts'
import { isEmail, readPhone } from './contact.ts'
import type { Address, CustomerDraft, Email, Extra } from './customer.ts'
import type { ImportLists } from './csv-terms.ts'
import type { ImportProblem } from './import.ts'
import type { Terms } from './terms.ts'

export type ImportPhoto = { readonly mediaType: string; readonly base64: string }
/** One person read from a file, before anything is saved. `source` is the row as it stood, for the file of refused rows. */
export type ImportedPerson = {
  readonly line: number; readonly draft: CustomerDraft; readonly photo: ImportPhoto | null
  readonly problems: readonly ImportProblem[]; readonly source: readonly string[]; readonly brings: Brings
}
/** A clear yes for a channel, in the words of the file: its header and what stood under it. */
export type BroughtConsent = { readonly channel: 'sms' | 'email'; readonly wording: string }
/** What a row brings beside the record: points they had elsewhere, and the channels they clearly said yes to. */
export type Brings = { readonly points: Points; readonly consents: readonly BroughtConsent[] }
export const nothingBrought: Brings = { points: 0 as Points, consents: [] }
/** What a reader must know of the shop: how phones are written there, and what day it is. */
export type ReadingRules = {
  /** ISO 3166 alpha-2: how a number without a country code is read. */
  readonly country: string
  readonly today: PlainDate
  /** What the shop has that a column may name; absent where a file has no columns. */
  readonly lists?: ImportLists
}

type NameField = 'firstName' | 'lastName' | 'nickname' | 'company' | 'industry' | 'jobTitle' | 'website' | 'taxId'
/** A person in the making. Every value put in ends in a field, among the extras, or in a listed problem. */
export type Making = {
  readonly rules: ReadingRules
  readonly fields: Record<NameField, string>
  type: 'personal' | 'business'; birthDate: PlainDate | null; language: 'en' | 'fr' | 'es' | null
  readonly tags: string[]; readonly notes: string[]; readonly phones: { typed: string; kind: string; preferred: boolean }[]
  readonly emails: (Email & { preferred: boolean })[]; readonly addresses: (Address & { preferred: boolean })[]
  readonly extras: Extra[]; readonly problems: ImportProblem[]; photo: ImportPhoto | null
  groupId: GroupId | null; customerTypeId: CustomerTypeId | null; terms: Partial<Terms>; points: Points; readonly consents: Map<'sms' | 'email', string>; readonly attributes: AttributeValue[]
}

const noFields = { firstName: '', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '' }
const mostChars: Readonly<Record<NameField, number>> = {
  firstName: 200, lastName: 200, nickname: 200, company: 200, industry: 200, jobTitle: 200, website: 500, taxId: 60,
}
const extraChars = 4_000
const noteChars = 4_000
const mostExtras = 200
const mostProblems = 50
const mostOfAKind = 20
const mostTags = 50
const tagChars = 60
const mostPhotoBytes = 1_000_000

export const startMaking = (rules: ReadingRules): Making => ({
  rules, fields: { ...noFields }, type: 'personal', birthDate: null, language: null,
  tags: [], notes: [], phones: [], emails: [], addresses: [], extras: [], problems: [], photo: null,
  groupId: null, customerTypeId: null, terms: {}, points: 0 as Points, consents: new Map(), attributes: [],
})

/** Says what is wrong with a value. A row with fifty troubles has said enough; that it cannot be saved is always said. */
export function flag(making: Making, field: string, code: ImportProblem['code'], value: string, blocks = false): void {
  if (blocks || making.problems.length < mostProblems) making.problems.push({ field, code, value: value.slice(0, 200), blocks })
}

/** Kept word for word; a very long value in numbered pieces. Beyond what a record holds, the value is listed as too long. */
export function addExtra(making: Making, name: string, value: string): void {
  if (value.trim() === '') return
  for (let at = 0, piece = 1; at < value.length; at += extraChars, piece++) {
    if (making.extras.length >= mostExtras) return flag(making, 'extras', 'too-long', name)
    making.extras.push({ name: (piece === 1 ? name : `${name} ${piece}`).slice(0, 120), value: value.slice(at, at + extraChars) })
  }
}

/** Fills a field once; a second value, or one too long for the field, is kept as an extra under `name`. */
export function setField(making: Making, field: NameField, value: string, name: string): void {
  const clean = oneLine(value)
  if (clean === '' || clean === making.fields[field]) return
  if (making.fields[field] === '' && clean.length <= mostChars[field]) making.fields[field] = clean
  else addExtra(making, name, value.trim())
}

/** Digits that nobody can dial from elsewhere (a local number, a short code) are still a number; words are not. */
const looksDialled = (typed: string): boolean => /^[\d\s().+*#/x,;-]+(?:ext\.?\s*\d+)?$/i.test(typed) && typed.replace(/\D/g, '').length >= 4

/** A number that cannot be one is kept as an extra, and said. */
export function addPhone(making: Making, typed: string, kind: string, name: string, preferred = false): void {
  const clean = oneLine(typed)
  if (clean === '' || making.phones.some((phone) => phone.typed === clean && phone.kind === kind)) return
  const fits = clean.length <= 60 && making.phones.length < mostOfAKind && (readPhone(clean, making.rules.country) !== null || looksDialled(clean))
  if (fits) return void making.phones.push({ typed: clean, kind: kind.slice(0, 40), preferred })
  addExtra(making, name, clean)
  flag(making, 'phone', 'bad-phone', clean)
}

/** An address that cannot be one is kept as an extra, and said. */
export function addEmail(making: Making, address: string, kind: string, name: string, preferred = false): void {
  const clean = oneLine(address)
  if (clean === '' || making.emails.some((email) => email.address.toLowerCase() === clean.toLowerCase())) return
  const fits = making.emails.length < mostOfAKind && isEmail(clean)
  if (fits) return void making.emails.push({ address: clean, kind: kind.slice(0, 40), preferred })
  addExtra(making, name, clean)
  flag(making, 'email', 'bad-email', clean)
}

export type AddressParts = { readonly [K in keyof Omit<Address, 'label' | 'address1' | 'address2'>]: string } & { readonly label: string; readonly lines: readonly string[] }

/** The first line is address 1, the others are joined as address 2. A country alone is no address and stays an extra. Parts too long for their fields are kept as extras. */
export function addAddress(making: Making, parts: AddressParts, name: string, preferred = false): void {
  const lines = parts.lines.flatMap((line) => line.split('\n')).map(oneLine).filter((line) => line !== '')
  const [address1 = '', ...more] = lines
  const address = {
    label: oneLine(parts.label).slice(0, 80), address1, address2: more.join(', '), city: oneLine(parts.city), region: oneLine(parts.region),
    postcode: oneLine(parts.postcode), country: oneLine(parts.country),
  }
  const written = [...lines, address.city, address.region, address.postcode, address.country].filter((part) => part !== '')
  if (written.length === 0) return
  if (written.length === 1 && address.country !== '') return addExtra(making, 'Country', address.country)
  const fits = address1.length <= 300 && address.address2.length <= 300 && [address.city, address.region, address.country].every((part) => part.length <= 120)
  if (fits && address.postcode.length <= 40 && making.addresses.length < mostOfAKind) making.addresses.push({ ...address, preferred })
  else addExtra(making, name, written.join(', '))
}

export function addTag(making: Making, tag: string): void {
  const clean = oneLine(tag)
  if (clean === '' || making.tags.includes(clean)) return
  if (clean.length <= tagChars && making.tags.length < mostTags) making.tags.push(clean)
  else addExtra(making, 'CATEGORIES', clean)
}

/** An image of under 1 MB becomes the photo, once; other images are extras, and one that is too large is listed. */
export function addPhoto(making: Making, base64: string, name: string): void {
  const mediaType = imageType(base64)
  const sizeBytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4)
  if (sizeBytes > mostPhotoBytes) flag(making, 'photo', 'photo-too-large', `${name} ${Math.round(sizeBytes / 1000)} kB`)
  else if (mediaType && !making.photo) making.photo = { mediaType, base64 }
  else addExtra(making, name, base64)
}

/** What the first bytes say; a name in the file may lie. */
function imageType(base64: string): string | null {
  const head = Buffer.from(base64.slice(0, 24), 'base64').toString('latin1')
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (head.startsWith('\u0089PNG')) return 'image/png'
  if (head.startsWith('GIF8')) return 'image/gif'
  return head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' ? 'image/webp' : null
}

/** A birth date that exists, lies in the past and is not absurd; anything else is kept as an extra, and said. */
export function setBirthDate(making: Making, date: string | null, typed: string, name: string): void {
  if (typed.trim() === '') return
  const plausible = date !== null && isDay(date) && date <= making.rules.today && date >= '1850-01-01'
  if (plausible && (making.birthDate === null || making.birthDate === date)) making.birthDate = date as PlainDate
  else {
    addExtra(making, name, typed.trim())
    if (date !== null) flag(making, 'birthDate', 'bad-date', typed)
  }
}

export const isDay = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

const none = { licence: null, medical: null }
const preferredFirst = <T extends { preferred: boolean }>(rows: readonly T[]): Omit<T, 'preferred'>[] =>
  rows.toSorted((a, b) => Number(b.preferred) - Number(a.preferred)).map(({ preferred: _preferred, ...row }) => row)

/** Closes the record. Someone without a name is called by e-mail, phone or website; a row with nothing in it cannot be saved. */
export function finish(making: Making, line: number, source: readonly string[]): ImportedPerson {
  const { fields } = making
  const notes = making.notes.join('\n\n')
  if (notes.length > noteChars) addExtra(making, 'NOTE 2', notes.slice(noteChars))
  if (fields.firstName === '' && fields.lastName === '' && fields.nickname === '' && fields.company === '') {
    fields.nickname = making.emails[0]?.address ?? making.phones[0]?.typed ?? (fields.website || (making.extras[0]?.value ?? '')).slice(0, 200)
    if (fields.nickname === '') flag(making, 'name', 'nothing-in-it', '', true)
  }
  const draft: CustomerDraft = {
    ...none, ...fields, ...making.terms, customerTypeId: making.customerTypeId, groupId: making.groupId, attributes: making.attributes, type: making.type, birthDate: making.birthDate, language: making.language, tags: making.tags, notes: notes.slice(0, noteChars),
    phones: preferredFirst(making.phones), emails: preferredFirst(making.emails), addresses: preferredFirst(making.addresses), extras: making.extras,
  }
  const consents = [...making.consents].map(([channel, wording]) => ({ channel, wording })).filter(({ channel }) => (channel === 'email' ? making.emails.length > 0 : making.phones.some(({ typed }) => readPhone(typed, making.rules.country) !== null)))
  return { line, draft, photo: making.photo, problems: making.problems, source, brings: { points: making.points, consents } }
}

/** Line breaks, tabs and doubled spaces become one space; a field of one line must not hold them. */
export const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim()
