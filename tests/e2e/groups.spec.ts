import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { addPerson, cartOf, line, openWithCart, peopleIcon, search } from './customer-shop.ts'
import { expect, test, type Register } from './register.ts'

// Rows S2-12 to S2-15 and S2-24 to S2-29, screen 3.12, market B17, B38 and B39, as a manager and a cashier do them.

test.describe.configure({ timeout: 150_000 })
const sizes = [[1366, 768], [1280, 800], [1920, 1080]] as const

/** Nothing stands outside of its frame, at each size; and no rule of axe is broken in what is new on the screen. */
async function fits(page: Page, part = 'body'): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${width}: nothing sticks out`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const rowOf = (page: Page, name: string): Locator => page.getByRole('table', { name: /^(Customer Groups|Approvals)$/ }).getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: name }) })
const toast = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text }).first()

/** Ctrl+K, the path as the help pages write it, Enter. */
async function goTo(page: Page, path: string, title: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog', { name: 'Commands' }).getByRole('textbox')
  await box.fill(path)
  await expect(page.getByRole('list', { name: 'Commands' }).getByRole('button')).toHaveCount(1)
  await box.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function signUp(register: Register, firstName: string, groupName: string) {
  const groupId = (await register.call('customers/groups', {})).find(({ name }) => name === groupName)?.id ?? null
  const empty = { type: 'personal', lastName: '', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [] }
  return (await register.call('customers/create', { requestId: register.rid(), source: 'catalog', consents: [], addToCart: false, draft: { ...empty, firstName, groupId } as never })).id
}
async function change(register: Register, id: Parameters<typeof setGroup>[1], changes: object) {
  const { version } = await register.call('customers/get', { id })
  await register.call('customers/update', { requestId: register.rid(), id, version, changes, keepConsent: {}, consents: [] })
}
async function setGroup(register: Register, id: Awaited<ReturnType<typeof addPerson>>, name: string) {
  await change(register, id, { groupId: (await register.call('customers/groups', {})).find((group) => group.name === name)!.id })
}

test('groups are made, refused twice, deleted with their members moved and brought back; who waits is let in or not', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await goTo(page, 'users customer groups', 'Customer Groups')
  await page.keyboard.press('Control+n')
  const form = page.getByRole('dialog', { name: 'New customer group' })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Enter a name')).toBeVisible()
  await form.getByRole('textbox', { name: 'Name' }).fill('Wholesale')
  await form.getByRole('switch', { name: 'Approval' }).click()
  await form.getByRole('textbox', { name: 'Description' }).fill('For shops that resell. 10 % on everything.')
  await form.getByRole('textbox', { name: 'Discount %' }).fill('10')
  await form.getByRole('radio', { name: 'Blue' }).click()
  await fits(page, '[role=dialog]')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'Wholesale')).toContainText('10%')
  await expect(rowOf(page, 'Wholesale').getByRole('cell').first()).toHaveText(/^Approval/)

  await page.getByRole('button', { name: 'New', exact: true }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill('wholesale')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText(/already/i)).toBeVisible()
  await form.getByRole('textbox', { name: 'Name' }).fill('VIP')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(page, 'VIP')).toBeVisible()
  for (const name of ['Ana Vip', 'Bea Vip', 'Cleo Vip']) await setGroup(register, await addPerson(register, { name }), 'VIP')
  await expect(rowOf(page, 'VIP').getByRole('button', { name: '3 members of VIP' })).toBeVisible()
  await rowOf(page, 'VIP').getByRole('button', { name: 'Delete VIP' }).click()
  const asked = page.getByRole('dialog', { name: 'Delete VIP?' })
  await expect(asked.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await asked.getByRole('combobox', { name: '3 members go to' }).click()
  await page.getByRole('option', { name: 'Wholesale' }).click()
  await asked.getByRole('button', { name: 'Delete' }).click()
  await expect(rowOf(page, 'VIP')).toHaveCount(0)
  await expect(rowOf(page, 'Wholesale').getByRole('button', { name: '3 members of Wholesale' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'VIP').getByRole('button', { name: '3 members of VIP' })).toBeVisible()

  await goTo(page, 'approvals', 'Approvals (0)')
  await expect(page.getByText('No one is waiting.')).toBeVisible()
  for (const name of ['Marie', 'Joe', 'Lou']) await signUp(register, name, 'Wholesale')
  await expect(page.getByRole('heading', { level: 1, name: 'Approvals (3)' })).toBeVisible()
  await fits(page)
  await page.getByRole('checkbox', { name: 'Select Marie' }).check()
  await page.keyboard.press('a')
  await expect(rowOf(page, 'Marie')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'Marie')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select Joe' }).check()
  await page.keyboard.press('d')
  const deny = page.getByRole('dialog', { name: 'Deny 1 person?' })
  await deny.getByRole('button', { name: 'Deny' }).click()
  await expect(deny.getByText('Say why')).toBeVisible()
  await deny.getByRole('textbox', { name: 'Reason' }).fill('No papers')
  await deny.getByRole('button', { name: 'Deny' }).click()
  await expect(rowOf(page, 'Joe')).toHaveCount(0)

  await goTo(page, 'users customer groups', 'Customer Groups')
  await rowOf(page, 'Wholesale').getByRole('button', { name: 'Wholesale', exact: true }).click()
  const edit = page.getByRole('dialog', { name: 'Edit customer group' })
  await edit.getByRole('switch', { name: 'Approval' }).click()
  await edit.getByRole('textbox', { name: 'Points multiplier' }).fill('9')
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(edit.getByText('Enter a number from 0 to 5, such as 1.5')).toBeVisible()
  await edit.getByRole('textbox', { name: 'Points multiplier' }).fill('1.5')
  await fits(page, '[role=dialog]')
  await edit.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog', { name: 'Wholesale needs no approval any more' }).getByRole('button', { name: 'Approve 2' }).click()
  await expect(toast(page, '2 people approved')).toBeVisible()
  await expect(rowOf(page, 'Wholesale')).toContainText('×1.5')
})

test('at the till: other prices are asked about, a tax certificate counts, a question proves who somebody is, who is banned or inactive is said, and a log-in is set', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  const cart = cartOf(page)
  await register.call('customers/save-group', { requestId: register.rid(), id: null, name: 'VIP', discountPpm: 100_000 as never })
  await register.call('customers/flag', { requestId: register.rid(), customerId: people.ana, note: 'Ask for her order number', level: 'warn' })
  const pick = async (name: string) => {
    await peopleIcon(page).click()
    await search(page).fill(name)
    await line(page, name).first().click()
  }
  await pick('Ana Ruiz')
  await expect(cart.getByText('Ask for her order number')).toBeVisible()
  await setGroup(register, people.ana, 'VIP')
  await expect(cart.getByText('VIP: other prices now. Apply to the 1 line in this cart?')).toBeVisible()
  await cart.getByRole('button', { name: 'Apply' }).click()
  await expect(cart.locator('[data-terms]')).toContainText('Group discount 10%')
  await change(register, people.ana, { taxExempt: true, taxCertificate: 'EX-77', taxExemptUntil: '2099-12-31' })
  await expect(cart.locator('[data-terms]')).toContainText('Tax exempt: EX-77')
  await expect(cart.getByText(/^HST/)).toHaveCount(0)
  await fits(page)
  await checkIdentity(register, people.ana)

  await register.call('customers/ban', { requestId: register.rid(), customerId: people.marc, reason: 'Broke the window', approvalId: null })
  await pick('Marc Côté')
  const banned = page.getByRole('dialog', { name: 'Marc Côté is banned' })
  await expect(banned).toContainText('Broke the window')
  await fits(page, '[role=dialog]')
  await banned.getByRole('button', { name: 'Serve anyway' }).click()
  await expect(cart.getByText('Banned: Broke the window')).toBeVisible()

  await change(register, people.jLaval, { status: 'inactive' })
  await peopleIcon(page).click()
  await page.getByText('Show inactive').click()
  await search(page).fill('J Smith')
  await line(page, /Inactive/).first().click()
  const inactive = page.getByRole('dialog', { name: 'J Smith is inactive. Reactivate?' })
  await inactive.getByRole('button', { name: 'Reactivate' }).click()
  await expect(page.getByRole('group', { name: /^Customer: J Smith/ })).toBeVisible()
  await setLogin(register)
})

/** The shop's own question, set by its customer, is asked from the menu of the cart's customer (S2-12). */
async function checkIdentity(register: Register, customerId: Awaited<ReturnType<typeof addPerson>>): Promise<void> {
  const { page } = register
  const menu = cartOf(page).getByRole('button', { name: 'Menu: Ana Ruiz' })
  await menu.click()
  await expect(page.getByRole('menuitem', { name: /Check identity/ })).toContainText('No security question yet')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await register.call('customers/save-rules', { requestId: register.rid(), rules: { questions: ['The name of your boat?'], pendingEarns: true, deniedDays: 0 } })
  await register.call('loyalty/set-security', { requestId: register.rid(), customerId, question: 'The name of your boat?', answer: 'Misty', approvalId: null })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Check identity' }).click()
  const check = page.getByRole('dialog', { name: 'Is this Ana Ruiz?' })
  await check.getByRole('textbox', { name: 'The name of your boat?' }).fill('Rex')
  await check.getByRole('button', { name: 'Check' }).click()
  await expect(check.getByText('Wrong answer, 4 tries left')).toBeVisible()
  await check.getByRole('textbox').fill(' místy ')
  await check.getByRole('button', { name: 'Check' }).click()
  await expect(check.getByText('The answer is right. This is Ana Ruiz.')).toBeVisible()
  await check.getByRole('button', { name: 'Close' }).last().click()
  await expect(check).toHaveCount(0)
}

/** Advanced > Catalog log-in of somebody without one (S2-11), and the shop's questions beside it. */
async function setLogin(register: Register): Promise<void> {
  const { page } = register
  await page.keyboard.press('F8')
  await search(page).fill('Ana')
  await line(page, 'Ana Ruiz').click()
  await page.keyboard.press('Control+e')
  await page.getByRole('tab', { name: /^Advanced/ }).click()
  const login = page.getByRole('region', { name: 'Catalog log-in' })
  await login.getByRole('button', { name: 'Set up log-in' }).click()
  await login.getByRole('textbox', { name: 'Email or mobile' }).fill('ana@example.com')
  await login.getByRole('textbox', { name: 'Password', exact: true }).fill('abcd')
  await login.getByRole('button', { name: 'Save log-in' }).click()
  await expect(login.getByText('Use more than 4 characters.')).toBeVisible()
  await expect(login.getByText('The two passwords differ')).toBeVisible()
  await login.getByRole('textbox', { name: 'Password', exact: true }).fill('abcde')
  await login.getByRole('textbox', { name: 'Confirm Password' }).fill('abcde')
  await fits(page, '[aria-label="Catalog log-in"]')
  await login.getByRole('button', { name: 'Save log-in' }).click()
  await expect(login.getByText('Can log in')).toBeVisible()
  const security = page.getByRole('region', { name: 'Security question' })
  await expect(security).toContainText('The name of your boat?')
  await security.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: /security question/i })
  await dialog.getByLabel('Question').fill('boat')
  await expect(page.getByRole('option', { name: 'The name of your boat?' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: 'Check identity' })).toBeVisible()
  await goTo(page, 'newsletter', 'Newsletter')
  await expect(page.getByText('Nobody has subscribed yet.')).toBeVisible()
}
