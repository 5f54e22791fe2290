import type { Core } from '../context.ts'
import type { Given } from '../messaging/subscriptions.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'
import { switchSubscriptions } from './manage-subscriptions.ts'

/** The Newsletter switch of a form, and how a yes was given. */
export type NewsletterAsked = { readonly allowed: boolean; readonly given: Given | null; readonly note: string }

/**
 * Newsletter is e-mail and marketing, nothing else (C7, S2-14): one more event of consent, inside the caller's transaction. Refuses 'cannot-reach' without an
 * e-mail address and 'consent-how-needed' where a yes does not say how it was given.
 */
export const switchNewsletter = (core: Core, caller: Caller, customerId: CustomerId, { allowed, given, note }: NewsletterAsked): void =>
  switchSubscriptions(core, caller, { customerId, changes: [{ channel: 'email', type: 'marketing', allowed }], given, note })
