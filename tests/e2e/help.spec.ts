import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './register.ts'

const faults = async (page: Page) => {
  await page.waitForTimeout(250)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

test('F1 opens the help pages, one can be chosen, and a vote is kept once (S5-01, S5-41)', async ({ register }) => {
  const { page, setUpShop } = register
  await setUpShop()
  await page.getByText('Scan or tap an item.').waitFor()
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: 'Take a customer off the cart' }).click()
  const article = page.getByRole('article', { name: 'Take a customer off the cart' })
  await expect(article.getByRole('listitem')).toHaveCount(2)
  await expect(article.getByText('Home › Using the register')).toBeVisible()
  await expect(article.getByRole('button', { name: 'Print' })).toBeVisible()
  await article.getByRole('button', { name: 'Yes' }).click()
  await expect(article.getByText('Thank you. Your answer is kept.')).toBeVisible()
  expect(await register.call('help/votes', {})).toEqual([{ article: 'clear', helpful: true }])
})

test('a help page prints on one sheet, without the register around it', async ({ register }) => {
  const { page, setUpShop } = register
  await setUpShop()
  await page.getByText('Scan or tap an item.').waitFor()
  await page.keyboard.press('F1')
  await page.getByRole('article').waitFor()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('Ctrl+K finds a command by part of its name, and Ctrl+/ lists the keys', async ({ register }) => {
  const { page, setUpShop } = register
  await setUpShop()
  await page.getByText('Scan or tap an item.').waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('import')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Import contacts' })).toBeVisible()
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('row', { name: 'F12' })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`help, commands and shortcuts have no accessibility faults in the ${theme} theme`, async ({ register }) => {
    const { page, setUpShop } = register
    await setUpShop()
    await register.call('staff/preferences', { theme })
    await page.getByText('Scan or tap an item.').waitFor()
    for (const key of ['F1', 'Control+k', 'Control+/']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      expect(await faults(page), key).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
}
