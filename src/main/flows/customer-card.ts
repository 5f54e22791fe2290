import type { Core } from '../context.ts'
import type { Customer } from '../customers/customer.ts'
import { isIncomplete } from '../customers/reach.ts'
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
  readonly sales: { readonly count: number; readonly spentCents: Cents; readonly averageCents: Cents; readonly lastAt: Instant | null }
}

/** Refuses 'not-found' for nobody, and for who was merged or erased. */
export function cardOf(core: Core, id: CustomerId): CustomerCard {
  const customer = readCustomer(core, id)
  const consents = consentStates(core.db, id)
  const { count, spentCents, averageCents, lastAt } = salesOfCustomer(core, { customerId: id, page: { after: null, most: 1 } })
  return { customer, consents, switches: switchesOf(consents), incompleteAddresses: customer.addresses.map(isIncomplete), sales: { count, spentCents, averageCents, lastAt } }
}
