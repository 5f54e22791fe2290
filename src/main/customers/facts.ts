import { fold } from '../folding.ts'
import type { FieldName, FieldSight } from '../vocabulary.ts'
import { displayName } from './names.ts'
import type { Term } from './search.ts'
import { codeWords } from './search-words.ts'
import { typedWords } from './words.ts'

/** What a search of everything looks at; `card` comes from the loyalty cards of the person. */
export type FactField =
  | 'name' | 'nickname' | 'company' | 'code' | 'card' | 'phone' | 'mobile' | 'email' | 'contact' | 'address' | 'tag' | 'attribute' | 'job' | 'industry'
  | 'website' | 'tax-id' | 'registration' | 'birth-date' | 'notes'
/** One thing known of a person: its label is the name of a shop's own attribute, or ''. `whole` is every way to write all of it, without spaces and signs. */
export type Fact = { readonly field: FactField; readonly label: string; readonly value: string; readonly whole: readonly string[] }
/** Why somebody was found, as a screen says it. */
export type Why = Pick<Fact, 'field' | 'label' | 'value'>

const signs = /[^\p{L}\p{N}\p{M}@]/gu
/** As two ways of writing one thing are compared: folded, without spaces, dashes, dots, brackets and plus signs (G10). */
export const squash = (text: string): string => fold(text).replace(signs, '')

/** A fact with what counts as all of it: itself, and the forms it is also written in. */
export const factOf = (field: FactField, value: string, { label = '', also = [] }: { readonly label?: string; readonly also?: readonly string[] } = {}): Fact =>
  ({ field, label, value, whole: [...new Set([value, ...also].map(squash))].filter((form) => form !== '') })

type Named = Readonly<Record<'firstName' | 'lastName' | 'nickname' | 'company' | 'code', string>>
/** What stands before everything else that somebody is found by, and on the row of every list. */
export function nameFacts(row: Named): Fact[] {
  const names = factOf('name', displayName({ ...row, type: 'personal', nickname: '', company: '' }), { also: [row.firstName, row.lastName, `${row.firstName} ${row.lastName}`] })
  return [names, factOf('nickname', row.nickname), factOf('company', row.company), factOf('code', row.code, { also: codeWords(row.code) })].filter(({ value }) => value !== '')
}

const sightFor: Partial<Readonly<Record<FactField, FieldName>>> = {
  phone: 'phone', mobile: 'phone', email: 'email', address: 'address', attribute: 'attributes', 'tax-id': 'taxId', registration: 'taxId',
  'birth-date': 'birthDate', notes: 'notes', contact: 'phone', website: 'address',
}
/** Nobody finds a person by what they may not see whole: the answer would tell it to them, letter by letter. */
export const seenWhole = (facts: readonly Fact[], sight: FieldSight): Fact[] =>
  facts.filter(({ field }) => {
    const name = sightFor[field]
    return name === undefined || sight[name] === 'full'
  })

/** Everything that was typed, each in some fact: those facts, at most two, the strongest first. Null where some of it is nowhere. */
export function whyFound(facts: readonly Fact[], terms: readonly Term[]): Why[] | null {
  const reasons = new Map<Fact, Why>()
  for (const { forms } of terms) {
    const fact = facts.find(({ value }) => holds(value, forms))
    if (!fact) return null
    if (!reasons.has(fact)) reasons.set(fact, told(fact, forms[0]))
  }
  return [...reasons.values()].slice(0, mostReasons)
}
const mostReasons = 2
const holds = (value: string, forms: readonly string[]): boolean => {
  const text = squash(value)
  return forms.some((form) => text.includes(squash(form)))
}

/** The fact that is, whole, what was typed: in any order of its words, and with a phone number's country or without. */
export function whyExact(facts: readonly Fact[], typed: string, terms: readonly Term[]): Why[] | null {
  const asked = squash(typed)
  const words = sorted(typed)
  const numbers = terms.length === 1 && terms[0]?.kind === 'digits' ? terms[0].forms : []
  const fact = facts.find(({ whole, value }) => whole.includes(asked) || whole.some((form) => numbers.includes(form)) || sorted(value) === words)
  return fact ? [told(fact)] : null
}
const sorted = (text: string): string => typedWords(fold(text)).toSorted((a, b) => (a < b ? -1 : 1)).join(' ')

const mostLetters = 80
const lettersBefore = 20
/** Of a long note the part around what was typed. */
function told({ field, label, value }: Fact, typed = ''): Why {
  if (value.length <= mostLetters) return { field, label, value }
  const from = Math.max(0, fold(value).indexOf(typed) - lettersBefore)
  return { field, label, value: `${from > 0 ? '…' : ''}${value.slice(from, from + mostLetters).trim()}${from + mostLetters < value.length ? '…' : ''}` }
}

const byName: ReadonlySet<FactField> = new Set(['name', 'nickname', 'company'])
/** What the box of the Customers tab looks at (S4-07): names and mobile numbers. */
export const isNameOrMobile = ({ field }: Fact): boolean => byName.has(field) || field === 'mobile'
