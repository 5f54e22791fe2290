import type { ColumnMapping, ImportField, ImportMapping } from '../../../main/customers/import.ts'

/** What a column may fill, in the order in which people look for it. */
export const importFields: readonly ImportField[] = [
  'extra', 'leave-out', 'full-name', 'first-name', 'middle-name', 'last-name', 'nickname', 'company', 'mobile', 'phone', 'phone-home', 'phone-work', 'fax', 'email', 'email-home', 'email-work',
  'address-1', 'address-2', 'address-city', 'address-region', 'address-postcode', 'address-country', 'address-formatted', 'birth-date', 'language', 'tags', 'notes', 'job-title', 'department',
  'industry', 'website', 'tax-id', 'kind', 'group', 'customer-type', 'price-list', 'discount', 'tax-exempt', 'tax-certificate', 'pay-later-limit', 'points', 'consent-sms', 'consent-email', 'prefix', 'suffix', 'label',
]

/** A column that fills an attribute of the shop says which. */
const attributePrefix = 'attribute:'
export const choiceOf = ({ field, group }: ColumnMapping): string => (field === 'attribute' ? `${attributePrefix}${group}` : field)
export const isAttribute = (choice: string): boolean => choice.startsWith(attributePrefix)
export const attributeIn = (choice: string): string => choice.slice(attributePrefix.length)
export const attributeChoice = (id: string): string => `${attributePrefix}${id}`

/** How the programs are called whose exports are known. */
export const programs: Readonly<Record<NonNullable<ImportMapping['recognised']>, string>> = {
  google: 'Google', outlook: 'Outlook', square: 'Square', shopify: 'Shopify', loyverse: 'Loyverse', lightspeed: 'Lightspeed X', 'lightspeed-ecom': 'Lightspeed eCom', 'lightspeed-r': 'Lightspeed R',
  clover: 'Clover', ehopper: 'eHopper', unicenta: 'uniCenta', korona: 'KORONA', kyte: 'Kyte', opensourcepos: 'Open Source POS', regulars: 'Regulars',
}
