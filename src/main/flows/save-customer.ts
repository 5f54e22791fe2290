import type { Core } from '../context.ts'
import type { CustomerDraft, CustomerRecord, CustomerSource } from '../customers/customer.ts'
import { insertCustomer } from '../customers/customers.sql.ts'
import { setDocumentKey } from '../customers/document-keys.sql.ts'
import { checkDraft, nothingOnFile } from '../customers/draft.ts'
import { formSettings } from '../customers/form-settings.sql.ts'
import { defaultGroup, defaultType, groupExists, kindOfType, needsApproval } from '../customers/groups.sql.ts'
import { displayName } from '../customers/names.ts'
import { savePhoto, type Picture } from '../customers/photos.sql.ts'
import { Refusal } from '../errors.ts'
import type { ConsentChoice } from '../messaging/consent.ts'
import { localDate } from '../shop/local-date.ts'
import type { Shop } from '../shop/shop.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, BatchId, Caller, CustomerId, GroupId, RequestId } from '../vocabulary.ts'
import { putOnCart } from './attach-customer.ts'
import { checkPointers, guardCredit } from './guard-terms.ts'
import { joinMember } from './join-member.ts'
import { switchNewsletter, type NewsletterAsked } from './switch-newsletter.ts'
import { checkAttributes } from './read-attributes.ts'
import { recordConsent } from './record-consent.ts'
import { theShop } from './the-shop.ts'

type CreateAsked = {
  readonly requestId: RequestId; readonly draft: CustomerDraft; readonly consents: readonly ConsentChoice[]
  readonly source: CustomerSource; readonly addToCart: boolean
  readonly newsletter?: NewsletterAsked; readonly joins?: boolean; readonly photo?: Picture | null; readonly approvalId?: ApprovalId | null
  /** The keyed hash of the licence that filled the form. */
  readonly documentKey?: string | null
}

/**
 * Saves a new customer and, if asked, puts them on the open cart, all in one transaction. Refuses whatever `checkDraft`, `guardCredit`, `checkPointers` and
 * `checkAttributes` refuse.
 */
export function createCustomer(core: Core, caller: Caller, asked: CreateAsked): { id: CustomerId; cart: boolean } {
  const saved = once(core.db, { id: asked.requestId, door: 'customers/create', at: core.now() }, () => {
    guardCredit(core, caller, { changes: asked.draft, target: `pay-later/${asked.requestId}`, approvalId: asked.approvalId ?? null })
    const id = saveNewCustomer(core, caller, { ...asked, importBatchId: null })
    if (asked.photo) savePhoto(core.db, id, { mediaType: asked.photo.mediaType, bytes: Buffer.from(asked.photo.base64, 'base64') })
    if (asked.newsletter) switchNewsletter(core, caller, id, asked.newsletter)
    if (asked.joins) joinMember(core, caller, id)
    return { id, cart: asked.addToCart && isPutOnCart(core, caller, id) }
  })
  core.emit('customers-changed', { reason: 'created' })
  if (saved.cart) core.emit('sale-changed', { registerId: caller.registerId })
  return saved
}

/** A cart that money was put to takes nobody new: then the customer is saved all the same, and the answer says so. */
function isPutOnCart(core: Core, caller: Caller, id: CustomerId): boolean {
  try {
    putOnCart(core, caller, id)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'sale-part-paid') return false
    throw error
  }
}

export type NewCustomer = {
  readonly draft: CustomerDraft; readonly consents: readonly (ConsentChoice & { readonly wording?: string })[]; readonly source: CustomerSource; readonly importBatchId: BatchId | null
  readonly documentKey?: string | null
}

/**
 * Writes one new customer inside the caller's transaction; no event, so that an import of thousands tells the screens once. An import keeps what
 * cannot be read word for word instead of refusing it, and is audited as one batch. `who` is null where the register itself does it.
 */
export function saveNewCustomer(core: Core, who: Caller | null, { draft, consents, source, importBatchId, documentKey }: NewCustomer,
  shop: Shop = theShop(core)): CustomerId {
  const at = core.now()
  const { id, checked } = { id: core.newId() as CustomerId, checked: checkNew(core, who, { draft, source, importBatchId, shop }) }
  const record: CustomerRecord = { ...checked, id, source, importBatchId, status: firstStatus(core, source, checked.groupId), madeAt: at, madeBy: who?.staffId ?? 'system',
    ...(who ? { madeOn: who.registerId } : {}), lastVisitAt: null, visits: 0 }
  const code = insertCustomer(core.db, record)
  if (documentKey) setDocumentKey(core.db, id, documentKey, at)
  const how = isImported({ source, importBatchId }) ? 'import' : 'register'
  for (const { wording, ...choice } of consents) if (choice.allowed) recordConsent(core, who, record, { choice, how, wording }, shop)
  if (who && importBatchId === null) {
    appendAudit(core.db, {
      id: core.newId(), at, registerId: who.registerId, staffId: who.staffId, kind: 'customer-created', target: `customer/${id}`,
        after: { name: displayName(record), code },
    })
  }
  return id
}

/** Whoever signs up in a catalog for a group that approves its people, waits (S2-27); everyone else is let in by whoever writes them down. */
const firstStatus = (core: Core, source: CustomerSource, groupId: GroupId | null): 'active' | 'pending' =>
  (source === 'catalog' && groupId !== null && needsApproval(core.db, groupId) ? 'pending' : 'active')

const isImported = ({ source, importBatchId }: Pick<NewCustomer, 'source' | 'importBatchId'>): boolean => source === 'import' || importBatchId !== null

type New = Pick<NewCustomer, 'draft' | 'source' | 'importBatchId'> & { readonly shop: Shop }
function checkNew(core: Core, who: Caller | null, { draft, source, importBatchId, shop }: New) {
  const customerTypeId = draft.customerTypeId ?? defaultType(core.db)
  const typeKind = kindOfType(core.db, customerTypeId)
  if (draft.customerTypeId !== null && typeKind === null) throw new Refusal('not-found', { field: 'customerTypeId' })
  if (draft.groupId !== null && !groupExists(core.db, draft.groupId)) throw new Refusal('not-found', { field: 'groupId' })
  checkPointers(core, null, draft)
  const attributes = checkAttributes(core, who, draft.attributes ?? []).filter(({ value }) => value !== '')
  const today = localDate(core.now(), shop.timeZone)
  const checked = checkDraft(draft, { country: shop.country, today, medical: shop.medical, typeKind, keepsUnreadable: isImported({ source, importBatchId }),
    ...formSettings(core.db), onFile: nothingOnFile })
  return { ...checked, attributes, customerTypeId, groupId: draft.groupId ?? defaultGroup(core.db) }
}
