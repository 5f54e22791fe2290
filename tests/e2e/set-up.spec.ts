import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './register.ts'

const step = (page: Page, title: string) => expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click()

async function typeShop(page: Page): Promise<void> {
  await page.getByLabel('Shop name').fill('Brûlerie du Coin')
  await page.getByRole('combobox', { name: 'Province' }).click()
  await page.getByRole('option', { name: 'Québec' }).click()
  await page.getByLabel('City').fill('Montréal')
}

async function typeOwner(page: Page, pin: string): Promise<void> {
  await page.getByLabel('Your name').fill('Olive')
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.getByLabel('PIN again').fill(pin)
}

test('a new shop is set up by keyboard and touch, and the owner is signed in at the end', async ({ register: { page, call } }) => {
  await step(page, 'Choose a language')
  await page.keyboard.press('Tab')
  await next(page)
  await typeShop(page)
  await page.keyboard.press('Enter')
  await step(page, 'Money and time')
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/Toronto')
  await page.keyboard.press('Enter')
  await step(page, 'Taxes')
  await expect(page.getByLabel('Name').nth(1)).toHaveValue('QST')
  await page.keyboard.press('Enter')
  await step(page, 'What you sell')
  await page.keyboard.press('Enter')
  await typeOwner(page, '8264')
  await page.keyboard.press('Enter')
  await step(page, 'Ready to open')
  await expect(page.getByText('GST 5 %, QST 9.975 %, added')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible()
  expect(await call('staff/session', {})).toMatchObject({ name: 'Olive', role: 'owner' })
  expect((await call('shop/taxes', {})).rates).toMatchObject([{ name: 'GST', ratePpm: 50_000 }, { name: 'QST', ratePpm: 99_750 }])
})

test('what is missing is said under its field, which gets the focus; nothing goes on', async ({ register: { page } }) => {
  await next(page)
  await next(page)
  await expect(page.getByText('Enter the name of the shop.')).toBeVisible()
  await expect(page.getByLabel('Shop name')).toBeFocused()
  await step(page, 'Your shop')
})

test('Back and a reload keep what was typed, but never the PIN', async ({ register: { page, host } }) => {
  await next(page)
  await typeShop(page)
  for (const title of ['Money and time', 'Taxes', 'What you sell', 'Owner and first till']) {
    await next(page)
    await step(page, title)
  }
  await typeOwner(page, '8264')
  await page.getByRole('button', { name: 'Back' }).click()
  await next(page)
  await expect(page.getByLabel('Your name')).toHaveValue('Olive')
  await expect(page.getByLabel('PIN again')).toHaveValue('8264')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('8264')
  await page.goto(host.origin)
  await next(page)
  await expect(page.getByLabel('Shop name')).toHaveValue('Brûlerie du Coin')
  await expect(page.getByRole('combobox', { name: 'Province' })).toHaveValue('Québec')
})

test('too simple a PIN leads back to it and loses nothing', async ({ register: { page } }) => {
  await next(page)
  await typeShop(page)
  for (let count = 0; count < 4; count++) await next(page)
  await typeOwner(page, '1234')
  await next(page)
  await page.getByRole('button', { name: 'Open the shop' }).click()
  await expect(page.getByText('That PIN is too easy to guess. Choose another.')).toBeVisible()
  await typeOwner(page, '8264')
  await next(page)
  await page.getByRole('button', { name: 'Open the shop' }).click()
  await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible()
})

test('the language that is tapped is spoken at once, and its taxes and till are named in it', async ({ register: { page } }) => {
  await page.getByRole('radio', { name: 'Français' }).click()
  await step(page, 'Choisissez une langue')
  await page.getByRole('button', { name: 'Suivant' }).click()
  await page.getByLabel('Nom du commerce').fill('Brûlerie du Coin')
  await page.getByRole('combobox', { name: 'Province' }).click()
  await page.getByRole('option', { name: 'Québec' }).click()
  for (let count = 0; count < 2; count++) await page.getByRole('button', { name: 'Suivant' }).click()
  await expect(page.getByLabel('Taux').nth(1)).toHaveValue('9,975')
  for (let count = 0; count < 2; count++) await page.getByRole('button', { name: 'Suivant' }).click()
  await expect(page.getByLabel('Nom de cette caisse')).toHaveValue('Caisse 1')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every step of the wizard is accessible, ${colorScheme}`, async ({ register: { page } }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const title of ['Choose a language', 'Your shop', 'Money and time', 'Taxes', 'What you sell', 'Owner and first till', 'Ready to open']) {
      await step(page, title)
      if (title === 'Your shop') await typeShop(page)
      if (title === 'Owner and first till') await typeOwner(page, '8264')
      expect.soft((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), title).toEqual([])
      if (title !== 'Ready to open') await next(page)
    }
  })
}
