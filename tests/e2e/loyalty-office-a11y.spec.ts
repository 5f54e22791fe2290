import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Language } from '../../src/main/vocabulary.ts'
import { openTill, test } from './loyalty-days.ts'
import { expect } from './register.ts'

async function expectClean(page: Page, where: string): Promise<void> {
  await page.waitForTimeout(250)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/** Texts that are wider than the place they stand in. */
const cutTexts = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('button, label, h1, h2, h3, legend, dt, th, [role=menuitem]')]
    .filter((each) => each.offsetParent !== null && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflow !== 'visible' && !each.closest('.cut, .spoken-only') && !each.matches('.spoken-only'))
    .map((each) => `${each.tagName} ${each.textContent}`))

const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('main button, main input:not([type=checkbox], [type=radio], [type=hidden]), [role=dialog] button, [role=dialog] input:not([type=checkbox], [type=radio], [type=hidden])')]
    .filter((each) => each.offsetParent !== null && !each.closest('.mantine-Pill-root, .mantine-MultiSelect-root, .mantine-Select-root') && getComputedStyle(each).opacity !== '0')
    .map((each) => ({ each, box: each.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
    .map(({ each, box }) => `${each.getAttribute('aria-label') ?? each.textContent} ${Math.round(box.width)}x${Math.round(box.height)}`))

/** Every page of loyalty in the back office, and every dialog on it, by place, so that the language does not matter. */
async function walk(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  const go = (name: string) => page.locator(`[data-page=${name}]`).click()
  await page.keyboard.press('Alt+r')
  await go('program')
  for (const at of [0, 2, 3, 4, 5, 6, 7, 8]) await page.locator('[data-accordion-control]').nth(at).click()
  await page.locator('[data-preview] p').first().waitFor()
  await look('program rules')
  await go('rewards')
  await look('no rewards')
  await page.keyboard.press('Control+n')
  await page.getByRole('dialog').locator('input').first().fill('x')
  await page.keyboard.press('Control+s')
  await look('reward')
  await page.keyboard.press('Escape')
  await look('leaving a reward')
  await page.getByRole('alertdialog').getByRole('button').first().click()
  await go('cards')
  await page.getByRole('rowheader').first().waitFor()
  await look('cards')
  await page.keyboard.press('Control+p')
  await page.locator('[data-sheet]').waitFor()
  await look('print')
  await page.keyboard.press('Escape')
  await go('loyalty-report')
  await page.getByRole('combobox').nth(1).click()
  await page.getByRole('option').nth(3).click()
  await page.locator('tfoot').waitFor()
  await look('report')
  await page.locator('tfoot button').first().click()
  await page.getByRole('dialog').locator('tbody tr').first().waitFor()
  await look('rows behind')
  await page.keyboard.press('Escape')
  for (let view = 1; view <= 13; view++) {
    await page.getByRole('combobox').first().click()
    await page.getByRole('option').nth(view).click()
    await look(`view ${view}`)
  }
  await go('audit')
  await page.locator('[data-verify] button').click()
  await page.locator('[data-result=whole]').waitFor()
  await look('verified')
}

async function open(past: string, context: Parameters<typeof openTill>[1], theme: 'light' | 'dark', language: Language) {
  const till = await openTill(past, context)
  await till.caller.call('loyalty/make-cards', { requestId: crypto.randomUUID() as never, count: 3, prefix: 'C', digits: 8, withCheck: true, anyway: false })
  await till.caller.call('staff/preferences', { theme, language } as never)
  await expect(till.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  await expect(till.page.locator('html')).toHaveAttribute('lang', language)
  return till
}

for (const theme of ['light', 'dark'] as const) {
  test(`the back office of loyalty is clean for axe in the ${theme} theme`, async ({ past, context }) => {
    test.setTimeout(240_000)
    const till = await open(past, context, theme, 'en')
    await walk(till.page, (where) => expectClean(till.page, `${theme}, ${where}`))
    await till.stop()
  })
}

for (const language of ['fr', 'es'] as const) {
  test(`no word of the back office of loyalty is cut in ${language}, and every control is 44 px`, async ({ past, context }) => {
    test.setTimeout(240_000)
    const till = await open(past, context, 'light', language)
    await till.page.setViewportSize({ width: 1280, height: 800 })
    await walk(till.page, async (where) => {
      expect(await cutTexts(till.page), where).toEqual([])
      expect(await smallTargets(till.page), where).toEqual([])
    })
    await till.stop()
  })
}
