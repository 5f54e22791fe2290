import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, startHost, test } from './register.ts'
import { countTaps, openSale, stockShop, tile, total } from './sell-shop.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const waiting = (page: Page) => page.getByRole('table', { name: 'Queue' }).getByRole('row')

test('a cart is saved to the queue in three taps without typing, and recalled in two', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await tile(page, 'Tea').click()
  const taps = await countTaps(page)
  await page.getByRole('button', { name: 'Save cart to queue' }).click()
  await dialog(page).getByText('Save Sale', { exact: true }).click()
  await expect(dialog(page).getByLabel('Add Customer Name')).toHaveValue(/^Walk-In \d\d:\d\d$/)
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Scan or tap an item.')).toBeVisible()
  expect(await taps()).toBe(3)
  await page.getByRole('button', { name: 'Queue', exact: false }).first().click()
  await page.getByRole('button', { name: /^Open Walk-In/ }).click()
  await expect(total(page)).toContainText('$18.24')
  expect(await taps()).toBe(5)
})

test('Ctrl+Q and Enter park; a held lightning button parks at once', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.keyboard.press('Control+q')
  await expect(dialog(page)).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Save', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Scan or tap an item.')).toBeVisible()
  await tile(page, 'Tea').click()
  await expect(total(page)).toContainText('$7.98')
  await page.getByRole('button', { name: 'Save cart to queue' }).click({ delay: 900 })
  await expect(page.getByText('Scan or tap an item.')).toBeVisible()
  expect(await register.call('sales/queue', { mine: true })).toHaveLength(2)
})

test('an empty cart says why it cannot wait', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await page.getByRole('button', { name: 'Save cart to queue' }).click({ force: true })
  await expect(page.getByText('The cart is empty: there is nothing to save.')).toBeVisible()
})

test('a parked cart survives a restart with its name, lines and total', async ({ register, context }) => {
  const { page, host } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await tile(page, 'Filter').click()
  await page.keyboard.press('Control+q')
  await dialog(page).getByLabel('Add Customer Name').fill('Blue jacket')
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Blue jacket is in the queue')).toBeVisible()
  register.expectConsole(/WebSocket|net::ERR/)
  await host.stop('SIGKILL')
  const again = await startHost({ folder: host.folder })
  const second = await context.newPage()
  await second.goto(await again.newAddress())
  await second.getByRole('button', { name: /Olive Owner/ }).click()
  await second.keyboard.type('7391')
  await expect(tile(second, 'Coffee')).toBeVisible()
  await second.keyboard.press('F7')
  await expect(waiting(second).filter({ hasText: 'Blue jacket' })).toContainText('$15.39')
  await second.getByRole('button', { name: /^Open Blue jacket/ }).click()
  await expect(total(second)).toContainText('$15.39')
  await again.stop()
})

test('opening one cart saves the other; changed prices are asked about; Del discards with Undo', async ({ register }) => {
  const { page } = register
  const stock = await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.keyboard.press('Control+q')
  await dialog(page).getByLabel('Add Customer Name').fill('First')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Scan or tap an item.')).toBeVisible()
  const item = await register.call('items/get', { id: stock.coffee })
  const { id: _id, active: _active, ...draft } = item
  await register.call('items/save', { requestId: register.rid(), id: stock.coffee, draft: { ...draft, priceCents: 1100 } as never })
  await tile(page, 'Tea').click()
  await expect(total(page)).toContainText('$7.98')
  await page.keyboard.press('F7')
  await page.getByRole('button', { name: /^Open First/ }).click()
  await expect(dialog(page)).toContainText('Prices changed')
  await expect(dialog(page).getByRole('row').last()).toContainText('11.00')
  await dialog(page).getByRole('button', { name: 'Update prices' }).click()
  await expect(total(page)).toContainText('$12.54')
  await expect(page.getByText(/open cart was saved to the queue/)).toBeVisible()
  await page.keyboard.press('F7')
  const row = waiting(page).filter({ hasText: 'Walk-In' })
  await row.getByRole('button', { name: /^Open/ }).focus()
  await page.keyboard.press('Delete')
  await expect(row).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(row).toHaveCount(1)
})

test('discarding the cart can be undone', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await page.keyboard.press('Control+q')
  await dialog(page).getByText('Discard', { exact: true }).first().click()
  await dialog(page).getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('Scan or tap an item.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(total(page)).toContainText('$10.26')
})

for (const theme of ['light', 'dark'] as const) {
  test(`the queue has no accessibility faults in the ${theme} theme`, async ({ register }) => {
    const { page } = register
    await stockShop(register)
    await register.call('staff/preferences', { theme })
    await openSale(page)
    await page.keyboard.press('F7')
    await expect(page.getByText('No saved carts.')).toBeVisible()
    const faults = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
    expect(await faults()).toEqual([])
    await page.keyboard.press('F6')
    await tile(page, 'Coffee').click()
    await expect(total(page)).toContainText('$10.26')
    await page.keyboard.press('Control+q')
    await page.keyboard.press('Enter')
    await page.keyboard.press('F7')
    await expect(waiting(page)).toHaveCount(2)
    expect(await faults()).toEqual([])
  })
}
