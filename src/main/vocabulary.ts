// The few words every room shares: ids, units, who is calling, and the permission slip. Types only.
type Brand<T, B extends string> = T & { readonly __brand: B }

export type CustomerId = Brand<string, 'CustomerId'>
export type SaleId = Brand<string, 'SaleId'>
export type LineId = Brand<string, 'LineId'>
export type TenderId = Brand<string, 'TenderId'>
export type RefundId = Brand<string, 'RefundId'>
export type LooseReturnId = Brand<string, 'LooseReturnId'>
export type ItemId = Brand<string, 'ItemId'>
export type CategoryId = Brand<string, 'CategoryId'>
export type TaxRateId = Brand<string, 'TaxRateId'>
export type TaxClassId = Brand<string, 'TaxClassId'>
export type TableId = Brand<string, 'TableId'>
export type PriceListId = Brand<string, 'PriceListId'>
export type GroupId = Brand<string, 'GroupId'>
export type CustomerTypeId = Brand<string, 'CustomerTypeId'>
export type AttributeId = Brand<string, 'AttributeId'>
export type StaffId = Brand<string, 'StaffId'>
export type RegisterId = Brand<string, 'RegisterId'>
export type ApprovalId = Brand<string, 'ApprovalId'>
export type BatchId = Brand<string, 'BatchId'>
export type AccountId = Brand<string, 'AccountId'>
export type EntryId = Brand<string, 'EntryId'>
/** A row of a customer's account (pay later). */
export type AccountEntryId = Brand<string, 'AccountEntryId'>
export type LotId = Brand<string, 'LotId'>
export type RewardId = Brand<string, 'RewardId'>
export type ClaimId = Brand<string, 'ClaimId'>
export type TierId = Brand<string, 'TierId'>
export type CardBatchId = Brand<string, 'CardBatchId'>
export type DeviceId = Brand<string, 'DeviceId'>
export type PrintJobId = Brand<string, 'PrintJobId'>
/** Made by the screen once per intended act; repeated on every retry, so that one request has one effect. */
export type RequestId = Brand<string, 'RequestId'>

/** Minor units of the shop's currency, signed, whole. */
export type Cents = Brand<number, 'Cents'>
/** Whole points, signed: an award is positive, a redemption negative. */
export type Points = Brand<number, 'Points'>
/** Parts per million: a tax of 9.975 % is 99,750. */
export type Ppm = Brand<number, 'Ppm'>
/** Thousandths of a piece: two pieces are 2,000. */
export type Milli = Brand<number, 'Milli'>
/** A day without a clock, YYYY-MM-DD. */
export type PlainDate = Brand<string, 'PlainDate'>
/** A moment, ISO 8601 in UTC with milliseconds. */
export type Instant = Brand<string, 'Instant'>

export type Language = 'en' | 'fr' | 'es'
export type BuiltInRole = 'cashier' | 'senior' | 'manager' | 'owner' | 'accountant'
/** A role the shop made for itself. */
export type RoleId = Brand<string, 'RoleId'>
export type Role = BuiltInRole | RoleId

/** What of a customer a role may see: not at all, a part that tells people apart ("••• 0142"), or whole. */
export type Sight = 'hidden' | 'masked' | 'full'
export type FieldName = 'phone' | 'email' | 'address' | 'birthDate' | 'notes' | 'attributes' | 'taxId' | 'document' | 'medical' | 'balance' | 'photo'
export type FieldSight = Readonly<Record<FieldName, Sight>>

/** Who speaks: the till is the host's to say, the person is whoever signed in there. Never taken from a message. */
export type Caller = { readonly registerId: RegisterId; readonly staffId: StaffId; readonly role: Role }
/** The same before anyone has signed in. */
export type Passer = { readonly registerId: RegisterId; readonly staffId: StaffId | null; readonly role: Role | null }

/** What only some may do. staff/staff.ts says per role: yes, with a manager's PIN, or no. */
export type Right =
  | 'void-sale' | 'refund-sale' | 'override-price' | 'discount'
  | 'reveal-document' | 'use-expired-document' | 'open-drawer' | 'take-over-cart'
  | 'adjust-points' | 'attach-later' | 'edit-loyalty' | 'make-cards' | 'see-reports'
  | 'set-pay-later' | 'edit-attributes' | 'see-attributes'
  | 'edit-groups' | 'approve-customers' | 'ban-customer' | 'serve-banned'
  | 'edit-customers' | 'import-customers' | 'export-customers' | 'merge-customers' | 'delete-customers' | 'edit-items' | 'edit-shop' | 'edit-staff' | 'see-audit' | 'edit-devices'
  | 'sell-on-account' | 'over-account-limit' | 'adjust-account'

/** Proof that someone who may, allowed this one act on this one thing. Only staff/approval.ts can make one. */
export type Approval<R extends Right> = Brand<{ readonly approvedBy: StaffId; readonly right: R; readonly target: string }, 'Approval'>

/** What may cross to a screen: the same over IPC and over a socket, so no Date, Map or undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
