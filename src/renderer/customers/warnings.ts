import type { PlainDate } from '../../main/vocabulary.ts'
import { daysBetween } from '../ui/read-date.ts'

const soonDays = 30
export type Warning = { readonly tone: 'danger' | 'warn'; readonly word: 'expired' | 'expires'; readonly days: number }

/** Is this document past its day, or within thirty days of it? */
export function warningOf(expiresOn: PlainDate | null, today: PlainDate): Warning | null {
  if (expiresOn === null) return null
  const days = daysBetween(today, expiresOn)
  if (days < 0) return { tone: 'danger', word: 'expired', days: -days }
  return days <= soonDays ? { tone: 'warn', word: 'expires', days } : null
}
