import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './register.ts'

const faults = async (page: Page) => {
  await page.waitForTimeout(250)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

test('F1 opens the help beside the work at its topic; links stay in it, Back returns, a vote is kept once, Escape gives the focus back (S1-01, S1-02, S3-16, S5-01, S5-41)', async ({ register }) => {
  const { page, setUpShop } = register
  await setUpShop()
  await page.getByText('Scan or tap an item.').waitFor()
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Help' })
  await expect(help.getByText('How can we help you?')).toBeVisible()
  await expect(help.getByRole('textbox', { name: 'Search the help' })).toBeFocused()
  await help.getByRole('button', { name: 'Take a customer off the cart' }).click()
  const article = page.getByRole('article', { name: 'Take a customer off the cart' })
  await expect(article.getByRole('listitem')).toHaveCount(2)
  await expect(article.getByText('Home › Using the register')).toBeVisible()
  await expect(article.getByRole('button', { name: 'Print' })).toBeVisible()
  await article.getByRole('button', { name: 'Yes' }).click()
  await expect(article.getByText('Thank you. Your answer is kept.')).toBeVisible()
  expect(await register.call('help/votes', {})).toEqual([{ article: 'clear', helpful: true }])
  await help.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Add a customer to the cart and save it' })).toBeVisible()
  await help.getByRole('button', { name: 'Back', exact: true }).click()
  const customers = help.getByRole('group', { name: 'Customers' })
  for (const name of ['Create a new customer', 'Edit a customer', 'Merge two records of one customer', 'Deactivate or delete a customer', 'Let a customer pay later', 'Give, take and use points']) {
    await expect(customers.getByRole('button', { name })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)

  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('button', { name: 'Back Office' }).click()
  await page.getByRole('navigation', { name: 'Back Office pages' }).getByRole('button', { name: 'Customer List', exact: true }).click()
  const find = page.getByRole('main').getByPlaceholder('Search for customer')
  await find.click()
  await page.keyboard.press('F1')
  const list = page.getByRole('article', { name: 'Use the Customer List' })
  await expect(list.getByRole('heading', { name: 'Related articles' })).toBeVisible()
  await list.getByRole('button', { name: 'Export customers' }).click()
  await expect(page.getByRole('article', { name: 'Export customers' })).toBeVisible()
  await expect(find, 'the list still stands beside it').toBeVisible()
  await page.keyboard.press('Escape')
  await expect(find).toBeFocused()
})

test('Message us waits in the outbox, can be read there and cancelled; Status counts it (S1-38, G6)', async ({ register }) => {
  const { page, setUpShop } = register
  await setUpShop()
  await page.getByText('Scan or tap an item.').waitFor()
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Help' })
  await help.getByRole('button', { name: 'Message us' }).click()
  await help.getByRole('button', { name: 'Send' }).click()
  await expect(help.getByText('Write what happened or what you need.')).toBeVisible()
  await help.getByRole('textbox', { name: 'Your message' }).fill('The drawer opens twice')
  await expect(help.getByText('till 1 of 1')).toBeVisible()
  await help.getByLabel('Add a picture').setInputFiles({ name: 'window.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await expect(help.getByRole('img', { name: 'Picture of the window' })).toBeVisible()
  await help.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Your message waits in the outbox')).toBeVisible()
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('button', { name: '1 waiting' }).click()
  const status = page.getByRole('dialog', { name: 'Status' })
  await expect(status.getByText('No email service set up. 1 waiting.')).toBeVisible()
  await status.getByRole('button', { name: 'Outbox' }).click()
  await help.getByRole('button', { name: 'Close' }).click()
  const row = page.locator('[data-outbox] tbody tr')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Question to support')
  await row.getByRole('button', { name: 'Show' }).click()
  const letter = page.getByRole('dialog', { name: 'Question to support' })
  await expect(letter.getByText('The drawer opens twice')).toBeVisible()
  await expect(letter.getByRole('img', { name: 'Picture of the window' })).toBeVisible()
  await letter.getByRole('button', { name: 'Close' }).click()
  await row.getByRole('button', { name: 'Cancel' }).click()
  await expect(row).toContainText('Cancelled')
  await row.getByRole('button', { name: 'Retry' }).click()
  await expect(row).toContainText('Queued')
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
      const opened = key === 'F1' ? page.getByRole('complementary', { name: 'Help' }) : page.getByRole('dialog')
      await opened.waitFor()
      expect(await faults(page), key).toEqual([])
      await page.keyboard.press('Escape')
      await opened.waitFor({ state: 'detached' })
    }
  })
}
