import type { Page } from '@playwright/test'
import { expect, test } from './register.ts'
import { codes, countTaps, openSale, scan, stockShop, tile, total } from './sell-shop.ts'

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
  await expect(dialog(page)).toHaveCount(0)
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

test('a payment whose answer was lost is asked for again and taken once', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  let lost = false
  await page.routeWebSocket(/\/wire/, (screen) => {
    const main = screen.connectToServer()
    let deaf = false
    screen.onMessage((message) => {
      if (!lost && String(message).includes('"sales/pay"')) {
        lost = deaf = true
        setTimeout(() => void screen.close(), 300)
      }
      main.send(message)
    })
    main.onMessage((message) => {
      if (!deaf) screen.send(message)
    })
  })
  await openSale(page)
  await tile(page, 'Coffee').click()
  await expect(total(page)).toContainText('$10.26')
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Exact cash' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('did not answer')
  await expect(async () => {
    await dialog(page).getByRole('button', { name: 'Retry' }).click({ timeout: 500 })
    await expect(dialog(page)).toContainText('Sale 1-000001', { timeout: 1000 })
  }).toPass()
  const { rows } = await register.call('sales/list', { page: { after: null, most: 10 }, text: null, day: null })
  expect(rows).toHaveLength(1)
})
