import { Refusal } from '../errors.ts'
import type { Cents, CustomerId, PlainDate, Ppm, PriceListId } from '../vocabulary.ts'

export type PreferredChannel = 'sms' | 'email' | 'whatsapp' | 'phone' | 'post'
export const preferredChannels: readonly PreferredChannel[] = ['sms', 'email', 'whatsapp', 'phone', 'post']
export type StatementBy = 'print' | 'email' | 'whatsapp'
export const statementWays: readonly StatementBy[] = ['print', 'email', 'whatsapp']

/** What a shop agrees with a customer: prices, taxes, credit, and how they like to be reached. */
export type Terms = {
  /** Their own price list, before the one of their group or type. */
  readonly priceListId: PriceListId | null; readonly discountPpm: Ppm
  readonly taxExempt: boolean; readonly taxCertificate: string; readonly taxExemptUntil: PlainDate | null
  readonly registrationNo: string; readonly parentId: CustomerId | null
  readonly preferredChannel: PreferredChannel | null
  /** A limit of null is none; days of null are the shop's own. */
  readonly payLaterAllowed: boolean; readonly payLaterLimitCents: Cents | null; readonly payLaterDays: number | null; readonly poRequired: boolean
  readonly statementBy: StatementBy | null
}
export const noTerms: Terms = {
  priceListId: null, discountPpm: 0 as Ppm, taxExempt: false, taxCertificate: '', taxExemptUntil: null, registrationNo: '', parentId: null, preferredChannel: null,
  payLaterAllowed: false, payLaterLimitCents: null, payLaterDays: null, poRequired: false, statementBy: null,
}
export const termsFields = Object.keys(noTerms) as (keyof Terms)[]
/** Giving or widening credit is a manager's to allow; taking it away is anyone's (C3, S1-13). */
export const creditFields = ['payLaterAllowed', 'payLaterLimitCents', 'payLaterDays', 'poRequired'] as const satisfies readonly (keyof Terms)[]

/** The terms of a draft, with nothing agreed where it says nothing. */
export const termsOf = (draft: Partial<Terms>): Terms =>
  Object.fromEntries(termsFields.map((field) => [field, draft[field] ?? noTerms[field]])) as unknown as Terms

type TermsRules = { readonly type: 'personal' | 'business'; readonly keepsUnreadable: boolean; readonly isNew: (field: keyof Terms) => boolean }

/** Terms that may be saved. A business that pays no tax shows by which certificate, and until when: 'tax-certificate-needed', 'tax-expiry-needed' (S3-12). */
export function checkTerms(draft: Partial<Terms>, { type, keepsUnreadable, isNew }: TermsRules): Terms {
  const terms = termsOf(draft)
  const tidied = { ...terms, taxCertificate: terms.taxCertificate.trim(), registrationNo: terms.registrationNo.trim() }
  const isAsked = (['taxExempt', 'taxCertificate', 'taxExemptUntil'] as const).some(isNew)
  if (type === 'business' && tidied.taxExempt && isAsked && !keepsUnreadable) {
    if (tidied.taxCertificate === '') throw new Refusal('tax-certificate-needed', { field: 'taxCertificate' })
    if (tidied.taxExemptUntil === null) throw new Refusal('tax-expiry-needed', { field: 'taxExemptUntil' })
  }
  return tidied
}

type Credit = Pick<Terms, (typeof creditFields)[number]>
/** Does this change give more credit than there was: allow it, raise or lift the limit, lengthen the days, ask for no order number any more? */
export function widensCredit(before: Credit, after: Credit): boolean {
  if (!after.payLaterAllowed) return false
  if (!before.payLaterAllowed) return true
  return above(before.payLaterLimitCents, after.payLaterLimitCents) || before.payLaterDays !== after.payLaterDays || (before.poRequired && !after.poRequired)
}
const above = (before: number | null, after: number | null): boolean => before !== null && (after === null || after > before)
