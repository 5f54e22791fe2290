import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { addPerson } from './customer-shop.ts'
import { choose, openOffice } from './loyalty-days.ts'
import { expect, test, type Register } from './register.ts'
import { signInCashier } from './sell-shop.ts'

const list = (page: Page) => page.getByRole('table', { name: 'Cards' })
const row = (page: Page, code: string) => list(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: code, exact: true }) })
const codesOn = (page: Page) => list(page).getByRole('rowheader').allTextContents()

async function openCards(register: Register, cards = 0): Promise<void> {
  await register.setUpShop()
  await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142' })
  if (cards > 0) await register.call('loyalty/make-cards', { requestId: register.rid(), count: cards, prefix: 'C', digits: 8, withCheck: true, anyway: false })
  await register.page.reload()
  await register.page.getByRole('navigation').first().waitFor()
  await openOffice(register.page, 'Customer Code Generator')
  await expect(register.page.getByRole('rowheader')).toHaveCount(cards)
}

test('a batch of 20 codes is generated, and a second one is asked about while the first is unused', async ({ register }) => {
  const { page } = register
  await openCards(register)
  await expect(page.getByText('No codes yet. Generate the first batch above.')).toBeVisible()
  await page.getByLabel('How many').fill('0')
  await page.getByRole('button', { name: 'Generate' }).click()
  await expect(page.getByText('Enter a number from 1 to 5,000.')).toBeVisible()
  await page.getByLabel('How many').fill('20')
  await page.getByRole('button', { name: 'Generate' }).click()
  await expect(page.getByText('Batch #1 of')).toContainText('20 codes, 0 assigned (0%)')
  const codes = await codesOn(page)
  expect([codes.length, new Set(codes).size, codes.every((code) => /^C\d{4} \d{4}$/.test(code))]).toEqual([20, 20, true])
  await page.getByRole('button', { name: 'Generate' }).click()
  await expect(page.getByRole('dialog')).toContainText('20 codes of the last batch (#1) are unused.')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.getByRole('dialog').getByRole('button', { name: 'Generate anyway' }).click()
  await expect(page.getByText('Batch #2 of')).toBeVisible()
  await expect(page.getByText('1 older batch')).toBeVisible()
})

test('the export is a file with exactly the codes that are listed, shown as a chip', async ({ register }) => {
  const { page } = register
  await openCards(register, 12)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Unassigned' }).click()])
  const lines = readFileSync(await download.path(), 'utf8').replace('\uFEFF', '').trim().split('\n').slice(1)
  expect(lines.map((line) => line.split(',')[1])).toEqual(await codesOn(page))
  await expect(page.locator('[data-file-chip]')).toContainText('customer-codes-unassigned.csv')
})

test('a card is assigned with Undo, blocked with a reason, unblocked and replaced', async ({ register }) => {
  const { page } = register
  await openCards(register, 3)
  const [first = '', second = ''] = await codesOn(page)
  const assign = async () => {
    await row(page, first).getByRole('button', { name: /^Assign/ }).click()
    await page.locator('[data-customer-search]').fill('ana')
    await expect(page.getByText('1 result, use arrow keys')).toBeAttached()
    await page.getByRole('gridcell', { name: /Ana Ruiz/ }).first().click()
    await expect(page.getByRole('dialog')).toContainText(`Assign card ${first} to Ana Ruiz?`)
    await page.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click()
    await expect(row(page, first)).toContainText('Ana Ruiz')
  }
  await assign()
  await page.keyboard.press('Control+z')
  await expect(row(page, first)).toContainText('Unassigned')
  await assign()
  await row(page, first).getByRole('button', { name: /^Block/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lost' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click()
  await expect(row(page, first)).toContainText('Blocked')
  await expect(row(page, first)).toContainText('Lost')
  await row(page, first).getByRole('button', { name: /^Unblock/ }).click()
  await expect(row(page, first)).toContainText('Assigned')
  await row(page, first).getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Replace' }).click()
  await page.getByRole('dialog').getByLabel(/new card/i).fill(second)
  await page.getByRole('dialog').getByRole('button', { name: 'Damaged' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(row(page, first)).toContainText('Replaced')
  await expect(row(page, second)).toContainText('Ana Ruiz')
})

test('cards are found by code, by name and by state; a member is known by their phone number', async ({ register }) => {
  const { page } = register
  await openCards(register, 5)
  const [code = ''] = await codesOn(page)
  const { rows } = await register.call('customers/find', { text: 'ana', scope: 'picker', most: 1, after: null, inactive: false })
  await register.call('loyalty/assign-card', { requestId: register.rid(), code, customerId: rows[0]!.id, takeUnknown: false })
  const find = page.getByLabel('Scan or type a code')
  await find.fill(code.replace(' ', ''))
  await expect.poll(() => codesOn(page)).toEqual([code])
  await find.fill('ruiz')
  await expect.poll(() => codesOn(page)).toEqual([code])
  await find.fill('514 555 0142')
  await expect(page.getByText('This is the phone number of Ana Ruiz: it works as a card.')).toBeVisible()
  await find.fill('')
  await choose(page, 'Show', 'Unassigned')
  await expect.poll(async () => (await codesOn(page)).length).toBe(4)
})

test('a sheet is seen before it is printed, comes as PDF, and a second print is a copy', async ({ register }) => {
  const { page } = register
  await openCards(register, 12)
  const codes = await codesOn(page)
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('img', { name: codes[9]! })).toBeVisible()
  for (const paper of ['Letter, 10 cards', 'Card printer (CR80)', 'A4, 10 cards']) await page.getByText(paper).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make PDF' }).click()])
  expect([download.suggestedFilename().startsWith('cards-a4-'), readFileSync(await download.path()).subarray(0, 5).toString()]).toEqual([true, '%PDF-'])
  await expect(row(page, codes[0]!).locator('td').nth(3)).toHaveText('1')
  await row(page, codes[0]!).getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Print again' }).click()
  await expect(page.getByRole('dialog').locator('[data-sheet]')).toContainText('Copy')
})

test('a cashier hands cards out and blocks them, and cannot make or print any', async ({ register }) => {
  const { page } = register
  await openCards(register, 2)
  await signInCashier(register)
  await openOffice(page, 'Customer Code Generator')
  await expect(page.getByText('Only a manager or an owner makes and prints cards.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Generate' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeDisabled()
  await expect(page.getByRole('button', { name: /^Assign/ }).first()).toBeEnabled()
})
