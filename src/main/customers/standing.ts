import type { CustomerStatus } from './customer.ts'

/** What somebody in a state may do at a till. */
export type Standing = {
  /** In the picker: always, only where inactive people are asked for, or never. */
  readonly found: 'yes' | 'when-asked' | 'no'
  /** Under their name; as a Walk-In; only with a manager's PIN; or not at all. */
  readonly buys: 'yes' | 'as-walk-in' | 'with-pin' | 'no'
  readonly points: boolean; readonly payLater: boolean
  readonly messages: 'by-consent' | 'service-only' | 'no'
  readonly logIn: boolean
}

const out: Standing = { found: 'no', buys: 'no', points: false, payLater: false, messages: 'no', logIn: false }
const standings: Readonly<Record<CustomerStatus, Standing>> = {
  active: { found: 'yes', buys: 'yes', points: true, payLater: true, messages: 'by-consent', logIn: true },
  pending: { found: 'yes', buys: 'yes', points: true, payLater: false, messages: 'service-only', logIn: false },
  inactive: { ...out, found: 'when-asked', buys: 'as-walk-in' },
  banned: { ...out, found: 'yes', buys: 'with-pin' },
  merged: out, erased: out,
}

/** The lifecycle of a customer in one place (data-model 4.2); a state nobody knows may do nothing. Paying what is owed is always let through. */
export const standingOf = (status: string): Standing => standings[status as CustomerStatus] ?? out
