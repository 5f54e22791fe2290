// What a licence says once it is read, whether from its barcode or its stripe. Types only; the raw text is never part of it.
import type { PlainDate } from '../vocabulary.ts'

/** What the reader had to mend or doubt on the way. None makes a licence unreadable; `incomplete` says that a part never came: read it again. */
export type LicenceWarning =
  | 'offsets-ignored' | 'control-characters-repaired' | 'unknown-version' | 'unknown-issuer' | 'issuer-state-mismatch'
  | 'date-order-swapped' | 'name-truncated' | 'dates-disagree' | 'incomplete'

/** Every text is '' where the card does not say; `number` keeps its spaces and hyphens for the eye, `numberKey` is what is compared. */
export type Licence = {
  readonly number: string; readonly numberKey: string
  /** Six digits of the issuer (AAMVA DL/ID 2020 D.12.3), or '' where the text came without its header. */
  readonly iin: string
  /** State, province or territory that issued it, two letters, or ''. */
  readonly jurisdiction: string
  readonly country: 'US' | 'CA' | 'MX' | null
  readonly family: string; readonly first: string; readonly middle: string; readonly suffix: string
  /** The card had no room for the whole name: a longer one on file stays. */
  readonly truncated: { readonly family: boolean; readonly first: boolean; readonly middle: boolean }
  readonly birthDate: PlainDate | null; readonly issueDate: PlainDate | null
  /** Null with `neverExpires` false means that the card does not say. */
  readonly expiryDate: PlainDate | null; readonly neverExpires: boolean
  readonly sex: 'M' | 'F' | 'X' | null
  readonly street1: string; readonly street2: string; readonly city: string
  /** Of the address, which may lie in another state than the issuer's. */
  readonly region: string
  /** Unpadded: 23269, 06109-1896, M5V2T6 as the card writes it. */
  readonly postalCode: string
  /** Tells two cards of one person apart (DCF). */
  readonly discriminator: string
  /** Day from which this card design is issued (DDB). */
  readonly cardRevision: PlainDate | null
  readonly limitedTerm: boolean
  /** Null where the card does not say. */
  readonly realId: boolean | null
  readonly source: 'aamva' | 'magstripe'
  /** AAMVA version 0 to 11 and above; null on a stripe. */
  readonly version: number | null
  readonly warnings: readonly LicenceWarning[]
}

/** What a swiped card is. A payment card's answer carries nothing of the card: not a digit, not its brand. */
export type Swipe =
  | { readonly kind: 'licence'; readonly licence: Licence }
  | { readonly kind: 'payment-card' }
  | { readonly kind: 'read-error' }
  | { readonly kind: 'stripe'; readonly text: string }

/** What the screen says about a licence on one day. Without a birth date `age` is null and no age is reached. */
export type LicenceFlags = {
  readonly age: number | null
  readonly at18: boolean; readonly at19: boolean; readonly at21: boolean
  readonly expired: boolean
  /** Today is the day on the card; whether that day still counts is the shop's setting, and `expired` has heeded it. */
  readonly expiresToday: boolean
  /** Issued in the future. */
  readonly notYetValid: boolean
  /** Born in the future or over 120 years ago, or expired before it was issued. */
  readonly nonsense: boolean
  /** The card's own under-18/19/21 days do not fit its birth date: "card data does not agree". */
  readonly disagrees: boolean
}
