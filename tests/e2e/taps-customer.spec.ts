import { attach, expectCart, find, line, openWithCart, peopleIcon, popup } from './customer-shop.ts'
import { expect, test } from './register.ts'
import { countTaps } from './sell-shop.ts'

// The tap budget of the customer side. Typing is extra for everyone; every trusted click on the page is counted.

test('attach by search: 2 taps, and none by keyboard', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  const taps = await countTaps(page)
  await peopleIcon(page).click()
  await find(page, 'ana')
  await line(page, /^Ana Ruiz/).click()
  await expect(popup(page, 'Ana Ruiz')).toBeVisible()
  expect(await taps()).toBe(2)
  await page.keyboard.press('F2')
  await page.keyboard.type('marc')
  await page.keyboard.press('Enter')
  await expect(popup(page, 'Marc Côté')).toBeVisible()
  expect(await taps()).toBe(2)
})

test('attach a recent person: 2 taps without typing, or F2, Down, Enter', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  const taps = await countTaps(page)
  await popup(page, 'Walk-In').click()
  await line(page, /^Marc Côté/).first().click()
  await expect(popup(page, 'Marc Côté')).toBeVisible()
  expect(await taps()).toBe(2)
  await page.keyboard.press('Control+Backspace')
  await page.keyboard.press('F2')
  await line(page, /^Marc Côté/).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(popup(page, 'Marc Côté')).toBeVisible()
  expect(await taps()).toBe(2)
})

test('new and attached: 3 taps, and none by keyboard', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  const taps = await countTaps(page)
  await peopleIcon(page).click()
  await page.keyboard.type('Zoé Young')
  await page.getByRole('button', { name: 'New Customer' }).first().click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(popup(page, 'Zoé Young')).toBeVisible()
  expect(await taps()).toBe(3)
  await page.keyboard.press('F2')
  await page.keyboard.type('Ugo Leclerc')
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Control+s')
  await expect(popup(page, 'Ugo Leclerc')).toBeVisible()
  expect(await taps()).toBe(3)
  await expectCart(page)
})

test('customer history: 2 taps, and Alt+2 on the profile', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await attach(page, 'ana', 'Ana Ruiz')
  const taps = await countTaps(page)
  await page.getByRole('button', { name: 'Menu: Ana Ruiz' }).click()
  await page.getByRole('menuitem', { name: 'Customer History' }).click()
  await expect(page.getByRole('tab', { name: /^Sales/ })).toHaveAttribute('aria-selected', 'true')
  expect(await taps()).toBe(2)
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('tab', { name: /^Sales/ })).toHaveAttribute('aria-selected', 'true')
})

test('change a phone number: 3 taps, and none by keyboard', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await attach(page, 'marc', 'Marc Côté')
  const taps = await countTaps(page)
  await popup(page, 'Marc Côté').click()
  const pane = page.getByRole('region', { name: 'Contact Info' })
  await pane.getByRole('button', { name: /^Phone #/ }).click()
  await pane.getByLabel('Phone #').fill('438 555 0999')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByText('Phone # changed')).toBeVisible()
  expect(await taps()).toBe(3)
  await page.keyboard.press('F2')
  await page.keyboard.type('marc')
  await line(page, /^Marc Côté/).first().waitFor()
  await page.keyboard.press('ArrowRight')
  await expect(pane).toContainText('(438) 555-0999')
  await page.keyboard.press('Control+e')
  await expect(page.getByLabel('Phone #')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('438 555 0111')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Marc Côté saved')).toBeVisible()
  expect(await taps()).toBe(3)
})

test('clear the customer: 1 tap on the cross, 2 by the menu, none by keyboard', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await attach(page, 'ana', 'Ana Ruiz')
  const taps = await countTaps(page)
  await page.getByRole('button', { name: 'Clear Customer' }).click()
  await expect(popup(page, 'Walk-In')).toBeVisible()
  expect(await taps()).toBe(1)
  await attach(page, 'ana', 'Ana Ruiz')
  await page.keyboard.press('Control+Backspace')
  await expect(popup(page, 'Walk-In')).toBeVisible()
  expect(await taps()).toBe(1)
  await expectCart(page)
})
