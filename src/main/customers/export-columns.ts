import type { FieldName } from '../vocabulary.ts'

/** How a cell is written: as it is, or as a number of the shop's own country. */
type Column = { readonly id: string; readonly field: FieldName | null; readonly first: boolean; readonly amount?: 'cents' | 'ppm' | 'whole' }
const column = (id: string, field: FieldName | null = null, first = false): Column => ({ id, field, first })
const number = (id: string, amount: 'cents' | 'ppm' | 'whole', field: FieldName | null = null, first = false): Column => ({ id, field, first, amount })
const places = (name: string): Column[] => ['label', '1', '2', 'city', 'state', 'postcode', 'country'].map((part) => column(`${name}-${part}`, 'address', name === 'address' && part !== 'label'))

/** Every column an export can have, in its order; `first`: ticked until somebody chooses. Attributes follow, each as `attribute:<id>`. */
export const exportColumns = [
  column('code', null, true), column('type', null, true), column('customer-type', null, true), column('group', null, true), column('status', null, true),
  column('first-name', null, true), column('last-name', null, true), column('nickname', null, true), column('company', null, true), column('job-title'), column('industry'), column('website'),
  column('mobile', 'phone', true), column('phone-2', 'phone', true), column('phone-3', 'phone'), column('email', 'email', true), column('email-2', 'email', true), column('email-3', 'email'),
  ...places('address'), ...places('address-b'), column('more-contact-info', 'phone'), column('contacts', 'phone'),
  column('birth-date', 'birthDate', true), column('language', null, true), column('preferred-channel'), column('tags', null, true), column('notes', 'notes', true),
  column('tax-id', 'taxId'), column('registration-no', 'taxId'), column('tax-exempt'), column('tax-certificate', 'taxId'), column('tax-exempt-until'),
  column('price-list'), number('discount', 'ppm'), column('pay-later'), number('pay-later-limit', 'cents', 'balance'), number('pay-later-days', 'whole'), column('po-required'), column('parent-company'),
  number('points', 'whole', 'balance', true), number('balance', 'cents', 'balance', true), number('visits', 'whole', null, true), column('last-visit', null, true), column('source'), column('added'), column('updated'),
  column('sms-general', null, true), column('sms-marketing', null, true), column('email-general', null, true), column('email-marketing', null, true),
  column('other', 'attributes'),
  column('licence-number', 'document'), column('licence-state', 'document'), column('licence-expires', 'document'), column('medical-number', 'medical'), column('medical-expires', 'medical'),
] as const satisfies readonly Column[]
export type ExportColumn = Column
export const columnIds = exportColumns.map(({ id }) => id)
/** These hold numbers of documents, whole: each export of them takes the right to reveal one. */
export const secretColumns: readonly string[] = ['licence-number', 'medical-number']
const reach: readonly (FieldName | null)[] = ['phone', 'email', 'address']
/** Can somebody be reached by what is in these columns? */
export const holdsContact = (columns: readonly string[]): boolean => exportColumns.some(({ id, field }) => reach.includes(field) && columns.includes(id))
export const attributePrefix = 'attribute:'
export const columnOf = (id: string): ExportColumn | undefined =>
  id.startsWith(attributePrefix) ? { id, field: 'attributes', first: true } : exportColumns.find((each) => each.id === id)
