import type { Json } from './vocabulary.ts'

/** Every expected "no". The screen has a sentence for each in every language (words/<language>/refusals.json). */
export type RefusalCode =
  // the door
  | 'bad-input' | 'unknown-door' | 'too-large' | 'not-signed-in' | 'not-allowed' | 'needs-approval' | 'not-found' | 'request-reused'
  // shop and staff
  | 'shop-already-set-up' | 'shop-not-set-up' | 'wrong-pin' | 'pin-locked' | 'pin-taken' | 'pin-too-simple' | 'badge-taken' | 'last-owner' | 'staff-inactive'
  | 'pin-same' | 'pin-change-needed' | 'role-in-use' | 'value-masked' | 'role-limit'
  | 'approval-used' | 'approval-expired' | 'cannot-approve-own' | 'locked'
  // store
  | 'file-newer' | 'file-corrupt' | 'file-foreign' | 'file-in-use' | 'file-wrong-key' | 'key-missing' | 'key-store-unavailable' | 'disk-full' | 'backup-failed'
  // customers
  | 'name-needed' | 'last-name-needed' | 'bad-phone' | 'bad-email' | 'bad-date' | 'birth-date-future' | 'birth-date-too-old' | 'medical-number-needed'
  | 'address-needs-line' | 'contact-name-needed' | 'tax-certificate-needed' | 'tax-expiry-needed' | 'attribute-wrong' | 'catalog-owned' | 'parent-circle' | 'has-values'
  | 'customer-banned' | 'group-default' | 'group-has-members' | 'login-taken' | 'password-too-short' | 'login-needed' | 'no-security-question'
  | 'customer-inactive' | 'name-taken' | 'consent-how-needed' | 'cannot-reach' | 'consent-ended'
  | 'customer-on-cart' | 'customer-owes' | 'customer-in-credit' | 'being-erased' | 'erase-too-late' | 'export-too-many' | 'export-gone' | 'export-running'
  // duplicates and merge
  | 'merge-changed' | 'merge-impossible' | 'customer-merged' | 'merge-newer-first' | 'search-running'
  // import
  | 'file-empty' | 'file-unreadable' | 'file-too-large' | 'import-running' | 'import-done' | 'undo-too-late' | 'nothing-chosen' | 'empty-filter' | 'totals-differ'
  // items and sales
  | 'barcode-taken' | 'item-inactive' | 'cart-empty' | 'no-open-sale' | 'sale-not-open' | 'sale-not-completed' | 'sale-part-paid'
  | 'total-changed' | 'tender-too-much' | 'tender-too-little' | 'reference-needed' | 'refund-too-much' | 'already-refunded' | 'already-voided'
  | 'discount-too-much' | 'quantity-wrong' | 'age-check-needed' | 'under-age' | 'document-expired' | 'customer-required'
  | 'cart-in-use' | 'cart-gone' | 'table-taken' | 'delivery-incomplete' | 'delivery-fee'
  // devices
  | 'device-not-ready'
  // loyalty
  | 'not-a-member' | 'already-a-member' | 'not-enough-points' | 'points-limit' | 'second-approver-same' | 'reason-needed' | 'already-reversed' | 'cannot-reverse'
  | 'reward-refused' | 'reward-gone' | 'proof-needed' | 'proof-wrong' | 'sale-has-customer' | 'attach-too-late' | 'loyalty-off'
  | 'rules-wrong' | 'times-over-cap' | 'rules-in-past' | 'card-unknown' | 'card-taken' | 'card-blocked' | 'card-mistyped' | 'codes-unused' | 'codes-too-many' | 'check-cancelled'
  | 'bonus-off' | 'bonus-limit' | 'bonus-proof-used' | 'bonus-same-person' | 'bonus-not-new' | 'bonus-no-sale'
  | 'households-off' | 'household-taken' | 'household-full' | 'household-owner' | 'no-household'
  | 'answer-too-short' | 'proof-locked' | 'sms-not-set-up' | 'sms-failed' | 'no-phone' | 'codes-too-often'
  | 'sale-without-customer' | 'sale-same-customer' | 'sale-points-spent'
  // pay later
  | 'pay-later-off' | 'over-limit' | 'account-overdue' | 'po-needed' | 'nothing-owed' | 'payment-too-much' | 'credit-too-little'
  // printing
  | 'no-drawer' | 'printer-gone'

/** A "no" the cashier can read and act on. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Readonly<Record<string, Json>>
  constructor(code: RefusalCode, facts: Readonly<Record<string, Json>> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}
