import type { Core } from '../context.ts'
import { readAttribute, tidyChoices, type AttributeDefinition, type AttributeKind } from '../customers/attributes.ts'
import {
  attributeById, countValues, isAttributeNamed, keepAsExtra, placeAttribute, saveAttribute, setConverting, unfinishedConversions, valuesAfter, type ValueRow,
} from '../customers/attributes.sql.ts'
import { reindexCustomer } from '../customers/customers.sql.ts'
import { setAttribute } from '../customers/parts.sql.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import type { AttributeId, Caller, Json, RequestId } from '../vocabulary.ts'

export type AttributeDraft = Pick<AttributeDefinition, 'name' | 'kind' | 'choices' | 'seenBy' | 'searchable' | 'inExport' | 'active'>
export type AttributeAsked = { readonly requestId: RequestId; readonly id: AttributeId | null; readonly attribute: AttributeDraft; /** The preview was looked at. */ readonly convert: boolean }
type ShapeAsked = { readonly id: AttributeId; readonly kind: AttributeKind; readonly choices: readonly string[] }
/** What a change of kind would do to the values there are: how many fit, with a few before and after, and a few of those that do not. */
export type ConversionPreview = {
  readonly total: number; readonly fits: number
  readonly examples: readonly { readonly from: string; readonly to: string }[]; readonly misfits: readonly string[]
}
const valuesAtOnce = 40
const mostExamples = 5
const start = { key: '', customerId: '' as ValueRow['customerId'] }
const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Walks all values of an attribute in pieces of a few milliseconds, so that no sale waits for them. */
async function eachValue(core: Core, id: AttributeId, work: (rows: readonly ValueRow[]) => void): Promise<void> {
  for (let after: Pick<ValueRow, 'key' | 'customerId'> = start, rows = valuesAfter(core.db, id, after, valuesAtOnce); rows.length > 0; rows = valuesAfter(core.db, id, after, valuesAtOnce)) {
    work(rows)
    after = rows.at(-1)!
    await breathe()
    if (!core.db.open) return
  }
}

/** Looks at every value as it would be after the change; nothing is written. Refuses 'not-found'. */
export async function previewConversion(core: Core, { id, kind, choices }: ShapeAsked): Promise<ConversionPreview> {
  if (!attributeById(core.db, id)) throw new Refusal('not-found', { what: 'attribute' })
  const examples: { from: string; to: string }[] = []
  const misfits: string[] = []
  let [total, fits] = [0, 0]
  await eachValue(core, id, (rows) => rows.forEach(({ value }) => {
    const to = readAttribute(value, { kind, choices: tidyChoices(choices) })
    total++
    if (to !== null) fits++
    if (to === null && misfits.length < mostExamples) misfits.push(value)
    if (to !== null && examples.length < mostExamples) examples.push({ from: value, to })
  }))
  return { total, fits, examples, misfits }
}

/**
 * Makes or changes an attribute. A change of kind, or of a list's choices, while customers have values asks for `convert` ('has-values'): what fits is put into
 * the new kind, what does not is kept on the person under the attribute's name. Refuses 'name-taken' and 'not-found'.
 */
export async function editAttribute(core: Core, caller: Caller, asked: AttributeAsked): Promise<{ id: AttributeId }> {
  const saved = once(core.db, { id: asked.requestId, door: 'customers/save-attribute', at: core.now() }, () => writeAttribute(core, caller, asked))
  core.emit('customers-changed', { reason: 'attributes' })
  const definition = attributeById(core.db, saved.id)
  if (saved.walk && definition) await putInto(core, definition)
  return { id: saved.id }
}

function writeAttribute(core: Core, caller: Caller, { id, attribute, convert }: AttributeAsked): { id: AttributeId; walk: boolean } {
  const before = id === null ? null : attributeById(core.db, id)
  if (before === undefined) throw new Refusal('not-found', { what: 'attribute' })
  const attributeId = id ?? (core.newId() as AttributeId)
  const next = { ...attribute, id: attributeId, name: attribute.name.replace(/\s+/g, ' ').trim(), choices: attribute.kind === 'list' ? tidyChoices(attribute.choices) : [] }
  if (isAttributeNamed(core.db, next.name, attributeId)) throw new Refusal('name-taken', { field: 'name' })
  if (next.kind === 'list' && next.choices.length === 0) throw new Refusal('bad-input', { field: 'choices' })
  const reshaped = before !== null && (before.kind !== next.kind || before.choices.some((choice) => !next.choices.includes(choice))) && countValues(core.db, attributeId) > 0
  if (reshaped && !convert) throw new Refusal('has-values', { field: 'kind', values: countValues(core.db, attributeId) })
  const at = core.now()
  saveAttribute(core.db, next, at)
  const refound = before !== null && (before.searchable !== next.searchable || before.seenBy !== next.seenBy || before.active !== next.active)
  if (reshaped || refound) setConverting(core.db, attributeId, before.kind)
  const { id: _id, position: _position, ...was } = before ?? { id: attributeId, position: 0 }
  const { id: _next, ...is } = next
  appendAudit(core.db, {
    id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: before === null ? 'attribute-created' : 'attribute-changed', target: `attribute/${attributeId}`,
    ...(before === null ? {} : { before: was as Json }), after: is as Json,
  })
  return { id: attributeId, walk: reshaped || refound }
}

/** Puts every value into the kind its attribute has now. It may be broken off and begun again: what was done is only read once more. */
async function putInto(core: Core, definition: AttributeDefinition): Promise<void> {
  await eachValue(core, definition.id, (rows) => inTransaction(core.db, () => rows.forEach(({ customerId, value }) => {
    const to = readAttribute(value, definition)
    if (to === null) keepAsExtra(core.db, customerId, definition.id, { name: definition.name, value })
    else if (to !== value) setAttribute(core.db, customerId, { id: definition.id, value: to })
    reindexCustomer(core.db, customerId)
  })))
  if (!core.db.open) return
  setConverting(core.db, definition.id, null)
  core.emit('customers-changed', { reason: 'attributes' })
}

/** Goes on with what a power cut broke off. */
export async function finishConversions(core: Core): Promise<void> {
  for (const definition of unfinishedConversions(core.db)) await putInto(core, definition)
}

/** The order in which attributes stand in forms, panes and exports. */
export function orderAttributes(core: Core, { requestId, ids }: { readonly requestId: RequestId; readonly ids: readonly AttributeId[] }): null {
  once(core.db, { id: requestId, door: 'customers/order-attributes', at: core.now() }, () => (ids.forEach((id, at) => placeAttribute(core.db, id, at + 1)), null))
  core.emit('customers-changed', { reason: 'attributes' })
  return null
}
