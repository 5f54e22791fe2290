import type { AccountEntryId, Cents, CustomerId, Instant, PlainDate, RefundId, RegisterId, SaleId, StaffId } from '../vocabulary.ts'

/** Charges and the debit side of adjustments are above zero: what is owed. Everything else takes off it. */
export type EntryKind = 'charge' | 'payment' | 'adjustment' | 'refund' | 'void' | 'write-off'
export type PayMethod = 'cash' | 'card'
/** What holds somebody up who is over their limit or late: a word, a manager's PIN, or nothing helps. */
export type Brake = 'warn' | 'pin' | 'block'

/** The shop's rules. `days` until a charge is due, where the customer has no number of their own; late counts from `overdueDays` after that. */
export type AccountRules = { readonly payLater: boolean; readonly days: number; readonly overLimit: Brake; readonly overdue: Brake; readonly overdueDays: number }
export const firstRules: AccountRules = { payLater: false, days: 30, overLimit: 'pin', overdue: 'warn', overdueDays: 30 }

/** What of an entry nothing is matched to yet: above zero is owed, below zero is credit. */
export type OpenItem = { readonly entryId: AccountEntryId; readonly seq: number; readonly day: PlainDate; readonly dueOn: PlainDate | null; readonly openCents: Cents }

/** One row, as it was written and stays. */
export type Entry = {
  readonly id: AccountEntryId; readonly seq: number; readonly customerId: CustomerId; readonly kind: EntryKind; readonly amountCents: Cents
  readonly day: PlainDate; readonly dueOn: PlainDate | null; readonly at: Instant; readonly registerId: RegisterId; readonly staffId: StaffId; readonly approvedBy: StaffId | null
  readonly saleId: SaleId | null; readonly refundId: RefundId | null
  /** Of a payment: its number on its till, how it was paid, and what passed over the counter (coins may round it). */
  readonly number: number | null; readonly method: PayMethod | null; readonly moneyCents: Cents | null; readonly givenCents: Cents | null; readonly changeCents: Cents | null
  /** Of an adjustment that paid out credit: its number on its till, and what was handed out of the drawer. */
  readonly payoutNumber: number | null; readonly payoutCents: Cents | null
  /** The customer's order number of a charge, the terminal's of a card payment. */
  readonly reference: string; readonly reason: string
}
export type NewEntry = Omit<Entry, 'seq' | 'payoutNumber' | 'payoutCents'> & { /** What brought it about, once in all time. */ readonly sourceKey: string }

/** What a row is called: paying out is an adjustment with money that left the drawer. */
export type RowKind = EntryKind | 'payout'
export const rowKind = ({ kind, payoutNumber }: Pick<Entry, 'kind' | 'payoutNumber'>): RowKind => (payoutNumber === null ? kind : 'payout')

/** The number of credit that was paid out: till 1, second time is 1-C000002. */
export const payoutNumber = (till: number, number: number): string => `${till}-C${String(number).padStart(6, '0')}`
/** A payment's number as it stands on its receipt: till 1, third payment is 1-P000003. */
export const paymentNumber = (till: number, number: number): string => `${till}-P${String(number).padStart(6, '0')}`
