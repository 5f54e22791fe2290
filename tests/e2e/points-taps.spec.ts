import { cartOf } from './customer-shop.ts'
import { addReward, openWithPoints, pill, typePin } from './points-shop.ts'
import { expect, test } from './register.ts'
import { countTaps, scan } from './sell-shop.ts'
import { openWithCart, popup } from './customer-shop.ts'

// The tap budget of points. The digits of the PIN and of the number are extra for everyone; every trusted click on the page is counted.

test('add points: 4 taps, the PIN and the digits', async ({ register }) => {
  const { page } = register
  await openWithPoints(register)
  const taps = await countTaps(page)
  await pill(page).click()
  await page.getByRole('button', { name: 'Add Loyalty Points', exact: true }).click()
  await typePin(page)
  await page.getByText('Points to add').waitFor()
  await page.keyboard.type('50')
  await page.getByRole('button', { name: 'Goodwill' }).click()
  await page.getByRole('button', { name: 'Add Loyalty', exact: true }).click()
  await expect(pill(page)).toHaveText('290')
  expect(await taps()).toBe(4)
})

test('add and remove points without a tap: F5, A or R, PIN, digits, Enter', async ({ register }) => {
  const { page } = register
  await openWithPoints(register)
  const taps = await countTaps(page)
  for (const [key, label, after] of [['a', 'Points to add', '290'], ['r', 'Points to remove', '240']] as const) {
    await page.keyboard.press('F5')
    await page.getByRole('button', { name: 'Add Loyalty Points', exact: true }).waitFor()
    await page.keyboard.press(key)
    await typePin(page)
    await page.getByText(label, { exact: true }).waitFor()
    await page.keyboard.type('50')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Goodwill' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(pill(page)).toHaveText(after)
  }
  expect(await taps()).toBe(0)
})

test('use the reward that is ready: 1 tap, or F5 and Enter', async ({ register }) => {
  const { page } = register
  await openWithPoints(register)
  await addReward(register, { name: '5.00 off', points: 100 as never, what: { kind: 'money', cents: 500 as never } })
  const taps = await countTaps(page)
  await page.getByRole('button', { name: 'Use 5.00 off' }).click()
  await expect(cartOf(page)).toContainText('−5.00')
  expect(await taps()).toBe(1)
  await page.getByRole('button', { name: 'Take off 5.00 off' }).click()
  await expect(page.getByRole('button', { name: 'Use 5.00 off' })).toBeVisible()
  await page.keyboard.press('F5')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Use 5.00 off' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cartOf(page)).toContainText('−5.00')
  expect(await taps()).toBe(2)
})

test('attach by card: no tap at all', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await register.call('loyalty/assign-card', { requestId: register.rid(), code: 'C12345', customerId: people.ana, takeUnknown: true })
  const taps = await countTaps(page)
  await scan(page, 'C12345')
  await expect(popup(page, 'Ana Ruiz')).toBeVisible()
  expect(await taps()).toBe(0)
})
