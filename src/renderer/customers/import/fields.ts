import type { ImportField } from '../../../main/customers/import.ts'

/** What a column may fill, in the order in which people look for it. */
export const importFields: readonly ImportField[] = [
  'extra', 'leave-out', 'full-name', 'first-name', 'middle-name', 'last-name', 'nickname', 'company', 'mobile', 'phone', 'phone-home', 'phone-work', 'fax', 'email', 'email-home', 'email-work',
  'address-1', 'address-2', 'address-city', 'address-region', 'address-postcode', 'address-country', 'address-formatted', 'birth-date', 'language', 'tags', 'notes', 'job-title', 'department',
  'industry', 'website', 'tax-id', 'prefix', 'suffix', 'label',
]
