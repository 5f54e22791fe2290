import { fold } from '../folding.ts'
import type { Json } from '../vocabulary.ts'
import { emailKey } from './contact.ts'
import type { CustomerStatus } from './customer.ts'
import type { StoredCustomer } from './record.sql.ts'
import { noTerms } from './terms.ts'

/** Which of two records: the one that stays, or the one that goes into it. */
export type Side = 'keep' | 'gone'
type Field = keyof StoredCustomer
type Pair = { readonly keep: StoredCustomer; readonly gone: StoredCustomer }
/** A choice between two: what stands on either side, which one is taken unless somebody chooses, and whether they differ. */
export type OneChoice = { readonly kind: 'one'; readonly field: string; readonly keep: Json; readonly gone: Json; readonly pick: Side; readonly differs: boolean }
/** Things one may have several of: all are taken, unless somebody leaves one out. `key` names it in `MergeChoice.left`. */
export type ManyChoice = { readonly kind: 'many'; readonly field: string; readonly values: readonly ManyValue[] }
export type ManyValue = { readonly key: string; readonly value: Json; readonly of: Side | 'both'; readonly taken: boolean }
export type FieldChoice = OneChoice | ManyChoice
/** What was chosen otherwise than it stood: a side by field, and the keys of what is left out. */
export type MergeChoice = { readonly picks: Readonly<Record<string, Side>>; readonly left: readonly string[]; readonly taken?: readonly string[] }
export const noChoice: MergeChoice = { picks: {}, left: [] }

// What belongs together is chosen together: nobody wants a first name of one and a surname of the other.
const ones: readonly (readonly [field: string, ...parts: Field[]])[] = [
  ['name', 'firstName', 'lastName'], ['nickname', 'nickname'], ['company', 'company'], ['type', 'type'], ['industry', 'industry'], ['jobTitle', 'jobTitle'], ['birthDate', 'birthDate'],
  ['language', 'language'], ['customerType', 'customerTypeId'], ['group', 'groupId'], ['website', 'website'], ['preferredChannel', 'preferredChannel'], ['licence', 'licence'],
  ['medical', 'medical'], ['taxId', 'taxId'], ['tax', 'taxExempt', 'taxCertificate', 'taxExemptUntil'], ['registrationNo', 'registrationNo'], ['priceList', 'priceListId'],
  ['discount', 'discountPpm'], ['payLater', 'payLaterAllowed', 'payLaterLimitCents', 'payLaterDays', 'poRequired'], ['statementBy', 'statementBy'], ['parent', 'parentId'],
]
type Many = { readonly field: 'phones' | 'emails' | 'addresses' | 'contacts' | 'tags' | 'extras'; readonly most: number; readonly key: (value: never) => string }
const plain = (value: object): string => JSON.stringify(value, Object.keys(value).toSorted())
const manies: readonly Many[] = [
  { field: 'phones', most: 20, key: ({ e164, typed }: StoredCustomer['phones'][number]) => e164 || typed },
  { field: 'emails', most: 20, key: ({ address }: StoredCustomer['emails'][number]) => emailKey(address) },
  { field: 'addresses', most: 20, key: (a: StoredCustomer['addresses'][number]) => fold([a.address1, a.address2, a.city, a.region, a.postcode, a.country].join('|')) },
  { field: 'contacts', most: 50, key: (c: StoredCustomer['contacts'][number]) => fold([c.name, c.e164 || c.typed, c.email].join('|')) },
  { field: 'tags', most: 50, key: (tag: string) => fold(tag) },
  { field: 'extras', most: 200, key: plain },
]
/** Of a record of the online catalog these are the customer's own: a merge leaves them as they are. */
const ofCatalog = new Set(['name', 'company', 'phones', 'emails', 'addresses'])
const mostNotes = 4_000

const isBlank = (field: Field, value: unknown): boolean =>
  value === '' || value === null || value === undefined || (field in noTerms && value === noTerms[field as keyof typeof noTerms])
const partsOf = (record: StoredCustomer, parts: readonly Field[]): Json => parts.map((part) => (record[part] ?? null) as Json)
const isEmptySide = (record: StoredCustomer, parts: readonly Field[]): boolean => parts.every((part) => isBlank(part, record[part]))

/** Everything that is to be chosen, in the order of the form, as it is taken unless somebody says otherwise: the survivor wins, blanks are filled from the other. */
export function choicesFor({ keep, gone }: Pair): FieldChoice[] {
  const locked = keep.source === 'catalog'
  const singles = ones.filter(([field]) => !(locked && ofCatalog.has(field))).flatMap(([field, ...parts]) => oneChoice({ keep, gone }, field, parts))
  const lists = manies.filter(({ field }) => !(locked && ofCatalog.has(field))).flatMap((many) => manyChoice({ keep, gone }, many))
  const [name, ...rest] = singles
  return [...(name ? [name] : []), ...lists.slice(0, 3), ...rest, ...attributeChoices({ keep, gone }), ...lists.slice(3), ...notesChoice({ keep, gone })]
}

function oneChoice({ keep, gone }: Pair, field: string, parts: readonly Field[]): OneChoice[] {
  const [mine, theirs] = [partsOf(keep, parts), partsOf(gone, parts)]
  if (isEmptySide(keep, parts) && isEmptySide(gone, parts)) return []
  const fuller = field === 'name' && keep.lastName === '' && gone.lastName !== '' && fold(keep.firstName) === fold(gone.firstName)
  const pick: Side = !isEmptySide(gone, parts) && (isEmptySide(keep, parts) || fuller) ? 'gone' : 'keep'
  return [{ kind: 'one', field, keep: mine, gone: theirs, pick, differs: JSON.stringify(mine) !== JSON.stringify(theirs) }]
}

function manyChoice({ keep, gone }: Pair, { field, most, key }: Many): ManyChoice[] {
  const keyOf = key as (value: unknown) => string
  const [mine, theirs] = [keep[field] as readonly Json[], gone[field] as readonly Json[]]
  const known = new Map(mine.map((value) => [keyOf(value), value]))
  const both = new Set(theirs.map(keyOf).filter((each) => known.has(each)))
  const fresh = theirs.filter((value, at) => !known.has(keyOf(value)) && theirs.findIndex((other) => keyOf(other) === keyOf(value)) === at)
  const values = [...mine.map((value) => ({ value, of: both.has(keyOf(value)) ? ('both' as const) : ('keep' as const) })), ...fresh.map((value) => ({ value, of: 'gone' as const }))]
  return values.length === 0 ? [] : [{ kind: 'many', field, values: values.map((each, at) => ({ ...each, key: `${field}.${at}`, taken: at < most })) }]
}

function attributeChoices({ keep, gone }: Pair): OneChoice[] {
  const valueOf = (record: StoredCustomer, id: string): string | null => record.attributes.find((each) => each.id === id)?.value ?? null
  const ids = [...new Set([...keep.attributes, ...gone.attributes].map(({ id }) => id as string))]
  return ids.map((id) => {
    const [mine, theirs] = [valueOf(keep, id), valueOf(gone, id)]
    return { kind: 'one', field: `attribute:${id}`, keep: [mine], gone: [theirs], pick: mine === null ? 'gone' : 'keep', differs: mine !== theirs }
  })
}

/** Both notes, one under the other, as long as they fit. */
function notesChoice({ keep, gone }: Pair): ManyChoice[] {
  const same = keep.notes === gone.notes
  const values = [{ value: keep.notes, of: same ? ('both' as const) : ('keep' as const) }, ...(same ? [] : [{ value: gone.notes, of: 'gone' as const }])].filter(({ value }) => value !== '')
  const fits = values.map(({ value }) => value).join('\n').length <= mostNotes
  return values.length === 0 ? [] : [{ kind: 'many', field: 'notes', values: values.map((each, at) => ({ ...each, key: `notes.${at}`, taken: at === 0 || fits })) }]
}

/** Is this one of several taken, as it stands or as somebody chose? */
export const isTaken = ({ key, taken }: ManyValue, choice: MergeChoice): boolean => (taken || (choice.taken ?? []).includes(key)) && !choice.left.includes(key)
export const sideOf = ({ field, pick }: OneChoice, choice: MergeChoice): Side => choice.picks[field] ?? pick

/** The survivor's record as the merge writes it, by what was chosen. Nothing that was taken is dropped silently: what does not fit is not taken to begin with. */
export function unite(pair: Pair, choice: MergeChoice): StoredCustomer {
  const choices = choicesFor(pair)
  const next: Record<string, unknown> = { ...pair.keep, status: statusOfBoth(pair.keep.status, pair.gone.status) }
  for (const [field, ...parts] of ones) {
    const one = choices.find((each) => each.kind === 'one' && each.field === field)
    if (one?.kind === 'one' && sideOf(one, choice) === 'gone') for (const part of parts) next[part] = pair.gone[part]
  }
  for (const many of choices) if (many.kind === 'many') next[many.field] = many.values.filter((value) => isTaken(value, choice)).map(({ value }) => value)
  next['notes'] = ((Array.isArray(next['notes']) ? next['notes'] : [next['notes']]) as string[]).join('\n')
  next['attributes'] = attributesAfter(pair, choices, choice)
  if (next['parentId'] === pair.keep.id || next['parentId'] === pair.gone.id) next['parentId'] = null
  return next as unknown as StoredCustomer
}

function attributesAfter({ keep, gone }: Pair, choices: readonly FieldChoice[], choice: MergeChoice): StoredCustomer['attributes'] {
  return choices.flatMap((each) => {
    if (each.kind !== 'one' || !each.field.startsWith('attribute:')) return []
    const from = sideOf(each, choice) === 'gone' ? gone : keep
    return from.attributes.filter(({ id }) => `attribute:${id}` === each.field)
  })
}

/** A ban is never lost in a merge; else whoever is a customer somewhere is one. */
export function statusOfBoth(one: CustomerStatus, other: CustomerStatus): CustomerStatus {
  const order: readonly CustomerStatus[] = ['banned', 'active', 'pending', 'inactive']
  return order.find((status) => status === one || status === other) ?? one
}

/** The oldest record stays unless somebody chooses otherwise; one of the online catalog always stays. */
export const olderFirst = <T extends Pick<StoredCustomer, 'source' | 'madeAt' | 'code'>>(one: T, other: T): readonly [T, T] => {
  if ((one.source === 'catalog') !== (other.source === 'catalog')) return one.source === 'catalog' ? [one, other] : [other, one]
  return one.madeAt < other.madeAt || (one.madeAt === other.madeAt && one.code <= other.code) ? [one, other] : [other, one]
}
