import type { Page } from '@playwright/test'
import type { Cents } from '../../src/main/vocabulary.ts'
import { expect, test } from './register.ts'
import { addItem, approve, codes, openSale, scan, signInCashier, stockShop, tile, total } from './sell-shop.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test('plus, minus and Del work on the marked line, and Undo brings a line back', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await tile(page, 'Tea').click()
  const line = (name: string) => page.getByRole('row').filter({ hasText: name })
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(line('Tea')).toContainText('21.00')
  await page.keyboard.press('-')
  await expect(line('Tea')).toContainText('14.00')
  await page.keyboard.press('Delete')
  await expect(line('Tea')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(line('Tea')).toContainText('14.00')
})

test('quick taps lose nothing', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  for (let count = 0; count < 8; count++) await tile(page, count % 2 ? 'Tea' : 'Coffee').click({ noWaitAfter: true, delay: 0 })
  await expect(page.getByRole('row').filter({ hasText: 'Coffee' })).toContainText('36.00')
  await expect(page.getByRole('row').filter({ hasText: 'Tea' })).toContainText('28.00')
})

test('a line takes a quantity with decimals, a discount and a note from its sheet', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.getByRole('button', { name: 'Coffee 250 g, change' }).click()
  await page.keyboard.type('1.5')
  await dialog(page).getByText('Discount', { exact: true }).click()
  await dialog(page).getByRole('button', { name: '10%' }).click()
  await dialog(page).getByText('Note', { exact: true }).click()
  await dialog(page).getByLabel('Note').last().fill('ground for filter')
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  const line = page.getByRole('row').filter({ hasText: 'Coffee' })
  await expect(line).toContainText('12.15')
  await expect(line).toContainText('−10%')
  await expect(line).toContainText('ground for filter')
})

test('a discount on the whole cart comes off before tax', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Cart discount' }).click()
  await dialog(page).getByText('Money', { exact: true }).click()
  await page.keyboard.type('1')
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(total(page)).toContainText('$9.12')
})

test('a cashier changes a price with a manager’s PIN, and stays signed in', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await signInCashier(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.getByRole('button', { name: 'Coffee 250 g, change' }).click()
  await dialog(page).getByText('Price', { exact: true }).click()
  await page.keyboard.type('8')
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(dialog(page)).toContainText('Sell Coffee 250 g at $8.00')
  await approve(page)
  await expect(page.getByRole('row').filter({ hasText: 'Coffee' })).toContainText('8.00')
  await expect(page.getByRole('row').filter({ hasText: 'Coffee' })).toContainText('9.00')
  expect((await register.call('staff/session', {}))?.role).toBe('cashier')
})

test('wine asks for the age: too young is refused and said, old enough goes in and is asked once', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Red wine').click()
  await expect(dialog(page)).toContainText('19 or older')
  await dialog(page).getByLabel('Date of Birth').fill('3/4/2010')
  await expect(dialog(page)).toContainText('April 3, 2010')
  await dialog(page).getByRole('button', { name: 'Check age' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'under 19' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Red wine' })).toHaveCount(0)
  await tile(page, 'Red wine').click()
  await dialog(page).getByLabel('Date of Birth').fill('3 avril 1990')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: 'Red wine' })).toContainText('12.00')
  await tile(page, 'Red wine').click()
  await expect(page.getByRole('row').filter({ hasText: 'Red wine' })).toContainText('24.00')
})

test('ID seen lets wine through with one tap', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Red wine').click()
  await dialog(page).getByRole('button', { name: 'ID seen' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Red wine' })).toContainText('12.00')
})

test('a scan adds from anywhere and is taken out of the search field; an unknown one says so', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await scan(page, codes.tea)
  await expect(page.getByRole('row').filter({ hasText: 'Tea' })).toContainText('7.00')
  await page.keyboard.press('F3')
  await scan(page, codes.coffee)
  await expect(page.getByRole('row').filter({ hasText: 'Coffee' })).toContainText('9.00')
  await expect(page.getByRole('combobox', { name: 'Search items' })).toHaveValue('')
  await scan(page, '4999999999999')
  await expect(dialog(page)).toContainText('4999999999999')
  await dialog(page).getByRole('button', { name: 'New product' }).click()
  await dialog(page).getByLabel('Name').fill('Mystery tin')
  await dialog(page).getByLabel('Price', { exact: true }).fill('3,25')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Mystery tin' })).toContainText('3.25')
})

test('typing in the search and Enter adds the only match; arrows choose among several', async ({ register }) => {
  const { page } = register
  const { taxClassId } = await stockShop(register)
  await addItem(register, taxClassId, { name: 'Coffee 1 kg', priceCents: 3000 as Cents })
  await openSale(page)
  await page.keyboard.press('F3')
  await page.keyboard.type('filt', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: 'Filter papers' })).toContainText('4.50')
  await page.keyboard.type('coffee', { delay: 60 })
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = (await page.getByRole('option', { selected: true }).textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: chosen.includes('1 kg') ? '1 kg' : '250 g' })).toBeVisible()
})
