import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { attach, cartOf, openWithCart } from './customer-shop.ts'
import { expect, test } from './register.ts'
import { openLastSale, payCash } from './sell-shop.ts'

// S1-25: a sale is marked Delivery, goes to the address that was chosen, is printed, listed and brought.

test.describe.configure({ timeout: 120_000 })

const dialog = (page: Page) => page.getByRole('dialog').last()
const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

async function openDelivery(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delivery' }).click()
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeVisible()
}

test('a sale goes to the second address of its customer, is on the receipt and the list, and is marked as delivered', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  const { version, addresses } = await register.call('customers/get', { id: people.ana })
  await register.call('customers/update', { requestId: register.rid(), id: people.ana, version, changes: { addresses: [...addresses, { ...addresses[0]!, label: 'Work', address1: '900 rue Sherbrooke' }] }, keepConsent: {}, consents: [] })
  await attach(page, 'Ana', 'Ana Ruiz')
  await openDelivery(page)
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Ana Ruiz')
  await dialog(page).getByRole('radio', { name: /900 rue Sherbrooke/ }).check()
  await dialog(page).getByLabel('Time').fill('14:30')
  await dialog(page).getByLabel('Delivery fee').fill('5')
  await dialog(page).getByLabel('Note for the driver').fill('Ring twice')
  await axe(page)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(cartOf(page).getByRole('button', { name: /^Delivery · 14:30 · 900 rue Sherbrooke/ })).toBeVisible()
  await expect(cartOf(page).getByRole('row', { name: /Delivery fee/ })).toContainText('5.00')
  await axe(page)
  await cartOf(page).getByRole('button', { name: /^Delivery fee, change/ }).click()
  await expect(dialog(page).getByRole('radio', { name: /As planned/ })).toBeChecked()
  await dialog(page).getByRole('button', { name: 'Not a delivery' }).click()
  await expect(cartOf(page).getByText('Delivery fee')).toHaveCount(0)
  await expect(page.getByText('Delivery taken off')).toBeVisible()
  await register.call('sales/restore-delivery', { requestId: register.rid() })
  await expect(cartOf(page).getByRole('row', { name: /Delivery fee/ })).toContainText('5.00')
  await payCash(page)
  await openLastSale(page)
  const delivery = dialog(page).getByRole('region', { name: 'Delivery' })
  await expect(delivery).toContainText('Ana Ruiz · (514) 555-0142 · 900 rue Sherbrooke')
  await dialog(page).getByRole('button', { name: 'Receipt' }).click()
  await expect(dialog(page)).toContainText('900 rue Sherbrooke')
  await expect(dialog(page)).toContainText('Ring twice')
  await page.keyboard.press('Escape')
  const [sale] = (await register.call('sales/deliveries', { delivered: false, page: { after: null, most: 5 } })).rows
  await register.call('sales/set-delivered', { requestId: register.rid(), saleId: sale!.saleId, delivered: true })
  await register.call('sales/set-delivered', { requestId: register.rid(), saleId: sale!.saleId, delivered: false })
})

test('a Walk-In is asked who, where and how to call them, for this sale only', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  const people = (await register.call('customers/page', { after: null, most: 1, letter: null })).total
  await openDelivery(page)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('Enter the name of who receives it.')
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(dialog(page)).toContainText('nobody is added to the customers')
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Zoé Petit')
  await dialog(page).getByRole('textbox', { name: 'Phone' }).fill('12')
  await dialog(page).getByRole('textbox', { name: 'Address 1' }).fill('77 rue Fabre')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('Enter a 10-digit phone number')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await dialog(page).getByRole('textbox', { name: 'Phone' }).fill('902 555 0177')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(cartOf(page).getByRole('button', { name: /^Delivery · any time · 77 rue Fabre/ })).toBeVisible()
  await payCash(page)
  expect((await register.call('customers/page', { after: null, most: 1, letter: null })).total).toBe(people)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Sales', exact: true }).click()
  await page.getByRole('radiogroup', { name: 'Which sales' }).getByText('To deliver').click()
  await expect(page.getByRole('table', { name: 'To deliver' })).toContainText('Zoé Petit')
  await expect(page.getByRole('button', { name: /^Directions: sale/ })).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: /^Delivered: sale/ }).click()
  await expect(page.getByText('Nothing is waiting to be delivered.')).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Which sales' }).getByText('Delivered').click()
  await expect(page.getByRole('table', { name: 'Delivered' })).toContainText('Zoé Petit')
})
