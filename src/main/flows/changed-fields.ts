import type { Core } from '../context.ts'
import type { AttributeValue } from '../customers/attributes.ts'
import type { CustomerDraft, Overwritten } from '../customers/customer.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { maskLicence, maskMedical } from '../customers/rows.ts'
import { termsFields } from '../customers/terms.ts'
import { getRegister } from '../shop/shop.sql.ts'
import type { Json, RegisterId } from '../vocabulary.ts'

/** Every field of a record that is changed as one whole. Attributes are not among them: each is a field of its own. */
export const wholeFields = ['type', 'firstName', 'lastName', 'nickname', 'company', 'industry', 'jobTitle', 'website', 'taxId', 'birthDate', 'language',
  'customerTypeId', 'groupId', 'tags', 'notes', 'phones', 'emails', 'addresses', 'licence', 'medical', 'extras', 'contacts',
  ...termsFields] as const satisfies readonly (keyof CustomerDraft)[]
const attributePrefix = 'attribute:'
type Field = (typeof wholeFields)[number] | 'status' | `attribute:${string}`

/** Which fields differ between two states of one record; an attribute is named `attribute:<id>`. */
export function changedFields(before: StoredCustomer, after: StoredCustomer): Field[] {
  const whole = ([...wholeFields, 'status'] as const).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  const ids = new Set([...before.attributes, ...after.attributes].map(({ id }) => id))
  const own = [...ids].filter((id) => valueOf(before, id) !== valueOf(after, id)).map((id): Field => `${attributePrefix}${id}`)
  return [...whole, ...own]
}
const valueOf = ({ attributes }: StoredCustomer, attributeId: string): string => attributes.find(({ id }) => id === attributeId)?.value ?? ''

/** The values of attributes after some of them were changed; '' takes one away. */
export function mergeAttributes(before: readonly AttributeValue[], changes: readonly AttributeValue[]): AttributeValue[] {
  const byId = new Map([...before, ...changes].map(({ id, value }) => [id, value]))
  return [...byId].filter(([, value]) => value !== '').map(([id, value]) => ({ id, value })).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** As a screen may see it and, but for the documents, hand it back. */
function maskedField(record: StoredCustomer, field: Field): Json {
  if (field.startsWith(attributePrefix)) return valueOf(record, field.slice(attributePrefix.length))
  if (field === 'licence') return maskLicence(record.licence)
  if (field === 'phones') return record.phones.map(({ typed, kind }) => ({ typed, kind }))
  if (field === 'contacts') return record.contacts.map(({ e164: _e164, ...contact }) => contact)
  return field === 'medical' ? maskMedical(record.medical) : (record[field as keyof StoredCustomer] as Json)
}
/** What the audit keeps of a change: these fields, documents by their last four alone. */
export const maskedFields = (record: StoredCustomer, fields: readonly Field[]): Json =>
  Object.fromEntries(fields.map((field) => [field, maskedField(record, field)]))

/** Fields that were changed at another till after the version this change was made from. */
export function overwrittenBy(core: Core, stored: StoredCustomer, fields: readonly Field[], version: number): Overwritten[] {
  return fields.flatMap((field) => {
    const [changedIn, at, registerId] = stored.fieldChanges[field] ?? []
    if (changedIn === undefined || at === undefined || changedIn <= version) return []
    return [{ field, theirs: maskedField(stored, field), at, registerName: getRegister(core.db, registerId as RegisterId)?.name ?? '' }]
  })
}
