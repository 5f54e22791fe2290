import type { BatchId, CustomerId, CustomerTypeId, GroupId, Instant, Json, Language, PlainDate, Points, Ppm, PriceListId, RegisterId, StaffId } from '../vocabulary.ts'
import type { AttributeValue } from './attributes.ts'
import type { Terms } from './terms.ts'

export type Phone = { readonly e164: string; readonly typed: string; readonly kind: string }
export type Email = { readonly address: string; readonly kind: string }
export type Address = {
  readonly label: string; readonly address1: string; readonly address2: string; readonly city: string; readonly region: string;
  readonly postcode: string; readonly country: string
}
export type Extra = { readonly name: string; readonly value: string }
/** A number is masked to its last four wherever it is read; `customers/reveal` shows it, and writes that down. */
export type MaskedDocument = { readonly last4: string; readonly region: string; readonly country: string; readonly expiresOn: PlainDate | null;
  readonly source: 'typed' | 'scanned' }
export type MaskedMedical = { readonly last4: string; readonly expiresOn: PlainDate | null }

/** Who else speaks for a business: found in the picker as "Ana (Brûlerie Co)". `mayBuy`: on its account. */
export type Contact = { readonly name: string; readonly role: string; readonly e164: string; readonly typed: string; readonly email: string; readonly mayBuy: boolean }
export type ContactDraft = Omit<Contact, 'e164'>

/** What a form or an import hands in; null or '' says "not known". Terms, contacts and attributes may be left out: nothing is agreed, and there are none. */
export type CustomerDraft = Partial<Terms> & {
  readonly type: 'personal' | 'business'
  readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string
  readonly industry: string; readonly jobTitle: string; readonly website: string; readonly taxId: string
  readonly birthDate: PlainDate | null; readonly language: Language | null
  readonly customerTypeId: CustomerTypeId | null; readonly groupId: GroupId | null
  readonly tags: readonly string[]; readonly notes: string
  /** `country`: of which country a number without its code is; the shop's where nothing is said. */
  readonly phones: readonly { readonly typed: string; readonly kind: string; readonly country?: string }[]
  readonly emails: readonly Email[]
  readonly addresses: readonly Address[]
  readonly licence: { readonly number: string; readonly region: string; readonly country: string; readonly expiresOn: PlainDate | null;
  readonly source: 'typed' | 'scanned' } | null
  readonly medical: { readonly number: string; readonly expiresOn: PlainDate | null } | null
  readonly extras: readonly Extra[]
  readonly contacts?: readonly ContactDraft[]; readonly attributes?: readonly AttributeValue[]
}
/** A draft that may be saved: texts trimmed, phones read. `e164` is '' where an imported number could not be read. The first of each list is its default. */
export type CheckedDraft = Omit<CustomerDraft, 'phones' | 'contacts'> & { readonly phones: readonly Phone[]; readonly contacts?: readonly Contact[] }
/** A customer as stored, documents and all. It never leaves main. */
export type CustomerRecord = CheckedDraft & {
  readonly id: CustomerId; readonly source: CustomerSource; readonly status: CustomerStatus; readonly importBatchId: BatchId | null
  readonly madeAt: Instant; readonly madeBy: StaffId | 'system'; readonly madeOn?: RegisterId; readonly lastVisitAt: Instant | null; readonly visits: number
}

/** Only what changed: two tills that change different fields both keep their change (G11). A document's number is null where it stays as on file. */
export type CustomerChanges = Partial<Omit<CustomerDraft, 'licence' | 'medical'>> & {
  readonly licence?: (Omit<NonNullable<CustomerDraft['licence']>, 'number'> & { readonly number: string | null }) | null
  readonly medical?: { readonly number: string | null; readonly expiresOn: PlainDate | null } | null
  readonly status?: 'active' | 'inactive'
}
/** Fields of a customer that came by the online catalog are the customer's own there: a save here would be overwritten (S1-29). */
export const catalogFields = ['firstName', 'lastName', 'company', 'phones', 'emails', 'addresses'] as const satisfies readonly (keyof CustomerDraft)[]
/** What two tills changed at once: the last save won, and this is what the other till had put there (documents masked). */
export type Overwritten = { readonly field: string; readonly theirs: Json; readonly at: Instant; readonly registerName: string }

export type CustomerSource = 'till' | 'import' | 'id-scan' | 'catalog' | 'instant'
/** The same as people are told it: contacts from a phone and the rows of a table are two ways in. */
export type CustomerOrigin = CustomerSource | 'contacts'
export type CustomerStatus = 'active' | 'inactive' | 'pending' | 'banned' | 'merged' | 'erased'

/** The whole record as a screen sees it: phones as numbers, documents masked. */
export type Customer = Omit<CustomerDraft, keyof Terms | 'phones' | 'licence' | 'medical' | 'contacts' | 'attributes'> & Terms & {
  readonly id: CustomerId; readonly code: string; readonly source: CustomerSource; readonly origin: CustomerOrigin; readonly status: CustomerStatus
  readonly displayName: string; readonly initial: string; readonly hasPhoto: boolean
  readonly customerTypeName: string | null; readonly groupName: string | null
  readonly age: number | null
  readonly phones: readonly (Phone & { readonly shown: string })[]
  readonly licence: MaskedDocument | null; readonly medical: MaskedMedical | null
  readonly contacts: readonly (Contact & { readonly shown: string })[]; readonly attributes: readonly AttributeValue[]
  readonly parentName: string | null; readonly priceListName: string | null
  /** Who wrote it last, and at which till; null where the register did it by itself, or before this was kept. */
  readonly updatedBy: string | null; readonly updatedAtTill: string | null
  readonly importBatchId: BatchId | null
  readonly madeAt: Instant; readonly updatedAt: Instant; readonly lastVisitAt: Instant | null; readonly visits: number; readonly version: number
}

/** A row of the picker or the list. Namesakes are told apart by phone tail, city and last visit. */
export type CustomerRow = {
  readonly id: CustomerId; readonly code: string; readonly displayName: string; readonly initial: string; readonly company: string;
  readonly type: 'personal' | 'business'
  readonly phoneTail: string; readonly phone: string; readonly email: string; readonly city: string; readonly status: CustomerStatus;
  readonly groupName: string | null; readonly lastVisitAt: Instant | null
  /** Is there a picture of them? Left out where nobody looked. */
  readonly hasPhoto?: boolean
  /** Their points; null for who is no member, and left out where nobody asked for them. */
  readonly points?: Points | null
}
/** `near` says that nothing matched as typed and one typing mistake was forgiven. `more` is the `after` of the next page, or null at the end. */
export type Found = { readonly rows: readonly CustomerRow[]; readonly near: boolean; readonly more: string | null }
export type LetterCount = { readonly letter: string; readonly count: number }
/** Someone who may be the same person, and why, strongest first. */
export type Lookalike = CustomerRow & { readonly why: readonly ('phone' | 'email' | 'name-and-birth-date' | 'name' | 'licence')[];
  readonly score: number }

/** A name as it was typed in one field, split the way the form will store it. */
export type NameParts = { readonly firstName: string; readonly lastName: string; readonly nickname: string }
/** The main group of a customer: what it is for, what its members pay, and whether who signs up for it must be approved first. */
export type CustomerGroup = {
  readonly id: GroupId; readonly name: string; readonly isDefault: boolean; readonly description: string; readonly needsApproval: boolean
  readonly priceListId: PriceListId | null; readonly priceListName: string | null; readonly discountPpm: Ppm
  /** May new members pay later? And the dot beside the name, '' for none. */
  readonly payLater: boolean; readonly colour: GroupColour
}
export const groupColours = ['', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink', 'gray'] as const
export type GroupColour = (typeof groupColours)[number]
export type CustomerType = { readonly id: CustomerTypeId; readonly name: string; readonly kind: 'regular' | 'medical' | 'wholesale' | 'own';
  readonly priceListId: PriceListId | null; readonly priceListName: string | null }
