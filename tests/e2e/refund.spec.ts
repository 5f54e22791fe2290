import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type Register } from './register.ts'
import { approve, openLastSale, openSale, payCash, signInCashier, stockShop, tile, total } from './sell-shop.ts'

const dialog = (page: Page) => page.getByRole('dialog').last()

async function sellThree(register: Register): Promise<void> {
  const { page } = register
  await openSale(page)
  for (const name of ['Coffee', 'Coffee', 'Tea']) await tile(page, name).click()
  await expect(total(page)).toContainText('$28.50')
  await payCash(page)
}

test('a cashier refunds one of two pieces with a manager’s PIN; the preview says what goes back', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await signInCashier(register)
  await sellThree(register)
  await openLastSale(page)
  await dialog(page).getByRole('button', { name: 'Refund' }).click()
  await dialog(page).getByRole('button', { name: 'One more Coffee 250 g back' }).click()
  await expect(dialog(page)).toContainText('Money back: $10.25')
  await expect(dialog(page).getByRole('button', { name: 'Refund $10.25' })).toBeDisabled()
  await dialog(page).getByRole('button', { name: 'Defective' }).click()
  await dialog(page).getByRole('button', { name: 'Refund $10.25' }).click()
  await approve(page)
  await expect(dialog(page)).toContainText('1 returned')
  const { rows } = await register.call('sales/list', { page: { after: null, most: 10 }, text: null, day: null })
  expect(rows[0]?.refundedCents).toBe(1025)
  await dialog(page).getByRole('button', { name: 'Refund', exact: true }).click()
  await expect(dialog(page).getByText('of 1')).toHaveCount(2)
  await dialog(page).getByRole('button', { name: 'Everything' }).click()
  await dialog(page).getByRole('button', { name: 'Changed their mind' }).click()
  await dialog(page).getByRole('button', { name: /^Refund \$18\.25/ }).click()
  await approve(page)
  await expect(dialog(page).getByRole('button', { name: 'Refund', exact: true })).toBeDisabled()
})

test('a sale is voided with a reason and a manager’s PIN, and keeps its number', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await signInCashier(register)
  await sellThree(register)
  await openLastSale(page)
  await dialog(page).getByRole('button', { name: 'Void sale' }).click()
  await dialog(page).getByRole('button', { name: 'Rung up by mistake' }).click()
  await dialog(page).getByRole('button', { name: 'Void sale' }).click()
  await approve(page)
  await expect(dialog(page)).toContainText('Voided by Casey Cashier, approved by Olive Owner')
  await expect(dialog(page).getByRole('button', { name: 'Refund', exact: true })).toBeDisabled()
})

test('goods without a receipt come back by a manager’s PIN; the slip and the list keep what was given', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await signInCashier(register)
  await openSale(page)
  await tile(page, 'Coffee').click()
  await expect(total(page)).toContainText('$10.26')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Return without receipt…' }).click()
  await expect(dialog(page)).toContainText('Money back: $10.25')
  await expect(dialog(page).getByRole('button', { name: 'Give back $10.25' })).toBeDisabled()
  await dialog(page).getByRole('button', { name: 'It was a gift' }).click()
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Give back $10.25' }).click()
  await approve(page)
  const slip = page.getByRole('article', { name: 'Refund 1-N000001' })
  await expect(slip).toContainText('Returned without a receipt · It was a gift')
  await expect(page.getByRole('dialog'), 'the pad has gone').toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(tile(page, 'Coffee')).toBeVisible()
  expect(await register.call('sales/cart', null)).toBeNull()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Recent sales' }).click()
  await dialog(page).getByRole('button', { name: 'Returns without receipt' }).click()
  await dialog(page).getByRole('button', { name: 'Slip 1-N000001' }).click()
  await expect(slip).toContainText('DUPLICATE')
})

test('a sale is found by its number in the back office, and repeated into the cart', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await sellThree(register)
  await page.keyboard.press('Alt+b')
  await page.getByRole('link', { name: 'Sales' }).or(page.getByRole('button', { name: 'Sales' })).first().click()
  await page.getByLabel('Number or customer').fill('1-000001')
  await page.getByRole('button', { name: 'Repeat sale 1-000001' }).click()
  await expect(total(page)).toContainText('$28.50')
})

for (const theme of ['light', 'dark'] as const) {
  test(`a finished sale, refund and void have no accessibility faults in the ${theme} theme`, async ({ register }) => {
    const { page } = register
    await stockShop(register)
    await register.call('staff/preferences', { theme })
    await sellThree(register)
    await openLastSale(page)
    const clean = async (what: string) => {
      await page.waitForTimeout(250)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    }
    await clean('sale')
    await dialog(page).getByRole('button', { name: 'Void sale' }).click()
    await clean('void')
    await dialog(page).getByRole('button', { name: 'Back' }).click()
    await dialog(page).getByRole('button', { name: 'Refund' }).click()
    await dialog(page).getByRole('button', { name: 'Everything' }).click()
    await clean('refund')
  })
}
