import type { Core } from '../context.ts'
import { showPhone } from '../customers/contact.ts'
import { seenEmail, seenField, seenPhone, maskAddress, veil } from '../customers/masks.ts'
import { olderFirst, type FieldChoice, type ManyChoice, type OneChoice, type Side } from '../customers/merge.ts'
import type { MergeKind } from '../customers/merges.sql.ts'
import { displayName } from '../customers/names.ts'
import { pairBetween } from '../customers/pairs.sql.ts'
import type { LikelyWhy } from '../customers/likely.ts'
import { attributesOf } from '../customers/parts.sql.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { last4 } from '../customers/rows.ts'
import type { CustomerSource, CustomerStatus } from '../customers/customer.ts'
import type { Caller, CustomerId, FieldName, FieldSight, Instant, Json } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { mergeUndoDays, undoUntilFrom } from './merge-customers.ts'
import type { ConsentOfBoth } from './merge-consent.ts'
import { needsPin, planFor, whyNotMerge, type Holdings, type MergePair } from './merge-pair.ts'
import { theShop } from './the-shop.ts'

/** One of the two as the page heads them. */
export type MergeSide = {
  readonly id: CustomerId; readonly code: string; readonly name: string; readonly source: CustomerSource; readonly status: CustomerStatus; readonly madeAt: Instant; readonly hasPhoto: boolean
}
/** A choice as the page shows it; `label` where the shop itself named the field. What a role may not see is veiled, and can be chosen all the same. */
export type ShownChoice = (OneChoice | ManyChoice) & { readonly label: string | null }
export type MergePreview = {
  readonly kind: MergeKind; readonly keep: MergeSide; readonly gone: MergeSide; readonly fields: readonly ShownChoice[]; readonly photo: Side | null
  readonly holds: { readonly keep: Holdings; readonly gone: Holdings }; readonly consents: readonly ConsentOfBoth[]; readonly fingerprint: string
  readonly needsPin: boolean; readonly why: LikelyWhy | null; readonly score: number | null
  /** Why they cannot be merged, with the code of the record that stands in the way; null where they can. */
  readonly refused: { readonly code: 'catalog-owned' | 'merge-impossible'; readonly of: string } | null
  readonly undoDays: number; readonly undoUntil: Instant
}
export type PreviewAsked = { readonly oneId: CustomerId; readonly otherId: CustomerId; readonly keepId: CustomerId | null }

/** What a merge of these two would do. Without `keepId` the oldest stays; a profile of the online catalog always does. Refuses as `planFor` does. */
export function previewMerge(core: Core, caller: Caller, { oneId, otherId, keepId }: PreviewAsked): MergePreview {
  const [keptId, goneId] = sidesOf(core, oneId, otherId, keepId)
  const { pair, fields, holds, consents, fingerprint } = planFor(core, keptId, goneId)
  const online = [pair.keep, pair.gone].some(({ source }) => source === 'catalog')
  const kind: MergeKind = online && pair.gone.source !== 'catalog' ? 'keep-online' : 'merge'
  const no = whyNotMerge(pair, kind)
  const found = pairBetween(core.db, oneId, otherId)
  const sight = sightOf(core, caller)
  return {
    kind, keep: sideView(pair.keep), gone: sideView(pair.gone), fields: shownChoices(core, sight, pair, fields), photo: photoOf(pair), holds: seenHolds(holds, sight), consents, fingerprint,
    needsPin: needsPin(holds.gone), why: found?.why ?? null, score: found?.score ?? null, undoDays: mergeUndoDays, undoUntil: undoUntilFrom(core.now()),
    refused: no ? { code: no.code as 'catalog-owned' | 'merge-impossible', of: typeof no.facts['code'] === 'string' ? no.facts['code'] : '' } : null,
  }
}

function sidesOf(core: Core, oneId: CustomerId, otherId: CustomerId, keepId: CustomerId | null): readonly [CustomerId, CustomerId] {
  const { pair } = planFor(core, oneId, otherId)
  const [older, newer] = olderFirst(pair.keep, pair.gone)
  const isOnline = older.source === 'catalog' && newer.source !== 'catalog'
  return keepId === newer.id && !isOnline ? [newer.id, older.id] : [older.id, newer.id]
}

const sideView = (record: StoredCustomer): MergeSide =>
  ({ id: record.id, code: record.code, name: displayName(record), source: record.source, status: record.status, madeAt: record.madeAt, hasPhoto: record.hasPhoto })
const photoOf = ({ keep, gone }: MergePair): Side | null => (keep.hasPhoto ? 'keep' : gone.hasPhoto ? 'gone' : null)
const seenHolds = (holds: MergePreview['holds'], { balance }: FieldSight): MergePreview['holds'] => (balance === 'full' ? holds : { keep: veiled(holds.keep), gone: veiled(holds.gone) })
const veiled = (holds: Holdings): Holdings => ({ ...holds, points: 0 as Holdings['points'], pendingPoints: 0 as Holdings['points'], buckets: 0, owedCents: 0 as Holdings['owedCents'] })

/** The names that stand for ids. */
const named: Readonly<Record<string, keyof StoredCustomer>> = { group: 'groupName', customerType: 'customerTypeName', priceList: 'priceListName', parent: 'parentName' }
const veiledBy: Readonly<Record<string, FieldName>> = { birthDate: 'birthDate', taxId: 'taxId', licence: 'document', medical: 'medical', notes: 'notes', extras: 'attributes' }

function shownChoices(core: Core, sight: FieldSight, pair: MergePair, fields: readonly FieldChoice[]): ShownChoice[] {
  const { country } = theShop(core)
  const labels = new Map([...attributesOf(core.db, [pair.keep.id, pair.gone.id]).values()].flat().map(({ id, name }) => [`attribute:${id}`, name]))
  return fields.flatMap((field): ShownChoice[] => {
    const isAttribute = field.field.startsWith('attribute:')
    if (isAttribute && !labels.has(field.field)) return []
    const asField = isAttribute ? 'attributes' : veiledBy[field.field]
    const isVeiled = asField !== undefined && sight[asField] !== 'full'
    const label = labels.get(field.field) ?? null
    if (field.kind === 'many') return [{ ...field, label, values: field.values.map((each) => ({ ...each, value: isVeiled ? '•••' : shownValue(field.field, each.value, sight, country) })) }]
    return [{ ...field, label, keep: shownSide(field, { record: pair.keep, side: 'keep', asField, sight }), gone: shownSide(field, { record: pair.gone, side: 'gone', asField, sight }) }]
  })
}

type Showing = { readonly record: StoredCustomer; readonly side: Side; readonly asField: FieldName | undefined; readonly sight: FieldSight }
function shownSide(field: OneChoice, { record, side, asField, sight }: Showing): Json {
  if (field.field === 'licence' || field.field === 'medical') return document(record[field.field], asField === undefined ? 'full' : sight[asField])
  const name = named[field.field]
  const raw = name ? [(record[name] ?? '') as string] : field[side]
  if (asField === undefined || sight[asField] === 'full') return raw
  const first = Array.isArray(raw) ? (raw as readonly Json[])[0] : raw
  return [typeof first !== 'string' || first === '' ? '' : seenField(asField, first, sight) || '•••']
}

/** A number is never shown whole here: its last four tell two documents apart, as on the profile; hidden there, it is hidden here. */
const document = (found: StoredCustomer['licence'] | StoredCustomer['medical'], seen: FieldSight[FieldName]): Json =>
  (found ? seen === 'hidden' ? [veil, '', ''] : [last4(found.number), 'region' in found ? found.region : '', found.expiresOn ?? ''] : [''])

function shownValue(field: string, value: Json, sight: FieldSight, country: string): Json {
  if (field === 'phones') return seenPhone(showPhone(value as { e164: string; typed: string }, country), sight.phone)
  if (field === 'emails') return seenEmail((value as { address: string }).address, sight.email)
  if (field === 'addresses') return oneLine(sight.address === 'full' ? (value as StoredCustomer['addresses'][number]) : maskAddress(value as StoredCustomer['addresses'][number]))
  if (field === 'contacts') return [(value as { name: string }).name, (value as { role: string }).role].filter((text) => text !== '').join(', ')
  if (field === 'extras') return `${(value as { name: string }).name}: ${(value as { value: string }).value}`
  return value
}
const oneLine = ({ address1, address2, city, region, postcode }: StoredCustomer['addresses'][number]): string => [address1, address2, city, region, postcode].filter((part) => part !== '').join(', ')
