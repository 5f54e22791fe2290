import type { FieldName, FieldSight, PlainDate } from '../vocabulary.ts'
import { isAddressEmpty, phoneTailOf } from './contact.ts'
import type { Address, Customer, CustomerRow, Email } from './customer.ts'
import type { Findable } from './search-words.ts'

/** What stands for what may not be seen. No value that someone typed has it: main takes none back (`value-masked`). */
export const veil = '•••'

/** "••• 0142": enough to tell two numbers apart, too little to dial; of a number so short that four would be most of it, nothing. */
export const maskPhone = (phone: string): string => (phone === '' ? '' : phone.replace(/\D/g, '').length > 6 ? `${veil} ${phoneTailOf(phone)}` : veil)
/** "a•••@x.ca": the first letter and where it is. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return address === '' ? '' : at > 1 ? `${Array.from(address)[0] ?? ''}${veil}${address.slice(at)}` : veil
}
/** The town stays, so that two of one name are told apart; the street and the postcode do not. */
export const maskAddress = (address: Address): Address =>
  isAddressEmpty(address) ? address : { ...address, label: address.label === '' ? '' : veil, address1: veil, address2: '', postcode: '' }
/** "•••7 234": the last three of a number. */
export const maskNumber = (number: string): string => (number === '' ? '' : number.length > 5 ? `${veil} ${number.slice(-3)}` : veil)
/** "1990-••-••": how old someone is, and not the day that opens doors elsewhere. */
export const maskBirthDate = (day: PlainDate | string): string => (day === '' ? '' : `${day.slice(0, 4)}-••-••`)

const hiddenAddress: Address = { label: '', address1: veil, address2: '', city: '', region: '', postcode: '', country: '' }
export const seenAddress = (address: Address, sight: FieldSight['address']): Address => (sight === 'full' ? address : sight === 'masked' ? maskAddress(address) : hiddenAddress)
/** A phone number as a role may see it: whole, its last four, or that there is one. */
export const seenPhone = (phone: string, sight: FieldSight['phone']): string => (sight === 'full' || phone === '' ? phone : sight === 'masked' ? maskPhone(phone) : veil)
export const seenEmail = (address: string, sight: FieldSight['email']): string => (sight === 'full' || address === '' ? address : sight === 'masked' ? maskEmail(address) : veil)
export const seenNumber = (number: string, sight: FieldSight['taxId']): string => (sight === 'full' || number === '' ? number : sight === 'masked' ? maskNumber(number) : veil)

const masksOf: Partial<Readonly<Record<FieldName, (value: string) => string>>> = {
  phone: maskPhone, email: maskEmail, birthDate: maskBirthDate, taxId: maskNumber, document: maskNumber, medical: maskNumber,
}
/** One value of one field as text, for a column of a list, a cell of an export, a line of the audit: whole, masked, or nothing. */
export function seenField(field: FieldName, value: string, sight: FieldSight): string {
  if (sight[field] === 'full' || value === '') return value
  return sight[field] === 'masked' ? (masksOf[field]?.(value) ?? veil) : ''
}

/** A row of a list or a search as a role may see it. A city is a part of the address; points are a balance. */
export function seenRow<R extends CustomerRow>(row: R, sight: FieldSight): R {
  const points = row.points === undefined ? {} : { points: sight.balance === 'full' ? row.points : null }
  return {
    ...row, ...points, phone: seenPhone(row.phone, sight.phone), phoneTail: sight.phone === 'hidden' ? '' : row.phoneTail, email: seenEmail(row.email, sight.email),
    city: sight.address === 'hidden' ? '' : row.city, ...(row.hasPhoto === undefined ? {} : { hasPhoto: sight.photo === 'full' && row.hasPhoto }),
  }
}

type Reached = Pick<Customer, 'phones' | 'emails' | 'addresses' | 'contacts'>
const seenReach = ({ phones, emails, addresses, contacts }: Reached, sight: FieldSight): Reached => ({
  phones: phones.map((phone) => (sight.phone === 'full' ? phone : { ...phone, e164: seenPhone(phone.e164, sight.phone), typed: seenPhone(phone.typed, sight.phone), shown: seenPhone(phone.shown, sight.phone) })),
  emails: emails.map((email: Email) => ({ ...email, address: seenEmail(email.address, sight.email) })),
  addresses: addresses.map((address) => seenAddress(address, sight.address)),
  contacts: contacts.map((contact) => ({
    ...contact, e164: seenPhone(contact.e164, sight.phone), typed: seenPhone(contact.typed, sight.phone), shown: seenPhone(contact.shown, sight.phone), email: seenEmail(contact.email, sight.email),
  })),
})

/** A whole record as a role may see it; nothing of it is left out silently: a list keeps as many entries, and `sight` says what was veiled. */
export function seenCustomer<C extends Customer>(customer: C, sight: FieldSight): C {
  return {
    ...customer, ...seenReach(customer, sight),
    birthDate: sight.birthDate === 'full' ? customer.birthDate : null, age: sight.birthDate === 'hidden' ? null : customer.age,
    notes: sight.notes === 'full' ? customer.notes : '', extras: sight.attributes === 'full' ? customer.extras : [], attributes: sight.attributes === 'full' ? customer.attributes : [],
    taxId: seenNumber(customer.taxId, sight.taxId), registrationNo: seenNumber(customer.registrationNo, sight.taxId), taxCertificate: seenNumber(customer.taxCertificate, sight.taxId),
    licence: sight.document === 'hidden' ? null : customer.licence, medical: sight.medical === 'hidden' ? null : customer.medical,
    hasPhoto: sight.photo === 'full' && customer.hasPhoto,
  }
}

const fieldsOf: Readonly<Record<string, FieldName>> = {
  phones: 'phone', contacts: 'phone', emails: 'email', addresses: 'address', birthDate: 'birthDate', notes: 'notes', extras: 'attributes', taxId: 'taxId',
  registrationNo: 'taxId', taxCertificate: 'taxId', licence: 'document', medical: 'medical',
}
/** Which of the fields a role sees or not a part of the record belongs to (`attribute:<id>` too); null for what everyone sees, as a name or a tag. */
export const fieldOf = (part: string): FieldName | null => (part.startsWith('attribute:') ? 'attributes' : (fieldsOf[part] ?? null))

const searched = ['phone', 'email', 'address', 'birthDate', 'notes', 'attributes', 'taxId'] as const satisfies readonly FieldName[]
/** May whoever sees this much search by everything? */
export const seesEverything = (sight: FieldSight): boolean => searched.every((field) => sight[field] === 'full')
/** By what somebody may be found for a role: names and codes always, a masked number by the four digits it shows, and the rest only where nothing is kept from it. */
export function findableAs(person: Findable, sight: FieldSight): Findable {
  const phones = (known: Findable['phones']): Findable['phones'] =>
    sight.phone === 'full' ? known : sight.phone === 'masked' ? known.map(({ e164, typed }) => ({ e164: '', typed: phoneTailOf(e164 || typed) })) : []
  return {
    ...person, phones: phones(person.phones), emails: sight.email === 'full' ? person.emails : [], others: seesEverything(sight) ? person.others : [],
    contacts: person.contacts.map((contact) => ({ ...contact, e164: '', typed: '', ...phones([contact])[0], email: sight.email === 'full' ? contact.email : '', name: contact.name })),
  }
}

type OnPaper = { readonly phone: string; readonly address: readonly string[] }
/** The customer's part of a paper as a role may see it on a screen or in a file; without a `sight` it is the paper itself, which is the customer's own. */
export const seenOnPaper = <P extends OnPaper>(customer: P, sight: FieldSight | undefined): P =>
  (sight ? { ...customer, phone: seenPhone(customer.phone, sight.phone), address: sight.address === 'full' ? customer.address : [] } : customer)
