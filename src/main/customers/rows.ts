import { phoneTailOf, showPhone, showWholePhone } from './contact.ts'
import type { Customer, CustomerRow } from './customer.ts'
import { ageOn } from './draft.ts'
import { displayName, initialOf } from './names.ts'
import type { Person } from './people.sql.ts'
import type { StoredCustomer } from './record.sql.ts'
import type { PlainDate } from '../vocabulary.ts'

/** A stored person as a row of the picker, the phone as people of that country write it. */
export function rowOf(person: Person, country: string): CustomerRow {
  const shown = displayName(person)
  return {
    id: person.id, code: person.code, displayName: shown, initial: initialOf(shown), company: person.company, type: person.type,
    phoneTail: phoneTailOf(person.phone), phone: showPhone({ e164: person.phone.startsWith('+') ? person.phone : '', typed: person.phone }, country),
    email: person.email, city: person.city, status: person.status, groupName: person.groupName, lastVisitAt: person.lastVisitAt, hasPhoto: person.hasPhoto === 1,
  }
}

const shownDigits = 4
/** The last four; of a number so short that they would be most of it, nothing. */
export const last4 = (number: string): string => (number.length > shownDigits ? number.slice(-shownDigits) : '')

/** A stored record as a screen may see it: phones shown, documents masked to their last four. */
export function customerOf(stored: StoredCustomer, country: string, today: PlainDate): Customer {
  const { seq: _seq, fieldChanges: _changes, customerTypeKind: _kind, madeBy: _by, madeOn: _on, updatedRegister, licence, medical, ...rest } = stored
  const shown = displayName(stored)
  return {
    ...rest, displayName: shown, initial: initialOf(shown), age: stored.birthDate === null ? null : ageOn(stored.birthDate, today),
    phones: stored.phones.map((phone) => ({ ...phone, shown: showWholePhone(phone, country) })),
    contacts: stored.contacts.map((contact) => ({ ...contact, shown: showWholePhone(contact, country) })), updatedAtTill: updatedRegister,
    licence: maskLicence(licence), medical: maskMedical(medical),
  }
}

export const maskLicence = (licence: StoredCustomer['licence']): Customer['licence'] => licence && {
  last4: last4(licence.number), region: licence.region, country: licence.country, expiresOn: licence.expiresOn, source: licence.source,
}
export const maskMedical = (medical: StoredCustomer['medical']): Customer['medical'] =>
  medical && { last4: last4(medical.number), expiresOn: medical.expiresOn }
