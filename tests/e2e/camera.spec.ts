import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from '@playwright/test'
import { madeUpLicence } from '../renderer/devices/camera/licence-frames.ts'
import { bytesOf, chance, plainShot, pngOf, shoot } from '../renderer/devices/camera/pictures.ts'
import { openWithCart } from './customer-shop.ts'
import { cameraWas, codeOf, fakeCamera, film, watchCamera } from './fake-camera.ts'
import { expect, test as base, type Register } from './register.ts'
import { codes, openSale, stockShop } from './sell-shop.ts'

const test = base.extend<object, object>({
  launchOptions: [async ({ launchOptions }, use) => {
    film(null)
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fakeCamera] })
  }, { scope: 'worker' }],
})

const cart = (page: Page) => page.getByRole('region', { name: 'Cart' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Scan with the camera' })
const allow = ({ page, host }: Register) => page.context().grantPermissions(['camera'], { origin: host.origin })
const open = (page: Page) => page.getByRole('button', { name: 'Scan with the camera' }).first().click()

test('a product before the camera is in the cart, by keyboard alone, and the camera is off again', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await allow(register)
  await watchCamera(page)
  film(codeOf('ean13', codes.coffee))
  await page.keyboard.press('F3')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await expect(cart(page)).toContainText('Coffee 250 g', { timeout: 15_000 })
  await expect(dialog(page)).toHaveCount(0)
  expect(await cameraWas(page)).toMatchObject({ opened: 1, on: 0 })
})

test('while it looks the page stays quick; the dialog is clean; Esc or another page on top lets go of the camera', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await allow(register)
  film(null)
  await watchCamera(page)
  await page.getByRole('button', { name: 'Coffee things' }).or(page.getByRole('tab', { name: 'Coffee things' })).first().click()
  await page.waitForTimeout(2000)
  const idle = await cameraWas(page)
  await open(page)
  await expect(page.getByText('Hold the code in the frame.')).toBeVisible()
  await cameraWas(page)
  await page.waitForTimeout(4000)
  const { longestMs, on } = await cameraWas(page)
  expect(on).toBe(1)
  expect(longestMs, `the longest task of the page while looking; without the camera ${idle.longestMs} ms`).toBeLessThan(100 + idle.longestMs)
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
  await hide(page, true)
  await expect.poll(async () => (await cameraWas(page)).on).toBe(0)
  await hide(page, false)
  await expect.poll(async () => (await cameraWas(page)).on).toBe(1)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  expect((await cameraWas(page)).on).toBe(0)
})

/** As if another window covered the page, or showed it again. */
const hide = (page: Page, hidden: boolean) => page.evaluate((now) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => now })
  document.dispatchEvent(new Event('visibilitychange'))
}, hidden)

test('a loyalty card before the camera brings its customer; a field for a card takes it itself', async ({ register }) => {
  const { page } = register
  const { people } = await openWithCart(register)
  await register.call('loyalty/join', { requestId: register.rid(), customerId: people.ana })
  await register.call('loyalty/assign-card', { requestId: register.rid(), code: 'C12345', customerId: people.ana, takeUnknown: true })
  await allow(register)
  film(codeOf('code128', 'C12345'), { tilt: -0.12 })
  await open(page)
  await expect(page.getByRole('group', { name: 'Customer: Ana Ruiz' })).toBeVisible({ timeout: 15_000 })
  film(codeOf('qrcode', 'C-777 888'), { modulePx: 8 })
  await page.keyboard.press('F5')
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Scan with the camera' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('C-777 888', { timeout: 15_000 })
})

test('a licence before the camera fills the form of a new customer', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await allow(register)
  const licence = madeUpLicence(chance(7))
  film(codeOf('pdf417', licence, { columns: 13, eclevel: 4, binarytext: true }), { modulePx: 2.6 })
  await open(page)
  const family = /DCS(\w+)/.exec(licence)?.[1] ?? ''
  await expect(page.getByLabel('Full Name or Nickname')).toHaveValue(new RegExp(family, 'i'), { timeout: 20_000 })
})

test('WebAssembly may run in the worker that reads codes, and nowhere else', async ({ register }) => {
  const { page } = register
  await page.goto(register.host.origin)
  const policyOf = (address: string) => page.evaluate(async (at) => (await fetch(at)).headers.get('content-security-policy') ?? '', address)
  const script = await page.locator('script[type=module]').first().getAttribute('src')
  expect(await policyOf('/')).not.toContain('unsafe')
  expect(await policyOf(script ?? '')).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")
  expect(await page.evaluate(() => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => 'ran', (error: Error) => error.name))).toBe('CompileError')
})

test('a camera that is not allowed says so; a picture of the code does as well', async ({ register }) => {
  const { page } = register
  await stockShop(register)
  await openSale(page)
  await open(page)
  await expect(dialog(page).getByRole('alert')).toContainText('The camera is not allowed.')
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await expect(dialog(page)).toContainText('This file is not a picture.')
  const blank = bytesOf(shoot({ width: 1, height: 1, isDark: () => false }, { ...plainShot, width: 600, height: 300 }))
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'blank.png', mimeType: 'image/png', buffer: pngOf(blank) })
  await expect(dialog(page)).toContainText('No code could be read in this picture.', { timeout: 15_000 })
  const photo = bytesOf(shoot(codeOf('ean13', codes.tea), { ...plainShot, width: 600, height: 300, x: 300, y: 150, tilt: 0.3, modulePx: 2.5 }))
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'tea.png', mimeType: 'image/png', buffer: pngOf(photo) })
  await expect(cart(page)).toContainText('Tea', { timeout: 15_000 })
})

test('a till without a camera says so, and tries again when asked', async ({ register, launchOptions }) => {
  await stockShop(register)
  await register.page.close()
  const plain = await chromium.launch({ ...launchOptions, args: launchOptions.args?.filter((arg) => !fakeCamera.includes(arg)) ?? [] })
  const context = await plain.newContext({ permissions: ['camera'] })
  await context.addCookies(await register.page.context().cookies())
  const page = await context.newPage()
  await page.goto(register.host.origin)
  await open(page)
  await expect(dialog(page).getByRole('alert')).toContainText('No camera found.')
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Plug one in, or read the code from a picture.')
  await plain.close()
})
