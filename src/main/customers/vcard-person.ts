import { addAddress, addEmail, addExtra, addPhone, addPhoto, addTag, finish, flag, setBirthDate, setField, startMaking, type ImportedPerson, type Making, type ReadingRules } from './import-draft.ts'
import { splitName } from './names.ts'
import { splitRaw, unescape, type VCard, type VCardProperty } from './vcard.ts'

/** The only properties that are dropped: they speak of the file, not of the person. */
const aboutTheFile = new Set(['VERSION', 'PRODID', 'BEGIN', 'END', ''])

type Taker = (making: Making, property: VCardProperty, card: VCard) => void

/** Makes a customer of a card. What has no field of its own is kept among the extras, word for word. */
export function personFromCard(card: VCard, rules: ReadingRules): ImportedPerson {
  const making = startMaking(rules)
  const labels = new Map(card.properties.filter((property) => property.name === 'X-ABLABEL' && property.group !== '').map((label) => [label.group, cleanLabel(unescape(label.raw))]))
  const used = new Set<string>()
  for (const property of card.properties) {
    if (aboutTheFile.has(property.name) && property.name !== '') continue
    const label = labels.get(property.group) ?? ''
    if (property.name === 'X-ABLABEL' && property.group !== '') continue
    if (label !== '') used.add(property.group)
    takeProperty(making, { ...property, types: label === '' ? property.types : [label, ...property.types] }, card)
  }
  for (const [group, label] of labels) if (!used.has(group)) addExtra(making, 'X-ABLABEL', label)
  nameBusiness(making, card)
  if (!card.closed) flag(making, 'card', 'card-not-closed', '')
  if (card.tooLong) flag(making, 'card', 'too-long', 'VCARD', true)
  return finish(making, card.line, [card.text])
}

/** `_$!<Anniversary>!$_` is how Apple writes its own words. */
const cleanLabel = (label: string): string => /^_\$!<(.*)>!\$_$/.exec(label.trim())?.[1] ?? label.trim()

function takeProperty(making: Making, property: VCardProperty, card: VCard): void {
  if (property.cut) flag(making, 'extras', 'too-long', extraName(property))
  for (const { name, value } of property.parameters) addExtra(making, `${property.name};${name}`, unescape(value))
  const take = Object.hasOwn(takers, property.name) ? takers[property.name] : undefined
  if (take && (property.name === 'PHOTO' || !property.binary)) take(making, property, card)
  else addExtra(making, extraName(property), property.name === '' ? property.raw : unescape(property.raw))
}

/** `URL (work)`: the property, and in brackets what the card says about it. */
const extraName = (property: VCardProperty): string =>
  `${property.name === '' ? 'TEXT' : property.name}${property.types.length > 0 ? ` (${property.types.join(', ')})` : ''}`

const list = (raw: string): string[] => splitRaw(raw, ',').map(unescape)

const takers: Readonly<Record<string, Taker>> = {
  N: takeName, FN: () => undefined,
  NICKNAME: (making, { raw }) => setField(making, 'nickname', unescape(raw), 'NICKNAME'),
  ORG: takeOrganisation,
  TITLE: (making, { raw }) => setField(making, 'jobTitle', unescape(raw), 'TITLE'),
  ROLE: (making, { raw }, card) => (card.properties.some(({ name }) => name === 'TITLE') ? addExtra(making, 'ROLE', unescape(raw)) : setField(making, 'jobTitle', unescape(raw), 'ROLE')),
  TEL: takePhone,
  EMAIL: (making, property) => addEmail(making, unescape(property.raw).replace(/^mailto:/i, ''), kindOf(property, ['internet', 'x400'], 'other'), extraName(property), property.preferred),
  ADR: takeAddress,
  URL: takeWebsite,
  BDAY: (making, property) => setBirthDate(making, dayOf(property.raw), unescape(property.raw), extraName(property)),
  NOTE: (making, { raw }) => void (unescape(raw).trim() !== '' && making.notes.push(unescape(raw).trim())),
  CATEGORIES: (making, { raw }) => unescape(raw).split(',').forEach((tag) => addTag(making, tag)),
  LANG: takeLanguage,
  KIND: (making, { raw }) => (/^org$/i.test(raw.trim()) ? void (making.type = 'business') : addExtra(making, 'KIND', raw.trim())),
  PHOTO: takePhoto,
}

const joined = (raw: string, version: string): string => (version === '2.1' ? unescape(raw) : list(raw).filter((part) => part.trim() !== '').join(' '))

function takeName(making: Making, { raw }: VCardProperty, { version }: VCard): void {
  const [family = '', given = '', middle = '', prefix = '', suffix = '', ...more] = splitRaw(raw, ';').map((part) => joined(part, version).trim())
  setField(making, 'firstName', [given, middle].filter((part) => part !== '').join(' '), 'N (given)')
  setField(making, 'lastName', family, 'N (family)')
  addExtra(making, 'N (prefix)', prefix)
  addExtra(making, 'N (suffix)', suffix)
  more.forEach((part) => addExtra(making, 'N', part))
}

/** FN fills in for a card without N. Where it says the name in other words than N, those words are kept. */
function nameBusiness(making: Making, card: VCard): void {
  const { fields } = making
  const written = card.properties.filter(({ name }) => name === 'FN').map(({ raw }) => unescape(raw).trim()).filter((name) => name !== '')
  const isNamed = fields.firstName !== '' || fields.lastName !== ''
  written.forEach((name, at) => {
    if (name === `${fields.firstName} ${fields.lastName}`.trim()) return
    if (isNamed || at > 0) addExtra(making, 'FN', name)
    else if (making.type === 'business' || name === fields.company) setField(making, 'company', name, 'FN')
    else splitFullName(making, name)
  })
  if (fields.firstName === '' && fields.lastName === '' && fields.company !== '') making.type = 'business'
}

/** One field for the whole name, split as the register's own form does. */
export function splitFullName(making: Making, name: string): void {
  const parts = splitName(name)
  setField(making, 'firstName', parts.firstName, 'FN')
  setField(making, 'lastName', parts.lastName, 'FN')
  setField(making, 'nickname', parts.nickname, 'FN')
}

function takeOrganisation(making: Making, { raw }: VCardProperty): void {
  const [company = '', ...units] = splitRaw(raw, ';').map((part) => unescape(part).trim())
  setField(making, 'company', company, 'ORG')
  units.forEach((unit) => addExtra(making, 'ORG (unit)', unit))
}

/** tel:+1-555-010-0004;ext=7 is written as people write it. */
function takePhone(making: Making, property: VCardProperty): void {
  const typed = unescape(property.raw).replace(/^tel:/i, '').replace(/;ext=(\d+)/i, ' ext. $1')
  addPhone(making, typed, phoneKind(property), extraName(property), property.preferred)
}

function phoneKind(property: VCardProperty): string {
  const types = property.types.filter((type) => !['voice', 'text', 'msg', 'iphone', 'internet'].includes(type))
  const place = types.find((type) => type === 'home' || type === 'work')
  if (types.includes('fax')) return place ? `${place}-fax` : 'fax'
  if (types.includes('cell') || types.includes('mobile')) return 'mobile'
  return types[0] ?? 'other'
}

const kindOf = (property: VCardProperty, ignored: readonly string[], otherwise: string): string =>
  property.types.find((type) => !ignored.includes(type)) ?? otherwise

function takeAddress(making: Making, property: VCardProperty, { version }: VCard): void {
  const cut = property.parameters.some(({ name }) => name === 'LABEL') ? splitStrayLabel(making, property.raw) : property.raw
  const [box = '', extended = '', street = '', city = '', region = '', postcode = '', country = '', ...more] = splitRaw(cut, ';').map((part) => plainPart(part, version))
  const lines = street === '' ? [extended, box] : [street, extended, box]
  addAddress(making, { label: kindOf(property, ['dom', 'intl', 'postal', 'parcel'], ''), lines, city, region, postcode, country }, extraName(property), property.preferred)
  more.forEach((part) => addExtra(making, extraName(property), part))
}

const plainPart = (part: string, version: string): string => (version === '2.1' ? unescape(part) : list(part).join(', '))

/** A LABEL that was written without quotes runs on into the value up to its last colon: that piece is label, not post box. */
function splitStrayLabel(making: Making, raw: string): string {
  const [box = '', ...rest] = splitRaw(raw, ';')
  const colon = box.lastIndexOf(':')
  if (colon < 0) return raw
  addExtra(making, 'ADR;LABEL', unescape(box.slice(0, colon)).replaceAll('^n', '\n').replaceAll("^'", '"').trim())
  return [box.slice(colon + 1), ...rest].join(';')
}

function takeWebsite(making: Making, property: VCardProperty): void {
  const label = property.types.find((type) => !['home', 'work', 'internet', 'homepage'].includes(type.toLowerCase()))
  if (making.fields.website === '' && label === undefined) setField(making, 'website', unescape(property.raw), extraName(property))
  else addExtra(making, extraName(property), unescape(property.raw))
}

function takeLanguage(making: Making, { raw }: VCardProperty): void {
  const code = /^(en|fr|es)(?:[-_].*)?$/i.exec(raw.trim())?.[1]?.toLowerCase()
  if (!making.language && (code === 'en' || code === 'fr' || code === 'es')) making.language = code
  if (!code || raw.trim().length > 2) addExtra(making, 'LANG', raw.trim())
}

/** The day of a full date, 19800322 or 1980-03-22, with or without a midnight after it; null for `--0403`, `1985` and words. */
export function dayOf(raw: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:T00:?00(?::?00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(raw.trim())
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null
}

function takePhoto(making: Making, property: VCardProperty): void {
  const inline = /^data:[^,]*;base64,([\s\S]*)$/i.exec(property.raw)?.[1]
  if (inline !== undefined) addPhoto(making, inline.replace(/\s+/g, ''), extraName(property))
  else if (property.binary) addPhoto(making, property.raw, extraName(property))
  else addExtra(making, extraName(property), unescape(property.raw))
}
