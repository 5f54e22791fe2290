import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { StaffId } from '../../src/main/vocabulary.ts'
import { addPerson } from './customer-shop.ts'
import { expect, ownerName, ownerPin, test, type Register } from './register.ts'

const cashierPin = '6183'
const sizes = [{ width: 1366, height: 768 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }]
const problemsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])

async function hire(register: Register, mustChange: boolean): Promise<StaffId> {
  const { id } = await register.call('staff/save', { requestId: register.rid(), id: null, name: 'Léa', role: 'cashier', language: 'en', active: true })
  await register.call('staff/set-pin', { requestId: register.rid(), staffId: id, pin: cashierPin, mustChange })
  return id
}
const enter = async (page: Page, name: string, pin: string) => {
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await expect(page.getByText(`${name}, enter your PIN`)).toBeVisible()
  await page.keyboard.type(pin)
}
const isIn = (page: Page, name: string) => expect(page.getByRole('button', { name: `${name}, Lock or switch user` })).toBeVisible()
const openOffice = async (page: Page, name: string) => {
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}
/** At each of the three sizes the page is as wide as the window, and accessible. */
async function fitsEverySize(page: Page, what: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${what} at ${size.width}`).toBe(true)
  }
  expect.soft(await problemsOf(page), what).toEqual([])
}

test('an owner masks phone numbers for cashiers, who still write to the customer; the audit says who changed what', async ({ register }) => {
  test.slow()
  const { page } = register
  await register.setUpShop()
  await hire(register, false)
  const ana = await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142', email: 'ana@example.com' })
  await page.reload()
  await isIn(page, ownerName)

  await openOffice(page, 'Staff & roles')
  await page.getByRole('radiogroup', { name: 'People or roles' }).getByText('Roles').click()
  const table = page.getByRole('table', { name: 'What each role may do, sees of a customer and may spend' })
  await expect(table.getByRole('columnheader', { name: /Accountant/ })).toBeVisible()
  const voids = (answer: string, role = 'Cashier') => table.getByRole('button', { name: `Void a sale, ${role}: ${answer}`, exact: true })
  await voids('PIN').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(voids('PIN')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(voids('No')).toBeFocused()
  const phones = (sight: string) => table.getByRole('button', { name: `Phone numbers, Cashier: ${sight}`, exact: true })
  await phones('Full').focus()
  await page.keyboard.press('Space')
  await expect(phones('Hidden')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(phones('Masked')).toBeFocused()
  await expect(page.getByText('Changes are not saved yet.')).toBeVisible()
  await fitsEverySize(page, 'roles')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('1 role is saved.')).toBeVisible()

  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog', { name: 'New role' })
  await dialog.getByLabel('Name').fill('Trainee')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(table.getByRole('columnheader', { name: /Trainee/ })).toBeVisible()

  await page.keyboard.press('F12')
  await page.getByRole('button', { name: /^Léa/ }).click()
  await page.keyboard.type(cashierPin)
  await isIn(page, 'Léa')
  await page.keyboard.press('F8')
  await page.getByText('Ana Ruiz').first().click()
  await expect(page.getByRole('heading', { name: 'Ana Ruiz' })).toBeVisible()
  await expect(page.getByText('••• 0142').first()).toBeVisible()
  expect(await page.content()).not.toContain('555')
  await page.context().route('https://wa.me/**', (route) => route.fulfill({ body: 'chat' }))
  const [chat] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'WhatsApp', exact: true }).click()])
  await expect.poll(() => chat.url()).toBe('https://wa.me/15145550142')
  await chat.close()

  await page.keyboard.press('F12')
  await page.getByRole('button', { name: new RegExp(`^${ownerName}`) }).click()
  await page.keyboard.type(ownerPin)
  await isIn(page, ownerName)
  await openOffice(page, 'Audit')
  await page.getByRole('row', { name: /Role changed/ }).getByRole('button', { name: 'Details' }).press('Enter')
  const details = page.getByRole('dialog', { name: 'Role changed' })
  await expect(details.getByRole('row', { name: 'Phone numbers Full Masked', exact: true })).toBeVisible()
  await expect(details.getByRole('row', { name: 'Void a sale PIN No', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await fitsEverySize(page, 'audit')

  await page.keyboard.press('F8')
  await page.getByText('Ana Ruiz').first().click()
  await expect(page.getByRole('heading', { name: 'Ana Ruiz' })).toBeVisible()
  await page.getByRole('button', { name: /^Last updated/ }).click()
  await expect(page.getByRole('row', { name: /Customer created: Ana Ruiz/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Details' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Show every customer again' }).click()
  await expect(page.getByRole('row', { name: /Role changed/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'What' }).fill('Role added')
  await page.getByRole('option', { name: /^Role added/ }).click()
  await expect(page.getByRole('button', { name: 'Details' })).toHaveCount(1)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export', exact: true }).click()])
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/"What","About"[\s\S]*"Role added"/)
  expect(ana).toBeTruthy()
})

test('a PIN that somebody else gave is changed before anything else', async ({ register }) => {
  const { page } = register
  await register.setUpShop()
  await hire(register, true)
  await register.call('staff/sign-out', null)
  await expect(page.getByText('Tap your name.')).toBeVisible()
  await enter(page, 'Léa', cashierPin)
  await expect(page.getByRole('heading', { name: 'Choose your own PIN' })).toBeVisible()
  expect.soft(await problemsOf(page), 'choose a PIN').toEqual([])
  await expect(page.getByLabel('Current PIN')).toBeFocused()
  await page.getByLabel('Current PIN').fill(cashierPin)
  await page.getByLabel('New PIN').fill(cashierPin)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Choose a PIN you do not have now.')).toBeVisible()
  await page.getByLabel('New PIN').fill('730582')
  await page.getByRole('button', { name: 'Save' }).click()
  await isIn(page, 'Léa')
})
