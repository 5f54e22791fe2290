import type { Core } from '../context.ts'
import type { Customer } from '../customers/customer.ts'
import { isIncomplete } from '../customers/reach.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import { switchesOf, type ConsentState, type ConsentSwitches } from '../messaging/consent.ts'
import { consentStates } from '../messaging/consent.sql.ts'
import type { Cents, CustomerId, Instant } from '../vocabulary.ts'
import { readCustomer } from './read-customer.ts'
import { salesOfCustomer } from './sale-history.ts'

/** Everything the left pane of a profile shows, in one answer. */
export type CustomerCard = {
  readonly customer: Customer
  readonly consents: readonly ConsentState[]; readonly switches: ConsentSwitches
  /** For each address, in their order, whether a driver may not find it by it (S1-08). */
  readonly incompleteAddresses: readonly boolean[]
  /** Is there a number, or an address, to reach them by? Also where it may not be seen. */
  readonly canReach: { readonly phone: boolean; readonly email: boolean }
  /** Do they collect points? Do they get the newsletter: marketing by e-mail (S2-14)? */
  readonly member: boolean; readonly newsletter: boolean
  readonly sales: { readonly count: number; readonly spentCents: Cents; readonly averageCents: Cents; readonly lastAt: Instant | null }
}

/** Refuses 'not-found' for nobody, and for who was merged or erased. */
export function cardOf(core: Core, id: CustomerId): CustomerCard {
  const customer = readCustomer(core, id)
  const consents = consentStates(core.db, id)
  const { count, spentCents, averageCents, lastAt } = salesOfCustomer(core, { customerId: id, page: { after: null, most: 1 } })
  return { customer, consents, switches: switchesOf(consents), incompleteAddresses: customer.addresses.map(isIncomplete),
    canReach: { phone: customer.phones.some(({ e164 }) => e164 !== ''), email: customer.emails.length > 0 },
    member: accountOf(core.db, id) !== undefined, newsletter: consents.some(({ channel, type, allowed }) => channel === 'email' && type === 'marketing' && allowed), sales: { count, spentCents, averageCents, lastAt } }
}
