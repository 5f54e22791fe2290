import { attach, cartOf, daysFromNow, expectCart, find, line, openWithCart, peopleIcon, popup, search, yearsAgo } from './customer-shop.ts'
import { expect, test } from './register.ts'
import { tile } from './sell-shop.ts'

// The step lists of the register's help page, done as they are written.

test('Create New Customer, step by step', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await register.call('shop/update', { requestId: register.rid(), changes: { customerDetails: true } } as never)
  await peopleIcon(page).click()
  await page.getByRole('button', { name: 'New Customer' }).first().click()
  await expect(page.getByLabel('Full Name or Nickname')).toBeFocused()
  await page.getByLabel('Full Name or Nickname').fill('Éloïse D’Arcy')
  await expect(page.getByText('First Éloïse, Last D’Arcy')).toBeVisible()
  const sms = page.getByRole('switch', { name: /^Opt-In SMS/ })
  await expect(sms).toBeDisabled()
  await expect(sms).toHaveAccessibleName('Opt-In SMS, needs a phone number')
  await page.getByLabel('Phone #').fill('(514) 555-0199')
  await page.getByRole('switch', { name: 'Opt-In SMS' }).click()
  await page.getByLabel('Email', { exact: true }).fill('ELOISE@X.CA ')
  await page.getByRole('switch', { name: 'Opt-In Email' }).click()
  await page.getByLabel('Date of Birth').fill('3/4/90')
  await expect(page.getByText(/^April 3, 1990, \d\d$/)).toBeVisible()
  await page.getByLabel('Drivers License Number').fill('D6101-40706-60905')
  await page.getByLabel('Drivers License State').fill('QC')
  await page.getByLabel('Drivers License Expiration Date').fill(daysFromNow(400))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(popup(page, 'Éloïse D’Arcy')).toBeVisible()
  await expect(page.getByText('Saved and added')).toBeVisible()
  await expectCart(page)
  const { rows } = await register.call('customers/find', { text: '5145550199', scope: 'picker', most: 5, after: null, inactive: false })
  const card = await register.call('customers/card', { id: rows[0]!.id })
  expect(card).toMatchObject({
    switches: { sms: true, email: true },
    customer: { firstName: 'Éloïse', lastName: 'D’Arcy', birthDate: '1990-04-03', source: 'instant', licence: { last4: '0905', region: 'QC' } },
  })
  expect(card.customer.emails[0]?.address.toLowerCase()).toBe('eloise@x.ca')
})

test('Undo of a new customer takes them off the cart and puts them away', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await peopleIcon(page).click()
  await search(page).fill('Zed')
  await page.getByRole('button', { name: 'Create “Zed”' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(popup(page, 'Zed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(popup(page, 'Walk-In')).toBeVisible()
  await expectCart(page)
})

test('Add Customer Account to Cart, step by step', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await peopleIcon(page).click()
  await find(page, '0142')
  await line(page, /^Ana Ruiz/).click()
  await expect(popup(page, 'Ana Ruiz')).toBeVisible()
  await expect(page.getByText('Ana Ruiz added')).toBeVisible()
  await expectCart(page)
  await page.getByRole('button', { name: 'Save cart to queue' }).click()
  await page.getByLabel('Save Sale').check()
  await expect(page.getByLabel('Add Customer Name')).toHaveValue('Ana Ruiz')
  await page.getByLabel('Add Customer Name').fill('Blue jacket')
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(popup(page, 'Walk-In')).toBeVisible()
  const queue = await register.call('sales/queue', { mine: false })
  expect(queue).toMatchObject([{ label: 'Blue jacket', customerName: 'Ana Ruiz' }])
})

test('Customer History, step by step', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await peopleIcon(page).click()
  await find(page, 'ana@example')
  await line(page, /^Ana Ruiz/).click()
  await page.getByRole('button', { name: 'Menu: Ana Ruiz' }).click()
  await page.getByRole('menuitem', { name: 'Customer History' }).click()
  await expect(page.getByRole('tab', { name: /^Sales/ })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('No sales yet.')).toBeVisible()
  await expectCart(page)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(tile(page, 'Tea')).toBeVisible()
  await expectCart(page)
})

test('Edit Customer, the sixteen steps', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await peopleIcon(page).click()
  await find(page, 'ruiz ana')
  await line(page, /^Ana Ruiz/).click()
  await page.getByRole('button', { name: 'Menu: Ana Ruiz' }).click()
  await page.getByRole('menuitem', { name: 'Customer History' }).click()
  const profile = page.getByRole('region', { name: 'Customer: Ana Ruiz' })
  await profile.getByRole('button', { name: 'Edit Customer' }).click()
  await page.getByLabel('Phone #').fill('514 555 0143')
  await expect(page.getByText('The number changed. Keep SMS consent?')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Opt-In SMS' })).not.toBeChecked()
  await page.getByLabel('Date of Birth').fill('4 avril 1990')
  await page.getByRole('combobox', { name: 'Customer Type' }).click()
  await page.getByRole('option', { name: 'Wholesale' }).click()
  await expect(page.getByLabel('Full Name or Nickname')).toHaveCount(0)
  await page.getByRole('switch', { name: 'Customer Details' }).click()
  await page.getByLabel('Full Name or Nickname').fill('Ana Ruiz Soto')
  await page.getByLabel('Email', { exact: true }).fill('ana.soto@example.com')
  await page.getByRole('switch', { name: 'Opt-In Email' }).click()
  await page.getByLabel('Drivers License Number').fill('R9999-00000-8888')
  await page.getByLabel('Drivers License State').fill('ON')
  await page.getByLabel('Drivers License Expiration Date').fill(daysFromNow(700))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(popup(page, 'Ana Ruiz Soto Wholesale')).toBeVisible()
  await expectCart(page)
  const card = await register.call('customers/card', { id: people.ana })
  expect(card).toMatchObject({
    switches: { sms: false, email: true },
    customer: { lastName: 'Ruiz Soto', birthDate: '1990-04-04', customerTypeName: 'Wholesale', licence: { last4: '8888', region: 'ON', source: 'typed' }, phones: [{ e164: '+15145550143' }] },
  })
})

test('Clear Customer, by the menu and by the cross, with Undo', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await attach(page, 'ana', 'Ana Ruiz')
  await page.getByRole('button', { name: 'Menu: Ana Ruiz' }).click()
  await page.getByRole('menuitem', { name: 'Clear Customer' }).click()
  await expect(popup(page, 'Walk-In')).toBeVisible()
  await expectCart(page)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(popup(page, 'Ana Ruiz')).toBeVisible()
  await page.getByRole('button', { name: 'Clear Customer' }).click()
  await expect(popup(page, 'Walk-In')).toBeVisible()
  await attach(page, 'marc', 'Marc Côté')
  await page.keyboard.press('Control+Backspace')
  await expect(popup(page, 'Walk-In')).toBeVisible()
  await expectCart(page)
})

test('under the age limit the form says so, and so does the cart', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+n')
  await page.getByLabel('Full Name or Nickname').fill('Young Bob')
  await page.getByLabel('Date of Birth').fill(yearsAgo(17))
  await expect(page.getByRole('alert').filter({ hasText: '17, under 19' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(popup(page, 'Young Bob')).toBeVisible()
  await expect(cartOf(page).getByText('17, under 19')).toBeVisible()
})
