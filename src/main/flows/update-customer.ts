import type { Core } from '../context.ts'
import type { CheckedDraft, Customer, CustomerChanges, CustomerDraft, Overwritten } from '../customers/customer.ts'
import { updateCustomer as writeCustomer } from '../customers/customers.sql.ts'
import { dropDocumentKey, setDocumentKey } from '../customers/document-keys.sql.ts'
import { checkDraft } from '../customers/draft.ts'
import { groupExists, kindOfType } from '../customers/groups.sql.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { maskLicence, maskMedical } from '../customers/rows.ts'
import { Refusal } from '../errors.ts'
import type { ConsentChoice } from '../messaging/consent.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import { localDate } from '../shop/local-date.ts'
import type { Shop } from '../shop/shop.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, Json, RegisterId, RequestId, StaffId } from '../vocabulary.ts'
import { guardBirthDate } from './guard-birth-date.ts'
import { repriceCartOf } from './price-line.ts'
import { readCustomer, theRecord } from './read-customer.ts'
import { carryConsent, type Changed } from './record-consent.ts'
import { theShop } from './the-shop.ts'

type UpdateAsked = {
  readonly requestId: RequestId; readonly id: CustomerId; readonly version: number; readonly changes: CustomerChanges
  readonly keepConsent: Changed['keep']; readonly consents: readonly ConsentChoice[]
  /** Only a birth date that has brought a bonus needs one. */
  readonly approvalId?: ApprovalId | null
  /** The keyed hash of the licence that filled the changes. */
  readonly documentKey?: string | null
}
/** The same as it is written; `approvedBy` where a manager had to allow it. */
type Change = Omit<UpdateAsked, 'requestId' | 'approvalId'> & { readonly approvedBy?: StaffId | null }
export type Updated = Customer & { readonly overwritten: readonly Overwritten[] }

/**
 * Writes what changed and nothing else, so that two tills that change different fields both keep theirs; where both changed one field, this save wins
 * and `overwritten` says what the other had put. Refuses what `checkDraft` and `guardBirthDate` refuse, and 'not-allowed' where the shop lets only some edit customers.
 */
export function updateCustomer(core: Core, caller: Caller, asked: UpdateAsked): Updated {
  if (caller.role === 'cashier' && !theShop(core).everyoneEditsCustomers) throw new Refusal('not-allowed', { right: 'edit-customers' })
  const overwritten = once(core.db, { id: asked.requestId, door: 'customers/update', at: core.now() }, () => {
    const approvedBy = guardBirthDate(core, caller, { id: asked.id, birthDate: asked.changes.birthDate, approvalId: asked.approvalId ?? null })
    const found = changeCustomer(core, caller, { ...asked, approvedBy })
    if (mayReprice(asked.changes)) repriceCartOf(core, caller, asked.id)
    return found
  })
  core.emit('customer-changed', { customerId: asked.id })
  if (openSaleOn(core.db, caller.registerId)?.customerId === asked.id) core.emit('sale-changed', { registerId: caller.registerId })
  return { ...readCustomer(core, asked.id), overwritten }
}

/** Another group or customer type may mean other prices on the cart they stand on. */
const mayReprice = ({ customerTypeId, groupId, medical }: CustomerChanges): boolean => customerTypeId !== undefined || groupId !== undefined || medical !== undefined

/** A scanned document is found again by its hash; one whose number was typed anew is not. */
function keepDocumentKey(core: Core, { id, changes, documentKey }: Pick<Change, 'id' | 'changes' | 'documentKey'>): void {
  if (documentKey) setDocumentKey(core.db, id, documentKey, core.now())
  else if (changes.licence === null || typeof changes.licence?.number === 'string') dropDocumentKey(core.db, id)
}

/** The change itself, inside the caller's transaction: `updateCustomer` is its door, an import's "Update" its other user (`who` may be null). */
export function changeCustomer(core: Core, who: Caller | null, asked: Change, keepsUnreadable = false): Overwritten[] {
  const stored = theRecord(core, asked.id)
  const shop = theShop(core)
  const checked = checkChanged(core, stored, asked.changes, { shop, keepsUnreadable })
  const next: StoredCustomer = { ...stored, ...checked, status: asked.changes.status ?? stored.status }
  const fields = changedFields(stored, next)
  if (fields.length > 0) {
    const at = core.now()
    writeCustomer(core.db, next, { at, registerId: who?.registerId ?? 'system', fields })
    appendAudit(core.db, {
      id: core.newId(), at, registerId: who?.registerId ?? null, staffId: who?.staffId ?? null, kind: 'customer-changed',
        target: `customer/${asked.id}`,
      before: maskedFields(stored, fields), after: maskedFields(next, fields), approvedBy: asked.approvedBy ?? null,
    })
  }
  keepDocumentKey(core, asked)
  carryConsent(core, who, next, { keep: asked.keepConsent, choices: asked.consents }, shop)
  return overwrittenBy(core, stored, fields, asked.version)
}

const editable = ['type', 'firstName', 'lastName', 'nickname', 'company', 'industry', 'jobTitle', 'website', 'taxId', 'birthDate', 'language',
  'customerTypeId', 'groupId', 'tags', 'notes',
  'phones', 'emails', 'addresses', 'licence', 'medical', 'extras'] as const satisfies readonly (keyof CustomerDraft)[]
type Field = (typeof editable)[number] | 'status'

type Rules = { readonly shop: Shop; readonly keepsUnreadable: boolean }
/** Only the fields named in `changes` are taken over; what is on file and untouched is never judged anew. */
function checkChanged(core: Core, stored: StoredCustomer, changes: CustomerChanges, { shop, keepsUnreadable }: Rules): Partial<CheckedDraft> {
  const draft: CustomerDraft = { ...stored, ...changes, ...documentsOf(stored, changes) }
  const typeKind = kindOfType(core.db, draft.customerTypeId)
  if (changes.customerTypeId && typeKind === null) throw new Refusal('not-found', { field: 'customerTypeId' })
  if (changes.groupId && !groupExists(core.db, changes.groupId)) throw new Refusal('not-found', { field: 'groupId' })
  const isNew = (field: keyof CustomerDraft) => changes[field] !== undefined
  const today = localDate(core.now(), shop.timeZone)
  const checked = checkDraft(draft, { country: shop.country, today, medical: shop.medical, typeKind, keepsUnreadable,
    onFile: { phones: stored.phones, emails: stored.emails, isNew } })
  return Object.fromEntries(editable.filter(isNew).map((field) => [field, checked[field]]))
}

/** A number left null stays as it is on file: a screen knows only its last four. */
function documentsOf(stored: StoredCustomer, { licence, medical }: CustomerChanges): Pick<CustomerDraft, 'licence' | 'medical'> {
  return {
    licence: licence === undefined ? stored.licence : licence && { ...licence, number: licence.number ?? stored.licence?.number ?? '' },
    medical: medical === undefined ? stored.medical : medical && { ...medical, number: medical.number ?? stored.medical?.number ?? '' },
  }
}

const changedFields = (before: StoredCustomer, after: StoredCustomer): Field[] =>
  ([...editable, 'status'] as const).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** As a screen may see it and, but for the documents, hand it back. */
function maskedField(record: StoredCustomer, field: Field): Json {
  if (field === 'licence') return maskLicence(record.licence)
  if (field === 'phones') return record.phones.map(({ typed, kind }) => ({ typed, kind }))
  return field === 'medical' ? maskMedical(record.medical) : (record[field] as Json)
}
const maskedFields = (record: StoredCustomer, fields: readonly Field[]): Json =>
  Object.fromEntries(fields.map((field) => [field, maskedField(record, field)]))

/** Fields that were changed at another till after the version this change was made from. */
function overwrittenBy(core: Core, stored: StoredCustomer, fields: readonly Field[], version: number): Overwritten[] {
  return fields.flatMap((field) => {
    const [changedIn, at, registerId] = stored.fieldChanges[field] ?? []
    if (changedIn === undefined || at === undefined || changedIn <= version) return []
    return [{ field, theirs: maskedField(stored, field), at, registerName: getRegister(core.db, registerId as RegisterId)?.name ?? '' }]
  })
}
