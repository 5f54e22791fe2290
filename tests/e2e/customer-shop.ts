import type { Page } from '@playwright/test'
import type { CustomerId } from '../../src/main/vocabulary.ts'
import { expect, type Register } from './register.ts'
import { stockShop, tile, type Stock } from './sell-shop.ts'

type Person = {
  readonly name: string; readonly phone?: string; readonly email?: string; readonly city?: string; readonly birthDate?: string; readonly sms?: boolean
  readonly licence?: { readonly number: string; readonly region: string; readonly expiresOn: string }
}
const nothing = {
  type: 'personal', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null, tags: [], notes: '',
  phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
}
const noAddress = { label: '', address1: '', address2: '', city: '', region: '', postcode: '', country: '' }

/** Saves a customer through the door, as another till would. */
export async function addPerson(register: Register, { name, phone, email, city, birthDate, sms = false, licence }: Person): Promise<CustomerId> {
  const parts = await register.call('customers/split-name', { text: name, language: null })
  const draft = {
    ...nothing, ...parts, birthDate: birthDate ?? null, phones: phone ? [{ typed: phone, kind: 'mobile' }] : [], emails: email ? [{ address: email, kind: 'home' }] : [],
    addresses: city ? [{ ...noAddress, address1: '12 Rue Principale', city }] : [], licence: licence ? { ...licence, country: 'CA', source: 'typed' } : null,
  }
  const saved = await register.call('customers/create', { requestId: register.rid(), addToCart: false, source: 'till', consents: sms ? [{ channel: 'sms', allowed: true }] : [], draft: draft as never })
  return saved.id
}

export type People = { readonly ana: CustomerId; readonly jLaval: CustomerId; readonly jMontreal: CustomerId; readonly marc: CustomerId }

/** A shop with four things to sell and four people, two of them of one name, and a cart with one coffee. */
export async function openWithCart(register: Register): Promise<{ readonly stock: Stock; readonly people: People }> {
  const stock = await stockShop(register)
  const people = {
    ana: await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142', email: 'ana@example.com', city: 'Montréal', birthDate: '1990-04-03', sms: true, licence: { number: 'R1234-56777-7123', region: 'QC', expiresOn: daysFromNow(-12) } }),
    jLaval: await addPerson(register, { name: 'J Smith', phone: '450 555 7781', city: 'Laval' }),
    jMontreal: await addPerson(register, { name: 'J Smith', phone: '514 555 0090', city: 'Montréal' }),
    marc: await addPerson(register, { name: 'Marc Côté', phone: '438 555 0177', email: 'marc@example.com' }),
  }
  await register.page.reload()
  await tile(register.page, 'Coffee 250 g').click()
  await expectCart(register.page)
  return { stock, people }
}

/** The cart is the one it was: one coffee, and its total. */
export const expectCart = (page: Page) => expect(cartOf(page)).toContainText('Coffee 250 g')
export const cartOf = (page: Page) => page.getByRole('region', { name: 'Cart' })

export function daysFromNow(days: number): string {
  // By the clock of the shop in Halifax: in UTC it is tomorrow there in the evening already.
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date(Date.now() + days * 86_400_000))
}
export const yearsAgo = (years: number): string => `${new Date().getFullYear() - years}-01-02`

/** The popup at the top of the cart, whoever it names. */
export const popup = (page: Page, name: string) => page.locator('[data-customer-popup]').filter({ has: page.getByText(name, { exact: true }) })
export const peopleIcon = (page: Page) => page.getByRole('group', { name: /^Customer: / }).getByRole('button', { name: 'Customers', exact: true })
export const search = (page: Page) => page.getByRole('combobox', { name: 'Search for customer' })
export const line = (page: Page, name: string | RegExp) => page.getByRole('grid', { name: 'Customers' }).getByRole('gridcell', { name })

/** Types into the picker and waits for the answer to exactly that. */
export async function find(page: Page, typed: string): Promise<void> {
  await search(page).fill(typed)
  await expect(page.getByRole('status').filter({ hasText: /^\d+ results?, use arrow keys$/ })).toHaveCount(1)
}

/** Puts someone on the cart by the fastest way, to begin a test from there. */
export async function attach(page: Page, typed: string, name: string): Promise<void> {
  await page.locator('[data-customer-popup]').waitFor()
  await page.keyboard.press('F2')
  await search(page).fill(typed)
  await search(page).press('Enter')
  await expect(popup(page, name)).toBeVisible()
}
