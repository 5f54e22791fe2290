import type { Events } from '../../main/events.ts'
import type { Output } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'

export type Account = NonNullable<Output<'accounts/of'>>
export type AccountRow = Output<'accounts/rows'>['rows'][number]
export type CartAccount = NonNullable<Output<'accounts/on-cart'>>
export const accountEvents = ['account-changed', 'account-rules-changed', 'customer-changed', 'staff-changed'] as const satisfies readonly (keyof Events)[]

/** The account of a customer; null where there is nothing to show of one. */
export const useAccount = (customerId: CustomerId) => useAsk('accounts/of', { customerId }, accountEvents, { keepLast: true })
/** The account of whoever is on the open cart, with what the cart would make of it. */
export const useCartAccount = () => useAsk('accounts/on-cart', null, [...accountEvents, 'sale-changed'], { keepLast: true })
