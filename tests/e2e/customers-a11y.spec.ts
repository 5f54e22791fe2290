import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Language } from '../../src/main/vocabulary.ts'
import { attach, cartOf, openWithCart, popup, search } from './customer-shop.ts'
import { expect, test, type Register } from './register.ts'

async function expectClean(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(200)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/** Texts that are wider than the place they stand in. What may be cut (a long name) carries the class cut. */
const cutTexts = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, h3, [role=tab], legend, dt, [role=menuitem]')]
    .filter((each) => each.offsetParent !== null && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflow !== 'visible' && !each.closest('.cut, .spoken-only') && !each.querySelector('.cut'))
    .map((each) => `${each.tagName} ${each.textContent}`))

const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('[data-customer-layer] button, [role=group] > button')]
    .map((each) => ({ each, box: each.getBoundingClientRect() })).filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(({ each, box }) => `${each.getAttribute('aria-label') ?? each.textContent} ${Math.round(box.width)}x${Math.round(box.height)}`))

async function walk(register: Register, theme: 'light' | 'dark', language: Language, look: (where: string) => Promise<void>): Promise<void> {
  const { page } = register
  await openWithCart(register)
  await attach(page, 'ana', 'Ana Ruiz')
  await register.call('staff/preferences', { theme, language } as never)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const field = page.locator('[data-customer-search]')
  await look('sell with a customer')
  await page.keyboard.press('F2')
  await page.locator('[role=gridcell]').first().waitFor()
  await look('picker')
  await field.fill('smith')
  await page.locator('[role=gridcell]').filter({ hasText: 'J Smith' }).first().waitFor()
  await look('picker with results')
  await field.press('ArrowRight')
  await page.locator('[data-profile-name]').waitFor()
  await look('profile beside the picker')
  await page.keyboard.press('Control+e')
  await page.locator('[data-field="phones.0"]').waitFor()
  await page.getByRole('switch').nth(1).click()
  await look('edit form')
  await page.keyboard.press('Control+2')
  await look('edit form, contact')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-profile-name]')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.locator('[data-profile-name]').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+n')
  await page.locator('[data-field="name"]').fill('')
  await page.locator('[data-field="phones.0"]').fill('514 555 0142')
  await page.locator('[role=complementary], aside').first().waitFor()
  await page.keyboard.press('Control+s')
  await look('new form with a problem')
  await page.keyboard.press('Escape')
  await look('leaving')
  await page.getByRole('dialog').getByRole('button').nth(1).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F8')
  await page.locator('[role=gridcell]').filter({ hasText: 'Ana Ruiz' }).first().click()
  await page.locator('[data-profile-name]').waitFor()
  await look('customers')
}

for (const theme of ['light', 'dark'] as const) {
  test(`the customer side is clean for axe in the ${theme} theme`, async ({ register }) => {
    test.setTimeout(120_000)
    await walk(register, theme, 'en', (where) => expectClean(register.page, `${theme}, ${where}`))
  })
}

for (const language of ['fr', 'es'] as const) {
  test(`no word of the customer side is cut in ${language}, and every control is 44 px`, async ({ register }) => {
    await register.page.setViewportSize({ width: 1280, height: 800 })
    await walk(register, 'light', language, async (where) => {
      expect(await cutTexts(register.page), where).toEqual([])
      expect(await smallTargets(register.page), where).toEqual([])
    })
  })
}

test('the words are the ones of the help pages, in French too', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await register.call('staff/preferences', { language: 'fr' } as never)
  await expect(page.getByRole('button', { name: 'Client : Client de passage' })).toBeVisible()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+n')
  for (const label of ['Nom complet ou surnom', 'Téléphone', 'Courriel', 'Date de naissance']) await expect(page.getByLabel(label, { exact: true })).toBeVisible()
  await expect(page.getByText('Accepte les textos')).toBeVisible()
  await page.getByRole('switch', { name: 'Détails du client' }).click()
  for (const label of ['Numéro de permis de conduire', 'Province ou État du permis', "Date d'expiration du permis"]) await expect(page.getByLabel(label, { exact: true })).toBeVisible()
})

test('the whole way by keyboard: menu of the initial, focus given back', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(search(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(popup(page, 'Walk-In')).toBeFocused()
  await attach(page, 'ana', 'Ana Ruiz')
  await page.getByRole('button', { name: 'Menu: Ana Ruiz' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Customer History' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(popup(page, 'Walk-In')).toBeVisible()
  await expect(cartOf(page)).toContainText('Coffee 250 g')
})
