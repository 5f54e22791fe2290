import { phoneWords, showPhone } from './contact.ts'
import { factOf, type Fact } from './facts.ts'
import type { StoredCustomer } from './record.sql.ts'
import { codeWords, type Findable } from './search-words.ts'

/** What the records that were merged into somebody were found by: a search for any of it finds the survivor. */
type AlsoKnown = { readonly people: Findable['contacts']; readonly codes: readonly string[] }
const nothing: AlsoKnown = { people: [], codes: [] }
const read = (text: string): AlsoKnown => (text === '' ? nothing : (JSON.parse(text) as AlsoKnown))

/** Someone with the words of the records that are part of them by now. */
export function withAlsoKnown<F extends Findable>(person: F, text: string): F {
  if (text === '') return person
  const { people, codes } = read(text)
  return { ...person, contacts: [...person.contacts, ...people], codes }
}

/** The same as the reasons of a search of everything: by what of a record that is part of them somebody was found. */
export function alsoKnownFacts(text: string, country: string): Fact[] {
  const { people, codes } = read(text)
  const ofPeople = people.map(({ name, e164, typed, email }) =>
    (name !== '' ? factOf('name', name) : email !== '' ? factOf('email', email) : factOf('phone', showPhone({ e164, typed }, country), { also: phoneWords({ e164, typed }).slice(0, 2) })))
  return [...codes.map((code) => factOf('code', code, { also: codeWords(code) })), ...ofPeople]
}

type Known = Pick<StoredCustomer, 'firstName' | 'lastName' | 'nickname' | 'company' | 'code' | 'phones' | 'emails'>
/** The survivor's text after one more record went into them, with whatever had gone into that one before. */
export function alsoKnownAfter(survivors: string, gone: Known, gones: string): string {
  const [mine, theirs] = [read(survivors), read(gones)]
  const names = [`${gone.firstName} ${gone.lastName}`.trim(), gone.nickname, gone.company].filter((name) => name !== '')
  const empty = { name: '', e164: '', typed: '', email: '' }
  const people = [...names.map((name) => ({ ...empty, name })), ...gone.phones.map(({ e164, typed }) => ({ ...empty, e164, typed })), ...gone.emails.map(({ address }) => ({ ...empty, email: address }))]
  return JSON.stringify({ people: [...mine.people, ...people, ...theirs.people], codes: [...mine.codes, gone.code, ...theirs.codes] } satisfies AlsoKnown)
}
