import type { Phone } from './customer.ts'
import { emailKey, readPhone } from './contact.ts'
import type { CustomerDraft, CustomerRecord } from './customer.ts'

const plainFields = ['firstName', 'lastName', 'nickname', 'company', 'industry', 'jobTitle', 'website', 'taxId', 'birthDate', 'language', 'notes'] as const
const lists = ['phones', 'emails', 'addresses', 'tags', 'extras'] as const
type PlainField = (typeof plainFields)[number]
type ListName = (typeof lists)[number]

/** What an update put into a customer, so that it can be taken out again: fields that were empty, and entries added to lists. */
export type Filled = { readonly fields: Partial<Record<PlainField, string>>; readonly added: Partial<{ [L in ListName]: CustomerRecord[L] }>; readonly photo: boolean }

const isEmpty = (value: string | null): boolean => value === null || value === ''
/** Equal entries have equal keys, in whatever order their fields stand. */
const sameKey = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value, Object.keys(value).toSorted()) : JSON.stringify(value))
const newOnes = <T>(had: readonly T[], came: readonly T[], key: (entry: T) => string): T[] => {
  const known = new Set(had.map(key))
  return came.filter((entry) => !known.has(key(entry)) && known.add(key(entry)))
}

/** Fills only the empty fields of someone on file, and adds the phones, e-mails, addresses, tags and extras they do not have yet. Nothing they have is changed. */
export function fillIn<R extends CustomerRecord>(record: R, draft: CustomerDraft, country: string): { record: R; filled: Filled } {
  const hasName = record.firstName !== '' || record.lastName !== ''
  const mayFill = (field: PlainField) => isEmpty(record[field]) && !isEmpty(draft[field]) && !(hasName && (field === 'firstName' || field === 'lastName'))
  const fields = Object.fromEntries(plainFields.filter(mayFill).map((field) => [field, draft[field]])) as Filled['fields']
  const phones: Phone[] = draft.phones.map((phone) => ({ ...phone, e164: readPhone(phone.typed, country) ?? '' }))
  const added = {
    phones: newOnes(record.phones, phones, ({ e164, typed }) => e164 || typed), emails: newOnes(record.emails, draft.emails, ({ address }) => emailKey(address)),
    addresses: newOnes(record.addresses, draft.addresses, ({ label: _label, ...address }) => sameKey(address)),
    tags: newOnes(record.tags, draft.tags, (tag) => tag.toLowerCase()), extras: newOnes(record.extras, draft.extras, sameKey),
  }
  const next = { ...record, ...fields, ...Object.fromEntries(lists.map((list) => [list, [...record[list], ...added[list]]])) }
  return { record: next as R, filled: { fields, added: onlyFilled(added), photo: false } }
}

const onlyFilled = (added: { [L in ListName]: CustomerRecord[L] }): Filled['added'] =>
  Object.fromEntries(lists.filter((list) => added[list].length > 0).map((list) => [list, added[list]])) as Filled['added']
export const changedBy = ({ fields, added }: Filled): string[] => [...Object.keys(fields), ...Object.keys(added)]

/** Takes out again what `fillIn` put in, field by field; what somebody has changed since stays as they left it. */
export function takeOut<R extends CustomerRecord>(record: R, { fields, added }: Filled): { record: R; changed: string[] } {
  const undone = plainFields.filter((field) => fields[field] !== undefined && record[field] === fields[field])
  const emptied = Object.fromEntries(undone.map((field) => [field, field === 'birthDate' || field === 'language' ? null : '']))
  const shorter = lists.filter((list) => added[list] !== undefined)
  const without = (list: ListName) => {
    const gone = new Set((added[list] ?? []).map(sameKey))
    return record[list].filter((entry) => !gone.has(sameKey(entry)))
  }
  const next = { ...record, ...emptied, ...Object.fromEntries(shorter.map((list) => [list, without(list)])) }
  return { record: next as R, changed: [...undone, ...shorter] }
}
