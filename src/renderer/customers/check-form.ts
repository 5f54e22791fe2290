import type { PlainDate } from '../../main/vocabulary.ts'
import type { CustomerForm, ReadDates } from './customer-form.ts'

/** What is wrong, by field, as a code that words/refusals.json puts into a sentence which says what to do (G1). */
export type Problems = Readonly<Record<string, string>>
export type Rules = { readonly country: string; readonly today: PlainDate; readonly medicalNumberNeeded: boolean; readonly read: ReadDates; readonly ageOn: (birth: PlainDate, today: PlainDate) => number }
const oldestYears = 120
const northAmerica = new Set(['US', 'CA', 'PR', 'DO', 'JM', 'BS', 'BB', 'TT', 'BM', 'KY', 'AG', 'DM', 'GD', 'KN', 'LC', 'VC', 'GU', 'AI', 'VG', 'VI', 'MS', 'TC', 'AS', 'MP', 'SX'])

/** Every field that cannot be saved as typed. Main checks again: this only spares the way there. */
export function checkForm(form: CustomerForm, rules: Rules): Problems {
  return Object.fromEntries([
    ...[...namesOf(form)].map((code) => ['name', code]),
    ...form.phones.flatMap(({ typed }, at) => (isPhone(typed, rules.country) ? [] : [[`phones.${at}`, 'bad-phone']])),
    ...form.emails.flatMap(({ address }, at) => (isEmail(address) ? [] : [[`emails.${at}`, 'bad-email']])),
    ...birthProblem(form.birthDate, rules).map((code) => ['birthDate', code]),
    ...expiryProblem('licence.expiresOn', form.licenceExpires, rules), ...expiryProblem('medical.expiresOn', form.medicalExpires, rules),
    ...(rules.medicalNumberNeeded && form.medicalNumber.trim() === '' ? [['medical.number', 'medical-number-needed']] : []),
  ] as string[][]) as Problems
}

function namesOf(form: CustomerForm): string[] {
  const names = [form.fullName, form.firstName, form.lastName, form.nickname, form.company]
  return names.every((name) => name.trim() === '') ? ['name-needed'] : []
}

/** A number that could be dialled: 7 to 15 digits, ten where that is how the country dials. An extension may follow. */
export function isPhone(typed: string, country: string): boolean {
  const text = typed.trim()
  if (text === '') return true
  const number = text.replace(/\s*(?:x|ext\.?|poste|#)\s*\d{1,6}$/i, '')
  const digits = number.replace(/\D/g, '')
  if (!/^[\d\s().+/-]+$/.test(number) || digits.length < 7 || digits.length > 15) return false
  const dialsTen = northAmerica.has(country) && !/^(\+|00|011)/.test(number)
  return !dialsTen || digits.length === 10 || (digits.length === 11 && digits.startsWith('1'))
}

export const isEmail = (typed: string): boolean => typed.trim() === '' || /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(?:\.[^\s@<>(),;:"[\]\\.]+)+$/.test(typed.trim())

function birthProblem(typed: string, { read, today, ageOn }: Rules): string[] {
  if (typed.trim() === '') return []
  const date = read.birth(typed)
  if (date === null) return ['bad-date']
  if (date > today) return ['birth-date-future']
  return ageOn(date, today) > oldestYears ? ['birth-date-too-old'] : []
}

const expiryProblem = (field: string, typed: string, { read }: Rules): string[][] => (typed.trim() === '' || read.expiry(typed) ? [] : [[field, 'bad-date']])
