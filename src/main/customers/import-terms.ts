import type { AttributeValue } from './attributes.ts'
import type { CustomerDraft, CustomerRecord, Extra } from './customer.ts'
import { creditFields, noTerms, termsFields, termsOf, type Terms } from './terms.ts'

/** Terms and attributes that a file gave to somebody who had none. */
export type FilledTerms = { readonly terms: Partial<Terms>; readonly attributes: readonly AttributeValue[] }
export const noneFilled: FilledTerms = { terms: {}, attributes: [] }
const isCredit = (field: keyof Terms): boolean => (creditFields as readonly string[]).includes(field)

/** What of a file's terms a record takes: nothing that was agreed is touched, and credit goes as one, to whom nobody ever gave or took any. */
export function fillTerms(record: CustomerRecord, draft: CustomerDraft): FilledTerms {
  const [had, come] = [termsOf(record), termsOf(draft)]
  const noCredit = creditFields.every((field) => had[field] === noTerms[field])
  const takes = (field: keyof Terms) => come[field] !== noTerms[field] && had[field] === noTerms[field] && (!isCredit(field) || noCredit)
  const known = new Set((record.attributes ?? []).map(({ id }) => id))
  return {
    terms: Object.fromEntries(termsFields.filter(takes).map((field) => [field, come[field]])) as Partial<Terms>,
    attributes: (draft.attributes ?? []).filter(({ id, value }) => !known.has(id) && value !== ''),
  }
}

/** Takes them out again where they still stand as the file put them; credit only whole. */
export function takeTermsOut(record: CustomerRecord, { terms = {}, attributes = [] }: Partial<FilledTerms>): { record: Partial<CustomerRecord>; changed: string[] } {
  const now = termsOf(record)
  const filled = termsFields.filter((field) => terms[field] !== undefined)
  const isCreditChanged = filled.some((field) => isCredit(field) && now[field] !== terms[field])
  const undone = filled.filter((field) => now[field] === terms[field] && !(isCredit(field) && isCreditChanged))
  const gone = new Map(attributes.map(({ id, value }) => [id, value]))
  const kept = (record.attributes ?? []).filter(({ id, value }) => gone.get(id) !== value)
  const isShorter = attributes.length > 0 && kept.length < (record.attributes ?? []).length
  return {
    record: { ...Object.fromEntries(undone.map((field) => [field, noTerms[field]])), ...(isShorter ? { attributes: kept } : {}) },
    changed: [...undone, ...(isShorter ? ['attributes'] : [])],
  }
}

/** For whoever may not give credit: the file's credit as an extra under its own header, and nobody may pay later by it. */
export function withoutCredit(draft: CustomerDraft, header: string): CustomerDraft {
  const { payLaterAllowed: _allowed, payLaterLimitCents, payLaterDays: _days, poRequired: _order, ...rest } = draft
  const said: Extra[] = payLaterLimitCents ? [{ name: header, value: (payLaterLimitCents / 100).toFixed(2) }] : []
  return { ...rest, extras: [...draft.extras, ...said] }
}
