import type { Core } from '../context.ts'
import type { CustomerRecord } from '../customers/customer.ts'
import { Refusal } from '../errors.ts'
import { eventsOf, switchesOf, wordingFor, type ConsentChoice, type ConsentState, type SwitchChannel } from '../messaging/consent.ts'
import { appendConsent, consentStates } from '../messaging/consent.sql.ts'
import type { Shop } from '../shop/shop.ts'
import type { Caller } from '../vocabulary.ts'

/** What a customer said, and by what act: 'register', 'import', 'number changed'; `wording` where it was not asked in the shop's own words. */
export type Said = { readonly choice: ConsentChoice; readonly how: string; readonly wording?: string | undefined }
type Reachable = Pick<CustomerRecord, 'id' | 'phones' | 'emails' | 'language'>

/**
 * Writes down one answer of a customer, with the exact words, the language, the address, who asked, where and when. A yes needs a number or an
 * address to be said of: 'bad-phone' or 'bad-email' where there is none.
 */
export function recordConsent(core: Core, who: Caller | null, customer: Reachable, { choice, how, wording }: Said, shop: Shop): void {
  const address = addressesOn(choice.channel, customer)[0] ?? ''
  if (address === '' && choice.allowed) throw nowhereToSend(choice.channel)
  const asked = { ...asking(core, who, customer, { channel: choice.channel, address, how }, shop), ...(wording ? { wording } : {}) }
  for (const event of eventsOf(choice, asked, core.newId)) appendConsent(core.db, event)
}
const nowhereToSend = (channel: SwitchChannel): Refusal =>
  channel === 'sms' ? new Refusal('bad-phone', { field: 'phones.0' }) : new Refusal('bad-email', { field: 'emails.0' })

type Asking = { readonly channel: Reached; readonly address: string; readonly how: string }

function asking(core: Core, who: Caller | null, customer: Reachable, { channel, address, how }: Asking, shop: Shop) {
  const language = customer.language ?? shop.language
  return {
    customerId: customer.id, address, wording: wordingFor(shop, channel, language), language, how,
    staffId: who?.staffId ?? 'system', registerId: who?.registerId ?? 'system', at: core.now(),
  } as const
}

function addressesOn(channel: Reached, { phones, emails }: Reachable): string[] {
  if (channel === 'email') return emails.map(({ address }) => address)
  const mobileFirst = [...phones.filter(({ kind }) => kind === 'mobile'), ...phones.filter(({ kind }) => kind !== 'mobile')]
  return mobileFirst.map(({ e164 }) => e164).filter((e164) => e164 !== '')
}

export type Changed = { readonly keep: Partial<Record<SwitchChannel, boolean>>; readonly choices: readonly ConsentChoice[] }

/**
 * After a change of the record: what was said of a number or an address that is gone no longer holds, unless the customer was asked and keeps it for
 * the new one. Then what was switched by hand, where it differs from how things stand. A yes for a new number is `keep`, never a leftover switch.
 */
export function carryConsent(core: Core, who: Caller | null, customer: Reachable, { keep, choices }: Changed, shop: Shop): void {
  const before = consentStates(core.db, customer.id)
  const moved = reached.filter((channel) => isMoved(channel, customer, before))
  for (const channel of moved) {
    const isKept = keep[channel === 'email' ? 'email' : 'sms'] === true && addressesOn(channel, customer).length > 0
    moveConsent(core, who, customer, { channel, isKept, before }, shop)
  }
  for (const choice of choices) {
    const stands = switchesOf(consentStates(core.db, customer.id))[choice.channel]
    const isLeftover = choice.allowed && moved.includes(choice.channel)
    if (choice.allowed !== stands && !isLeftover) recordConsent(core, who, customer, { choice, how: 'register' }, shop)
  }
}

/** The channels that an agreement for one number or address stands on: WhatsApp and calls go to the number that texts go to. */
const reached = ['sms', 'email', 'whatsapp', 'phone'] as const
type Reached = (typeof reached)[number]

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
const isStill = (channel: Reached, customer: Reachable, { address }: ConsentState): boolean =>
  addressesOn(channel, customer).some((one) => sameAddress(one, address))
const isMoved = (channel: Reached, customer: Reachable, before: readonly ConsentState[]): boolean =>
  before.some((state) => state.channel === channel && state.allowed && !isStill(channel, customer, state))

type Moving = { readonly channel: Reached; readonly isKept: boolean; readonly before: readonly ConsentState[] }

/** Each type that was allowed is carried over to the new address, or ends with the old one. */
function moveConsent(core: Core, who: Caller | null, customer: Reachable, { channel, isKept, before }: Moving, shop: Shop): void {
  const changed = channel === 'email' ? 'address changed' : 'number changed'
  for (const state of before.filter((one) => one.channel === channel && one.allowed)) {
    const address = isKept ? (addressesOn(channel, customer)[0] ?? '') : state.address
    const asked = asking(core, who, customer, { channel, address, how: isKept ? `${changed}, kept` : changed }, shop)
    appendConsent(core.db, { ...asked, id: core.newId(), channel, type: state.type, allowed: isKept })
  }
}
