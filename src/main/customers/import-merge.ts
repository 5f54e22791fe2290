import { emailKey, readPhone } from './contact.ts'
import { catalogFields, type CustomerDraft, type CustomerRecord, type Extra, type Phone } from './customer.ts'
import { fillTerms, noneFilled, takeTermsOut, type FilledTerms } from './import-terms.ts'

const plainFields = ['firstName', 'lastName', 'nickname', 'company', 'industry', 'jobTitle', 'website', 'taxId', 'birthDate', 'language', 'notes', 'groupId', 'customerTypeId'] as const
const lists = ['phones', 'emails', 'addresses', 'tags', 'extras'] as const
type PlainField = (typeof plainFields)[number]
type ListName = (typeof lists)[number]

/** What an update put into a customer, so that it can be taken out again: fields that were empty, terms nobody had agreed on, and entries added to lists. */
export type Filled = {
  /** Where they stood before a group or a type was filled in. */
  readonly was?: Placed
  readonly fields: Partial<Record<PlainField, string>>; readonly added: Partial<{ [L in ListName]: CustomerRecord[L] }>; readonly photo: boolean
} & Partial<FilledTerms>

/**
 * How a record may be filled: how phones are read, whether its reach is somebody else's to change (a catalog's own, S1-29), and whether group, type, terms and
 * attributes go with it (by hand each of them has a right of its own): then `unchosen` are the group and type that everyone has for whom nobody chose one.
 */
export type FillRules = { readonly country: string; readonly locked: boolean; readonly unchosen: Placed | null }
type Placed = Pick<CustomerRecord, 'groupId' | 'customerTypeId'>

const isEmpty = (value: string | null): boolean => value === null || value === ''
/** Equal entries have equal keys, in whatever order their fields stand. */
const sameKey = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value, Object.keys(value).toSorted()) : JSON.stringify(value))
const newOnes = <T>(had: readonly T[], came: readonly T[], key: (entry: T) => string): T[] => {
  const known = new Set(had.map(key))
  return came.filter((entry) => !known.has(key(entry)) && known.add(key(entry)))
}

/**
 * Fills only what is empty in someone on file: fields, terms, attributes; and adds the phones, e-mails, addresses, tags and extras they do not have yet.
 * Nothing they have is changed. What a locked record does not take stands among the extras.
 */
export function fillIn<R extends CustomerRecord>(record: R, draft: CustomerDraft, { country, locked, unchosen }: FillRules): { record: R; filled: Filled } {
  const hasName = record.firstName !== '' || record.lastName !== ''
  const isLocked = (field: string) => locked && (catalogFields as readonly string[]).includes(field)
  const isUnchosen = (field: keyof Placed) => unchosen !== null && draft[field] !== record[field] && (record[field] === null || record[field] === unchosen[field])
  const mayFill = (field: PlainField) => (field === 'groupId' || field === 'customerTypeId' ? isUnchosen(field) : isEmpty(record[field])) && !isEmpty(draft[field]) && !isLocked(field) && !(hasName && (field === 'firstName' || field === 'lastName'))
  const fields = Object.fromEntries(plainFields.filter(mayFill).map((field) => [field, draft[field]])) as Filled['fields']
  const came = newTo(record, draft, country)
  const added = locked ? { ...came, phones: [], emails: [], addresses: [], extras: newOnes(record.extras, [...draft.extras, ...asExtras(came)], sameKey) } : came
  const terms = unchosen ? fillTerms(record, draft) : noneFilled
  const own = terms.attributes.length > 0 ? { attributes: [...(record.attributes ?? []), ...terms.attributes] } : {}
  const next = { ...record, ...fields, ...terms.terms, ...own, ...Object.fromEntries(lists.map((list) => [list, [...record[list], ...added[list]]])) }
  return { record: next as R, filled: { fields, added: onlyFilled(added), photo: false, ...terms, was: { groupId: record.groupId, customerTypeId: record.customerTypeId } } }
}

type Added = { [L in ListName]: CustomerRecord[L] }
function newTo(record: CustomerRecord, draft: CustomerDraft, country: string): Added {
  const phones: Phone[] = draft.phones.map((phone) => ({ ...phone, e164: readPhone(phone.typed, country) ?? '' }))
  return {
    phones: newOnes(record.phones, phones, ({ e164, typed }) => e164 || typed), emails: newOnes(record.emails, draft.emails, ({ address }) => emailKey(address)),
    addresses: newOnes(record.addresses, draft.addresses, ({ label: _label, ...address }) => sameKey(address)),
    tags: newOnes(record.tags, draft.tags, (tag) => tag.toLowerCase()), extras: newOnes(record.extras, draft.extras, sameKey),
  }
}

/** By the names a vCard gives them, as everything that has no field of its own. */
const asExtras = ({ phones, emails, addresses }: Added): Extra[] => [
  ...phones.map(({ typed }) => ({ name: 'TEL', value: typed })), ...emails.map(({ address }) => ({ name: 'EMAIL', value: address })),
  ...addresses.map(({ label: _label, ...address }) => ({ name: 'ADR', value: Object.values(address).filter((part) => part !== '').join(', ') })),
]

const onlyFilled = (added: Added): Filled['added'] =>
  Object.fromEntries(lists.filter((list) => added[list].length > 0).map((list) => [list, added[list]])) as Filled['added']
/** The fields of the record that are not as they were. */
export const changedBy = ({ fields, added, terms = {}, attributes = [] }: Filled): string[] =>
  [...Object.keys(fields), ...Object.keys(added), ...Object.keys(terms), ...(attributes.length > 0 ? ['attributes'] : [])]

/** Takes out again what `fillIn` put in, field by field; what somebody has changed since stays as they left it. */
export function takeOut<R extends CustomerRecord>(record: R, filled: Filled): { record: R; changed: string[] } {
  const { fields, added } = filled
  const undone = plainFields.filter((field) => fields[field] !== undefined && record[field] === fields[field])
  const empty = { birthDate: null, language: null, groupId: filled.was?.groupId ?? null, customerTypeId: filled.was?.customerTypeId ?? null }
  const emptied = Object.fromEntries(undone.map((field) => [field, field in empty ? empty[field as keyof typeof empty] : '']))
  const shorter = lists.filter((list) => added[list] !== undefined)
  const without = (list: ListName) => {
    const gone = new Set((added[list] ?? []).map(sameKey))
    return record[list].filter((entry) => !gone.has(sameKey(entry)))
  }
  const terms = takeTermsOut(record, filled)
  const next = { ...record, ...emptied, ...terms.record, ...Object.fromEntries(shorter.map((list) => [list, without(list)])) }
  return { record: next as R, changed: [...undone, ...shorter, ...terms.changed] }
}
