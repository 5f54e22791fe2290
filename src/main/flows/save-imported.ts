import type { Core } from '../context.ts'
import { emailKey, readPhone } from '../customers/contact.ts'
import type { CustomerDraft } from '../customers/customer.ts'
import { updateCustomer } from '../customers/customers.sql.ts'
import type { BroughtConsent } from '../customers/import-draft.ts'
import { defaultGroup, defaultType } from '../customers/groups.sql.ts'
import { changedBy, fillIn, type Filled } from '../customers/import-merge.ts'
import { readMapping, sourceOf, unpackBrings, unpackDraft } from '../customers/import-state.ts'
import { withoutCredit } from '../customers/import-terms.ts'
import type { ImportOutcome } from '../customers/import.ts'
import { rowAt, rowPhoto, type BatchRow, type StagedRow } from '../customers/imports.sql.ts'
import { savePhoto } from '../customers/photos.sql.ts'
import { readRecord, type StoredCustomer } from '../customers/record.sql.ts'
import { Refusal } from '../errors.ts'
import { consentStates } from '../messaging/consent.sql.ts'
import type { Shop } from '../shop/shop.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'
import { may } from './approve.ts'
import { hasPoints, openPoints } from './opening-points.ts'
import { recordConsent } from './record-consent.ts'
import { saveNewCustomer } from './save-customer.ts'

/** Who imports what, for whom. */
export type Importing = { readonly core: Core; readonly caller: Caller; readonly batch: BatchRow; readonly shop: Shop }
export type Imported = { readonly outcome: ImportOutcome; readonly customerId: CustomerId | null; readonly before: string | null }
/** What an update brought beside the record's own fields, for its undo. */
export type FilledBeside = Filled & { readonly points?: boolean; readonly consents?: readonly BroughtConsent[] }

/** A row becomes a customer, or is put into the one it was said to be. Refuses 'loyalty-off' where points cannot be opened any more. */
export function saveImported(importing: Importing, row: StagedRow): Imported {
  const target = row.choice === 'update' ? targetOf(importing, row) : null
  const record = target && readRecord(importing.core.db, target)
  return record && record.status !== 'merged' && record.status !== 'erased' ? update(importing, row, record) : add(importing, row)
}

/** The customer a twin row is put into: one of the shop, or whoever an earlier row of this file has become. */
function targetOf({ core, batch }: Importing, row: StagedRow): CustomerId | null {
  if (row.twinId !== null) return row.twinId
  const earlier = row.twinPosition === null ? undefined : rowAt(core.db, batch.id, row.twinPosition)
  return earlier?.customerId ?? earlier?.twinId ?? null
}

/** Giving credit is a right of its own, by a file as by hand (C3). */
function draftOf({ core, caller, batch }: Importing, row: StagedRow): CustomerDraft {
  const draft = unpackDraft(row.draft)
  if (!draft.payLaterAllowed || may(core, caller.role, 'set-pay-later') === 'yes') return draft
  return withoutCredit(draft, readMapping(batch)?.columns.find(({ field }) => field === 'pay-later-limit')?.header ?? '')
}

function add(importing: Importing, row: StagedRow): Imported {
  const { core, caller, batch, shop } = importing
  const { points, consents } = unpackBrings(row.draft)
  const choices = consents.map(({ channel, wording }) => ({ channel, wording, allowed: true }))
  const customerId = saveNewCustomer(core, caller, { draft: draftOf(importing, row), consents: choices, source: sourceOf(batch), importBatchId: batch.id }, shop)
  if (points > 0 && !openPoints(core, caller, { batchId: batch.id, customerId, points })) throw new Refusal('loyalty-off')
  const photo = rowPhoto(core.db, batch.id, row.position)
  if (photo) savePhoto(core.db, customerId, photo)
  return { outcome: 'added', customerId, before: null }
}

function update(importing: Importing, row: StagedRow, stored: StoredCustomer): Imported {
  const { core, caller, batch, shop } = importing
  const draft = draftOf(importing, row)
  const unchosen = { groupId: defaultGroup(core.db), customerTypeId: defaultType(core.db) }
  const { record, filled } = fillIn(stored, draft, { country: shop.country, locked: stored.source === 'catalog' && sourceOf(batch) !== 'catalog', unchosen })
  const photo = stored.hasPhoto ? undefined : rowPhoto(core.db, batch.id, row.position)
  if (changedBy(filled).length > 0) updateCustomer(core.db, record, { at: core.now(), registerId: caller.registerId, staffId: caller.staffId, fields: changedBy(filled) })
  if (photo) savePhoto(core.db, stored.id, photo)
  const { points, consents } = unpackBrings(row.draft)
  const opens = points > 0 && !hasPoints(core, stored.id)
  if (opens && !openPoints(core, caller, { batchId: batch.id, customerId: stored.id, points })) throw new Refusal('loyalty-off')
  const before: FilledBeside = { ...filled, photo: photo !== undefined, points: opens, consents: consents.filter((said) => isTaken(importing, record, draft, said)) }
  return { outcome: 'updated', customerId: stored.id, before: JSON.stringify(before) }
}

/** A yes of the file is for the file's own number or address, where it is on file by now, and where that channel was never spoken of before. */
function isTaken({ core, caller, shop }: Importing, record: StoredCustomer, draft: CustomerDraft, { channel, wording }: BroughtConsent): boolean {
  if (consentStates(core.db, record.id).some((state) => state.channel === channel)) return false
  const numbers = new Set(draft.phones.map(({ typed }) => readPhone(typed, shop.country)))
  const addresses = new Set(draft.emails.map(({ address }) => emailKey(address)))
  const reach = { id: record.id, language: record.language, phones: record.phones.filter(({ e164 }) => e164 !== '' && numbers.has(e164)), emails: record.emails.filter(({ address }) => addresses.has(emailKey(address))) }
  if ((channel === 'sms' ? reach.phones : reach.emails).length === 0) return false
  recordConsent(core, caller, reach, { choice: { channel, allowed: true }, how: 'import', wording }, shop)
  return true
}
