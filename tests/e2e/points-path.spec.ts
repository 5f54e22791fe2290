import type { Page } from '@playwright/test'
import type { Input } from '../../src/main/handlers.ts'
import type { TierId } from '../../src/main/vocabulary.ts'
import { attach, cartOf, openWithCart } from './customer-shop.ts'
import { openTill, test as dayTest } from './loyalty-days.ts'
import { addReward, givePoints, openWithPoints, padOf, pill, sheet } from './points-shop.ts'
import { expect, ownerPin, test, type Register } from './register.ts'
import { openSale, scan, signInCashier, tile } from './sell-shop.ts'

type Rules = Input<'loyalty/save-program'>['rules']
/** The rules as they stand, with some parts changed. */
async function changeRules(register: Register, change: (rules: Rules) => Partial<Rules>): Promise<void> {
  const { now } = await register.call('loyalty/programs', {})
  await register.call('loyalty/save-program', { requestId: register.rid(), startsAt: null, rules: { ...now!.rules, ...change(now!.rules) } })
}
const openTab = async (page: Page, name: string) => {
  await page.keyboard.press('F8')
  await page.locator('[role=gridcell]').filter({ hasText: name }).first().click()
  await page.locator('[data-profile-name]').waitFor()
  await page.keyboard.press('Alt+3')
}
const payCash = async (page: Page) => {
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Exact cash' }).click()
}

test('a shop with its own word, tiers and expiry: the till, the receipt, the tab and Explain on paper say it', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  const star = { one: 'star', many: 'stars' }
  const level = { timesMilli: 1_000, priceListId: null, birthdayPoints: null }
  await changeRules(register, ({ tiers, expiry }) => ({
    name: 'Star Club', words: { en: star, fr: { one: 'étoile', many: 'étoiles' }, es: { one: '', many: '' } },
    tiers: { ...tiers, levels: [{ ...level, id: 'silver' as TierId, name: 'Silver', from: 9 }, { ...level, id: 'gold' as TierId, name: 'Gold', from: 900 }] },
    expiry: { ...expiry, rule: { kind: 'months-after-earning', months: 12 } },
  }))
  await givePoints(register, people.ana, 0)
  await attach(page, 'ana', 'Ana Ruiz')
  await expect(page.getByText('+ 9 stars this sale')).toBeVisible()
  await payCash(page)
  await expect(page.getByText('Balance: 9 stars')).toBeVisible()
  await page.getByRole('button', { name: 'View receipt' }).click()
  const paper = page.getByRole('article')
  for (const row of [/Star Club/, /Earned9 stars/, /Balance9 stars/]) await expect(paper).toContainText(row)
  await page.getByText('FR', { exact: true }).click()
  for (const row of [/Gagné9 étoiles/, /Solde9 étoiles/]) await expect(paper).toContainText(row)
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()
  await openTab(page, 'Ana Ruiz')
  await expect(page.getByText('Silver', { exact: true }).locator('..')).toContainText('891 stars')
  await expect(page.getByRole('region', { name: 'What expires when' }).getByRole('listitem')).toHaveText(/^9 by /)
  await page.evaluate(() => void (window.print = () => void (document.title = 'printed')))
  await page.getByRole('button', { name: 'Explain: Earned +9' }).click()
  const explained = page.getByRole('dialog', { name: 'Explain my stars' })
  await expect(explained).toContainText('1 star for each $1.00, before tax')
  await explained.getByRole('button', { name: 'Print' }).click()
  expect(await page.title()).toBe('printed')
  await page.emulateMedia({ media: 'print' })
  const paperSheet = page.locator('article[aria-label="Explain my stars"]')
  await expect(paperSheet.getByText('The numbers add up.')).toBeVisible()
  expect(await paperSheet.boundingBox()).toMatchObject({ x: 0, y: 0 })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
  await register.call('loyalty/assign-card', { requestId: register.rid(), code: 'C12345', customerId: people.ana, takeUnknown: true })
  await page.getByRole('button', { name: /^Card C.*: actions$/ }).click()
  await page.getByRole('menuitem', { name: 'Replace' }).click()
  const replacing = page.getByRole('dialog', { name: /^Replace card C/ })
  await replacing.getByLabel('New card').fill('D67890')
  await replacing.getByRole('button', { name: 'Lost' }).click()
  await replacing.getByRole('button', { name: 'Replace' }).click()
  await replacing.getByRole('button', { name: 'Replace' }).click()
  await expect(page.getByText(/is replaced by D67890; the stars stay\./)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cards' }).getByRole('listitem').filter({ hasText: 'Replaced' })).toContainText('Lost')
})

test('a cashier corrects points of a sale: the room left, two managers, the card of another, and no digit lost behind the PIN', async ({ register }) => {
  const { page } = register
  const { people } = await openWithPoints(register)
  await payCash(page)
  await page.getByRole('button', { name: 'New sale' }).click()
  const { id } = await register.call('staff/save', { requestId: register.rid(), id: null, name: 'Marc Manager', role: 'manager', language: 'en', active: true }) as { id: never }
  await register.call('staff/set-pin', { requestId: register.rid(), staffId: id, pin: '5937' })
  await register.call('loyalty/assign-card', { requestId: register.rid(), code: 'C12345', customerId: people.marc, takeUnknown: true })
  await signInCashier(register)
  await openSale(page)
  await tile(page, 'Coffee 250 g').click()
  await attach(page, 'ana', 'Ana Ruiz')
  await pill(page).click()
  await scan(page, 'C12345')
  await expect(page.getByRole('dialog', { name: /Marc Côté/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await attach(page, 'ana', 'Ana Ruiz')
  await page.keyboard.press('F5')
  await page.keyboard.press('a')
  await expect(padOf(page)).toBeVisible()
  await padOf(page).getByText('Olive Owner').click()
  await page.keyboard.type(`${ownerPin}501`, { delay: 15 })
  await expect(page.getByText('249 → 750')).toBeVisible()
  await expect(page.getByText('You can add up to 500 at once and 2,000 a day, 1,760 left.')).toBeVisible()
  await scan(page, 'C12345')
  await expect(page.getByRole('alert').filter({ hasText: 'This is the card of Marc Côté.' })).toBeVisible()
  await page.getByRole('button', { name: 'Stay with Ana Ruiz' }).click()
  await expect(page.getByText('249 → 750')).toBeVisible()
  await page.getByRole('combobox', { name: 'About a sale (optional)' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Promotion' }).click()
  await page.getByRole('button', { name: 'Add Loyalty', exact: true }).click()
  await page.getByRole('button', { name: 'Ask a second manager' }).click()
  await expect(padOf(page)).toBeVisible()
  await padOf(page).getByText('Marc Manager').click()
  await expect(padOf(page).getByRole('radio', { name: 'Marc Manager' })).toBeChecked()
  await page.keyboard.type('5937', { delay: 60 })
  await expect(pill(page)).toHaveText('750')
  const { rows } = await register.call('loyalty/history', { customerId: people.ana, kinds: ['adjust'], before: null, most: 1 })
  expect(rows[0]).toMatchObject({ points: 501, approvedByName: 'Olive Owner' })
  expect(rows[0]?.saleId).not.toBeNull()
})

test('a large redemption asks for the last four digits and the birthday', async ({ register }) => {
  const { page } = register
  await openWithPoints(register)
  await changeRules(register, ({ redemption }) => ({ redemption: { ...redemption, check: 'last4-and-birthday' } }))
  await addReward(register, { name: 'Gift', points: 220 as never, what: { kind: 'money', cents: 500 as never } })
  await page.getByRole('button', { name: 'Use Gift' }).click()
  const check = page.getByRole('dialog', { name: 'Is it really this customer?' })
  await check.getByLabel('Last 4 digits of the phone').fill('0143')
  await check.getByLabel('Date of Birth').fill('1990-04-03')
  await page.keyboard.press('Enter')
  await expect(check).toContainText('That does not match this customer.')
  await check.getByLabel('Last 4 digits of the phone').fill('0142')
  await page.keyboard.press('Enter')
  await expect(check).toBeHidden()
  await expect(cartOf(page)).toContainText('−5.00')
})

test('a forgotten customer is put on a finished sale, and it cannot be done twice', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await givePoints(register, people.ana, 0)
  await payCash(page)
  await page.getByRole('button', { name: 'New sale' }).click()
  const [sold] = (await register.call('sales/list', { page: { after: null, most: 1 }, text: null, day: null } as never)).rows
  await page.keyboard.press('Alt+b')
  await page.getByRole('navigation', { name: 'Back Office pages' }).getByRole('button', { name: 'Sales', exact: true }).click()
  await page.getByRole('button', { name: new RegExp(sold!.number) }).first().click()
  await page.getByRole('button', { name: 'Put a customer on this sale' }).click()
  await page.getByRole('dialog').getByLabel('Customer').fill('ana')
  await page.getByRole('button', { name: /^Ana Ruiz/ }).click()
  await expect(page.getByText(`Sale ${sold!.number}: Walk-In → Ana Ruiz`)).toBeVisible()
  await page.getByRole('button', { name: 'Put on this sale' }).click()
  await expect(page.getByText(`Ana Ruiz is on sale ${sold!.number} and earned 9 points`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put a customer on this sale' })).toHaveCount(0)
  await expect(register.call('loyalty/attach-later', { requestId: register.rid(), saleId: sold!.id, customerId: people.marc, approvalId: null })).rejects.toThrow(/sale-has-customer/)
})

dayTest('points wait out their days apart, are posted when they are due, and lapse; the sheet and the tab say when', async ({ waiting, context }) => {
  const till = await openTill(waiting, context)
  const { page } = till
  await attach(page, 'ana', 'Ana Ruiz')
  await expect(pill(page)).toHaveText('22')
  await page.keyboard.press('F5')
  await expect(sheet(page)).toContainText('22 points(45 pending)')
  await expect(sheet(page)).toContainText(/Next to expire: 22 on \w+ \d+/)
  await sheet(page).getByRole('button', { name: 'History' }).click()
  const expiry = page.getByRole('region', { name: 'What expires when' }).getByRole('listitem')
  await expect(expiry.first()).toHaveText(/^22 by \w+ \d+/)
  await expect(expiry.last()).toHaveText(/^45 pending until \w+ \d+/)
  const history = page.getByRole('table', { name: 'History' })
  for (const row of [/Expired.*−22/, /\+22/]) await expect(history.getByRole('row', { name: row }).first()).toBeVisible()
  await till.stop()
})
