import { expect, test } from 'vitest'
import { freshApp } from '../../harness/app.ts'
import { emptyDraft } from './people.ts'

test('an e-mail is kept in small letters, a postcode as its country writes it, and an extension is shown with its number', async () => {
  const app = await freshApp()
  const home = { label: '', address1: '12 rue A', address2: '', city: 'Montréal', region: 'QC', postcode: 'h2x1y4', country: '' }
  const phones = [{ typed: '514 555 0142', kind: 'mobile' }, { typed: '514 555 0100 x 12', kind: 'work' }, { typed: '(514) 555-0101 poste 7', kind: 'work' }]
  const draft = { ...emptyDraft, firstName: 'Ana', phones, emails: [{ address: ' ANA@X.CA ', kind: 'home' }], addresses: [home, { ...home, postcode: 'sw1a1aa', country: 'GB' }, { ...home, postcode: 'ab', country: 'PE' }] }
  const { id } = await app.ask('customers/create', { requestId: app.rid(), draft, consents: [], source: 'till', addToCart: false })
  const customer = await app.ask('customers/get', { id })
  expect(customer.emails).toEqual([{ address: 'ana@x.ca', kind: 'home' }])
  expect(customer.addresses.map(({ postcode }) => postcode)).toEqual(['H2X 1Y4', 'SW1A 1AA', 'AB'])
  expect(customer.phones.map(({ shown, e164 }) => [shown, e164])).toEqual([
    ['(514) 555-0142', '+15145550142'], ['(514) 555-0100 x12', '+15145550100'], ['(514) 555-0101 x7', '+15145550101'],
  ])
  const changed = await app.ask('customers/update', { requestId: app.rid(), id, version: customer.version, changes: { emails: [{ address: 'Ana@X.ca', kind: 'home' }] }, keepConsent: {}, consents: [] })
  expect(changed.emails).toEqual([{ address: 'ana@x.ca', kind: 'home' }])
})
