import type { Page } from '@playwright/test'
import { choose, openOffice } from './loyalty-days.ts'
import { expect, test, type Register } from './register.ts'
import { stockShop } from './sell-shop.ts'

const preview = (page: Page) => page.locator('[data-preview]')
const section = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
const versions = (page: Page) => page.getByRole('region', { name: 'Versions' }).getByRole('listitem')

async function openRules(register: Register): Promise<void> {
  await stockShop(register)
  await register.page.reload()
  await register.page.getByRole('navigation').first().waitFor()
  await openOffice(register.page, 'Program rules')
}

async function addGold(page: Page): Promise<void> {
  await section(page, 'Tiers').click()
  await page.getByRole('button', { name: 'Add tier' }).click()
  const tier = page.getByRole('group', { name: 'Tier 1' })
  await tier.getByLabel('Times').fill('1.5')
  await tier.getByLabel('Name').fill('Gold')
}

test('the preview says what a sale earns while the rules are changed: a sale of 22.50 earns 33', async ({ register }) => {
  const { page } = register
  await openRules(register)
  await expect(preview(page)).toContainText('A sale of $22.50 earns 22 points.')
  await addGold(page)
  await choose(page, 'To a member of', 'Gold')
  await expect(preview(page)).toContainText('A sale of $22.50 earns 33 points.')
  await expect(preview(page)).toContainText('×1.5 Gold')
  await expect(preview(page)).toContainText('makes 33.75, rounded down')
  await page.getByLabel('A sale of').fill('100')
  await expect(preview(page)).toContainText('A sale of $100.00 earns 150 points.')
})

test('a change holds from now as a new version, and the one before is frozen', async ({ register }) => {
  const { page } = register
  await openRules(register)
  await addGold(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('They hold from now on')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(versions(page).first()).toContainText('Version 2')
  await expect(versions(page).first()).toContainText('Now')
  await versions(page).nth(1).getByRole('button').click()
  await expect(page.getByText('These rules are past.')).toBeVisible()
  await expect(page.getByLabel('Points', { exact: true }).first()).toBeDisabled()
  const { now } = await register.call('loyalty/programs', {})
  expect(now?.rules.tiers.levels).toMatchObject([{ name: 'Gold', from: 1_000, timesMilli: 1_500 }])
})

test('rules to come have a first day, are edited until then, and withdrawn', async ({ register }) => {
  const { page } = register
  await openRules(register)
  const points = page.getByLabel('Points', { exact: true }).first()
  await points.fill('2')
  await page.getByText('From a day').click()
  await page.getByLabel('First day').fill('2000-01-01')
  await expect(page.getByText('Choose a day to come.')).toBeVisible()
  const save = async (what: string) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText(what)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  }
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('First day').fill(inTenDays)
  await save('Until then nothing changes')
  await expect(versions(page).first()).toContainText('To come')
  await expect(versions(page).first()).toContainText('2 points for each $1.00')
  await versions(page).first().getByRole('button').click()
  await points.fill('3')
  await save('Until then nothing changes')
  await expect(versions(page)).toHaveCount(2)
  await expect(versions(page).first()).toContainText('3 points for each $1.00')
  await versions(page).first().getByRole('button').click()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(versions(page).first()).toContainText('1 point for each $1.00')
  const { now, next } = await register.call('loyalty/programs', {})
  expect([now?.version, now?.rules.earn.points, next.map(({ rules }) => rules.earn.points)]).toEqual([1, 1, [1, 3, 2]])
})

test('what cannot be read or does not fit is said where it stands, and nothing typed is lost by leaving', async ({ register }) => {
  const { page } = register
  await openRules(register)
  await page.getByLabel('Minimum spend').fill('lots')
  await expect(page.getByText('Enter an amount such as 12.50.')).toBeVisible()
  await page.getByLabel('Minimum spend').fill('5')
  await section(page, 'Redeeming').click()
  await page.getByLabel('In steps of').fill('30')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The minimum must be a whole number of steps.')).toBeVisible()
  await openOffice(page, 'Items').catch(() => undefined)
  await openOffice(page, 'Program rules')
  await expect(page.getByText('Unsaved changes from before are still here.')).toBeVisible()
  await expect(page.getByLabel('Minimum spend')).toHaveValue('5.00')
  await page.getByRole('button', { name: 'Discard' }).first().click()
  await expect(page.getByLabel('Minimum spend')).toHaveValue('0.00')
})

test('a reward is added, refused by field, changed and taken off the offer', async ({ register }) => {
  const { page } = register
  await openRules(register)
  await openOffice(page, 'Rewards')
  await expect(page.getByText('No rewards yet.')).toBeVisible()
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Free filters')
  await dialog.getByText('Free item').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('Choose the items or categories it is for.')
  await dialog.getByRole('combobox', { name: 'Items' }).fill('filter')
  await page.getByRole('option', { name: 'Filter papers' }).click()
  await page.keyboard.press('Control+s')
  const row = page.getByRole('row').filter({ hasText: 'Free filters' })
  await expect(row).toContainText('One item for free')
  await row.getByRole('button', { name: 'Free filters' }).click()
  await dialog.getByText('Money off').click()
  await dialog.getByLabel('Amount off').fill('5')
  await dialog.getByLabel('Last day').fill('2030-01-31')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('$5.00 off')
  await expect(row).toContainText('until January 31, 2030')
  await row.getByRole('switch').click()
  await expect.poll(async () => (await register.call('loyalty/all-rewards', {}))[0]?.active).toBe(false)
})
