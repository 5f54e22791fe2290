import type { FieldName, FieldSight, Json } from '../vocabulary.ts'
import { fieldOf, seenField, veil } from './masks.ts'

/** Words of a change that hold nothing of the person: what a number is for. */
const plainNames = ['kind', 'label', 'role', 'source', 'country', 'mayBuy']
const alsoKnown: Readonly<Record<string, FieldName>> = { phone: 'phone', email: 'email', address: 'address', note: 'notes', balanceCents: 'balance', balance: 'balance' }

const veiled = (value: Json, field: FieldName, sight: FieldSight): Json => {
  if (value === null || value === '') return value
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => veiled(each, field, sight))
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainNames.includes(name) ? each : veiled(each, field, sight)]))
  return typeof value === 'string' ? seenField(field, value, sight) || veil : veil
}

/** What the audit says of a customer before or after a change, as far as a role may see it: JSON text in, JSON text out. */
export function seenFacts(text: string | null, sight: FieldSight): string | null {
  if (text === null) return null
  const facts = JSON.parse(text) as Json
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return text
  return JSON.stringify(Object.fromEntries(Object.entries(facts).map(([name, value]) => {
    const field = fieldOf(name) ?? alsoKnown[name] ?? null
    return [name, field === null || sight[field] === 'full' || (sight[field] === 'masked' && (field === 'document' || field === 'medical')) ? value : veiled(value, field, sight)]
  })))
}
