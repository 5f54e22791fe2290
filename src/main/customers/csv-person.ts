import type { CsvRow } from './csv.ts'
import { bareHeader } from './csv-columns.ts'
import { unmarked } from './export-csv.ts'
import { isUnclear, orderOf, readDay, type DateOrder } from './import-dates.ts'
import { addAddress, addEmail, addExtra, addPhone, addTag, finish, flag, setBirthDate, setField, startMaking, type ImportedPerson, type Making, type ReadingRules } from './import-draft.ts'
import { termTakers } from './csv-terms.ts'
import { decodeBytes, type OneByte } from './import-text.ts'
import type { ColumnMapping, ImportField } from './import.ts'
import { splitFullName } from './vcard-person.ts'

export type PlannedColumn = ColumnMapping & { readonly index: number; readonly header: string }
/** How the rows of one file become people. `proven`: the dates themselves say which of day and month comes first. */
export type CsvPlan = { readonly columns: readonly PlannedColumn[]; readonly labels: ReadonlyMap<string, number>; readonly width: number; readonly order: DateOrder; readonly proven: boolean; readonly otherwise: OneByte }

/** Labels that label nothing stay extras; the order of day and month is what the samples prove, else the shop's. */
export function planColumns(columns: readonly PlannedColumn[], samples: readonly (readonly string[])[], shopOrder: DateOrder, encoding = ''): CsvPlan {
  const named = new Set(columns.filter(({ field }) => field !== 'label').map(({ group }) => group))
  const isLabel = ({ field, group }: PlannedColumn) => field === 'label' && named.has(group)
  const dates = columns.filter(({ field }) => field === 'birth-date').flatMap(({ index }) => samples.map((row) => row[index] ?? ''))
  const order = orderOf(dates)
  return {
    columns: columns.filter((column) => column.field !== 'leave-out' && !isLabel(column)).toSorted((one, other) => Number(one.field === 'full-name') - Number(other.field === 'full-name')), width: columns.length,
    labels: new Map(columns.filter(isLabel).map(({ group, index }) => [group, index])), order: order ?? shopOrder, proven: order !== null,
    otherwise: encoding === 'macintosh' ? encoding : 'windows-1252',
  }
}

type Parts = { label: string; lines: string[]; formatted: string; city: string; region: string; postcode: string; country: string }
type Row = { readonly making: Making; readonly cells: readonly string[]; readonly plan: CsvPlan; readonly places: Map<string, Parts>; prefix: string; middle: string }
type Taker = (row: Row, value: string, column: PlannedColumn) => void

/** Makes a customer of a row. Every filled cell ends in a field or, under its header, among the extras. */
export function personFromRow(csv: CsvRow, plan: CsvPlan, rules: ReadingRules): ImportedPerson {
  const cells = csv.cells.map((cell) => unmarked(decodeBytes(cell, plan.otherwise).trim()).trim())
  const row: Row = { making: startMaking(rules), cells, plan, places: new Map(), prefix: '', middle: '' }
  if (csv.problem) flag(row.making, 'row', csv.problem, cells.join(' ').slice(0, 80), true)
  for (const column of plan.columns) {
    const value = cells[column.index] ?? ''
    if (value !== '') takers[column.field](row, value, column)
  }
  takeSurplus(row)
  for (const [group, parts] of row.places) closeAddress(row.making, parts, group)
  const { fields } = row.making
  if (row.middle !== '') fields.firstName = `${fields.firstName} ${row.middle}`.trim().slice(0, 200)
  if (fields.firstName === '' && fields.lastName === '' && fields.company !== '') row.making.type = 'business'
  return finish(row.making, csv.line, cells)
}

const mostSurplus = 20
/** More filled cells than headers means a comma too many somewhere: nobody can say where, so the row is for a person to mend. */
function takeSurplus({ making, cells, plan }: Row): void {
  const surplus = cells.slice(plan.width).filter((cell) => cell !== '')
  if (surplus.length > 0) flag(making, 'row', 'too-many-cells', surplus.slice(0, mostSurplus).join(', '), true)
  surplus.slice(0, mostSurplus).forEach((cell, at) => addExtra(making, `${plan.width + at + 1}`, cell))
  if (cells.length < plan.width && plan.width - cells.length >= plan.width / 2) flag(making, 'row', 'too-few-cells', `${cells.length} / ${plan.width}`)
}

const name = (field: Parameters<typeof setField>[1]): Taker => (row, value, { header }) => setField(row.making, field, value, header)
const several = (value: string): string[] => value.split(' ::: ').map((part) => part.trim()).filter((part) => part !== '')
const starless = (value: string): string => value.replace(/^\* ?/, '').trim()
const extra: Taker = ({ making }, value, { header }) => (value === '0/0/00' ? undefined : addExtra(making, header, value))

const term = (field: keyof typeof termTakers): Taker => ({ making }, value, { header, group }) => termTakers[field](making, value, header, group)
const terms = Object.fromEntries(Object.keys(termTakers).map((field) => [field, term(field as keyof typeof termTakers)])) as Readonly<Record<keyof typeof termTakers, Taker>>

const takers: Readonly<Record<ImportField, Taker>> = {
  ...terms,
  extra, 'leave-out': () => undefined, label: extra,
  'first-name': name('firstName'), 'last-name': name('lastName'), nickname: name('nickname'), company: name('company'),
  'job-title': name('jobTitle'), industry: name('industry'), 'tax-id': name('taxId'), website: name('website'),
  'middle-name': (row, value) => void (row.middle = value), prefix: extra, suffix: extra, department: extra,
  'full-name': takeFullName,
  phone: takePhones(({ group }) => group || 'other'), mobile: takePhones(() => 'mobile'), fax: takePhones(({ group }) => group || 'fax'),
  'phone-home': takePhones(() => 'home'), 'phone-work': takePhones(() => 'work'),
  email: takeEmails(({ group }) => group || 'other'), 'email-home': takeEmails(() => 'home'), 'email-work': takeEmails(() => 'work'),
  'address-1': (row, value, column) => void placeOf(row, column).lines.unshift(value), 'address-2': (row, value, column) => void placeOf(row, column).lines.push(value),
  'address-formatted': (row, value, column) => void (placeOf(row, column).formatted = value),
  'address-city': (row, value, column) => void (placeOf(row, column).city = value), 'address-region': (row, value, column) => void (placeOf(row, column).region = value),
  'address-postcode': (row, value, column) => void (placeOf(row, column).postcode = value), 'address-country': (row, value, column) => void (placeOf(row, column).country = value),
  'birth-date': takeBirthDate, language: takeLanguage,
  tags: ({ making }, value) => value.split(/ ::: |[;,]/).forEach((tag) => addTag(making, starless(tag))),
  notes: ({ making }, value) => void making.notes.push(value.replace(/\r\n?/g, '\n')),
}

/** Beside a first and a last name, another name to show is what they are called: `Ana Ruiz` with `Brûlerie SA`. The columns of names come first. */
function takeFullName({ making }: Row, value: string, { header }: PlannedColumn): void {
  const { firstName, lastName } = making.fields
  if (firstName === '' && lastName === '') return splitFullName(making, value)
  const [shown, known] = [bareHeader(value), bareHeader(`${firstName} ${lastName}`)]
  if (shown !== known && shown !== bareHeader(`${lastName} ${firstName}`)) setField(making, 'nickname', value, header)
}

function labelOf({ cells, plan }: Row, group: string): string {
  const index = plan.labels.get(group)
  return index === undefined ? '' : starless(cells[index] ?? '')
}

/** The kind is the label in the file (Mobile, Work Fax), else what the header says. */
function takePhones(kind: (column: PlannedColumn) => string): Taker {
  return (row, value, column) => {
    const label = labelOf(row, column.group).toLowerCase().replace(/^work fax$/, 'work-fax').replace(/^home fax$/, 'home-fax')
    const own = / \d+$/.test(column.group) ? 'other' : kind(column)
    several(value).forEach((typed) => addPhone(row.making, typed, label || own, column.header))
  }
}

function takeEmails(kind: (column: PlannedColumn) => string): Taker {
  return (row, value, column) => {
    const own = / \d+$/.test(column.group) ? 'other' : kind(column)
    several(value).forEach((address) => addEmail(row.making, address, labelOf(row, column.group).toLowerCase() || own, column.header))
  }
}

function placeOf(row: Row, { group }: PlannedColumn): Parts {
  const known = row.places.get(group)
  if (known) return known
  const label = / \d+$/.test(group) ? labelOf(row, group).toLowerCase() : group
  const parts: Parts = { label, lines: [], formatted: '', city: '', region: '', postcode: '', country: '' }
  row.places.set(group, parts)
  return parts
}

/** Google also writes the address in one piece: kept where it says more than the parts, and used where there are no parts. */
function closeAddress(making: Making, { formatted, ...parts }: Parts, group: string): void {
  const known = bareHeader([...parts.lines, parts.city, parts.region, parts.postcode, parts.country].join(' '))
  const saysMore = bareHeader(formatted).split(' ').some((word) => !known.includes(word))
  if (known === '') return addAddress(making, { ...parts, lines: [formatted] }, group)
  addAddress(making, parts, group)
  if (formatted !== '' && saysMore) addExtra(making, group, formatted)
}

function takeBirthDate({ making, plan }: Row, value: string, { header }: PlannedColumn): void {
  if (/^0+[-/.]0+[-/.]0+$/.test(value)) return
  const date = readDay(value, plan.order, making.rules.today)
  setBirthDate(making, date, value, header)
  if (date === null && !value.startsWith('-')) flag(making, 'birthDate', 'bad-date', value)
  else if (!plan.proven && isUnclear(value)) flag(making, 'birthDate', 'date-unclear', `${value} → ${date}`)
}

function takeLanguage(row: Row, value: string, column: PlannedColumn): void {
  const code = /^(en|fr|es)\b/i.exec(value)?.[1]?.toLowerCase() ?? { english: 'en', francais: 'fr', french: 'fr', anglais: 'en', espanol: 'es', spanish: 'es' }[bareHeader(value)]
  if (row.making.language === null && (code === 'en' || code === 'fr' || code === 'es')) row.making.language = code
  if (!code || value.length > 2) extra(row, value, column)
}
