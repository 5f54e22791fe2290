import { Refusal } from '../errors.ts'
import type { FieldSight } from '../vocabulary.ts'
import type { Address, CustomerChanges, CustomerDraft, Email, Phone } from './customer.ts'
import { seenAddress, seenEmail, seenNumber, seenPhone, veil } from './masks.ts'

type OnFile = Pick<CustomerDraft, 'taxId' | 'addresses' | 'emails'> & {
  readonly registrationNo: string; readonly taxCertificate: string
  readonly phones: readonly Phone[]; readonly contacts: readonly { readonly e164: string; readonly typed: string; readonly email: string }[]
}

/**
 * What somebody who does not see every field in full may change. A mask that comes back says "as on file" and becomes what is on file; anything else
 * replaces the field wholly; and nothing ("" or an empty date), from a form that could not show what is there, changes nothing. Refuses 'value-masked'
 * for a mask of something that is not on file any more: a mask is never saved as a value.
 */
export function unmaskedChanges(changes: CustomerChanges, stored: OnFile, sight: FieldSight): CustomerChanges {
  const unseen: Partial<Record<keyof CustomerChanges, unknown>> = { ...listsOf(changes, stored, sight), ...numbersOf(changes, stored, sight) }
  const gone = blind(changes, sight)
  return Object.fromEntries(Object.entries({ ...changes, ...unseen }).filter(([name, value]) => value !== undefined && !gone.includes(name))) as CustomerChanges
}

/** What a form that shows nothing sends empty. */
const blind = (changes: CustomerChanges, sight: FieldSight): string[] => [
  ...(sight.birthDate !== 'full' && changes.birthDate === null ? ['birthDate'] : []), ...(sight.notes !== 'full' && changes.notes === '' ? ['notes'] : []),
  ...(sight.attributes !== 'full' && changes.extras?.length === 0 ? ['extras'] : []), ...(sight.document === 'hidden' && changes.licence === null ? ['licence'] : []),
  ...(sight.medical === 'hidden' && changes.medical === null ? ['medical'] : []),
]

function listsOf(changes: CustomerChanges, stored: OnFile, sight: FieldSight): Partial<CustomerChanges> {
  const { phones, emails, addresses, contacts } = changes
  return {
    ...(phones && sight.phone !== 'full' ? { phones: phones.map((phone, at) => (isVeiled(phone.typed) ? phoneBehind(phone, stored.phones, sight, at) : phone)) } : {}),
    ...(emails && sight.email !== 'full' ? { emails: emails.map((email, at) => (isVeiled(email.address) ? emailBehind(email, stored.emails, sight, at) : email)) } : {}),
    ...(addresses && sight.address !== 'full' ? { addresses: addresses.map((address, at) => (isVeiled(address.address1) ? addressBehind(address, stored.addresses, sight, at) : address)) } : {}),
    ...(contacts ? { contacts: contacts.map((contact, at) => contactBehind(contact, stored, sight, at)) } : {}),
  }
}

const isVeiled = (value: string): boolean => value.includes(veil)
/** What stands at that place, or else anywhere, and looks like that. */
function behind<T>(list: readonly T[], at: number, looksIt: (one: T) => boolean, field: string): T {
  const found = [...list.slice(at, at + 1), ...list].find(looksIt)
  if (found === undefined) throw new Refusal('value-masked', { field })
  return found
}
const shownOf = (phone: { readonly e164: string; readonly typed: string }, sight: FieldSight): string[] => [seenPhone(phone.e164, sight.phone), seenPhone(phone.typed, sight.phone)]
const phoneBehind = ({ typed, kind }: { typed: string; kind: string }, stored: readonly Phone[], sight: FieldSight, at: number) =>
  ({ typed: behind(stored, at, (phone) => shownOf(phone, sight).includes(typed), `phones.${at}`).typed, kind })
const emailBehind = ({ address, kind }: Email, stored: readonly Email[], sight: FieldSight, at: number): Email =>
  ({ address: behind(stored, at, (email) => seenEmail(email.address, sight.email) === address, `emails.${at}`).address, kind })
const addressBehind = (address: Address, stored: readonly Address[], sight: FieldSight, at: number): Address =>
  behind(stored, at, (one) => JSON.stringify(seenAddress(one, sight.address)) === JSON.stringify(address), `addresses.${at}`)

type ContactChange = NonNullable<CustomerChanges['contacts']>[number]
function contactBehind(contact: ContactChange, { contacts }: OnFile, sight: FieldSight, at: number): ContactChange {
  const typed = sight.phone !== 'full' && isVeiled(contact.typed) ? behind(contacts, at, (one) => shownOf(one, sight).includes(contact.typed), `contacts.${at}`).typed : contact.typed
  const email = sight.email !== 'full' && isVeiled(contact.email) ? behind(contacts, at, (one) => seenEmail(one.email, sight.email) === contact.email, `contacts.${at}`).email : contact.email
  return { ...contact, typed, email }
}

const numbers = ['taxId', 'registrationNo', 'taxCertificate'] as const
/** A number that was not touched comes back as its mask, or empty where it is hidden. */
function numbersOf(changes: CustomerChanges, stored: OnFile, sight: FieldSight): Partial<Record<(typeof numbers)[number], string | undefined>> {
  if (sight.taxId === 'full') return {}
  return Object.fromEntries(numbers.flatMap((name) => {
    const value = changes[name]
    if (value === undefined) return []
    if (value !== '' && isVeiled(value) && value !== seenNumber(stored[name], sight.taxId)) throw new Refusal('value-masked', { field: name })
    return value === '' || isVeiled(value) ? [[name, undefined]] : []
  }))
}
