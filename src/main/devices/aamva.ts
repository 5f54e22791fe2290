// A licence's barcode read to the end: AAMVA DL/ID versions 00 to 11, what real cards get wrong and what reaches us through a keyboard.
// Only what a shop may need comes out. Social security number, weight, race, eyes and the jurisdiction's own blobs are dropped here.
import { tableOf, type Field, type Table } from './aamva-elements.ts'
import { openHeader, scansIn, withoutNoise, type Opened } from './aamva-header.ts'
import { readElements, type Elements } from './aamva-lines.ts'
import { sexOf } from './aamva-sex.ts'
import { issuerCalled, issuerOf, type Country } from './iin.ts'
import { asNumber, readDay, type CardDay, type DayOrder } from './licence-dates.ts'
import { givenNames, initialBehind, wholeName, type Names } from './licence-names.ts'
import { postalCode } from './licence-postal.ts'
import type { Licence, LicenceWarning } from './licence.ts'
import { holdsPayment, holdsPaymentNumber } from './magstripe-payment.ts'
import { readSwipe } from './magstripe.ts'

/** Wider than any element; what follows is not looked at. */
const widest = 160

type Look = (field: Field) => string
type Card = Omit<Opened, 'version' | 'body'> & { readonly version: number | null; readonly elements: Elements; readonly look: Look }

/** The licence in a scanned text, or null where there is none. British Columbia and old cards carry their stripe in the barcode; so does this. */
export function readLicence(text: string): Licence | null {
  const start = text.slice(0, 64).replace(/^[\s\ufeff]*(?:\u00ef\u00bb\u00bf)?(?:\]L[0-9])?\s*/, '')
  if (/^[%;]/.test(start)) {
    const swipe = readSwipe(start + text.slice(64))
    return swipe.kind === 'licence' ? swipe.licence : null
  }
  const licences = scansIn(text).map(readCard).filter((licence) => licence !== null)
  return licences.find(({ warnings }) => !warnings.includes('incomplete')) ?? licences[0] ?? null
}

function readCard(text: string): Licence | null {
  const card = cardOf(text)
  const licence = card && isLicence(card) ? licenceOf(card) : null
  return licence && holdsPayment(licence) ? null : licence
}

function cardOf(text: string): Card | null {
  const opened = openHeader(text) ?? bareElements(text)
  if (!opened) return null
  const table = tableOf(opened.layout)
  const elements = readElements(opened.body, table, opened.privateTypes)
  return { ...opened, elements, look: lookIn(elements, table) }
}

/** Elements whose header a form or a scanner's setting swallowed. */
function bareElements(text: string): (Omit<Opened, 'version'> & { readonly version: null }) | null {
  const body = withoutNoise(text)
  const isLegacy = /(?:^|[\n\r])\s?(?:(?:DL|ID)?DA[AB])/.test(body)
  const isThere = /(?:^|[\n\r])\s?(?:(?:DL|ID)?DBB)\d{8}/.test(body) && /(?:^|[\n\r])\s?(?:(?:DL|ID)?DAQ)[A-Z0-9]/.test(body)
  return isThere ? { iin: '', version: null, layout: isLegacy ? 'legacy' : 'standard', body, privateTypes: [], warnings: ['control-characters-repaired'] } : null
}

const isLicence = ({ look }: Card): boolean => ['number', 'birth', 'family', 'wholeName'].some((field) => look(field as Field) !== '')

/** The value of what a card means by a field: trimmed, without padding; NONE and unavl are nothing. */
function lookIn(elements: Elements, table: Table): Look {
  const dotted = /\.\s{0,4}$/.test(elements.get('DAK') ?? '') // New York through some scanners: padding arrives as dots
  const values = new Map<Field, string>()
  for (const [id, raw] of elements) {
    const field = table.get(id)?.field
    if (!field) continue
    const value = cleaned(dotted ? raw.trimEnd().replace(/\.$/, '') : raw)
    if (value && !values.has(field)) values.set(field, value)
  }
  return (field) => values.get(field) ?? ''
}

function cleaned(raw: string): string {
  const value = raw.slice(0, widest).trim().replace(/[,\s]+$/, '')
  return /^(?:NONE|UNAVL|UNAVAIL|NULL)$/i.test(value) ? '' : value
}

function licenceOf(card: Card): Licence {
  const { look, iin } = card
  const issuer = issuerOf(iin)
  const region = (look('region') || look('homeRegion')).toUpperCase().slice(0, 2)
  const jurisdiction = issuer?.code ?? region
  const country = issuer?.country ?? countryCalled(look('country')) ?? issuerCalled(region)?.country ?? null
  const days = daysOf(card, country)
  const number = look('number') || look('customerNumber')
  return {
    number, numberKey: number.replace(/[\s-]+/g, '').toUpperCase(), iin, jurisdiction, country,
    ...namesOf(card, jurisdiction), truncated: truncatedOf(look),
    birthDate: days.birth.day, issueDate: days.issue.day, expiryDate: days.expiry.day, neverExpires: days.expiry.never,
    sex: sexOf(look('sex')), ...addressOf(look), region,
    discriminator: holdsPaymentNumber(look('discriminator')) ? '' : look('discriminator'), cardRevision: days.revision.day, limitedTerm: look('limited').startsWith('1'), realId: realIdOf(look('realId')),
    source: 'aamva', version: card.version, warnings: warningsOf(card, days, jurisdiction, region),
  }
}

type Days = { readonly [field in 'birth' | 'issue' | 'expiry' | 'revision' | 'at18' | 'at19' | 'at21']: CardDay }

/** The United States and Mexico write the month first, Canada and DL/ID-2000 the year (AAMVA DL/ID 2020 D.12.5); a day that only the other order makes is taken. */
function daysOf({ look, layout }: Card, country: Country | null): Days {
  const order: DayOrder = layout === 'legacy' || country === 'CA' ? 'year-first' : 'month-first'
  const day = (field: Field): CardDay => readDay(look(field), order)
  return {
    birth: day('birth'), issue: day('issue'), expiry: day('expiry'), revision: day('revision'),
    at18: day('at18'), at19: day('at19'), at21: day('at21'),
  }
}

function namesOf({ look, elements }: Card, jurisdiction: string): Names {
  const suffix = look('suffix')
  const whole = look('wholeName')
  const named = { family: look('family'), first: look('first'), middle: look('middle') }
  if (!named.family && whole) {
    const read = wholeName(whole, jurisdiction)
    return { ...read, suffix: suffix || read.suffix }
  }
  if (!named.first) return { ...named, ...givenNames(look('given')), suffix }
  const lacksMiddle = elements.get('DAD')?.trim() === ''
  return { ...named, ...(lacksMiddle ? initialBehind(named.first) : {}), suffix }
}

const addressOf = (look: Look): Pick<Licence, 'street1' | 'street2' | 'city' | 'postalCode'> => ({
  street1: look('street1') || look('homeStreet1'), street2: look('street2') || look('homeStreet2'),
  city: look('city') || look('homeCity'), postalCode: postalCode(look('postal') || look('homePostal')),
})

const truncatedOf = (look: Look): Licence['truncated'] =>
  ({ family: look('familyCut').startsWith('T'), first: look('firstCut').startsWith('T'), middle: look('middleCut').startsWith('T') })

const countries: { readonly [letters: string]: Country } = { US: 'US', CA: 'CA', ME: 'MX', MX: 'MX' }
const countryCalled = (value: string): Country | null => countries[value.slice(0, 2).toUpperCase()] ?? null
const realIdOf = (value: string): boolean | null => (value.startsWith('F') ? true : value.startsWith('N') ? false : null)

function warningsOf(card: Card, days: Days, jurisdiction: string, region: string): readonly LicenceWarning[] {
  const warnings: LicenceWarning[] = [...card.warnings]
  if (!issuerOf(card.iin)) warnings.push('unknown-issuer')
  if (region && jurisdiction !== region) warnings.push('issuer-state-mismatch')
  if (Object.values(days).some((day) => day.swapped)) warnings.push('date-order-swapped')
  if (Object.values(truncatedOf(card.look)).includes(true)) warnings.push('name-truncated')
  if (disagree(days)) warnings.push('dates-disagree')
  if (isIncomplete(card) && !warnings.includes('incomplete')) warnings.push('incomplete')
  return warnings
}

/** The days the holder turns 18, 19 and 21 (DDH, DDI, DDJ) must be the birth date so many years on; 29 February may be written as the day before or after. */
function disagree({ birth, at18, at19, at21 }: Days): boolean {
  const born = birth.day
  if (!born) return false
  const isLeapDay = born.endsWith('-02-29')
  return ([[at18, 18], [at19, 19], [at21, 21]] as const).some(([{ day }, years]) => {
    const expected = asNumber(born) + years * 10_000
    const written = day === null ? expected : asNumber(day)
    return written !== expected && !(isLeapDay && (written === expected - 1 || written === expected + 72))
  })
}

/** Every edition demands these; one of each row is enough, as DL/ID-2000 has several for a name and two addresses. */
const mandatory: readonly (readonly string[])[] = [['DAQ', 'DBJ'], ['DCS', 'DAB', 'DAA'], ['DBB'], ['DBA'], ['DAG', 'DAL'], ['DAI', 'DAN'], ['DAK', 'DAP']]
const sinceVersion2: readonly (readonly string[])[] = [['DCF'], ['DCG']]
const isIncomplete = ({ elements, layout }: Card): boolean =>
  ![...mandatory, ...(layout === 'standard' ? sinceVersion2 : [])].every((ids) => ids.some((id) => elements.has(id)))
