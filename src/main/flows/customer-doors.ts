import { z } from 'zod'
import type { Core } from '../context.ts'
import { peoplePage, photo } from '../customers/customers.api.ts'
import { openedOf } from '../customers/opens.sql.ts'
import { readPhoto } from '../customers/photos.sql.ts'
import { ways, type Opened } from '../customers/reach.ts'
import type { Customer, CustomerRow, Found, Lookalike, Overwritten } from '../customers/customer.ts'
import { consentChoices, customerChanges, customerDraft, customerId, documentKey } from '../customers/shapes.ts'
import { filledText, id, language, plainDate, requestId, takes, text, whole } from '../input.ts'
import { messageTypes, wordingFor } from '../messaging/consent.ts'
import { channels, waysToGive, type Subscriptions } from '../messaging/subscriptions.ts'
import type { ApprovalId, CustomerId } from '../vocabulary.ts'
import type { CustomerCard } from './customer-card.ts'
import { sightOf } from './field-sight.ts'
import { pageOfPeople, recentPeople } from './find-customers.ts'
import { formDoors } from './form-settings.ts'
import { lookalikesOf } from './find-lookalikes.ts'
import { readSubscriptions, saveSubscriptions } from './manage-subscriptions.ts'
import { reachCustomer, type Reached } from './reach-customer.ts'
import { revealDocument } from './reveal-document.ts'
import { createCustomer } from './save-customer.ts'
import { findSeen, seenCard, seenLookalikes, seenRecord, seenRows, seenUpdate } from './seen-customers.ts'
import { theShop } from './the-shop.ts'
import { updateCustomer } from './update-customer.ts'

const most = whole.min(1).max(200)
const find = z.strictObject({ text: text(200), scope: z.enum(['picker', 'all']), most, after: text(20).nullable(), inactive: z.boolean() })
const newsletter = z.strictObject({ allowed: z.boolean(), given: z.enum(waysToGive).nullable(), note: text(200) })
/** What is saved with a form, beside the record: the newsletter, membership, and what a manager allowed. */
const saved = { newsletter: z.exactOptional(newsletter), joins: z.exactOptional(z.boolean()), approvalId: z.exactOptional(id<ApprovalId>().nullable()) }
const create = z.strictObject({ requestId, draft: customerDraft, consents: consentChoices, source: z.enum(['till', 'id-scan', 'instant', 'catalog']),
  addToCart: z.boolean(), documentKey: z.exactOptional(documentKey.nullable()), photo: z.exactOptional(photo.nullable()), ...saved })
const update = z.strictObject({
  requestId, id: customerId, version: whole.min(1), changes: customerChanges,
  keepConsent: z.strictObject({ sms: z.exactOptional(z.boolean()), email: z.exactOptional(z.boolean()) }), consents: consentChoices, ...saved,
  documentKey: z.exactOptional(documentKey.nullable()),
})
const lookalikes = z.strictObject({
  name: text(400), phone: text(60), email: text(254), birthDate: plainDate.nullable(), licence: z.exactOptional(text(60)),
    exceptId: customerId.nullable(),
})
const reveal = z.strictObject({ id: customerId, field: z.enum(['licence', 'medical']), reason: filledText(200), approvalId: id<ApprovalId>().nullable() })
const reach = z.strictObject({ customerId, way: z.enum(ways), addressAt: whole.min(0).max(99) })
const subscriptions = z.strictObject({
  requestId, customerId, given: z.enum(waysToGive).nullable(), note: text(200),
  changes: z.array(z.strictObject({ channel: z.enum(channels), type: z.enum(messageTypes), allowed: z.boolean() })).max(10),
})

/** The doors of customers that need more than their own room: the shop's country and clock, consent, sales, the cart. */
export const customerFlows = (core: Core) => ({
  ...formDoors(core),
  'customers/find': takes(find, (input, caller): Promise<Found> => findSeen(core, caller, input)),
  'customers/recent': takes(z.strictObject({ most }), (input, caller): CustomerRow[] => seenRows(recentPeople(core, input.most), sightOf(core, caller))),
  'customers/page': takes(peoplePage, (input, caller): { rows: CustomerRow[]; more: string | null; total: number } => {
    const page = pageOfPeople(core, input)
    return { ...page, rows: seenRows(page.rows, sightOf(core, caller)) }
  }),
  'customers/get': takes(z.strictObject({ id: customerId }), (input, caller): Customer => seenRecord(core, caller, input.id)),
  'customers/card': takes(z.strictObject({ id: customerId }), (input, caller): CustomerCard => seenCard(core, caller, input.id)),
  'customers/create': takes(create, (input, caller): { id: CustomerId; cart: boolean } => createCustomer(core, caller, input), 'edit-customers'),
  'customers/update': takes(update, (input, caller): Customer & { readonly overwritten: readonly Overwritten[] } =>
    seenUpdate(core, caller, updateCustomer(core, caller, input)), 'edit-customers'),
  'customers/lookalikes': takes(lookalikes, (input, caller): Lookalike[] => seenLookalikes(core, caller, lookalikesOf(core, input))),
  'customers/reveal': takes(reveal, (input, caller): { value: string } => revealDocument(core, caller, input)),
  'customers/reach': takes(reach, (input, caller): Reached => reachCustomer(core, caller, input)),
  'customers/photo': takes(z.strictObject({ id: customerId }), (input, caller) => (sightOf(core, caller).photo === 'full' ? (readPhoto(core.db, input.id) ?? null) : null)),
  'customers/opened': takes(z.strictObject({ customerId }), (input): Opened[] => openedOf(core.db, input.customerId)),
  'messaging/subscriptions': takes(z.strictObject({ customerId }), (input): Subscriptions => readSubscriptions(core, input.customerId)),
  'messaging/save-subscriptions': takes(subscriptions, (input, caller): Subscriptions => saveSubscriptions(core, caller, input), 'edit-customers'),
  'messaging/wording': takes(z.strictObject({ language: language.nullable() }), (input): { sms: string; email: string } => {
    const shop = theShop(core)
    const spoken = input.language ?? shop.language
    return { sms: wordingFor(shop, 'sms', spoken), email: wordingFor(shop, 'email', spoken) }
  }),
})
