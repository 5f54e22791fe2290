import type { Core } from '../context.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { Refusal } from '../errors.ts'
import { wordingFor, type Channel } from '../messaging/consent.ts'
import { appendConsent, consentStates } from '../messaging/consent.sql.ts'
import { subscriptionsOf, type Given, type SubscriptionChange, type Subscriptions } from '../messaging/subscriptions.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, RequestId } from '../vocabulary.ts'
import { theRecord } from './read-customer.ts'
import { theShop } from './the-shop.ts'

/** How a person's subscriptions stand. Refuses 'not-found'. */
export function readSubscriptions(core: Core, id: CustomerId): Subscriptions {
  const customer = theRecord(core, id)
  return subscriptionsOf(consentStates(core.db, id), (channel) => addressOf(channel, customer) !== '')
}

/** The number or address a channel reaches somebody at, or ''. */
function addressOf(channel: Channel, { phones, emails, addresses }: StoredCustomer): string {
  if (channel === 'email') return emails[0]?.address ?? ''
  if (channel === 'post') return postal(addresses.find(({ address1 }) => address1 !== ''))
  return (phones.find(({ e164, kind }) => e164 !== '' && kind === 'mobile') ?? phones.find(({ e164 }) => e164 !== ''))?.e164 ?? ''
}
/** A town alone receives no letter. */
const postal = (address: StoredCustomer['addresses'][number] | undefined): string =>
  address === undefined ? '' : [address.address1, address.address2, address.city, address.postcode].filter((part) => part !== '').join(', ')

export type SubscriptionsAsked = {
  readonly requestId: RequestId; readonly customerId: CustomerId; readonly changes: readonly SubscriptionChange[]
  /** How a yes was given, and in which words where none of the usual ways fits; asked only where something is switched on. */
  readonly given: Given | null; readonly note: string
}

/**
 * Appends one event for each change (S4-16): a no asks for nothing, a yes says how it was given ('consent-how-needed') and has a number or an
 * address to be said of ('cannot-reach'). What already stands so is not written again.
 */
export function saveSubscriptions(core: Core, caller: Caller, asked: SubscriptionsAsked): Subscriptions {
  once(core.db, { id: asked.requestId, door: 'messaging/save-subscriptions', at: core.now() }, () => {
    switchSubscriptions(core, caller, asked)
    return null
  })
  core.emit('customer-changed', { customerId: asked.customerId })
  return readSubscriptions(core, asked.customerId)
}

/** The same inside the caller's transaction: the Newsletter switch of a form is saved with the form. */
export function switchSubscriptions(core: Core, caller: Caller, asked: Omit<SubscriptionsAsked, 'requestId'>): void {
  const customer = theRecord(core, asked.customerId)
  const { cells } = readSubscriptions(core, asked.customerId)
  const stands = ({ channel, type, allowed }: SubscriptionChange) => cells.some((cell) => cell.channel === channel && cell.type === type && cell.allowed === allowed)
  const changes = asked.changes.filter((change) => !stands(change))
  mayBegin(changes, customer, asked)
  for (const change of changes) append(core, caller, { customer, change, how: change.allowed ? sayHow(asked) : 'unsubscribed' })
  if (changes.length > 0) note(core, caller, asked.customerId, changes)
}

const sayHow = ({ given, note }: Pick<SubscriptionsAsked, 'given' | 'note'>): string => (note.trim() === '' ? String(given) : `${given}: ${note.trim()}`)

function mayBegin(changes: readonly SubscriptionChange[], customer: StoredCustomer, { given, note }: Pick<SubscriptionsAsked, 'given' | 'note'>): void {
  const begun = changes.filter(({ allowed }) => allowed)
  const lost = begun.find(({ channel }) => addressOf(channel, customer) === '')
  if (lost) throw new Refusal('cannot-reach', { field: `${lost.channel}.${lost.type}`, channel: lost.channel })
  if (begun.length > 0 && (given === null || (given === 'other' && note.trim() === ''))) throw new Refusal('consent-how-needed', { field: given === null ? 'given' : 'note' })
}

type Append = { readonly customer: StoredCustomer; readonly change: SubscriptionChange; readonly how: string }
function append(core: Core, caller: Caller, { customer, change, how }: Append): void {
  const shop = theShop(core)
  const language = customer.language ?? shop.language
  appendConsent(core.db, {
    id: core.newId(), customerId: customer.id, ...change, address: addressOf(change.channel, customer), wording: wordingFor(shop, change.channel, language),
    language, how, staffId: caller.staffId, registerId: caller.registerId, at: core.now(),
  })
}

/** The audit keeps what changed; the events beside it keep the words and the address. */
function note(core: Core, caller: Caller, customerId: CustomerId, changes: readonly SubscriptionChange[]): void {
  const asFields = (on: (change: SubscriptionChange) => boolean) => Object.fromEntries(changes.map((change) => [`${change.channel}-${change.type}`, on(change)]))
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'subscriptions-changed', target: `customer/${customerId}`,
    before: asFields(({ allowed }) => !allowed), after: asFields(({ allowed }) => allowed),
  })
}
