import type { TFunction } from 'i18next'
import { monthName } from './filter-text.ts'
import type { Option } from './OptionFields.tsx'

const values = {
  type: ['personal', 'business'], status: ['active', 'inactive', 'pending', 'banned'], approval: ['waiting', 'approved', 'denied'], source: ['till', 'instant', 'id-scan', 'contacts', 'import', 'catalog'],
  with: ['with', 'without'], unsubscribed: ['general', 'marketing', 'all'], member: ['yes', 'no'], debt: ['owes', 'over-limit', 'overdue'],
} as const

/** The options of a filter in words. */
export const options = (t: TFunction<'list'>, name: keyof typeof values): Option[] =>
  values[name].map((value) => ({ value, label: name === 'with' ? t(value as 'with') : t(`${name}-${value}` as 'type-personal') }))

/** The twelve months by name. */
export const months = (locale: string): Option[] => Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: monthName(at + 1, locale) }))
