import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { stockShop } from './sell-shop.ts'
import { expect, ownerName, ownerPin, test, type Register } from './register.ts'

const managerPin = '5937'
const cashierPin = '6183'

async function hire(register: Register, name: string, role: 'cashier' | 'manager', pin: string): Promise<void> {
  const { id } = await register.call('staff/save', { requestId: register.rid(), id: null, name, role, language: 'en', active: true })
  await register.call('staff/set-pin', { requestId: register.rid(), staffId: id, pin })
}

/** A shop with its owner, Marc and Léa; nobody is signed in. */
async function openShop(register: Register): Promise<Page> {
  await register.setUpShop()
  await hire(register, 'Marc', 'manager', managerPin)
  await hire(register, 'Léa', 'cashier', cashierPin)
  await register.call('staff/sign-out', null)
  await expect(register.page.getByText('Tap your name.')).toBeVisible()
  return register.page
}

const enter = async (page: Page, name: string, pin: string) => {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.keyboard.type(pin)
}
const isIn = (page: Page, name: string) => expect(page.getByRole('button', { name: `${name}, Lock or switch user` })).toBeVisible()
/** Signs in and waits for the register. */
async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await enter(page, name, pin)
  await expect(page.getByRole('button', { name: new RegExp(`^${name}, `) })).toBeVisible()
}
const problemsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])

test('a person signs in by tapping their name and the digits of the PIN', async ({ register }) => {
  const page = await openShop(register)
  await page.getByRole('button', { name: /^Léa/ }).click()
  for (const digit of cashierPin) await page.getByRole('button', { name: digit, exact: true }).click()
  await isIn(page, 'Léa')
})

test('F12 locks, and whoever enters a PIN goes on: the same or another', async ({ register }) => {
  const page = await openShop(register)
  await enter(page, 'Léa', cashierPin)
  await isIn(page, 'Léa')
  await page.keyboard.press('F12')
  await expect(page.getByText('Till 1, locked by Léa')).toBeVisible()
  await page.keyboard.type(cashierPin)
  await isIn(page, 'Léa')
  await page.keyboard.press('F12')
  await enter(page, 'Marc', managerPin)
  await isIn(page, 'Marc')
})

test('wrong PINs are counted down, then lock with a clock, also after a restart of the page', async ({ register }) => {
  const page = await openShop(register)
  await enter(page, 'Léa', '9041')
  await expect(page.getByText('Wrong PIN, 4 tries left')).toBeVisible()
  for (const left of ['3 tries', '2 tries', '1 try']) {
    await page.keyboard.type('9041')
    await expect(page.getByText(`Wrong PIN, ${left} left`)).toBeVisible()
  }
  await page.keyboard.type('9041')
  await expect(page.getByText(/^Locked. Try again in (1:00|0:5\d)$/)).toBeVisible()
  await page.goto(register.host.origin)
  await page.getByRole('button', { name: /^Léa/ }).click()
  await expect(page.getByText(/^Locked. Try again in 0:\d\d$/)).toBeVisible()
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeDisabled()
})

test('the sign-in screen speaks three languages', async ({ register }) => {
  const page = await openShop(register)
  for (const [language, words] of [['Français', 'Touchez votre nom.'], ['Español', 'Toque su nombre.'], ['English', 'Tap your name.']] as const) {
    await page.getByRole('radiogroup').getByText(language).click()
    await expect(page.getByText(words)).toBeVisible()
  }
})

test('the owner adds a person with a PIN that nobody else has, and takes them out again', async ({ register }) => {
  const page = await openShop(register)
  await signIn(page, ownerName, ownerPin)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Staff & roles' }).click()
  await page.keyboard.press('Control+n')
  await page.getByLabel('Name').fill('Zoé')
  await page.getByLabel('PIN', { exact: true }).fill(cashierPin)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Choose another PIN.')).toBeVisible()
  await page.getByLabel('PIN', { exact: true }).fill('730582')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Zoé is saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Zoé' }).click()
  await page.getByRole('button', { name: 'Deactivate' }).click()
  await page.getByRole('dialog', { name: 'Deactivate Zoé?' }).getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByRole('row', { name: /Zoé.*Inactive/ })).toBeVisible()
})

test('closing a form with something typed asks first, and the safe answer has the focus', async ({ register }) => {
  const page = await openShop(register)
  await signIn(page, ownerName, ownerPin)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Staff & roles' }).click()
  await page.keyboard.press('Control+n')
  await page.getByLabel('Name').fill('Zoé')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name')).toHaveValue('Zoé')
})

test('a setting of the shop is saved at once and taken back with Ctrl+Z', async ({ register }) => {
  const page = await openShop(register)
  await signIn(page, ownerName, ownerPin)
  await page.keyboard.press('Alt+,')
  await page.getByText('Recommended').click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect((await register.call('shop/status', {})).shop).toMatchObject({ customerRequired: 'recommended' })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await register.call('shop/status', {})).shop?.customerRequired).toBe('off')
})

test('language and look follow the person, at once and at the next sign-in', async ({ register }) => {
  const page = await openShop(register)
  await signIn(page, 'Léa', cashierPin)
  await page.keyboard.press('Alt+,')
  await page.getByText('Français').click()
  await page.getByText('Sombre').click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.keyboard.press('F12')
  await enter(page, 'Marc', managerPin)
  await isIn(page, 'Marc')
  await page.keyboard.press('F12')
  await enter(page, 'Léa', cashierPin)
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('a tax is changed where it stands, and the audit shows what it was before', async ({ register }) => {
  const page = await openShop(register)
  await signIn(page, ownerName, ownerPin)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Shop & taxes' }).click()
  await page.getByLabel('Rate in percent').fill('15')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  expect((await register.call('shop/taxes', {})).rates).toMatchObject([{ name: 'HST', ratePpm: 150_000 }])
  await page.getByRole('button', { name: 'Audit' }).click()
  await page.getByRole('row', { name: /Taxes changed/ }).getByRole('button', { name: 'Details' }).click()
  await expect(page.getByRole('row', { name: 'Taxes HST 14 % HST 15 %', exact: true })).toBeVisible()
})

test('a cashier sees what an owner sets, with a lock, and cannot change it', async ({ register }) => {
  const page = await openShop(register)
  await signIn(page, 'Léa', cashierPin)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Shop & taxes' }).click()
  await expect(page.getByText('Only an owner can change this.')).toBeVisible()
  await expect(page.getByLabel('Shop name')).toBeDisabled()
  await page.getByRole('button', { name: 'Audit' }).click()
  await expect(page.getByText('Only a manager or an owner can see the audit.')).toBeVisible()
})

/** A sale of one coffee by card, finished by the owner; Léa is signed in and has its void form before her. */
async function openVoid(register: Register): Promise<Page> {
  const { coffee } = await stockShop(register)
  await hire(register, 'Marc', 'manager', managerPin)
  await hire(register, 'Léa', 'cashier', cashierPin)
  const { id, totals } = await register.call('sales/add-item', { requestId: register.rid(), itemId: coffee, quantityMilli: 1000 as never })
  const total = totals.totalCents
  await register.call('sales/pay', {
    requestId: register.rid(), saleId: id, kind: 'card', reference: 'A1', amountCents: total, givenCents: total, expectedTotalCents: total,
  })
  await register.call('staff/sign-out', null)
  const { page } = register
  await signIn(page, 'Léa', cashierPin)
  await page.keyboard.press('Alt+b')
  await page.getByRole('button', { name: 'Sales', exact: true }).click()
  await page.getByRole('button', { name: '1-000001, open sale' }).click()
  await page.getByRole('button', { name: 'Void sale' }).click()
  await page.getByRole('button', { name: 'Rung up by mistake' }).click()
  await page.getByRole('button', { name: 'Void sale' }).click()
  return page
}

test('a cashier voids a sale with a manager at their side: the pad says what, for whom and where', async ({ register }) => {
  const page = await openVoid(register)
  const pad = page.getByRole('dialog', { name: 'Needs a manager' })
  await expect(pad.getByText('Asked by Léa, Till 1')).toBeVisible()
  await expect(pad.getByRole('button', { name: '1', exact: true })).toBeFocused()
  expect.soft(await problemsOf(page)).toEqual([])
  await page.keyboard.type('9041')
  await expect(pad.getByText('Wrong PIN, 4 tries left')).toBeVisible()
  await pad.getByText(ownerName).click()
  await page.keyboard.type(ownerPin)
  await expect(pad).toBeHidden()
  const { rows } = await register.call('sales/list', { page: { after: null, most: 10 }, text: null, day: null } as never)
  expect(rows).toMatchObject([{ state: 'voided' }])
  await expect(page.getByRole('button', { name: 'Léa, Lock or switch user' })).toBeVisible()
})

test('Escape at the pad approves nothing', async ({ register }) => {
  const page = await openVoid(register)
  const pad = page.getByRole('dialog', { name: 'Needs a manager' })
  await expect(pad.getByText('Asked by Léa, Till 1')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pad).toBeHidden()
  await expect(page.getByRole('button', { name: 'Void sale' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`sign-in, office and settings are accessible, ${colorScheme}`, async ({ register }) => {
    test.slow()
    const page = await openShop(register)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await enter(page, ownerName, '9041')
    await expect(page.getByText('Wrong PIN, 4 tries left')).toBeVisible()
    expect.soft(await problemsOf(page), 'sign-in').toEqual([])
    await page.keyboard.type(ownerPin)
    await isIn(page, ownerName)
    await page.keyboard.press('Alt+b')
    for (const name of ['Staff & roles', 'Audit', 'Shop & taxes', 'Tills']) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      expect.soft(await problemsOf(page), name).toEqual([])
    }
    await page.keyboard.press('Alt+,')
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    expect.soft(await problemsOf(page), 'settings').toEqual([])
  })
}
