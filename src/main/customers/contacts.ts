import { Refusal } from '../errors.ts'
import { fold } from '../folding.ts'
import { emailWords, isEmail, phoneWords, readPhone } from './contact.ts'
import type { Contact, ContactDraft } from './customer.ts'
import type { Term } from './search.ts'
import { nameWords } from './words.ts'

type ContactRules = { readonly country: string; readonly keepsUnreadable: boolean }

/** The other contacts of a business as they may be saved: 'contact-name-needed', 'bad-phone' and 'bad-email' name the field. Empty ones are left out. */
export function checkContacts(contacts: readonly ContactDraft[], { country, keepsUnreadable }: ContactRules): Contact[] {
  return contacts.flatMap((contact, at) => {
    const name = contact.name.replace(/\s+/g, ' ').trim()
    const [role, typed, email] = [contact.role.trim(), contact.typed.trim(), contact.email.trim()]
    if (name === '' && role === '' && typed === '' && email === '') return []
    if (name === '' && !keepsUnreadable) throw new Refusal('contact-name-needed', { field: `contacts.${at}.name` })
    const e164 = typed === '' ? '' : readPhone(typed, country)
    if (e164 === null && !keepsUnreadable) throw new Refusal('bad-phone', { field: `contacts.${at}.phone` })
    if (email !== '' && !isEmail(email) && !keepsUnreadable) throw new Refusal('bad-email', { field: `contacts.${at}.email` })
    return [{ name: name || email || typed, role, typed, email, e164: e164 ?? '', mayBuy: contact.mayBuy }]
  })
}

/**
 * Which contact of a business was meant by what was typed, so that the picker says "Ana (Brûlerie Co)": everything typed begins a word of theirs or of
 * the business, and something of theirs alone. Null where the business itself answers to all of it.
 */
export function speakerFor(contacts: readonly Contact[], business: string, terms: readonly Term[]): Contact | null {
  const own = nameWords(fold(business))
  if (terms.every((term) => begins(own, term))) return null
  return contacts.find((contact) => {
    const theirs = [...nameWords(fold(contact.name)), ...phoneWords(contact), ...emailWords(contact.email)]
    return terms.every((term) => begins(theirs, term) || begins(own, term))
  }) ?? null
}
const begins = (words: readonly string[], { forms }: Term): boolean => forms.some((form) => words.some((word) => word.startsWith(form)))
