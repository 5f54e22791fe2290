import type { PlainDate } from '../../main/vocabulary.ts'
import { checkRecord } from './check-record.ts'
import { isEmail, isPhone } from './check-contact.ts'
import type { CustomerForm, ReadDates } from './customer-form.ts'

/** What is wrong, by field, as a code that words/refusals.json puts into a sentence which says what to do (G1). */
export type Problems = Readonly<Record<string, string>>
export type Rules = { readonly country: string; readonly today: PlainDate; readonly medicalNumberNeeded: boolean; /** Where first and last name are two fields. */ readonly lastNameNeeded: boolean; readonly read: ReadDates; readonly ageOn: (birth: PlainDate, today: PlainDate) => number }
const oldestYears = 120

/** Every field that cannot be saved as typed. Main checks again: this only spares the way there. */
export function checkForm(form: CustomerForm, rules: Rules): Problems {
  return Object.fromEntries([
    ...[...namesOf(form)].map((code) => ['name', code]),
    ...(rules.lastNameNeeded && form.type === 'personal' && form.lastName.trim() === '' ? [['lastName', 'last-name-needed']] : []),
    ...form.phones.flatMap(({ typed, country = '' }, at) => (isPhone(typed, country || rules.country) ? [] : [[`phones.${at}`, 'bad-phone']])),
    ...form.emails.flatMap(({ address }, at) => (isEmail(address) ? [] : [[`emails.${at}`, 'bad-email']])),
    ...birthProblem(form.birthDate, rules).map((code) => ['birthDate', code]),
    ...expiryProblem('licence.expiresOn', form.licenceExpires, rules), ...expiryProblem('medical.expiresOn', form.medicalExpires, rules),
    ...checkRecord(form, rules),
    ...(rules.medicalNumberNeeded && form.medicalNumber.trim() === '' ? [['medical.number', 'medical-number-needed']] : []),
  ] as string[][]) as Problems
}

function namesOf(form: CustomerForm): string[] {
  const names = [form.fullName, form.firstName, form.lastName, form.nickname, form.company]
  return names.every((name) => name.trim() === '') ? ['name-needed'] : []
}

function birthProblem(typed: string, { read, today, ageOn }: Rules): string[] {
  if (typed.trim() === '') return []
  const date = read.birth(typed)
  if (date === null) return ['bad-date']
  if (date > today) return ['birth-date-future']
  return ageOn(date, today) > oldestYears ? ['birth-date-too-old'] : []
}

const expiryProblem = (field: string, typed: string, { read }: Rules): string[][] => (typed.trim() === '' || read.expiry(typed) ? [] : [[field, 'bad-date']])
