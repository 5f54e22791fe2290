import { fold } from '../folding.ts'
import type { Cents, CustomerTypeId, GroupId, Points, Ppm, PriceListId } from '../vocabulary.ts'
import { readAttribute, type AttributeDefinition } from './attributes.ts'
import { addExtra, flag, type Making } from './import-draft.ts'

/** What the shop has that a file may name: by its name, without accents and capitals. */
export type ImportLists = {
  readonly groups: ReadonlyMap<string, GroupId>; readonly types: ReadonlyMap<string, CustomerTypeId>; readonly priceLists: ReadonlyMap<string, PriceListId>
  readonly attributes: ReadonlyMap<string, AttributeDefinition>
  /** Does the shop give points at all? Without, a balance is kept word for word. */
  readonly points: boolean
}
export const listKey = (name: string): string => fold(name).replace(/\s+/g, ' ').trim()

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'subscribed', 'oui', 'o', 'vrai', 'si', 's', 'verdadero'])
const saysYes = (value: string): boolean => yes.has(fold(value).trim())
const mostPoints = 100_000_000
const mostWordingChars = 500
const mostCents = 99_999_999_999

/** A number as people and programs write it: 1,234.50, 1 234,50 $ and 10 %. Null where it is none. */
export function amountOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'%]|[\p{Sc}]|\b(?:CAD|USD|EUR|MXN|pts?)\b/giu, '')
  const decimal = /^([+-]?\d{1,3}(?:,\d{3})+)(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.')
  return /^[+-]?\d{1,12}(?:\.\d{1,6})?$/.test(decimal) ? Number(decimal) : null
}

type Read = (making: Making, value: string, header: string, group: string) => void
/** What cannot be meant is kept word for word, and said. */
function keep(making: Making, field: string, code: 'bad-value' | 'unknown-name', value: string, header: string): void {
  addExtra(making, header, value)
  flag(making, field, code, value)
}

const named = <K extends 'groups' | 'types' | 'priceLists'>(list: K, put: (making: Making, id: ImportLists[K] extends ReadonlyMap<string, infer I> ? I : never) => void): Read =>
  (making, value, header) => {
    const id = making.rules.lists?.[list].get(listKey(value))
    if (id === undefined) keep(making, list, 'unknown-name', value, header)
    else put(making, id as never)
  }

/** Permission is only ever given by a clear yes in the file, and where there is something to send to; else it is kept as it was written. */
const consent = (channel: 'sms' | 'email'): Read => (making, value, header) => {
  if (saysYes(value)) making.consents.set(channel, `${header}: ${value}`.slice(0, mostWordingChars))
  else addExtra(making, header, value)
}

function takePoints(making: Making, value: string, header: string): void {
  const points = amountOf(value)
  if (points === 0) return
  if (making.rules.lists?.points !== true) return addExtra(making, header, value)
  if (points === null || points < 0 || points > mostPoints) return keep(making, 'points', 'bad-value', value, header)
  making.points = Math.floor(points) as Points
  if (!Number.isInteger(points)) addExtra(making, header, value)
}

function takeDiscount(making: Making, value: string, header: string): void {
  const percent = amountOf(value)
  if (percent === 0) return
  if (percent === null || percent < 0 || percent > 100) keep(making, 'discount', 'bad-value', value, header)
  else making.terms = { ...making.terms, discountPpm: Math.round(percent * 10_000) as Ppm }
}

/** Who may pay later up to a limit may pay later. */
function takeLimit(making: Making, value: string, header: string): void {
  const amount = amountOf(value)
  if (amount === 0) return
  const cents = amount === null ? -1 : Math.round(amount * 100)
  if (cents < 0 || cents > mostCents) keep(making, 'payLater', 'bad-value', value, header)
  else making.terms = { ...making.terms, payLaterAllowed: true, payLaterLimitCents: cents as Cents }
}

function takeAttribute(making: Making, value: string, header: string, group: string): void {
  const definition = making.rules.lists?.attributes.get(group)
  const read = definition && readAttribute(value, definition)
  if (!definition || read === null || read === undefined) keep(making, 'attributes', 'bad-value', value, header)
  else making.attributes.push({ id: definition.id, value: read })
}

/** P or Personal, B or Business. */
function takeKind(making: Making, value: string, header: string): void {
  if (/^(?:b|business|company|entreprise|societe|empresa)$/.test(fold(value).trim())) making.type = 'business'
  else if (!/^(?:p|i|personal|person|individual|personne|particulier|persona)$/.test(fold(value).trim())) addExtra(making, header, value)
}

/** How each column that is no plain field is read. */
export const termTakers = {
  points: takePoints, 'consent-sms': consent('sms'), 'consent-email': consent('email'),
  group: named('groups', (making, id) => void (making.groupId = id)), 'customer-type': named('types', (making, id) => void (making.customerTypeId = id)),
  'price-list': named('priceLists', (making, id) => void (making.terms = { ...making.terms, priceListId: id })),
  discount: takeDiscount, 'pay-later-limit': takeLimit, attribute: takeAttribute, kind: takeKind,
  'tax-exempt': (making: Making, value: string, header: string) => (saysYes(value) ? void (making.terms = { ...making.terms, taxExempt: true }) : addExtra(making, header, /^(?:no|n|false|0|non|faux)$/i.test(value) ? '' : value)),
  'tax-certificate': (making: Making, value: string, header: string) => (value.length <= 60 ? void (making.terms = { ...making.terms, taxCertificate: value }) : addExtra(making, header, value)),
} satisfies Readonly<Record<string, Read>>
