import type { CustomerForm } from './customer-form.ts'
import { isEmail, isPhone } from './check-contact.ts'
import { readDays, readPercent, type ReadRecord } from './record-form.ts'

type Rules = { readonly country: string; readonly read: ReadRecord }
type Problem = readonly [path: string, code: string]

/** Terms, contacts and the newsletter that cannot be saved as typed; main checks again, and attributes main checks alone. */
export function checkRecord(form: CustomerForm, rules: Rules): readonly Problem[] {
  return [...termsProblems(form, rules), ...form.contacts.flatMap((contact, at) => contactProblems(contact, at, rules)), ...addressProblems(form), ...newsletterProblems(form)]
}

function termsProblems(form: CustomerForm, { read }: Rules): Problem[] {
  const exempt = form.type === 'business' && form.taxExempt
  return [
    ...problem(readPercent(form.discount) === null, 'discountPpm', 'bad-percent'),
    ...problem(form.payLaterLimit.trim() !== '' && read.money(form.payLaterLimit) === null, 'payLaterLimitCents', 'bad-amount'),
    ...problem(readDays(form.payLaterDays) === undefined, 'payLaterDays', 'bad-days'),
    ...problem(exempt && form.taxCertificate.trim() === '', 'taxCertificate', 'tax-certificate-needed'),
    ...(form.taxExemptUntil.trim() === '' ? problem(exempt, 'taxExemptUntil', 'tax-expiry-needed') : problem(read.expiry(form.taxExemptUntil) === null, 'taxExemptUntil', 'bad-date')),
  ]
}
const problem = (isWrong: boolean, path: string, code: string): Problem[] => (isWrong ? [[path, code]] : [])

function contactProblems({ name, role, typed, email }: CustomerForm['contacts'][number], at: number, { country }: Rules): Problem[] {
  const isEmpty = [name, role, typed, email].every((text) => text.trim() === '')
  return [
    ...problem(!isEmpty && name.trim() === '', `contacts.${at}.name`, 'contact-name-needed'), ...problem(!isPhone(typed, country), `contacts.${at}.phone`, 'bad-phone'),
    ...problem(!isEmail(email), `contacts.${at}.email`, 'bad-email'),
  ]
}

/** A town without its street: add Address 1, or clear the address (S2-18). */
const addressProblems = ({ addresses }: CustomerForm): Problem[] => addresses.flatMap(({ address1, address2, city, region, postcode }, at) =>
  problem(address1.trim() === '' && [address2, city, region, postcode].some((text) => text.trim() !== ''), `addresses.${at}`, 'address-needs-line'))

function newsletterProblems({ newsletter, emails }: CustomerForm): Problem[] {
  const { on, was, given, note } = newsletter
  if (!on || was) return []
  return [
    ...problem(emails.every(({ address }) => address.trim() === ''), 'emails.0', 'bad-email'),
    ...problem(given === null || (given === 'other' && note.trim() === ''), 'given', 'consent-how-needed'),
  ]
}
