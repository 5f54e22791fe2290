// What to say about a licence on one day. Whole numbers only (YYYYMMDD), and the day is handed in: the shop's own, not the computer's.
import type { PlainDate } from '../vocabulary.ts'
import { asNumber } from './licence-dates.ts'
import type { Licence, LicenceFlags } from './licence.ts'

const oneYear = 10_000
const oldestYears = 120

/** Ages count as AAMVA's DBB says and never by the card's own under-21 day; who was born on 29 February is a year older on 1 March. */
export function licenceFlags(licence: Licence, today: PlainDate, { expiryDayCounts }: { readonly expiryDayCounts: boolean }): LicenceFlags {
  const now = asNumber(today)
  const born = licence.birthDate && asNumber(licence.birthDate)
  const age = born !== null && born <= now ? Math.floor((now - born) / oneYear) : null
  const ends = licence.expiryDate && asNumber(licence.expiryDate)
  const issued = licence.issueDate && asNumber(licence.issueDate)
  return {
    age, at18: reached(age, 18), at19: reached(age, 19), at21: reached(age, 21),
    expired: ends !== null && (ends < now || (ends === now && !expiryDayCounts)),
    expiresToday: ends === now,
    notYetValid: issued !== null && issued > now,
    nonsense: (born !== null && (born > now || (age ?? 0) > oldestYears)) || (ends !== null && issued !== null && ends < issued),
    disagrees: licence.warnings.includes('dates-disagree'),
  }
}

const reached = (age: number | null, years: number): boolean => age !== null && age >= years
