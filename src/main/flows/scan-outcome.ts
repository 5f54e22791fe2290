import type { Address, Lookalike } from '../customers/customer.ts'
import type { MeaningName } from '../devices/scans.sql.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller, CustomerId, Instant, ItemId, PlainDate, RequestId, SaleId, StaffId } from '../vocabulary.ts'

export const scanScreens = ['sell', 'sell-dialog', 'picker', 'profile', 'form', 'elsewhere', 'pin-pad', 'settings'] as const
/** Where the person stood when it was scanned: it decides who takes the scan, never what it is. */
export type ScanScreen = (typeof scanScreens)[number]
/** `slow`: it may have been a hand. Then only what is known is taken. */
export type ScanAsked = {
  readonly requestId: RequestId; readonly text: string; readonly symbology: string | null; readonly slow: boolean
  readonly screen: ScanScreen; readonly customerId: CustomerId | null
}
export type ScanDone = { readonly caller: Caller; readonly asked: ScanAsked }

/** What is said about a licence, calmly: `under` is the limit of the shop or cart that its holder has not reached. */
export type LicenceNote = {
  readonly age: number | null; readonly under: number | null; readonly expired: boolean; readonly expiresToday: boolean; readonly expiresOn: PlainDate | null
  readonly notYetValid: boolean; readonly nonsense: boolean; readonly disagrees: boolean
}
/** Who a licence is about, as the form takes it: names as people write them, of the number what this shop keeps. */
export type ScannedPerson = {
  readonly firstName: string; readonly lastName: string; readonly birthDate: PlainDate | null; readonly address: Address | null
  readonly licence: { readonly number: string; readonly region: string; readonly country: string; readonly expiresOn: PlainDate | null }
  readonly documentKey: string | null
}
export type MeaningSaid = { readonly meaning: MeaningName; readonly name: string }
/** A field of the profile that the card writes differently. */
export type LicenceDiffers = { readonly field: 'name' | 'birthDate' | 'licence' | 'address'; readonly now: string; readonly card: string }

/** What main did with a scan, or what the screen is to do about it. */
export type ScanOutcome =
  | { readonly kind: 'item-added'; readonly itemId: ItemId; readonly cart: Cart }
  | { readonly kind: 'product-not-here'; readonly name: string }
  | { readonly kind: 'customer-attached'; readonly customerId: CustomerId; readonly name: string; readonly before: CustomerId | null; readonly cart: Cart
      readonly repriced: number; readonly priceListName: string | null; readonly licence: LicenceNote | null }
  | { readonly kind: 'customer-shown'; readonly customerId: CustomerId; readonly name: string; readonly licence: LicenceNote | null }
  | { readonly kind: 'customer-refused'; readonly customerId: CustomerId; readonly name: string; readonly status: string; readonly reason: string }
  | { readonly kind: 'people'; readonly text: string }
  | { readonly kind: 'card-blank'; readonly code: string; readonly shown: string }
  | { readonly kind: 'card-refused'; readonly why: 'mistyped' | 'blocked' | 'replaced'; readonly shown: string; readonly reason: string }
  | { readonly kind: 'sale'; readonly saleId: SaleId }
  | { readonly kind: 'ticket'; readonly saleId: SaleId; readonly label: string }
  | { readonly kind: 'ticket-used'; readonly label: string }
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly name: string; readonly me: boolean }
  | { readonly kind: 'payment-card' } | { readonly kind: 'read-error' } | { readonly kind: 'stripe-unknown' }
  | { readonly kind: 'close-first' } | { readonly kind: 'licence-not-here' } | { readonly kind: 'licence-parsed' }
  | { readonly kind: 'licence-new'; readonly person: ScannedPerson; readonly licence: LicenceNote; readonly likely: readonly Lookalike[]; readonly cart: Cart | null }
  | { readonly kind: 'licence-profile'; readonly customerId: CustomerId; readonly version: number; readonly person: ScannedPerson; readonly fills: readonly LicenceDiffers['field'][]
      readonly differs: readonly LicenceDiffers[]; readonly licence: LicenceNote; readonly belongsTo: { readonly id: CustomerId; readonly name: string } | null }
  | { readonly kind: 'choose'; readonly code: string; readonly meanings: readonly MeaningSaid[] }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'test'; readonly is: 'licence' | 'payment-card' | 'read-error' | 'stripe' | 'code'; readonly shown: string; readonly symbology: string | null; readonly at: Instant }
