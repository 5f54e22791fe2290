// The other readers of licences, each brought to the same twelve fields. Whatever can be forgiven is: padding, NONE, a date's form, the names of the sexes.
import { createRequire } from 'node:module'
import { readLicence } from '../../src/main/devices/aamva.ts'
import { postalCode } from '../../src/main/devices/licence-postal.ts'

export const fields = ['family', 'given', 'number', 'born', 'expires', 'issued', 'sex', 'street', 'city', 'region', 'postal', 'suffix'] as const
export type Answer = { readonly [field in (typeof fields)[number]]: string }
export type Reader = { readonly name: string; readonly read: (text: string) => unknown; readonly answer: (text: string) => Answer }
type Loose = Readonly<Record<string, unknown>>

const load = createRequire(import.meta.url)
const aamvaParser = load('aamva-parser') as { readonly parse: (text: string) => Loose }
const parseUsdl = load('parse-usdl') as { readonly parse: (text: string, options: { readonly suppressErrors: boolean }) => Loose }
const aamvajs = load('aamvajs') as { readonly raw: (text: string) => { readonly data?: Loose } }

const suffixes: Readonly<Record<string, string>> = { Junior: 'JR', Senior: 'SR', Unknown: '' }

export const readers: readonly Reader[] = [
  reader('Regulars', (from) => readLicence(from), (l) => ({
    family: l['family'], given: `${text(l['first'])} ${text(l['middle'])}`, number: l['number'], born: l['birthDate'], expires: l['expiryDate'], issued: l['issueDate'], sex: l['sex'],
    street: l['street1'], city: l['city'], region: l['region'], postal: l['postalCode'], suffix: l['suffix'],
  })),
  reader('aamva-parser', (from) => aamvaParser.parse(from), (l) => ({
    family: l['lastName'], given: `${text(l['firstName'])} ${text(l['middleName'])}`, number: l['driversLicenseId'], born: l['dateOfBirth'], expires: l['expirationDate'], issued: l['issueDate'],
    sex: l['gender'], street: l['streetAddress'], city: l['city'], region: l['state'], postal: l['postalCode'], suffix: suffixes[text(l['suffix'])] ?? l['suffix'],
  })),
  reader('parse-usdl', (from) => parseUsdl.parse(from, { suppressErrors: true }), (l) => ({
    family: l['lastName'], given: l['firstNameAndMiddleName'] ?? `${text(l['firstName'])} ${text(l['middleName'])}`, number: l['documentNumber'], born: l['dateOfBirth'], expires: l['dateOfExpiry'],
    issued: l['dateOfIssue'], sex: l['sex'], street: l['addressStreet'], city: l['addressCity'], region: l['addressState'], postal: l['addressPostalCode'], suffix: l['nameSuffix'],
  })),
  reader('aamvajs', (from) => aamvajs.raw(from).data, (l) => {
    const [family, ...given] = text(l['fullName']).split(',')
    return {
      family: l['familyName'] ?? family, given: l['firstName'] === undefined ? (l['givenName'] ?? given.slice(0, 2).join(' ')) : `${text(l['firstName'])} ${text(l['middleName'])}`,
      number: l['idNumber'], born: l['dateOfBirth'], expires: l['expirationDate'], issued: l['issueDate'], sex: l['sex'], street: l['address'], city: l['city'], region: l['state'],
      postal: l['zip'], suffix: l['suffixName'] ?? l['nameSuffix'] ?? given[2],
    }
  }),
]

function reader(name: string, read: (text: string) => unknown, map: (licence: Loose) => Readonly<Record<string, unknown>>): Reader {
  const answer = (from: string): Answer => {
    try {
      const all = map((read(from) ?? {}) as Loose)
      return Object.fromEntries(fields.map((field) => [field, forgiven(field, all[field])])) as Answer
    } catch {
      return Object.fromEntries(fields.map((field) => [field, ''])) as Answer
    }
  }
  return { name, read, answer }
}

function text(value: unknown): string {
  const said = value instanceof Date ? (Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)) : typeof value === 'string' ? value.trim() : ''
  return /^(?:none|unavl|unknown)$/i.test(said) ? '' : said
}

export function forgiven(field: (typeof fields)[number], value: unknown): string {
  const said = text(value)
  if (field === 'sex') return said.slice(0, 1).replace('1', 'M').replace('2', 'F')
  if (field === 'postal') return postalCode(said)
  if (field === 'born' || field === 'expires' || field === 'issued') return said.slice(0, 10)
  return said.replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim()
}
