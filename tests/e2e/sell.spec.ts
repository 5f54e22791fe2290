import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './register.ts'
import type { Cents } from '../../src/main/vocabulary.ts'
import { addItem, approve, codes, countTaps, openSale, scan, signInCashier, stockShop, tile, total } from './sell-shop.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test('one item for exact cash is two taps: PAY, Exact cash', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await scan(page, codes.coffee)
  await expect(total(page)).toContainText('$10.26')
  const taps = await countTaps(page)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await page.getByRole('button', { name: 'Exact cash' }).click()
  await expect(dialog(page)).toContainText('Sale 1-000001')
  expect(await taps()).toBe(2)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Scan or tap an item.')).toBeVisible()
})

test('cash above the total gives change, typed on the keypad or as a note', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await tile(page, 'Coffee').click()
  await tile(page, 'Tea').click()
  await expect(total(page)).toContainText('$28.50')
  await page.keyboard.press('F4')
  await expect(dialog(page).getByRole('button', { name: '$30.00' })).toBeVisible()
  await page.keyboard.type('50')
  await expect(dialog(page)).toContainText('Change $21.50')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('Sale 1-000001')
  await expect(dialog(page)).toContainText('$21.50')
  const { rows } = await register.call('sales/list', { page: { after: null, most: 10 }, text: null, day: null })
  expect(rows.map(({ totalCents, items }) => [totalCents, items])).toEqual([[2850, 3]])
})

test('card and cash share a sale, and a tender can be taken back', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.keyboard.press('F4')
  await dialog(page).getByText('Card', { exact: true }).click()
  await dialog(page).getByRole('button', { name: '5', exact: true }).click()
  await dialog(page).getByLabel('Reference').fill('AUTH-77')
  await dialog(page).getByRole('button', { name: 'Card paid $5.00' }).click()
  await expect(dialog(page)).toContainText('$5.26')
  await dialog(page).getByRole('button', { name: 'Take back' }).click()
  await expect(dialog(page)).toContainText('$10.26')
  await dialog(page).getByLabel('Reference').fill('AUTH-78')
  await dialog(page).getByRole('button', { name: '5', exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Card paid $5.00' }).click()
  await dialog(page).getByText('Cash', { exact: true }).first().click()
  await dialog(page).getByRole('button', { name: 'Exact cash' }).click()
  await expect(dialog(page)).toContainText('Sale 1-000001')
  const { rows } = await register.call('sales/list', { page: { after: null, most: 10 }, text: null, day: null })
  expect(rows[0]?.paidBy.toSorted()).toEqual(['card', 'cash'])
})

test('a double tap pays once', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Exact cash' }).dblclick()
  await expect(dialog(page)).toContainText('Sale 1-000001')
  await page.keyboard.press('Enter')
  const { rows } = await register.call('sales/list', { page: { after: null, most: 10 }, text: null, day: null })
  expect(rows).toHaveLength(1)
})

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

test('the receipt shows, speaks three languages, and is reprinted as a duplicate', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Exact cash' }).click()
  await dialog(page).getByRole('button', { name: 'View receipt' }).click()
  await expect(dialog(page).getByRole('article')).toContainText('Coffee 250 g')
  await dialog(page).getByText('FR', { exact: true }).click()
  await expect(dialog(page).getByRole('article')).toContainText('Sous-total')
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'PDF' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Reprint last receipt' }).click()
  await expect(dialog(page).getByRole('article')).toContainText(/duplicate/i)
})

test('everything needed to finish a sale fits 1366 x 720 without scrolling', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await page.setViewportSize({ width: 1366, height: 720 })
  await openSale(page)
  for (const name of ['Coffee', 'Tea', 'Filter']) await tile(page, name).click()
  for (const name of ['Pay', 'Save cart to queue', 'More actions']) await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
  await expect(total(page)).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
  await page.keyboard.press('F4')
  for (const name of ['Exact cash', 'Take cash']) await expect(dialog(page).getByRole('button', { name })).toBeInViewport({ ratio: 1 })
})

for (const theme of ['light', 'dark'] as const) {
  test(`the sale screen and its sheets have no accessibility faults in the ${theme} theme`, async ({ register }) => {
    const { page } = register
    await stockShop(register)
    await register.call('staff/preferences', { theme })
    await openSale(page)
    const clean = async (what: string) => {
      await page.waitForTimeout(250)
      const { violations } = await new AxeBuilder({ page }).exclude('[data-customer-popup]').analyze()
      expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    }
    await clean('empty cart')
    await tile(page, 'Coffee').click()
    await tile(page, 'Tea').click()
    await clean('cart')
    await page.getByRole('button', { name: 'Tea, change' }).click()
    await clean('line sheet')
    await page.keyboard.press('Escape')
    await tile(page, 'Red wine').click()
    await clean('age')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+q')
    await clean('park')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F4')
    await clean('pay')
    await page.getByRole('button', { name: 'Exact cash' }).click()
    await clean('paid')
    await page.getByRole('button', { name: 'View receipt' }).click()
    await clean('receipt')
  })
}
