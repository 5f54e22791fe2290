import type { Core } from '../context.ts'
import type { CheckedDraft, Customer, CustomerChanges, CustomerDraft, Overwritten } from '../customers/customer.ts'
import { updateCustomer as writeCustomer } from '../customers/customers.sql.ts'
import { dropDocumentKey, setDocumentKey } from '../customers/document-keys.sql.ts'
import { checkDraft } from '../customers/draft.ts'
import { formSettings } from '../customers/form-settings.sql.ts'
import { groupExists, kindOfType } from '../customers/groups.sql.ts'
import { unmaskedChanges } from '../customers/masked-changes.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { termsOf } from '../customers/terms.ts'
import { Refusal } from '../errors.ts'
import type { ConsentChoice } from '../messaging/consent.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import { localDate } from '../shop/local-date.ts'
import type { Shop } from '../shop/shop.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, RequestId, StaffId } from '../vocabulary.ts'
import { changedFields, maskedFields, mergeAttributes, overwrittenBy, wholeFields } from './changed-fields.ts'
import { sightOf } from './field-sight.ts'
import { guardBirthDate } from './guard-birth-date.ts'
import { checkPointers, creditTarget, guardCatalog, guardCredit } from './guard-terms.ts'
import { joinMember } from './join-member.ts'
import { switchNewsletter, type NewsletterAsked } from './switch-newsletter.ts'
import { repriceCartOf } from './price-line.ts'
import { checkAttributes } from './read-attributes.ts'
import { readCustomer, theRecord } from './read-customer.ts'
import { carryConsent, type Changed } from './record-consent.ts'
import { theShop } from './the-shop.ts'

type UpdateAsked = {
  readonly requestId: RequestId; readonly id: CustomerId; readonly version: number; readonly changes: CustomerChanges
  readonly keepConsent: Changed['keep']; readonly consents: readonly ConsentChoice[]
  readonly newsletter?: NewsletterAsked; readonly joins?: boolean
  /** Only a birth date that has brought a bonus, and credit, need one. */
  readonly approvalId?: ApprovalId | null
  /** The keyed hash of the licence that filled the changes. */
  readonly documentKey?: string | null
}
/** The same as it is written; `approvedBy` where a manager had to allow it. */
type Change = Omit<UpdateAsked, 'requestId' | 'approvalId' | 'newsletter' | 'joins'> & { readonly approvedBy?: StaffId | null }
export type Updated = Customer & { readonly overwritten: readonly Overwritten[] }

/**
 * Writes what changed and nothing else, so that two tills that change different fields both keep theirs; where both changed one field, this save wins
 * and `overwritten` says what the other had put. Refuses what `checkDraft` and `guardBirthDate`, `guardCredit`, `guardCatalog`,
 * `checkPointers` and `checkAttributes` refuse, and 'value-masked' for a mask that is sent as a value.
 */
export function updateCustomer(core: Core, caller: Caller, asked: UpdateAsked): Updated {
  const overwritten = once(core.db, { id: asked.requestId, door: 'customers/update', at: core.now() }, () => {
    const changes = unmaskedChanges(asked.changes, theRecord(core, asked.id), sightOf(core, caller))
    const approvedBy = allowedBy(core, caller, { ...asked, changes })
    const found = changeCustomer(core, caller, { ...asked, changes, approvedBy })
    if (asked.newsletter) switchNewsletter(core, caller, asked.id, asked.newsletter)
    if (asked.joins) joinMember(core, caller, asked.id)
    if (mayReprice(asked.changes)) repriceCartOf(core, caller, asked.id)
    return found
  })
  core.emit('customer-changed', { customerId: asked.id })
  if (openSaleOn(core.db, caller.registerId)?.customerId === asked.id) core.emit('sale-changed', { registerId: caller.registerId })
  return { ...readCustomer(core, asked.id), overwritten }
}

/** A birth date that brought a bonus and more credit are each a manager's to allow; one slip is for one of them. */
function allowedBy(core: Core, caller: Caller, { id, changes, approvalId = null }: UpdateAsked): StaffId | null {
  const byAge = guardBirthDate(core, caller, { id, birthDate: changes.birthDate, approvalId })
  const byCredit = guardCredit(core, caller, { before: termsOf(theRecord(core, id)), changes, target: creditTarget(id), approvalId })
  return byCredit ?? byAge
}

/** A medical number that was renewed brings its prices back at once (S5-15); any other change of terms is asked about at the cart that is open. */
const mayReprice = ({ medical }: CustomerChanges): boolean => medical !== undefined

/** A scanned document is found again by its hash; one whose number was typed anew is not. */
function keepDocumentKey(core: Core, { id, changes, documentKey }: Pick<Change, 'id' | 'changes' | 'documentKey'>): void {
  if (documentKey) setDocumentKey(core.db, id, documentKey, core.now())
  else if (changes.licence === null || typeof changes.licence?.number === 'string') dropDocumentKey(core.db, id)
}

/** The change itself, inside the caller's transaction: `updateCustomer` is its door, an import's "Update" its other user (`who` may be null). */
export function changeCustomer(core: Core, who: Caller | null, asked: Change, keepsUnreadable = false): Overwritten[] {
  const stored = theRecord(core, asked.id)
  const shop = theShop(core)
  guardCatalog(who, stored, asked.changes)
  checkPointers(core, asked.id, asked.changes)
  const attributes = mergeAttributes(stored.attributes, checkAttributes(core, who, asked.changes.attributes ?? []))
  const checked = checkChanged(core, stored, asked.changes, { shop, keepsUnreadable })
  const next = { ...stored, ...checked, attributes, status: asked.changes.status ?? stored.status } as StoredCustomer
  const fields = changedFields(stored, next)
  if (fields.length > 0) {
    const at = core.now()
    writeCustomer(core.db, next, { at, registerId: who?.registerId ?? 'system', staffId: who?.staffId ?? null, fields })
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

type Rules = { readonly shop: Shop; readonly keepsUnreadable: boolean }
/** Only the fields named in `changes` are taken over; what is on file and untouched is never judged anew. */
function checkChanged(core: Core, stored: StoredCustomer, changes: CustomerChanges, { shop, keepsUnreadable }: Rules): Partial<CheckedDraft> {
  const draft: CustomerDraft = { ...stored, ...changes, ...documentsOf(stored, changes) }
  const typeKind = kindOfType(core.db, draft.customerTypeId)
  if (changes.customerTypeId && typeKind === null) throw new Refusal('not-found', { field: 'customerTypeId' })
  if (changes.groupId && !groupExists(core.db, changes.groupId)) throw new Refusal('not-found', { field: 'groupId' })
  const isNew = (field: keyof CustomerDraft) => changes[field] !== undefined
  const today = localDate(core.now(), shop.timeZone)
  const checked = checkDraft(draft, { country: shop.country, today, medical: shop.medical, typeKind, keepsUnreadable, ...formSettings(core.db),
    onFile: { phones: stored.phones, emails: stored.emails, addresses: stored.addresses, isNew } })
  return Object.fromEntries(wholeFields.filter(isNew).map((field) => [field, checked[field]]))
}

/** A number left null stays as it is on file: a screen knows only its last four. */
function documentsOf(stored: StoredCustomer, { licence, medical }: CustomerChanges): Pick<CustomerDraft, 'licence' | 'medical'> {
  return {
    licence: licence === undefined ? stored.licence : licence && { ...licence, number: licence.number ?? stored.licence?.number ?? '' },
    medical: medical === undefined ? stored.medical : medical && { ...medical, number: medical.number ?? stored.medical?.number ?? '' },
  }
}
