import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './register.ts'
import { openSale, stockShop, tile } from './sell-shop.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`the sale screen and its sheets have no accessibility faults in the ${theme} theme`, async ({ register }) => {
    const { page } = register
    await stockShop(register)
    await register.call('staff/preferences', { theme })
    await openSale(page)
    const clean = async (what: string) => {
      await page.waitForTimeout(250)
      const { violations } = await new AxeBuilder({ page }).analyze()
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
