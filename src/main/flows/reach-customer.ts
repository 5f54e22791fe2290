import type { Core } from '../context.ts'
import type { Customer } from '../customers/customer.ts'
import { contactFile, contactFileName } from '../customers/contact-file.ts'
import { noteOpened } from '../customers/opens.sql.ts'
import { linkFor, type Way } from '../customers/reach.ts'
import { Refusal } from '../errors.ts'
import type { Caller, CustomerId, FieldSight } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { readCustomer } from './read-customer.ts'
import { hideWay } from './way-out.ts'

export type ReachAsked = { readonly customerId: CustomerId; readonly way: Way; readonly addressAt: number }
/** A link for another program, or a contact file with its text. */
export type Reached = { readonly link: string } | { readonly fileName: string; readonly text: string }

/**
 * Hands out the way to a customer and writes down that it was opened (S1-21): every role may. Where a role may not see the number or the address,
 * the link is one that only the host can read (S1-24).
 * Refuses 'cannot-reach' where the record holds no number or address for it, and 'catalog-owned' for a contact file of who manages their own data (S1-12). Asked twice, it is opened twice: there is no request id.
 */
export function reachCustomer(core: Core, caller: Caller, { customerId, way, addressAt }: ReachAsked): Reached {
  const customer = readCustomer(core, customerId)
  if (way === 'contact-file' && customer.source === 'catalog') throw new Refusal('catalog-owned', { field: way })
  const link = way === 'contact-file' ? null : linkFor(way, customer, addressAt)
  if (way !== 'contact-file' && link === null) throw new Refusal('cannot-reach', { field: way })
  noteOpened(core.db, { customerId, way, staffId: caller.staffId, registerId: caller.registerId, at: core.now() })
  core.emit('customer-changed', { customerId })
  const sight = sightOf(core, caller)
  if (link === null) return { fileName: contactFileName(customer.displayName), text: contactFile({ ...seenContact(customer, sight), contacts: relatedOf(customer, sight) }) }
  return { link: sight[fieldFor[way as keyof typeof fieldFor]] === 'full' ? link : hideWay(core, caller.registerId, link) }
}

const fieldFor = { whatsapp: 'phone', call: 'phone', email: 'email', waze: 'address', 'google-maps': 'address' } as const
const relatedOf = ({ contacts }: Customer, sight: FieldSight) => contacts.map(({ name, role, shown, email }) =>
  ({ name, role, phone: sight.phone === 'full' ? shown : '', email: sight.email === 'full' ? email : '' }))
/** A contact file holds what its taker may see, and no masks. */
const seenContact = (customer: Customer, sight: FieldSight): Customer => ({
  ...customer, phones: sight.phone === 'full' ? customer.phones : [], emails: sight.email === 'full' ? customer.emails : [], addresses: sight.address === 'full' ? customer.addresses : [],
})
