import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { CustomerId } from '../../src/main/vocabulary.ts'
import { addPerson } from './customer-shop.ts'
import { expect, test, type Register } from './register.ts'
import { stockShop } from './sell-shop.ts'

// S1-18, S2-05, S3-01 to S3-08, S3-13, S3-14, S4-02, S4-03, B8, B46: the Customer List, as its seeds write it, at the three sizes of a counter.
const sizes = [{ width: 1366, height: 768 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }]
const table = (page: Page) => page.getByRole('table', { name: 'Customer List' })
const rowOf = (page: Page, name: string) => table(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const search = (page: Page) => page.getByPlaceholder('Search for customer', { exact: true })
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const names = ['Ana Ruiz', 'Bea Ruiz', 'Cléo Roy', 'Dan Roy', 'Eva Roy', 'Finn Roy']

async function subscribe(register: Register, customerId: CustomerId, allowed: boolean): Promise<void> {
  const changes = (['general', 'marketing'] as const).map((type) => ({ channel: 'email' as const, type, allowed }))
  await register.call('messaging/save-subscriptions', { requestId: register.rid(), customerId, given: allowed ? 'in-person' : null, note: '', changes })
}

async function people(register: Register): Promise<void> {
  await stockShop(register)
  for (const [at, name] of names.entries()) {
    const id = await addPerson(register, { name, ...(at % 2 === 0 ? { phone: `902 555 01${10 + at}` } : {}), email: `p${at}@example.com`, sms: at === 0 })
    if (at === 1) for (const allowed of [true, false]) await subscribe(register, id, allowed)
  }
  await addPerson(register, { name: 'Zed Last', phone: '902 555 0199' })
  await register.call('customers/set-list-rows', { requestId: register.rid(), rows: 100 })
  for (let more = 0; more < 100; more++) await addPerson(register, { name: `Mia N${String(more).padStart(3, '0')}` })
  await register.page.reload()
}

/** By the command box and the path of the seeds, as S2-05 has it. */
async function openList(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Back Office' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await dialog(page, /.*/).getByRole('combobox').or(dialog(page, /.*/).getByRole('textbox')).first().fill('users customers')
  await expect(page.getByText('Users > Customers', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog(page, /.*/)).toHaveCount(0)
  await expect(table(page)).toBeVisible()
}

async function clearAll(page: Page): Promise<void> {
  const clear = page.getByRole('button', { name: 'Clear filters' })
  if (await clear.isVisible()) await clear.click()
}

test('the Customer List shows, finds, filters, sorts, opens and edits everyone, and acts on many', async ({ register }) => {
  test.setTimeout(150_000)
  const { page } = register
  page.setDefaultTimeout(12_000)
  await people(register)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await openList(page)
    await expect(page.getByText('Showing 100 of 107.')).toBeVisible()
    await findAndSort(page)
    await filterAndSave(page, size.width)
    await openAndEdit(page)
    if (size.width !== 1280) await many(page)
    else await page.getByRole('button', { name: 'Select none' }).click()
    await search(page).fill('')
  }
  await axe(page)
})

async function findAndSort(page: Page): Promise<void> {
  await page.keyboard.press('Control+F')
  await page.keyboard.type('zed la')
  await expect(rowOf(page, 'Zed Last')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '1 customer found' })).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue('')
  await expect(rowOf(page, 'Ana Ruiz')).toBeVisible()
  const header = table(page).getByRole('columnheader', { name: 'Name' })
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect(rowOf(page, 'Zed Last')).toBeVisible()
  await header.getByRole('button').click()
  await expect(rowOf(page, 'Ana Ruiz')).toBeVisible()
  await expect(table(page)).toHaveAttribute('aria-rowcount', '108')
  expect(await table(page).getByRole('row').count()).toBeLessThan(45)
}

async function filterAndSave(page: Page, width: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Type', exact: true }).or(page.getByRole('combobox', { name: 'Type', exact: true })).first().click()
  await page.getByRole('option', { name: 'Business (0)' }).click()
  await expect(page.getByText('No one matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove: Type: Business' }).click()
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  const drawer = dialog(page, 'Filters')
  await drawer.getByLabel('Mobile', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Without (103)' }).click()
  await drawer.getByLabel('Unsubscribed', { exact: true }).first().click()
  await page.getByRole('option', { name: 'All (1)' }).click()
  await drawer.getByRole('button', { name: /^Show/ }).click()
  await expect(rowOf(page, 'Bea Ruiz')).toContainText('since ')
  await expect(rowOf(page, 'Ana Ruiz')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Remove: Mobile: Without' })).toBeVisible()
  await page.getByRole('button', { name: 'Save as smart group' }).click()
  await dialog(page, 'Save as smart group').getByLabel('Name').fill(`No mobile ${width}`)
  await dialog(page, 'Save as smart group').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: `Remove: Smart group: No mobile ${width}` })).toBeVisible()
  await expect(rowOf(page, 'Bea Ruiz')).toBeVisible()
  await clearAll(page)
  await expect(rowOf(page, 'Ana Ruiz')).toBeVisible()
}

async function openAndEdit(page: Page): Promise<void> {
  await search(page).fill('roy')
  await expect(rowOf(page, 'Finn Roy')).toBeVisible()
  await expect(rowOf(page, 'Ana Ruiz')).toHaveCount(0)
  await rowOf(page, 'Dan Roy').click()
  const profile = page.getByRole('region', { name: 'Dan Roy' }).or(page.getByLabel(/^Profile of Dan Roy/)).first()
  await expect(profile).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(search(page)).toHaveValue('roy')
  await rowOf(page, 'Dan Roy').dblclick()
  await expect(page.getByRole('heading', { name: /Edit Customer/ })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).first().click()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await rowOf(page, 'Cléo Roy').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Space')
  await expect(page.getByRole('toolbar').getByText('2 selected')).toBeVisible()
}

async function many(page: Page): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'Acts on who is selected' })
  await expect(bar.getByRole('button', { name: 'Message' })).toBeDisabled()
  await expect(bar.getByRole('button', { name: 'Merge' })).toBeEnabled()
  await bar.getByRole('button', { name: 'Tag' }).click()
  await dialog(page, 'Tag 2 customers').getByRole('combobox', { name: 'Tag' }).fill('walk')
  await dialog(page, 'Tag 2 customers').getByRole('button', { name: 'Add tag' }).click()
  await expect(page.getByText('walk put on 2 customers')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('walk put on 2 customers')).toHaveCount(0)
  await bar.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText('2 customers deactivated')).toBeVisible()
  await expect(rowOf(page, 'Cléo Roy')).toContainText('Inactive')
  await page.keyboard.press('Control+Z')
  await expect(rowOf(page, 'Cléo Roy')).toContainText('Active')
  await rowOf(page, 'Cléo Roy').focus()
  await page.keyboard.press('Control+A')
  await dialog(page, 'Select all 4 customers?').getByRole('button', { name: 'Select all', exact: true }).click()
  await expect(bar.getByText('4 selected')).toBeVisible()
  await bar.getByRole('button', { name: 'Select none' }).click()
  await search(page).fill('')
  await expect(page.getByText('Showing 100 of 107.')).toBeVisible()
  await page.getByRole('button', { name: 'Kinds of new customer' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Personal', 'Business'])
  await page.keyboard.press('Escape')
}

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
