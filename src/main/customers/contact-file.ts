import { countryShown } from './countries.ts'
import type { Address, Email, Phone } from './customer.ts'

type Person = {
  readonly displayName: string; readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string; readonly jobTitle: string
  readonly website: string; readonly phones: readonly Pick<Phone, 'e164' | 'typed' | 'kind'>[]; readonly emails: readonly Email[]; readonly addresses: readonly Address[]
  /** Whom to ask for at a business, as far as may be seen. */
  readonly contacts?: readonly { readonly name: string; readonly role: string; readonly phone: string; readonly email: string }[]
}
const mostOctets = 75

/**
 * A person as a vCard 3.0 (RFC 2426), which every phone and mail program takes: how to reach them and nothing else. No birthday, note, group,
 * document or medical number leaves the till this way (S1-12). Lines are folded at 75 octets, between whole letters.
 */
export function contactFile(person: Person): string {
  const lines = [
    'BEGIN:VCARD', 'VERSION:3.0', `N:${[person.lastName, person.firstName, '', '', ''].map(escaped).join(';')}`, `FN:${escaped(person.displayName)}`,
    ...filled('NICKNAME', person.nickname), ...filled('ORG', person.company), ...filled('TITLE', person.jobTitle), ...filled('URL', person.website),
    ...person.phones.map(({ e164, typed, kind }) => `TEL;TYPE=${phoneType(kind)}:${escaped(e164 === '' ? typed : e164)}`),
    ...person.emails.map(({ address }) => `EMAIL;TYPE=INTERNET:${escaped(address)}`),
    ...person.addresses.map(postal), ...(person.contacts ?? []).flatMap(related), 'END:VCARD', '',
  ]
  return lines.map(folded).join('\r\n')
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(/\r?\n/g, '\\n').replaceAll(';', '\\;').replaceAll(',', '\\,')
const filled = (name: string, value: string): string[] => (value === '' ? [] : [`${name}:${escaped(value)}`])
const phoneType = (kind: string): string => (kind === 'mobile' ? 'CELL' : kind === 'work' ? 'WORK' : 'HOME')
const postal = ({ label, address1, address2, city, region, postcode, country }: Address): string =>
  `ADR;TYPE=${/work|office/i.test(label) ? 'WORK' : 'HOME'}:${['', address2, address1, city, region, postcode, countryShown(country, 'en')].map(escaped).join(';')}`

/** vCard 3.0 has no property for other people; this pair is what address books write and read (RELATED of 4.0 they pass over). */
const related = ({ name, role, phone, email }: { readonly name: string; readonly role: string; readonly phone: string; readonly email: string }, at: number): string[] => [
  `item${at + 1}.X-ABRELATEDNAMES:${escaped([name, phone, email].filter(Boolean).join(', '))}`, ...(role === '' ? [] : [`item${at + 1}.X-ABLabel:${escaped(role)}`]),
]

/** A line of more octets goes on after a line break and a space; a letter of several octets is never cut. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const letter of line) {
    if (Buffer.byteLength(piece + letter) > mostOctets - (pieces.length === 0 ? 0 : 1)) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece].join('\r\n ')
}

/** A name that every disk takes. */
export const contactFileName = (displayName: string): string => `${displayName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 60) || 'contact'}.vcf`
