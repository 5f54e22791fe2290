import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addPerson, line, openWithCart, search } from './customer-shop.ts'
import { expect, test } from './register.ts'

// S1-35, S1-36, S1-19, S1-20, S3-07, S3-13: deleting one and many, and the file at the bottom left, at three sizes.
const sizes = [{ width: 1280, height: 800 }, { width: 1366, height: 768 }, { width: 1920, height: 1080 }]
const shots = process.env['REGULARS_SHOTS']
const shot = async (page: Page, name: string): Promise<void> => void (shots && await page.screenshot({ path: `${shots}/${name}.png` }))

// Each walk passes three sizes and, for those who delete, the ten seconds: on a busy machine that takes more than a minute.
test.slow()

async function fair(page: Page, within: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
const openList = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+B')
  await page.locator('[data-page="customer-list"]').click()
  await expect(page.getByRole('heading', { name: 'Customer List' })).toBeVisible()
}
const openPerson = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('F8')
  await search(page).fill(name)
  await line(page, name).click()
  await expect(page.getByRole('button', { name: 'Delete customer' })).toBeVisible()
}

test('a customer is deleted after ten seconds in which Cancel takes it back, and the receipt says so', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await openPerson(page, 'Ana Ruiz')
  for (const size of sizes) {
    await page.setViewportSize(size)
    const trash = page.getByRole('button', { name: 'Delete customer' })
    const box = (await trash.boundingBox())!
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    expect(box.x + box.width).toBeGreaterThan(size.width - 40)
    await trash.click()
    const dialog = page.getByRole('dialog', { name: 'Delete Ana Ruiz?' })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await expect(dialog).toContainText('cannot be recovered')
    await expect(dialog).toContainText('0 sales')
    if (size.width === 1366) await fair(page, '[role=dialog]')
    await shot(page, `delete-${size.width}`)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
  await page.getByRole('button', { name: 'Delete customer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  const bar = page.locator('[data-erase-bar]')
  // At once: after ten seconds there is nothing left to cancel.
  await bar.getByRole('button', { name: 'Cancel' }).click()
  await expect(bar).toBeHidden()
  await expect(page.getByText('Nobody was deleted.')).toBeVisible()
  expect((await register.call('customers/get', { id: people.ana })).displayName).toBe('Ana Ruiz')

  await page.getByRole('button', { name: 'Delete customer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(bar).toContainText('Deleting Ana Ruiz…')
  await shot(page, 'bar')
  await expect(page.getByText('This customer was deleted.')).toBeVisible({ timeout: 60_000 })
  await expect.poll(async () => (await register.call('customers/certificates', { before: null, most: 5 })).length, { timeout: 60_000 }).toBe(1)
  await page.keyboard.press('F8')
  await search(page).fill('Ana Ruiz')
  await expect(line(page, 'Ana Ruiz')).toHaveCount(0)
  await page.keyboard.press('Alt+B')
  await page.locator('[data-page="deletions"]').click()
  await page.getByRole('button', { name: 'Show' }).click()
  const certificate = page.getByRole('dialog', { name: 'Certificate of erasure E-000001' })
  await expect(certificate).toContainText('Customer records')
  await expect(certificate).not.toContainText('Ana')
  await fair(page, '[role=dialog]')
  await shot(page, 'certificate')
  await certificate.getByRole('button', { name: 'Close' }).last().click()
  await fair(page, 'main')
  await shot(page, 'deletions')
})

test('customers are exported in four taps, and Ctrl+K leads to the same dialog', async ({ register }) => {
  const { page } = register
  await openWithCart(register)
  await addPerson(register, { name: 'Élodie Noël', phone: '514 555 0199' })
  await openList(page)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.getByRole('button', { name: 'Export', exact: true }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Export customers' })
    await dialog.getByRole('button', { name: /^Choose columns/ }).click()
    await expect(dialog.getByRole('checkbox', { name: 'Drivers License Number' })).not.toBeChecked()
    if (size.width === 1366) await fair(page, '[role=dialog]')
    await shot(page, `export-${size.width}`)
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export', exact: true }).click()])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFFCustomer code,')).toBe(true)
    expect(text).toContain('Élodie,Noël')
    expect(text).toContain(`"'+15145550199"`)
    const chip = page.locator('[data-file-chip]')
    await expect(chip).toContainText('.csv')
    await expect(chip).toContainText('kB')
    const box = (await chip.boundingBox())!
    expect(box.x).toBeLessThan(200)
    if (size.width === 1366) await fair(page, '[data-file-chip]')
    await shot(page, `chip-${size.width}`)
    await chip.getByRole('button', { name: 'Close' }).click()
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('export')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export customers' })
  await dialog.getByText('Email to me').click()
  await dialog.getByRole('textbox', { name: 'Your email address' }).fill('olive@shop.example')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(/waits in the outbox/)).toBeVisible()
  expect(await register.call('exports/outbox', null)).toMatchObject([{ address: 'olive@shop.example', state: 'queued' }])
  await page.locator('[data-file-chip]').getByRole('button', { name: 'Close' }).click()
  await page.locator('[data-page="outbox"]').click()
  await expect(page.getByRole('row', { name: /olive@shop.example .*\.csv/ })).toContainText('Queued')
})

test('many are deleted from the bar of the list, with who is kept named', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await register.call('sales/attach-customer', { requestId: register.rid(), customerId: people.marc })
  await openList(page)
  for (const name of ['J Smith', 'Marc Côté']) await page.getByRole('row', { name: new RegExp(name) }).first().getByRole('checkbox').click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
  const many = page.getByRole('dialog', { name: 'Delete 1 customer?' })
  await expect(many).toContainText('Marc Côté: on an open cart')
  await expect(many.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await fair(page, '[role=dialog]')
  await shot(page, 'many')
  await many.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.locator('[data-erase-bar]')).toContainText('Deleting J Smith…')
  await expect.poll(async () => (await register.call('customers/certificates', { before: null, most: 5 })).length, { timeout: 60_000 }).toBe(1)
  await expect(page.getByRole('row', { name: /J Smith/ })).toHaveCount(1)
})
