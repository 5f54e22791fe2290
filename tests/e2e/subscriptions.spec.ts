import AxeBuilder from '@axe-core/playwright'
import { line, openWithCart, search } from './customer-shop.ts'
import { expect, test } from './register.ts'

// S4-14 to S4-17, as a cashier does it: Customers > search > select > Manage subscriptions.

test('one box ends Marketing everywhere, a tick asks how it was given, and closing with changes asks first', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await register.call('messaging/save-subscriptions', { requestId: register.rid(), customerId: people.ana, given: 'in-person', note: '', changes: [{ channel: 'email', type: 'general', allowed: true }, { channel: 'email', type: 'marketing', allowed: true }] })
  await page.keyboard.press('F8')
  await search(page).fill('Ana')
  await line(page, 'Ana Ruiz').click()
  const manage = page.getByRole('button', { name: /^Manage subscriptions/ })
  await expect(manage).toContainText('4 of 4 on')
  await manage.click()
  const dialog = page.getByRole('dialog', { name: 'Subscriptions of Ana Ruiz' })
  const box = (name: string) => dialog.getByRole('checkbox', { name, exact: true })
  await box('Marketing Messages').click()
  await expect(box('All')).toHaveJSProperty('indeterminate', true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(manage).toContainText('2 of 4 on')

  await manage.click()
  await expect(box('Marketing Messages')).not.toBeChecked()
  await expect(box('General Messages')).toBeChecked()
  await box('Marketing Messages').click()
  await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeDisabled()
  await dialog.getByText('On paper').click()
  await dialog.getByRole('button', { name: 'By channel' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Post, Marketing Messages' })).toBeEnabled()
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(manage).toContainText('4 of 4 on')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(manage).toContainText('2 of 4 on')

  await search(page).fill('Marc')
  await line(page, 'Marc Côté').click()
  await manage.click()
  const marcs = page.getByRole('dialog', { name: 'Subscriptions of Marc Côté' })
  await marcs.getByRole('button', { name: 'By channel' }).click()
  await expect(marcs.getByRole('checkbox', { name: 'Post, Marketing Messages' }), 'no address to write to').toBeDisabled()
  await expect(marcs.getByRole('checkbox', { name: 'Email, Marketing Messages' })).toBeEnabled()
})
