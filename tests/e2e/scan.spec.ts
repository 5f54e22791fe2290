import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { licenceText } from '../main/devices/licence-text.ts'
import { addPerson } from './customer-shop.ts'
import { expect, test, type Register } from './register.ts'
import { codes, openSale, scan, stockShop, tile } from './sell-shop.ts'

const line = (page: Page, name: string) => page.getByRole('region', { name: 'Cart' }).getByText(name)
const strip = (page: Page) => page.locator('[data-customer-popup]')
type Key = { readonly key: string; readonly text?: string; readonly modifiers?: number; readonly code?: string; readonly windowsVirtualKeyCode?: number }
const enterKey: Key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }

/**
 * Types as a scanner does: each key as the browser's own, in one go or `gapMs` apart. A scanner keeps its pace however busy the computer is, and the keys
 * carry the time they were pressed at, not the time they were heard at: a machine that sends one late still says when it was due. Only a licence in one
 * go says nothing of the kind: its hundreds of keys take longer to be heard than a scanner takes to be silent.
 */
async function burst(page: Page, keys: readonly Key[], gapMs = 0): Promise<void> {
  const wedge = await page.context().newCDPSession(page)
  const beganMs = Date.now()
  const timed = (at: number) => (gapMs === 0 && keys.length > 100 ? {} : { timestamp: (beganMs + at * gapMs) / 1000 })
  const press = (key: Key, at: number) => [
    wedge.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...timed(at) }), wedge.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, ...timed(at) }),
  ]
  if (gapMs === 0) await Promise.all(keys.flatMap(press))
  else for (const [at, key] of keys.entries()) await Promise.all([...press(key, at), page.waitForTimeout(gapMs)])
  await wedge.detach()
}
const plain = (text: string): Key[] => Array.from(text, (key) => ({ key, text: key }))
/** The line feeds of a licence as Ctrl+J, its record separator as Ctrl+6, its carriage returns as Enter. */
const keysOf = (text: string): Key[] => Array.from(text, (char): Key => char === '\n' ? { key: 'j', modifiers: 2 } : char === '\u001e' ? { key: '6', modifiers: 2 } : char === '\r' ? enterKey : { key: char, text: char })

async function open(register: Register) {
  const stock = await stockShop(register)
  await openSale(register.page)
  return stock
}

test('a scan is taken with no field focused and with any field focused, and leaves nothing in it', async ({ register }) => {
  const { page } = register
  await open(register)
  await scan(page, codes.coffee)
  await expect(line(page, 'Coffee 250 g')).toBeVisible()
  const search = page.getByRole('combobox', { name: /Search/ })
  await search.pressSequentially('te', { delay: 120 })
  await scan(page, codes.tea)
  await expect(line(page, 'Tea')).toBeVisible()
  await expect(search).toHaveValue('te')
  await search.fill('')
  await page.keyboard.press('F2')
  const people = page.locator('[data-customer-search]')
  await people.pressSequentially('an', { delay: 120 })
  await scan(page, codes.tea)
  await expect(page.getByText('Tea is a product. Scan it on the sale screen.')).toBeVisible()
  await expect(people).toHaveValue('an')
})

test('a licence with its Enters presses no button, fills the form, is saved in one tap, and finds its person the second time', async ({ register }) => {
  const { page } = register
  await open(register)
  await tile(page, 'Coffee 250 g').click()
  await page.getByRole('button', { name: /^Pay/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: /Exact/ }).focus()
  await burst(page, keysOf(licenceText()))
  await expect(page.getByRole('heading', { name: 'New customer' })).toBeVisible()
  await expect(page.locator('[data-licence-strip]')).toHaveText('Barcode read: 36 years.')
  await expect(page.getByLabel(/Full name/i)).toHaveValue('Ana Ruiz')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await register.call('sales/list', { page: { after: null, most: 5 }, text: null, day: null })).rows).toEqual([])
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(strip(page)).toContainText('Ana Ruiz')
  await register.call('sales/clear-customer', { requestId: register.rid() })
  await expect(strip(page)).not.toContainText('Ana Ruiz')
  await burst(page, keysOf(licenceText()))
  await expect(strip(page)).toContainText('Ana Ruiz')
  const kept = readFileSync(`${register.host.folder}/bugs.log`, { flag: 'a+' }).toString()
  expect(kept).not.toContain('RUIZ')
})

test('a licence answers the age that was asked for, and the wine goes onto the cart', async ({ register }) => {
  const { page } = register
  await open(register)
  await tile(page, 'Red wine 750 ml').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await burst(page, keysOf(licenceText({ birth: '2009-01-01' })))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(line(page, 'Red wine 750 ml')).toHaveCount(0)
  await tile(page, 'Red wine 750 ml').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await burst(page, keysOf(licenceText()))
  await expect(line(page, 'Red wine 750 ml')).toBeVisible()
  await expect(page.getByText('Age checked: 36 years.')).toBeVisible()
})

test('a payment card is refused in one sentence, and no digit of it is anywhere on the page', async ({ register }) => {
  const { page } = register
  await open(register)
  const card = '%B4111111111111111^TEST/CARD^3012101?;4111111111111111=3012101?'
  const search = page.getByRole('combobox', { name: /Search/ })
  await search.focus()
  await page.evaluate(() => {
    const seen = window as unknown as { seen: string }
    seen.seen = ''
    document.addEventListener('input', (event) => void (seen.seen += (event.target as HTMLInputElement).value), { capture: true })
  })
  await burst(page, [...plain(card), enterKey])
  await expect(page.getByText('That is a payment card. Use the card terminal. Nothing of it was kept.')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { seen: string }).seen + document.documentElement.outerHTML)).not.toMatch(/4111|TEST\/CARD/)
  await expect(search).toHaveValue('')
})

test('a slow scanner is taken where its code is known, and is typing where it is not', async ({ register }) => {
  const { page } = register
  await open(register)
  const search = page.getByRole('combobox', { name: /Search/ })
  await search.focus()
  await burst(page, [...plain(codes.coffee), enterKey], 70)
  await expect(line(page, 'Coffee 250 g')).toBeVisible()
  await expect(search).toHaveValue('')
  await page.keyboard.press('F2')
  await page.locator('[data-customer-search]').focus()
  await burst(page, plain('5145550142'), 70)
  await expect(page.locator('[data-customer-search]')).toHaveValue('5145550142')
})

test('a code nobody knows becomes a product, a card or a search; a double meaning is asked about once and can be forgotten', async ({ register }) => {
  const { page } = register
  await open(register)
  const ana = await addPerson(register, { name: 'Ana Ruiz', phone: '514 555 0142' })
  await register.call('sales/attach-customer', { requestId: register.rid(), customerId: ana })
  await scan(page, '9999999999994')
  const sheet = page.getByRole('dialog', { name: 'Unknown code' })
  await expect(sheet.getByRole('button', { name: 'New product' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('combobox', { name: /Search/ })).toHaveValue('9999999999994')
  await page.getByRole('combobox', { name: /Search/ }).fill('')
  await scan(page, '8888888888880')
  await sheet.getByRole('button', { name: /card/i }).click()
  await expect(sheet).toHaveCount(0)
  await register.call('loyalty/assign-card', { requestId: register.rid(), code: codes.tea, customerId: ana, takeUnknown: true })
  await scan(page, codes.tea)
  const chooser = page.getByRole('dialog', { name: 'This code means two things' })
  await chooser.getByRole('button', { name: /Tea/ }).click()
  await expect(line(page, 'Tea')).toBeVisible()
  await scan(page, codes.tea)
  await expect(page.getByRole('region', { name: 'Cart' })).toContainText('2')
  await page.keyboard.press('Alt+,')
  await page.getByRole('button', { name: `Forget ${codes.tea}` }).click()
  await expect(page.getByText('No code has two meanings.')).toBeVisible()
})

test("a badge chooses whose PIN is asked, on the locked till and over somebody else's session; no digit of it is a PIN", async ({ register }) => {
  const { page } = register
  await open(register)
  const { id } = await register.call('staff/save', { requestId: register.rid(), id: null, name: 'Casey Cashier', role: 'cashier', language: 'en', active: true, badge: 'B-640279' })
  await register.call('staff/set-pin', { requestId: register.rid(), staffId: id, pin: '6402' })
  await scan(page, 'B-640279')
  const casey = page.getByRole('button', { name: /Casey Cashier/ })
  await expect(casey).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /Olive Owner/ }).click()
  await expect(casey).toHaveAttribute('aria-pressed', 'false')
  await scan(page, 'B-640279')
  await expect(casey).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('6402', { delay: 130 })
  await expect(tile(page, 'Coffee 250 g')).toBeVisible()
  expect((await register.call('staff/session', {}))?.name).toBe('Casey Cashier')
})
