import AxeBuilder from '@axe-core/playwright'
import { emptyDraft } from '../main/customers/people.ts'
import { line, openWithCart, search } from './customer-shop.ts'
import { expect, test, type Register } from './register.ts'

// S4-05 to S4-07, S4-18, S4-19, S4-22: the search at the top, the box of the Customers tab, and the same in a narrow window.
const sizes = [{ width: 1366, height: 768 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }] as const

async function addRider(register: Register) {
  const draft = { ...emptyDraft, firstName: 'Nadia', lastName: 'Fortin', phones: [{ typed: '514 555 0177', kind: 'mobile' }], emails: [{ address: 'nadia.fortin@example.com', kind: 'home' }], extras: [{ name: 'Licence plate', value: 'K7T 210' }] }
  await register.call('customers/create', { requestId: register.rid(), draft, consents: [], source: 'till', addToCart: false })
}

test('the search at the top finds by any attribute and says which; from the eleventh letter it asks for an exact match', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await addRider(register)
  const box = page.getByRole('combobox', { name: 'Search customers' })
  const hit = (name: RegExp) => page.getByRole('option', { name })
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.keyboard.press('Control+f')
    await expect(box).toBeFocused()
    await box.fill('K7T 210')
    await expect(hit(/Nadia Fortin/)).toContainText('Licence plate: K7T 210')
    await box.fill('fortin@exa')
    await expect(hit(/Nadia Fortin/)).toContainText('Email: nadia.fortin@example.com')
    await box.fill('fortin@exam')
    await expect(page.getByText('More than 10 characters: exact match')).toBeVisible()
    await expect(page.getByText('Exact match (0)')).toBeVisible()
    await expect(page.getByText('Close matches (1)')).toBeVisible()
    await box.fill('nadia.fortin@example.com')
    await expect(page.getByText('Exact match (1)')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(box).toHaveCount(0)
  }
  await page.keyboard.press('Control+f')
  await box.fill('zzzz')
  await expect(page.getByText('No one has “zzzz” in anything known of them.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  // Enter straight after the last letter means what is typed, not whoever still stands there from the letters before.
  await box.fill('Ana')
  await expect(hit(/Ana Ruiz/)).toBeVisible()
  await box.fill('K7T')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Customer: Nadia Fortin' })).toBeVisible()
})

test('the Customers tab looks at names and mobile numbers, widens with one tap, and keeps what was typed', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await addRider(register)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.keyboard.press('F8')
    await page.getByText('Name or mobile', { exact: true }).click()
    await expect(search(page)).toHaveAttribute('placeholder', 'Search for customers...')
    await search(page).fill('5550177')
    await expect(line(page, /^Nadia Fortin/)).toBeVisible()
    await search(page).fill('nadia.fortin@example.com')
    await expect(page.getByText('No name or mobile matches “nadia.fortin@example.com”.')).toBeVisible()
    await page.getByRole('button', { name: 'Search all attributes?' }).click()
    await expect(line(page, /^Nadia Fortin/)).toBeVisible()
    await page.keyboard.press('F6')
    await page.keyboard.press('F8')
    await expect(search(page)).toHaveValue('nadia.fortin@example.com')
    await expect(line(page, /^Nadia Fortin/)).toBeVisible()
    await search(page).press('Escape')
    await expect(search(page)).toHaveValue('')
  }
})

test('in a narrow window: More, Contacts, the name, the options at the top right, Manage subscriptions, Save changes', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await register.call('messaging/save-subscriptions', { requestId: register.rid(), customerId: people.ana, given: 'in-person', note: '', changes: [{ channel: 'email', type: 'general', allowed: true }, { channel: 'email', type: 'marketing', allowed: true }] })
  await page.setViewportSize({ width: 800, height: 720 })
  const bar = page.getByRole('navigation', { name: 'Main menu' })
  await expect(bar.getByRole('button')).toHaveText(['Sell', 'Queue', 'More'])
  await bar.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Contacts' }).click()
  await line(page, /^Ana Ruiz/).first().click()
  await expect(page.getByRole('region', { name: 'Customer: Ana Ruiz' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('menuitem', { name: 'Manage subscriptions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Subscriptions of Ana Ruiz' })
  await dialog.getByRole('checkbox', { name: 'Marketing Messages', exact: true }).click()
  await expect(dialog.getByRole('checkbox', { name: 'All', exact: true })).toHaveJSProperty('indeterminate', true)
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Manage subscriptions/ }).first()).toContainText('of')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(search(page)).toBeVisible()
})
