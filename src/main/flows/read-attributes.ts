import type { Core } from '../context.ts'
import { readAttribute, type AttributeDefinition, type AttributeValue } from '../customers/attributes.ts'
import { listAttributes } from '../customers/attributes.sql.ts'
import type { Customer } from '../customers/customer.ts'
import { Refusal } from '../errors.ts'
import type { Caller } from '../vocabulary.ts'
import { may } from './approve.ts'

/** The attributes somebody may see: everyone's, and with the right 'see-attributes' those kept for managers as well. The register itself sees all. */
export function attributesFor(core: Core, who: Pick<Caller, 'role'> | null): AttributeDefinition[] {
  const all = listAttributes(core.db)
  return who === null || may(core, who.role, 'see-attributes') === 'yes' ? all : all.filter(({ seenBy }) => seenBy === 'everyone')
}

/**
 * Values as they may be stored, in canonical text. Refuses 'attribute-wrong' with the field, the name and the kind where one does not fit, and
 * 'not-found' for an attribute that is not there, is put away, or is not for their eyes.
 */
export function checkAttributes(core: Core, who: Pick<Caller, 'role'> | null, typed: readonly AttributeValue[]): AttributeValue[] {
  if (typed.length === 0) return []
  const known = new Map(attributesFor(core, who).filter(({ active }) => active).map((definition) => [definition.id, definition]))
  return typed.map(({ id, value }) => {
    const definition = known.get(id)
    if (!definition) throw new Refusal('not-found', { field: `attributes.${id}`, what: 'attribute' })
    const read = readAttribute(value, definition)
    if (read === null) throw new Refusal('attribute-wrong', { field: `attributes.${id}`, name: definition.name, kind: definition.kind })
    return { id, value: read }
  })
}

/** A record without the values that are kept for managers, for who is none. */
export function withoutKept<C extends Pick<Customer, 'attributes'>>(core: Core, caller: Pick<Caller, 'role'>, customer: C): C {
  if (customer.attributes.length === 0) return customer
  const seen = new Set(attributesFor(core, caller).map(({ id }) => id))
  return { ...customer, attributes: customer.attributes.filter(({ id }) => seen.has(id)) }
}
