import type { Customer } from '../../main/customers/customer.ts'
import type { Input } from '../../main/handlers.ts'
import type { AttributeId, Cents, CustomerId, PlainDate, Ppm, PriceListId } from '../../main/vocabulary.ts'

type Draft = Input<'customers/create'>['draft']
export type ContactForm = NonNullable<Draft['contacts']>[number]
type Given = NonNullable<NonNullable<Input<'customers/create'>['newsletter']>['given']>
/** The Newsletter switch; a yes that is new (`was` not) says how it was given. */
export type NewsletterForm = { readonly on: boolean; readonly was: boolean; readonly given: Given | null; readonly note: string }
export type Picture = NonNullable<NonNullable<Input<'customers/create'>['photo']>>

/** What a form holds beside names and numbers, word for word as it was typed: an amount that cannot be read yet is still there after a power cut. */
export type RecordForm = {
  readonly priceListId: PriceListId | null; readonly discount: string
  readonly taxExempt: boolean; readonly taxCertificate: string; readonly taxExemptUntil: string
  readonly registrationNo: string; readonly parent: { readonly id: CustomerId; readonly name: string } | null
  readonly preferredChannel: NonNullable<Draft['preferredChannel']> | null
  readonly payLaterAllowed: boolean; readonly payLaterLimit: string; readonly payLaterDays: string; readonly poRequired: boolean
  readonly statementBy: NonNullable<Draft['statementBy']> | null
  readonly contacts: readonly ContactForm[]
  /** By the attribute's id, as it was typed. */
  readonly attributes: Readonly<Record<string, string>>
  readonly newsletter: NewsletterForm; readonly member: boolean
  /** Only while somebody is new: a picture of who is on file is saved at once. */
  readonly photo: Picture | null
  readonly contactList: boolean
}
export const emptyRecord: RecordForm = {
  priceListId: null, discount: '', taxExempt: false, taxCertificate: '', taxExemptUntil: '', registrationNo: '', parent: null, preferredChannel: null,
  payLaterAllowed: false, payLaterLimit: '', payLaterDays: '', poRequired: false, statementBy: null, contacts: [], attributes: {},
  newsletter: { on: false, was: false, given: null, note: '' }, member: false, photo: null, contactList: false,
}
export const emptyContact: ContactForm = { name: '', role: '', typed: '', email: '', mayBuy: false }

export type RecordShown = { readonly day: (date: PlainDate) => string; readonly money: (cents: number) => string; readonly newsletter: boolean; readonly member: boolean }

/** The same of someone on file, written the way it is typed here. */
export function recordFormOf(customer: Customer, { day, money, newsletter, member }: RecordShown): RecordForm {
  const { priceListId, taxExempt, taxCertificate, registrationNo, preferredChannel, payLaterAllowed, poRequired, statementBy } = customer
  return {
    ...emptyRecord, priceListId, taxExempt, taxCertificate, registrationNo, preferredChannel, payLaterAllowed, poRequired, statementBy, member,
    discount: customer.discountPpm === 0 ? '' : String(customer.discountPpm / ppmOfPercent), taxExemptUntil: customer.taxExemptUntil ? day(customer.taxExemptUntil) : '',
    parent: customer.parentId === null ? null : { id: customer.parentId, name: customer.parentName ?? '' },
    payLaterLimit: customer.payLaterLimitCents === null ? '' : money(customer.payLaterLimitCents), payLaterDays: customer.payLaterDays === null ? '' : String(customer.payLaterDays),
    contacts: customer.contacts.map(({ name, role, shown, typed, email, mayBuy }) => ({ name, role, typed: shown || typed, email, mayBuy })),
    attributes: Object.fromEntries(customer.attributes.map(({ id, value }) => [id, value])), newsletter: { on: newsletter, was: newsletter, given: null, note: '' },
  }
}

const ppmOfPercent = 10_000
const mostDays = 365
/** 7.5 or 7,5 percent as parts per million; null where it is no percentage. '' is none. */
export function readPercent(typed: string): Ppm | null {
  const text = typed.replace(/[\s%\u00a0]/g, '').replace(',', '.')
  if (text === '') return 0 as Ppm
  const ppm = /^\d{1,3}(?:\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * ppmOfPercent) : Number.NaN
  return ppm >= 0 && ppm <= 1_000_000 ? (ppm as Ppm) : null
}
/** Whole days of credit; undefined where it is none, null for the shop's own. */
export function readDays(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return days <= mostDays ? days : undefined
}

export type ReadRecord = { readonly expiry: (typed: string) => PlainDate | null; readonly money: (typed: string) => number | null }
export type RecordDraft = Required<Pick<Draft, 'priceListId' | 'discountPpm' | 'taxExempt' | 'taxCertificate' | 'taxExemptUntil' | 'registrationNo' | 'parentId' | 'preferredChannel'
  | 'payLaterAllowed' | 'payLaterLimitCents' | 'payLaterDays' | 'poRequired' | 'statementBy' | 'contacts' | 'attributes'>>

/** The same as main takes it; what cannot be read was stopped before by `checkRecord`. */
export function recordDraftOf(form: RecordForm, read: ReadRecord): RecordDraft {
  const { priceListId, taxExempt, preferredChannel, payLaterAllowed, poRequired, statementBy } = form
  return {
    priceListId, taxExempt, preferredChannel, payLaterAllowed, poRequired, statementBy, discountPpm: readPercent(form.discount) ?? (0 as Ppm),
    taxCertificate: form.taxCertificate.trim(), taxExemptUntil: form.taxExemptUntil.trim() === '' ? null : read.expiry(form.taxExemptUntil), registrationNo: form.registrationNo.trim(),
    parentId: form.parent?.id ?? null, payLaterLimitCents: form.payLaterLimit.trim() === '' ? null : (read.money(form.payLaterLimit) as Cents | null), payLaterDays: readDays(form.payLaterDays) ?? null,
    contacts: form.contacts.filter(({ name, role, typed, email }) => [name, role, typed, email].some((text) => text.trim() !== '')),
    attributes: Object.entries(form.attributes).filter(([, value]) => value.trim() !== '').map(([id, value]) => ({ id: id as AttributeId, value })),
  }
}

/** Only the attributes whose value is another one now; '' takes it away. */
export const changedAttributes = (before: RecordForm, form: RecordForm): RecordDraft['attributes'] =>
  [...new Set([...Object.keys(before.attributes), ...Object.keys(form.attributes)])]
    .filter((id) => (before.attributes[id] ?? '') !== (form.attributes[id] ?? '')).map((id) => ({ id: id as AttributeId, value: (form.attributes[id] ?? '').trim() }))

/** What is saved with the form and is no part of the record: the newsletter where it was switched, and joining. */
export function besideOf(before: RecordForm, form: RecordForm): Pick<Input<'customers/create'>, 'newsletter' | 'joins'> {
  const { on, given, note } = form.newsletter
  return { ...(on === before.newsletter.on ? {} : { newsletter: { allowed: on, given: on ? given : null, note } }), ...(form.member && !before.member ? { joins: true } : {}) }
}
