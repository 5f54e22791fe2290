import type { Core } from '../context.ts'
import type { CustomerChanges, CustomerDraft } from '../customers/customer.ts'
import { changedBy, fillIn } from '../customers/import-merge.ts'
import { displayName } from '../customers/names.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, Json, RequestId } from '../vocabulary.ts'
import { theRecord } from './read-customer.ts'
import { theShop } from './the-shop.ts'
import { changeCustomer } from './update-customer.ts'

type FillAsked = { readonly requestId: RequestId; readonly id: CustomerId; readonly draft: CustomerDraft }
/** Whom it went to, the fields that had room for it, and what stood in them: an update with that takes it back. */
export type FilledIn = { readonly name: string; readonly fields: readonly string[]; readonly before: Json }

/**
 * "Update it with what I typed" (N2): what was typed for someone new goes to someone on file, into fields that are empty and lists that lack it.
 * Nothing they have is written over. Refuses as a save does.
 */
export function fillCustomer(core: Core, caller: Caller, { requestId, id, draft }: FillAsked): FilledIn {
  const filled = once(core.db, { id: requestId, door: 'customers/fill', at: core.now() }, () => {
    const record = theRecord(core, id)
    const { record: next, filled: taken } = fillIn(record, draft, { country: theShop(core).country, locked: false, unchosen: null })
    const fields = changedBy(taken)
    const only = (of: typeof record) => Object.fromEntries(fields.map((field) => [field, field === 'phones' ? of.phones.map(({ typed, kind }) => ({ typed, kind })) : of[field as keyof typeof of]]))
    if (fields.length > 0) changeCustomer(core, caller, { id, version: record.version, changes: only(next) as CustomerChanges, keepConsent: { sms: true, email: true }, consents: [] })
    return { name: displayName(record), fields, before: only(record) as Json }
  })
  core.emit('customer-changed', { customerId: id })
  return filled
}
