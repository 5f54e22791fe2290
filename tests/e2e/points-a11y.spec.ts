import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Language } from '../../src/main/vocabulary.ts'
import { addReward, openWithPoints, pill } from './points-shop.ts'
import { expect, ownerPin, test, type Register } from './register.ts'

async function expectClean(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(250)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/** Texts that are wider than the place they stand in. What may be cut (a long name) carries the class cut. */
const cutTexts = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, h3, [role=tab], legend, dt, th, [role=menuitem]')]
    .filter((each) => each.offsetParent !== null && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflow !== 'visible' && !each.closest('.cut, .spoken-only') && !each.querySelector('.cut'))
    .map((each) => `${each.tagName} ${each.textContent}`))

const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('[role=dialog] button, [role=tabpanel] button, [data-points-pill], [role=group] > button')]
    .map((each) => ({ each, box: each.getBoundingClientRect() })).filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(({ each, box }) => `${each.getAttribute('aria-label') ?? each.textContent} ${Math.round(box.width)}x${Math.round(box.height)}`))

/** Every screen of loyalty at the till, in the order in which a cashier meets them. */
async function walk(register: Register, theme: 'light' | 'dark', language: Language, look: (where: string) => Promise<void>): Promise<void> {
  const { page } = register
  const { stock, people } = await openWithPoints(register)
  await addReward(register, { name: '5.00 off', points: 100 as never, what: { kind: 'money', cents: 500 as never } })
  await addReward(register, { name: 'Free filter', points: 200 as never, what: { kind: 'product', itemIds: [stock.filter], categoryIds: [], mostCents: null } })
  await register.call('loyalty/assign-card', { requestId: register.rid(), code: 'C12345', customerId: people.ana, takeUnknown: true })
  await register.call('staff/preferences', { theme, language } as never)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const dialog = page.getByRole('dialog')
  await look('sale with points')
  await page.keyboard.press('F5')
  await dialog.waitFor()
  await look('points sheet')
  await dialog.getByRole('button').last().click()
  await dialog.getByRole('textbox').waitFor()
  await look('cards')
  await page.keyboard.press('Escape')
  await pill(page).click()
  await page.keyboard.press('a')
  await page.locator('[role=dialog]').nth(1).waitFor()
  await look('pin pad')
  await page.keyboard.type(ownerPin)
  await expect(dialog).toHaveCount(1)
  await dialog.getByRole('group').first().waitFor()
  await page.keyboard.type('50')
  await look('number and reason')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(pill(page)).toHaveText('290')
  await page.getByRole('button', { name: /5\.00 off$/ }).click()
  await page.locator('main').getByRole('list').first().waitFor()
  await look('reward on the sale')
  await page.keyboard.press('F4')
  await dialog.waitFor()
  await look('pay sheet')
  await dialog.locator('[data-autofocus]').click()
  await expect(dialog.getByRole('status').nth(1)).toBeVisible()
  await look('paid')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F8')
  await page.locator('[role=gridcell]').filter({ hasText: 'Ana Ruiz' }).first().click()
  await page.locator('[data-profile-name]').waitFor()
  await page.keyboard.press('Alt+3')
  await page.getByRole('tabpanel').getByRole('table').waitFor()
  await look('loyalty tab')
  await page.getByRole('tabpanel').getByRole('table').getByRole('button').nth(1).click()
  await dialog.getByRole('table').waitFor()
  await look('explain')
}

for (const theme of ['light', 'dark'] as const) {
  test(`the points at the till are clean for axe in the ${theme} theme`, async ({ register }) => {
    test.setTimeout(150_000)
    await walk(register, theme, 'en', (where) => expectClean(register.page, `${theme}, ${where}`))
  })
}

for (const language of ['fr', 'es'] as const) {
  test(`no word of points is cut in ${language} at 1280 px, and every control is 44 px`, async ({ register }) => {
    test.setTimeout(150_000)
    await register.page.setViewportSize({ width: 1280, height: 800 })
    await walk(register, 'light', language, async (where) => {
      expect.soft(await cutTexts(register.page), where).toEqual([])
      expect.soft(await smallTargets(register.page), where).toEqual([])
    })
  })
}

test('the words of points are the ones of the help pages, in French and Spanish too', async ({ register }) => {
  const { page } = register
  await openWithPoints(register)
  for (const [language, words] of [['fr', ['Ajouter des points', 'Retirer des points']], ['es', ['Agregar puntos', 'Quitar puntos']]] as const) {
    await register.call('staff/preferences', { language } as never)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.keyboard.press('F5')
    for (const word of words) await expect(page.getByRole('button', { name: word, exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
