import type { Customer } from '../../../src/main/customers/customer.ts'
import { noTerms } from '../../../src/main/customers/terms.ts'
import type { CustomerId, Instant, PlainDate } from '../../../src/main/vocabulary.ts'
import { emptyForm, formOf, type CustomerForm, type ReadDates } from '../../../src/renderer/customers/customer-form.ts'

export const today = '2026-11-21' as PlainDate
/** Dates as a person who only ever types 1990-04-03 would type them. */
export const read: ReadDates = { birth: (typed) => plain(typed), expiry: (typed) => plain(typed), money: (typed) => (/^\d+(\.\d\d)?$/.test(typed) ? Math.round(Number(typed) * 100) : null) }
const plain = (typed: string) => (/^\d{4}-\d\d-\d\d$/.test(typed) ? (typed as PlainDate) : null)

export const ana: Customer = {
  id: 'ana' as CustomerId, code: 'POS-000124', source: 'till', origin: 'till', status: 'active', displayName: 'Ana Ruiz', initial: 'A', hasPhoto: false, type: 'personal',
  firstName: 'Ana', lastName: 'Ruiz', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: '1990-04-03' as PlainDate, language: null,
  customerTypeId: null, customerTypeName: null, groupId: null, groupName: null, tags: ['decaf'], notes: 'prefers decaf', age: 36,
  phones: [{ e164: '+15145550142', typed: '514 555 0142', kind: 'mobile', shown: '(514) 555-0142' }], emails: [{ address: 'ana@example.com', kind: 'home' }],
  ...noTerms, contacts: [], attributes: [], parentName: null, priceListName: null, updatedBy: null, updatedAtTill: null,
  addresses: [], extras: [], licence: { last4: '7123', region: 'QC', country: 'CA', expiresOn: '2026-11-09' as PlainDate, source: 'scanned' }, medical: null, importBatchId: null,
  madeAt: '2026-11-01T14:00:00.000Z' as Instant, updatedAt: '2026-11-01T14:00:00.000Z' as Instant, lastVisitAt: null, visits: 0, version: 3,
}
export const opened = (switches = { sms: true, email: false }, customer: Customer = ana): CustomerForm => formOf(customer, { switches, newsletter: false, member: false, day: (date) => date, money: (cents) => (cents / 100).toFixed(2) })
export const typed = (change: Partial<CustomerForm>): CustomerForm => ({ ...emptyForm, ...change })
