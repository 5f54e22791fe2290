import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './register.ts'
import { openSale, scan, stockShop, tile } from './sell-shop.ts'

const dialog = (page: Page) => page.getByRole('dialog').last()

test('an item is added with several scanned barcodes and a list price, and sold at once', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await register.call('items/save-price-list', { requestId: register.rid(), id: null, name: 'VIP', discountPpm: 100_000 as never, position: 5 })
  await openSale(page)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'New item' }).first().click()
  await dialog(page).getByLabel('Name').fill('Honey jar')
  await dialog(page).getByLabel('Price', { exact: true }).fill('8.25')
  await dialog(page).getByLabel('VIP').fill('7')
  await dialog(page).getByLabel('Minimum age').fill('0')
  await dialog(page).getByLabel('Barcodes').click()
  await scan(page, '5901234123457')
  await scan(page, '4006381333931')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('Enter an age from 1 to 99')
  await dialog(page).getByLabel('Minimum age').fill('')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Honey jar saved')).toBeVisible()
  await page.keyboard.press('F6')
  await scan(page, '4006381333931')
  await expect(page.getByRole('row').filter({ hasText: 'Honey jar' })).toContainText('8.25')
})

test('a barcode that belongs to another item is refused beside its field', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Filter papers', exact: true }).click()
  await dialog(page).getByLabel('Barcodes').fill('0064100108233')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('already belongs to Coffee 250 g')
})

test('an item is taken off sale with Undo; leaving a changed form asks', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Deactivate Tea' }).click()
  await expect(page.getByRole('button', { name: 'Tea', exact: true })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Tea', exact: true }).click()
  await dialog(page).getByLabel('Name').fill('Green tea')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toContainText('Unsaved changes')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await page.keyboard.press('F6')
  await expect(tile(page, 'Green tea')).toBeVisible()
})

test('categories are added and become tabs of the sale screen once they hold items', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Categories' }).click()
  await dialog(page).getByLabel('New category').fill('Gifts')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('textbox', { name: 'Name of Gifts' })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`the catalogue has no accessibility faults in the ${theme} theme`, async ({ register }) => {
    const { page } = register
    await stockShop(register)
    await register.call('staff/preferences', { theme })
    await openSale(page)
    await page.keyboard.press('Alt+b')
    await expect(page.getByRole('button', { name: 'Tea', exact: true })).toBeVisible()
    const clean = async (what: string) => {
      await page.waitForTimeout(250)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    }
    await clean('items')
    await page.getByRole('button', { name: 'Tea', exact: true }).click()
    await clean('item form')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Categories' }).click()
    await clean('categories')
  })
}
