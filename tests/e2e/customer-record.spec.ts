import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { CustomerId } from '../../src/main/vocabulary.ts'
import { line, openWithCart, search } from './customer-shop.ts'
import { expect, test, type Register } from './register.ts'

// S1-03..S1-13, S1-28, S1-29, S2-06..S2-23, S3-08..S3-15, S4-08..S4-13: the record of a person and of a business, as Back Office keeps it.

// Each of these walks fills whole forms, key by key: on a busy machine that takes more than a minute.
test.describe.configure({ timeout: 150_000 })

const sizes = [[1280, 800], [1366, 768], [1920, 1080]] as const
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true })
const form = (page: Page): Locator => page.getByRole('region', { name: /^(New|Edit) Customer/ })
const toggle = (page: Page, name: string) => form(page).getByRole('switch', { name: new RegExp(`^${name}`) }).click()
const typed = (page: Page, type: string) => form(page).getByRole('group', { name: 'Type' }).getByText(type, { exact: true }).click()
const pane = (page: Page): Locator => page.getByRole('region', { name: 'Contact Info' })

/** Back Office > Customers > Customer List > New Customer > Personal or Business (S3-08). */
async function openNew(page: Page, type: 'Personal' | 'Business'): Promise<void> {
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Customer List' }).click()
  await page.getByRole('button', { name: 'Kinds of new customer' }).click()
  await page.getByRole('menuitem', { name: type }).click()
  await expect(form(page)).toBeVisible()
}

const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
const read = async (register: Register, text: string) => {
  const { rows } = await register.call('customers/find', { text, scope: 'all', most: 5, after: null, inactive: true })
  return register.call('customers/card', { id: rows[0]!.id })
}

test('a person, field by field: kept while tabs change, saved whole, found by what the shop made up', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await register.call('customers/save-attribute', { requestId: register.rid(), id: null, convert: false, attribute: { name: 'Shoe size', kind: 'number', choices: [], seenBy: 'everyone', searchable: true, inExport: true, active: true } })
  await openNew(page, 'Personal')
  await expect(field(page, 'First Name')).toBeFocused()
  await field(page, 'First Name').fill('D\'Arcy-Éloïse')
  await field(page, 'Last Name').fill('Roy')
  await toggle(page, 'Loyalty member')
  await page.keyboard.press('Control+2')
  await field(page, 'Mobile').fill('514 555 0299')
  await field(page, 'Email').fill('eloise@x.ca')
  await toggle(page, 'Newsletter: Subscribe')
  await page.getByRole('button', { name: 'Add address' }).click()
  await page.getByRole('combobox', { name: 'City' }).fill('Mon')
  await page.getByRole('option', { name: 'Montréal' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Add Address 1 or clear the address.')).toBeVisible()
  await expect(field(page, 'Address 1')).toBeFocused()
  await field(page, 'Address 1').fill('rue A')
  await expect(page.getByText('Incomplete: add a street number')).toBeVisible()
  await field(page, 'Address 1').fill('12 rue A')
  await expect(page.getByText('Not verified')).toBeVisible()
  await field(page, 'Postcode').fill('h2x1y4')
  await page.waitForTimeout(400)
  await page.keyboard.press('Tab')
  await expect(field(page, 'Postcode')).toHaveValue('H2X 1Y4')
  await page.getByRole('button', { name: 'Add address' }).click()
  await page.getByRole('button', { name: 'Remove Address 2' }).click()
  await expect(page.getByText('Address 2 removed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('heading', { name: 'Addresses (2)' })).toBeVisible()
  await page.keyboard.press('Control+3')
  await field(page, 'Shoe size').fill('big')
  await page.keyboard.press('Control+1')
  await expect(field(page, 'First Name')).toHaveValue('D\'Arcy-Éloïse')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('tab', { name: 'Contact Info, 1 field to correct' })).toHaveAttribute('aria-selected', 'true')
  await form(page).getByText('In person').click()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('tab', { name: 'Advanced, 1 field to correct' })).toHaveAttribute('aria-selected', 'true')
  await field(page, 'Shoe size').fill('42,5')
  await form(page).getByRole('button', { name: 'Done' }).click()
  await expect(pane(page)).toContainText('D\'Arcy-Éloïse Roy')
  await expect(pane(page)).toContainText('42.5')
  const card = await read(register, '42.5')
  expect(card).toMatchObject({ member: true, newsletter: true, switches: { email: false }, customer: { phones: [{ e164: '+15145550299' }], addresses: [{ address1: '12 rue A', postcode: 'H2X 1Y4', city: 'Montréal' }] } })
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    const [left, tabs] = [await pane(page).boundingBox(), await page.getByRole('tablist').first().boundingBox()]
    expect(left!.width).toBe(320)
    expect(left!.x + left!.width).toBeLessThanOrEqual(tabs!.x + 1)
  }
  await axe(page)
})

test('a business: its own fields, contacts, exemption and credit; switching type keeps what is hidden', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await openNew(page, 'Business')
  await expect(field(page, 'Company')).toBeFocused()
  await field(page, 'Company').fill('Brûlerie Co')
  await typed(page, 'Personal')
  await field(page, 'Date of Birth').fill('1990-04-03')
  await typed(page, 'Business')
  await expect(field(page, 'Date of Birth')).toHaveCount(0)
  await typed(page, 'Personal')
  await expect(field(page, 'Date of Birth')).toHaveValue('1990-04-03')
  await expect(page.getByText('What was typed for a business is kept, and comes back with Business.')).toBeVisible()
  await typed(page, 'Business')
  await expect(field(page, 'Company')).toHaveValue('Brûlerie Co')
  await page.keyboard.press('Control+2')
  await field(page, 'Main phone').fill('514 555 0400')
  await field(page, 'Mobile').fill('514 555 0401')
  await toggle(page, 'Opt-In SMS')
  await page.getByRole('button', { name: 'Add contact' }).click()
  await field(page, 'Name').fill('Ana Gomez')
  await field(page, 'Contact phone').fill('514 555 0402')
  await toggle(page, 'May buy on account')
  await page.keyboard.press('Control+3')
  await toggle(page, 'Tax exempt')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Enter the number of the exemption certificate.')).toBeVisible()
  await field(page, 'Exemption certificate').fill('TX-9')
  await field(page, 'Certificate expires').fill('2031-01-31')
  await field(page, 'Registration no.').fill('R-77')
  await field(page, 'Discount %').fill('7,5')
  for (let tap = 0; tap < 5; tap++) await page.keyboard.press('Control+s')
  await expect(pane(page)).toContainText('Brûlerie Co')
  const card = await read(register, 'R-77')
  expect(card.customer).toMatchObject({
    type: 'business', company: 'Brûlerie Co', birthDate: '1990-04-03', taxExempt: true, taxCertificate: 'TX-9', taxExemptUntil: '2031-01-31', discountPpm: 75_000,
    contacts: [{ name: 'Ana Gomez', e164: '+15145550402', mayBuy: true }],
  })
  expect(card.consents).toMatchObject([{ address: '+15145550401' }, { address: '+15145550401' }])
  expect((await register.call('customers/find', { text: 'brulerie', scope: 'picker', most: 5, after: null, inactive: false })).rows).toHaveLength(1)
  await page.keyboard.press('F6')
  await page.keyboard.press('F2')
  await search(page).fill('ana gom')
  await expect(line(page, /^Ana Gomez \(Brûlerie Co\)/)).toBeVisible()
})

test('in the pane: a value is kept with the tick, the photo is cut to a square, the pane narrows; a catalog customer is locked', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  const catalog = await register.call('customers/create', { requestId: register.rid(), source: 'catalog', consents: [], addToCart: false, draft: { ...(await draft(register, people.marc)), firstName: 'Cat', lastName: 'Online', phones: [], emails: [{ address: 'cat@x.ca', kind: 'home' }] } as never })
  await page.keyboard.press('F8')
  await search(page).fill('Marc')
  await line(page, 'Marc Côté').click()
  await expect(pane(page).getByRole('button', { name: /^New message\./ })).toBeDisabled()
  await expect(pane(page).getByRole('button', { name: /^New appointment\./ })).toBeDisabled()
  await pane(page).getByRole('button', { name: /^Tags/ }).click()
  await pane(page).getByLabel('Tags').fill('decaf, local')
  await pane(page).getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('Tags changed')).toBeVisible()
  await expect(pane(page)).toContainText(/Last updated .* by Olive Owner on Till 1/)
  await page.keyboard.press('Control+e')
  await page.locator('input[type=file]').setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') })
  await page.getByRole('dialog', { name: 'Cut to a square' }).getByRole('button', { name: 'Use photo' }).click()
  await page.getByRole('button', { name: 'Remove photo' }).click()
  await expect(page.getByText('Photo removed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('button', { name: 'Remove photo' })).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'Add attribute' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add attribute' })
  await dialog.getByLabel('Name').fill('Allergy')
  await dialog.getByLabel('Value').fill('nuts')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(pane(page)).toContainText('Allergy')
  await expect(pane(page)).toContainText('nuts')
  await pane(page).getByRole('button', { name: 'Narrow the pane' }).click()
  expect((await pane(page).boundingBox())!.width).toBe(72)
  await pane(page).getByRole('button', { name: 'Show the whole pane' }).click()
  await search(page).fill('Cat Online')
  await line(page, 'Cat Online').click()
  await expect(pane(page)).toContainText('Managed by the customer in the online catalog.')
  await page.keyboard.press('Control+e')
  await expect(field(page, 'First Name')).toHaveAttribute('readonly', '')
  await page.getByLabel('Notes').fill('shop note')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(pane(page)).toContainText('shop note')
  expect(await register.call('customers/get', { id: catalog.id })).toMatchObject({ code: expect.stringMatching(/^CAT-/), notes: 'shop note', firstName: 'Cat' })
})

test('Back Office > Setup > Attributes: a kind is changed after its preview', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Attributes' }).click()
  await page.getByRole('button', { name: 'New attribute' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill('Size')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Size saved')).toBeVisible()
  const [size] = await register.call('customers/attributes', {})
  for (const [id, value] of [[people.ana, '42,5'], [people.marc, 'large']] as const) await register.call('customers/update', { requestId: register.rid(), id, version: 1, changes: { attributes: [{ id: size!.id, value }] }, keepConsent: {}, consents: [] })
  await page.getByRole('button', { name: 'Size', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Size' })
  await dialog.getByRole('combobox', { name: 'Kind' }).or(dialog.getByRole('textbox', { name: 'Kind' })).first().click()
  await page.getByRole('option', { name: 'Number' }).click()
  await expect(dialog).toContainText('1 of 2 values fit')
  await expect(dialog).toContainText('stays on its customer as it is: large')
  await axe(page)
  await dialog.getByRole('button', { name: 'Convert and save' }).click()
  await expect.poll(async () => (await register.call('customers/get', { id: people.ana })).attributes).toMatchObject([{ value: '42.5' }])
  expect((await register.call('customers/get', { id: people.marc })).extras).toEqual([{ name: 'Size', value: 'large' }])
})

/** Somebody's record as a draft of somebody else. */
async function draft(register: Register, id: CustomerId): Promise<Record<string, unknown>> {
  const { type, nickname, company, industry, jobTitle, website, taxId, birthDate, language, customerTypeId, groupId, tags, notes, addresses, licence, medical, extras } = await register.call('customers/get', { id })
  return { type, nickname, company, industry, jobTitle, website, taxId, birthDate, language, customerTypeId, groupId, tags, notes, addresses, licence, medical, extras }
}
