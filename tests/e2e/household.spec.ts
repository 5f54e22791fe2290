import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { rulesShape } from '../../src/main/loyalty/program.ts'
import { attach, openWithCart } from './customer-shop.ts'
import { givePoints, pill } from './points-shop.ts'
import { expect, test, type Register } from './register.ts'
import { approve, openLastSale, payCash, signInCashier, tile } from './sell-shop.ts'

test.setTimeout(180_000)
const dialog = (page: Page) => page.getByRole('dialog').last()
const shots = process.env['SHOTS']
/** A picture for whoever looks, where asked for; and nothing that axe minds, ever. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(250)
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/** Ana and Marc are members; the programme asks the security answer above 200 points. */
async function shopOfTwo(register: Register) {
  const { people } = await openWithCart(register)
  await givePoints(register, people.ana, 240)
  await givePoints(register, people.marc, 60)
  await register.call('loyalty/save-program', { requestId: register.rid(), startsAt: null, rules: rulesShape.parse({ redemption: { check: 'security-answer', checkAbove: 200 } }) })
  return people
}

test('a sale rung up for the wrong person is moved to the right one and back, each time with a manager’s PIN', async ({ register }) => {
  const { page } = register
  const people = await shopOfTwo(register)
  await signInCashier(register)
  await page.reload()
  await attach(page, 'ana', 'Ana Ruiz')
  await payCash(page)
  await openLastSale(page)
  await look(page, 'sale')
  await dialog(page).getByRole('button', { name: 'Move to another customer' }).click()
  await dialog(page).getByRole('textbox', { name: 'Move to' }).fill('marc')
  await dialog(page).getByRole('button', { name: /Marc Côté/ }).click()
  await look(page, 'move')
  await dialog(page).getByRole('button', { name: 'Move the sale' }).click()
  await approve(page)
  await expect(page.getByText('Moved to Marc Côté: Ana Ruiz −9 points, Marc Côté +9')).toBeVisible()
  const balances = async () => [(await register.call('loyalty/points', { customerId: people.ana })) as { balance?: number }, (await register.call('loyalty/points', { customerId: people.marc })) as { balance?: number }].map(({ balance }) => balance)
  expect(await balances()).toEqual([240, 69])
  await page.getByText('Moved to Marc Côté').locator('..').getByRole('button', { name: 'Undo' }).click()
  await approve(page)
  await expect(page.getByText('Moved back to Ana Ruiz')).toBeVisible()
  expect(await balances()).toEqual([249, 60])
})

test('goods are exchanged from the sale: the old one is ticked, the new one stands in the cart, the difference is paid', async ({ register }) => {
  const { page } = register
  await shopOfTwo(register)
  await signInCashier(register)
  await page.reload()
  await attach(page, 'ana', 'Ana Ruiz')
  await payCash(page)
  await tile(page, 'Tea').click()
  await tile(page, 'Filter papers').click()
  await attach(page, 'ana', 'Ana Ruiz')
  await openLastSale(page)
  await dialog(page).getByRole('button', { name: 'Exchange' }).click()
  await dialog(page).getByRole('checkbox', { name: 'Coffee 250 g' }).check()
  await dialog(page).getByRole('button', { name: 'Other size' }).click()
  await expect(dialog(page).getByText('The customer pays $2.85')).toBeVisible()
  await look(page, 'exchange')
  await dialog(page).getByRole('button', { name: 'Exchange', exact: true }).click()
  await approve(page)
  await expect(page.getByText(/Exchanged: 1-000001 for sale 1-000002/)).toBeVisible()
})

test('two people share their points, one sets a security answer, and spends more than their own with it', async ({ register }) => {
  const { page } = register
  const people = await shopOfTwo(register)
  for (const name of ['Coffee 250 g', 'Coffee 250 g', 'Tea']) await tile(page, name).click()
  await attach(page, 'marc', 'Marc Côté')
  await pill(page).click()
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await expect(page.getByText('Points are not shared with anyone.')).toBeVisible()
  await look(page, 'tab')
  await page.getByRole('button', { name: 'Add someone' }).click()
  await dialog(page).getByRole('textbox', { name: 'Who joins' }).fill('ana')
  await dialog(page).getByRole('button', { name: /Ana Ruiz/ }).click()
  await look(page, 'add')
  await dialog(page).getByRole('button', { name: 'Add someone' }).click()
  await expect(page.getByRole('table', { name: 'Members of the household' })).toContainText('300')
  await page.getByRole('button', { name: 'Set a question' }).click()
  await dialog(page).getByLabel('Question').fill('First school?')
  await dialog(page).getByRole('textbox', { name: 'Answer' }).fill('Saint-Éloi')
  await look(page, 'security')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Security question of Marc Côté saved')).toBeVisible()
  await look(page, 'household')
  await page.getByRole('button', { name: 'Change: Ana Ruiz' }).click()
  await page.getByRole('menuitem', { name: 'Change what they may do' }).click()
  await dialog(page).getByRole('textbox', { name: /At most so many points/ }).fill('100')
  await look(page, 'role')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('table', { name: 'Members of the household' })).toContainText('Spend 100 a month')
  await page.getByRole('group', { name: 'Customer: Marc Côté' }).locator('[data-points-pill]').click()
  await expect(dialog(page)).toContainText('Household Côté: 300 points together')
  await dialog(page).getByRole('textbox', { name: 'How many points' }).fill('260')
  await look(page, 'sheet')
  await dialog(page).getByRole('button', { name: /^Use .*260 points/ }).click()
  await dialog(page).getByRole('textbox', { name: 'First school?' }).fill('nowhere')
  await dialog(page).getByRole('button', { name: 'Check' }).click()
  await expect(dialog(page)).toContainText('That is not right. 4 tries left.')
  await look(page, 'answer')
  await dialog(page).getByRole('textbox', { name: 'First school?' }).fill('saint eloi')
  await dialog(page).getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('region', { name: 'Cart' })).toContainText('Points as payment')
  await page.keyboard.press('Escape')
  await payCash(page)
  const shares = (await register.call('loyalty/household', { customerId: people.marc })).household!
  expect([shares.balance, shares.members.map(({ name, spent }) => [name, spent])]).toEqual([61, [['Marc Côté', 260], ['Ana Ruiz', 0]]])
})
