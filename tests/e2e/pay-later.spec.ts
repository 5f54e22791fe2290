import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Cents, CustomerId } from '../../src/main/vocabulary.ts'
import { addPerson, attach, cartOf } from './customer-shop.ts'
import { typePin } from './points-shop.ts'
import { expect, ownerPin, test, type Register } from './register.ts'
import { addItem, countTaps, openSale, stockShop, tile } from './sell-shop.ts'

const sizes = [[1280, 800], [1920, 1080], [1366, 768]] as const
const dialog = (page: Page, name?: string | RegExp) => (name === undefined ? page.getByRole('dialog') : page.getByRole('dialog', { name }))
const shots = process.env['REGULARS_SHOTS']

/** At each of the three sizes what is to be pressed stands on the screen, whole. */
async function expectFits(page: Page, where: string, button: Locator): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await expect(button, `${where} at ${width}`).toBeInViewport({ ratio: 1 })
    if (shots) await page.screenshot({ path: `${shots}/${where.replaceAll(' ', '-')}-${width}.png` })
  }
}

async function expectClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/** A loaf of 40.00 without tax, and Ana with a limit of 200.00, in a shop where paying later is still off. */
async function openShop(register: Register): Promise<CustomerId> {
  await stockShop(register)
  const { classes } = await register.call('shop/taxes', {})
  await addItem(register, classes[1]!.id, { name: 'Loaf', priceCents: 4000 as Cents })
  const id = await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142', email: 'ana@example.com' })
  const { version } = await register.call('customers/get', { id })
  await register.call('customers/update', { requestId: register.rid(), id, version, changes: { payLaterAllowed: true, payLaterLimitCents: 20_000 as Cents }, keepConsent: {}, consents: [] } as never)
  await openSale(register.page)
  return id
}

async function addLoaf(page: Page, times = 1): Promise<void> {
  for (let at = 0; at < times; at++) {
    await tile(page, 'Loaf').click()
    await expect(cartOf(page)).toContainText('Loaf')
  }
}

/** Puts all that is due on account and closes the sheet. */
async function payLater(page: Page, amount: string): Promise<void> {
  await page.keyboard.press('F4')
  await dialog(page, 'Pay').getByText('Pay later', { exact: true }).click()
  await dialog(page, 'Pay').getByRole('button', { name: `Put ${amount} on account` }).click()
}

async function openAccount(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F8')
  await page.locator('[role=gridcell]').filter({ hasText: name }).first().click()
  await page.locator('[data-profile-name]').waitFor()
  await page.getByRole('tab', { name: 'Account' }).click()
}

test('a customer pays later: switched on, sold on account, paid in part and in whole, corrected, and in the receivables', async ({ register }) => {
  test.setTimeout(240_000)
  const { page } = register
  const ana = await openShop(register)
  await test.step('the tender is there only once the shop has switched it on (S1-13)', async () => {
    await attach(page, 'ana', 'Ana Ruiz')
    await addLoaf(page)
    await page.keyboard.press('F4')
    await expect(dialog(page, 'Pay').getByRole('button', { name: 'Exact cash' })).toBeVisible()
    await expect(dialog(page, 'Pay').getByText('Pay later', { exact: true })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await page.keyboard.press('Alt+,')
    await page.getByLabel('Allow customers to pay later').click()
    await expect(page.getByText('Over the limit', { exact: true })).toBeVisible()
    await page.getByRole('heading', { name: 'Pay later' }).scrollIntoViewIfNeeded()
    if (shots) await page.screenshot({ path: `${shots}/settings.png` })
    await page.keyboard.press('F6')
    await expect(cartOf(page)).toContainText('Owes $0.00 · Limit $200.00 · After this sale $40.00')
  })
  await test.step('40.00 on account, and 15.00 paid: 25.00 owed, and the statement lists both (S1-14)', async () => {
    await page.keyboard.press('F4')
    await dialog(page, 'Pay').getByText('Pay later', { exact: true }).click()
    await expect(dialog(page, 'Pay')).toContainText('Will owe $40.00 · limit $200.00')
    await expectFits(page, 'pay later', dialog(page, 'Pay').getByRole('button', { name: 'Put $40.00 on account' }))
    await expectClean(page, 'pay later')
    await dialog(page, 'Pay').getByRole('button', { name: 'Put $40.00 on account' }).click()
    await expect(dialog(page)).toContainText('Sale 1-000001')
    await dialog(page).getByRole('button', { name: 'View receipt' }).click()
    for (const row of [/On account\$40.00/, /Owed on account\$40.00/, /Due on/]) await expect(page.getByRole('article')).toContainText(row)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('article')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await openAccount(page, 'Ana Ruiz')
    await page.getByRole('button', { name: 'Pay balance', exact: true }).click()
    const pay = dialog(page, 'Pay balance of Ana Ruiz')
    await expect(pay.getByRole('button', { name: 'Exact cash $40.00' })).toBeVisible()
    await page.keyboard.type('15')
    await expect(pay).toContainText('$25.00 will stay owed')
    await expectFits(page, 'pay balance', pay.getByRole('button', { name: 'Exact cash $15.00' }))
    await expectClean(page, 'pay balance')
    await pay.getByRole('button', { name: '$20.00' }).click()
    const paid = dialog(page, 'Balance paid')
    await expect(paid).toContainText('$5.00')
    await expect(paid).toContainText('$15.00 paid, 1-P000001 · still owes $25.00')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.locator('[data-figure=owes]')).toHaveText('$25.00')
    await expectFits(page, 'account', page.getByRole('button', { name: 'Pay balance', exact: true }))
    await expectClean(page, 'account')
    await page.getByRole('button', { name: 'Statement', exact: true }).click()
    for (const row of [/Charge 1-000001\$40.00/, /Payment 1-P000001-\$15.00/, /Owed on account\$25.00/]) await expect(page.getByRole('article')).toContainText(row)
    if (shots) await page.screenshot({ path: `${shots}/statement.png` })
    await dialog(page, 'Statement').getByRole('button', { name: 'E-mail' }).click()
    await expect(page.getByText('The statement waits in the outbox for ana@example.com')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  })
  await test.step('the cart warns near the limit and says what to pay now when over; over it asks for a PIN (N13)', async () => {
    await page.keyboard.press('F6')
    await attach(page, 'ana', 'Ana Ruiz')
    await addLoaf(page, 4)
    await expect(cartOf(page)).toContainText('Owes $25.00 · Limit $200.00 · After this sale $185.00')
    await addLoaf(page)
    await expect(cartOf(page)).toContainText('After this sale $225.00')
    await expect(cartOf(page)).toContainText('Over the limit: pay $25.00 now')
    await expectFits(page, 'over the limit', page.getByRole('button', { name: 'Pay', exact: true }))
    await register.call('accounts/save-rules', { requestId: register.rid(), rules: { payLater: true, days: 30, overLimit: 'block', overdue: 'warn', overdueDays: 30 } })
    await payLater(page, '$200.00')
    await expect(dialog(page, 'Pay').getByRole('alert').filter({ hasText: 'This would go over the customer’s limit.' })).toBeVisible()
    await dialog(page, 'Pay').getByText('Cash', { exact: true }).click()
    await expect(dialog(page, 'Pay').getByRole('button', { name: 'Exact cash' })).toBeVisible()
    await page.keyboard.type('25')
    await dialog(page, 'Pay').getByRole('button', { name: 'Take $25.00' }).click()
    await expect(dialog(page, 'Pay').getByRole('list', { name: 'Taken so far' })).toContainText('$25.00')
    await dialog(page, 'Pay').getByText('Pay later', { exact: true }).click()
    await dialog(page, 'Pay').getByRole('button', { name: 'Put $175.00 on account' }).click()
    await expect(dialog(page)).toContainText('Sale 1-000002')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  })
  await test.step('the receipt of a sale on account selects its charge; all that is owed, in cash, is three taps', async () => {
    await openAccount(page, 'Ana Ruiz')
    await expect(page.locator('[data-figure=owes]')).toHaveText('$200.00')
    await page.evaluate((text) => window.dispatchEvent(new CustomEvent('regulars-scan', { detail: { text, symbology: null, source: 'camera' } })), '1-000002')
    const scanned = dialog(page, 'Pay balance of Ana Ruiz')
    await expect(scanned.getByRole('checkbox', { name: /1-000002 · \$175\.00/ })).toBeChecked()
    await expect(scanned.getByRole('checkbox', { name: /1-000001 · \$25\.00/ })).not.toBeChecked()
    await scanned.getByRole('button', { name: 'Close' }).click()
    await expect(dialog(page)).toHaveCount(0)
    const taps = await countTaps(page)
    await page.getByRole('button', { name: 'Pay balance', exact: true }).click()
    await dialog(page).getByRole('button', { name: 'Exact cash $200.00' }).click()
    await dialog(page, 'Balance paid').getByRole('button', { name: 'Done' }).click()
    await expect(dialog(page)).toHaveCount(0)
    expect(await taps()).toBe(3)
    await expect(page.locator('[data-figure=owes]')).toHaveText('$0.00')
  })
  await test.step('adjusting asks for a reason and a PIN; what is owed stands in the receivables, with the money of the day', async () => {
    await page.getByRole('button', { name: 'Adjust', exact: true }).click()
    const adjust = dialog(page, 'Adjust the account of Ana Ruiz')
    await adjust.getByText('Add', { exact: true }).click()
    await adjust.getByLabel('Amount').fill('12.50')
    await adjust.getByLabel('Reason').fill('Deposit bottles')
    await expect(adjust).toContainText('Then owes $12.50')
    if (shots) await page.screenshot({ path: `${shots}/adjust.png` })
    await adjust.getByRole('button', { name: 'Adjust' }).click()
    await typePin(page)
    await expect(page.locator('[data-figure=owes]')).toHaveText('$12.50')
    await page.keyboard.press('Alt+B')
    await page.getByRole('button', { name: 'Receivables' }).click()
    await expect(page.getByRole('row', { name: /Ana Ruiz/ })).toContainText('$12.50')
    await expect(page.getByRole('table', { name: 'Money taken today' })).toContainText('Payments on account$215.00')
    await expectFits(page, 'receivables', page.getByRole('button', { name: 'Export', exact: true }))
    await page.getByRole('button', { name: 'Verify accounts' }).click()
    await expect(page.getByText(/^ ?All \d+ rows are as they were written\.$/)).toBeVisible()
    await expectClean(page, 'receivables')
    await page.getByRole('button', { name: 'Ana Ruiz' }).click()
    await expect(page.locator('[data-figure=owes]')).toHaveText('$12.50')
  })
  await test.step('whoever owes is deleted only with what they owe given up', async () => {
    await page.getByRole('button', { name: 'Delete customer' }).click()
    const ask = dialog(page, 'Delete Ana Ruiz?')
    await expect(ask).toContainText('Ana Ruiz owes $12.50')
    await expect(ask.getByRole('button', { name: 'Delete for good' })).toBeDisabled()
    await ask.getByLabel('Write off the $12.50 they owe').check()
    await expectClean(page, 'delete with a debt')
    await expect(ask.getByRole('button', { name: 'Delete for good' })).toBeEnabled()
    await ask.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog(page)).toHaveCount(0)
  })
  await test.step('what stands to their credit is paid out with a PIN', async () => {
    const { approvalId } = await register.call('staff/approve', { right: 'adjust-account', target: `account-take-off/${ana}`, approverId: (await register.call('staff/names', {}))[0]!.id, pin: ownerPin })
    await register.call('accounts/adjust', { requestId: register.rid(), customerId: ana, direction: 'take-off', amountCents: 3250 as Cents, reason: 'Returned crates', approvalId })
    await expect(page.locator('[data-figure=in-credit]')).toHaveText('$20.00')
    await page.getByRole('button', { name: 'Pay out credit' }).click()
    const out = dialog(page, 'Pay out the credit of Ana Ruiz')
    await expect(out.getByLabel('Amount')).toHaveValue('20.00')
    await out.getByLabel('Amount').fill('5')
    await expectFits(page, 'pay out', out.getByRole('button', { name: 'Pay out $5.00 in cash' }))
    await out.getByRole('button', { name: 'Pay out $5.00 in cash' }).click()
    await typePin(page)
    await expect(dialog(page, 'Credit paid out')).toContainText('$5.00 paid out, 1-C000001 · $15.00 in credit')
    if (shots) await page.screenshot({ path: `${shots}/paid-out.png` })
    await dialog(page, 'Credit paid out').getByRole('button', { name: 'Done' }).click()
    await expect(page.locator('[data-figure=in-credit]')).toHaveText('$15.00')
  })
})
