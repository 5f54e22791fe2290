import { fold } from '../folding.ts'
import type { AttributeId } from '../vocabulary.ts'

export type AttributeKind = 'text' | 'long-text' | 'number' | 'date' | 'yes-no' | 'list' | 'link'
export const attributeKinds: readonly AttributeKind[] = ['text', 'long-text', 'number', 'date', 'yes-no', 'list', 'link']

/** A field the shop made up itself: "Shoe size", a number. `choices` are for a list alone. */
export type AttributeDefinition = {
  readonly id: AttributeId; readonly name: string; readonly kind: AttributeKind; readonly choices: readonly string[]
  /** `managers`: only who holds the right 'see-attributes'. Nobody finds a customer by such a value without it. */
  readonly seenBy: 'everyone' | 'managers'
  readonly searchable: boolean; readonly inExport: boolean; readonly active: boolean; readonly position: number
}
/** One value in canonical text: a number as its digits, a date as YYYY-MM-DD, 'yes' or 'no'. '' takes the value away. */
export type AttributeValue = { readonly id: AttributeId; readonly value: string }
/** A value with the name it stands under, for panes, reasons of a match and columns of an export. */
export type NamedValue = AttributeValue & Pick<AttributeDefinition, 'name' | 'kind' | 'seenBy' | 'searchable' | 'inExport'>

const mostText = 300
const mostLong = 4000
const mostKey = 120
const numeric = /^[+-]?\d{1,15}(?:\.\d{1,9})?$/
const isoDay = /^\d{4}-\d{2}-\d{2}$/
const yes = new Set(['yes', 'y', 'true', '1', 'oui', 'vrai', 'si', 'x'])
const no = new Set(['no', 'n', 'false', '0', 'non', 'faux'])

/** What is found and filtered by: folded, and cut where nobody types on. */
export const attributeKey = (value: string): string => fold(value).replace(/\s+/g, ' ').trim().slice(0, mostKey)

type Kind = Pick<AttributeDefinition, 'kind' | 'choices'>

/**
 * A value as it is stored, or null where it is none of that kind. It reads what a person types ("42,5", "oui", "www.x.ca") and what another kind held,
 * so a change of kind needs no second rule. '' is no value and stays ''.
 */
export function readAttribute(typed: string, { kind, choices }: Kind): string | null {
  const text = typed.trim()
  if (text === '') return ''
  if (kind === 'text') return text.length <= mostText ? text.replace(/\s+/g, ' ') : null
  if (kind === 'long-text') return text.length <= mostLong ? text : null
  if (kind === 'number') return readNumber(text)
  if (kind === 'date') return isoDay.test(text) && isDay(text) ? text : null
  if (kind === 'yes-no') return yes.has(fold(text)) ? 'yes' : no.has(fold(text)) ? 'no' : null
  if (kind === 'list') return choices.find((choice) => fold(choice) === fold(text)) ?? null
  return readLink(text)
}

/** Spaces between thousands go; one comma is a decimal point, as French and Spanish write it. */
function readNumber(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '')
  const point = plain.includes('.') ? plain.replaceAll(',', '') : plain.replace(',', '.')
  if (!numeric.test(point)) return null
  const [whole = '', part = ''] = point.replace('+', '').split('.')
  const digits = whole.replace(/^(-?)0+(?=\d)/, '$1')
  const rest = part.replace(/0+$/, '')
  const canonical = rest === '' ? digits : `${digits}.${rest}`
  return canonical === '-0' ? '0' : canonical
}

const isDay = (text: string): boolean => text >= '1800' && text < '2300' && !Number.isNaN(Date.parse(`${text}T00:00:00.000Z`)) && new Date(`${text}T00:00:00.000Z`).toISOString().startsWith(text)

/** Only pages of the web: what else a link may start is nobody's business at a till. */
function readLink(text: string): string | null {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (/\s/.test(whole) || whole.length > 500 || !/^https?:\/\/[^/?#@]+\.[^/?#@]+/i.test(whole)) return null
  return URL.canParse(whole) ? whole : null
}

/** A name that another attribute has, whatever its accents and capitals, is taken. */
export const attributeNameKey = (name: string): string => attributeKey(name)

/** The choices of a list: trimmed, none twice, none empty. */
export function tidyChoices(choices: readonly string[]): string[] {
  const byKey = new Map(choices.map((choice) => choice.replace(/\s+/g, ' ').trim()).filter((choice) => choice !== '').map((choice) => [fold(choice), choice] as const).toReversed())
  return [...byKey.values()].toReversed()
}

/** What a customer is found by: everyone's searchable values. A yes or no finds nobody. */
export const wordsOfAttributes = (values: readonly NamedValue[]): string[] =>
  values.filter(({ searchable, seenBy, kind }) => searchable && seenBy === 'everyone' && kind !== 'yes-no').map(({ value }) => value)
