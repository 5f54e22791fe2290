import type { Page } from '@playwright/test'
import type { ItemDraft } from '../../src/main/sales/item.ts'
import type { CategoryId, Cents, ItemId, StaffId, TaxClassId } from '../../src/main/vocabulary.ts'
import { expect, ownerPin, type Register } from './register.ts'

export type Stock = { readonly taxClassId: TaxClassId; readonly coffee: ItemId; readonly tea: ItemId; readonly filter: ItemId; readonly wine: ItemId; readonly drinks: CategoryId }
export const codes = { coffee: '0064100108233', tea: '0012345678905' }

/** The shop of the fixture with four things to sell: coffee 9.00, tea 7.00, filter papers 4.50, and wine 12.00 from 19 years. */
export async function stockShop(register: Register): Promise<Stock> {
  await register.setUpShop()
  const { classes } = await register.call('shop/taxes', {})
  const taxClassId = classes[0]?.id as TaxClassId
  const category = async (name: string, position: number) => (await register.call('items/save-category', { requestId: register.rid(), id: null, name, position, active: true })).id
  const drinks = await category('Drinks', 0)
  const care = await category('Coffee things', 1)
  const item = (draft: Partial<ItemDraft>) => addItem(register, taxClassId, draft)
  return {
    taxClassId, drinks,
    coffee: await item({ name: 'Coffee 250 g', priceCents: 900 as Cents, categoryId: drinks, barcodes: [codes.coffee] }),
    tea: await item({ name: 'Tea', priceCents: 700 as Cents, categoryId: drinks, barcodes: [codes.tea] }),
    filter: await item({ name: 'Filter papers', priceCents: 450 as Cents, categoryId: care }),
    wine: await item({ name: 'Red wine 750 ml', priceCents: 1200 as Cents, categoryId: drinks, minimumAge: 19 }),
  }
}

/** One more thing to sell. */
export const addItem = async (register: Register, taxClassId: TaxClassId, draft: Partial<ItemDraft>): Promise<ItemId> =>
  (await register.call('items/save', { requestId: register.rid(), id: null, draft: { ...plain(taxClassId), ...draft } as never })).id

const plain = (taxClassId: TaxClassId): ItemDraft => ({
  name: '', sku: '', priceCents: 0 as Cents, categoryId: null, minimumAge: null, costCents: null, taxClassId, earnsPoints: true, customerRequired: false, barcodes: [], prices: [],
})

/** The tile of an item on the sale screen. */
export const tile = (page: Page, name: string) => page.getByRole('group', { name: /^(Items|Articles|Artículos)$/ }).getByRole('button', { name })

/** Shows the sale screen of a shop that is set up and waits for its tiles. */
export async function openSale(page: Page): Promise<void> {
  await page.reload()
  await expect(tile(page, 'Coffee 250 g')).toBeVisible()
}

/** Counts the real presses of mouse or finger on the page from here on. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number }
    counted.taps = 0
    window.addEventListener('pointerdown', (event) => void (event.isTrusted && counted.taps++), { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps)
}

const topDialog = (page: Page) => page.getByRole('dialog').last()
/** Takes the whole cart's money in cash and closes the panel that says the sale's number. */
export async function payCash(page: Page): Promise<void> {
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Exact cash' }).click()
  await expect(topDialog(page)).toContainText('Sale 1-0000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Opens the sale that was completed last. */
export async function openLastSale(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Recent sales' }).click()
  await page.getByRole('button', { name: /open sale/ }).first().click()
  await expect(topDialog(page)).toContainText('Sale 1-0000')
}

/** The total under the cart. */
export const total = (page: Page) => page.getByRole('region', { name: 'Cart' }).getByRole('status')

const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }

/** A keyboard scanner: every key of the code and Enter in one go, however slow the machine is. */
export async function scan(page: Page, code: string): Promise<void> {
  const wedge = await page.context().newCDPSession(page)
  const keys = [...code.split('').map((key) => ({ key, text: key })), enter]
  const send = (event: Parameters<typeof wedge.send<'Input.dispatchKeyEvent'>>[1]) => wedge.send('Input.dispatchKeyEvent', event)
  // A scanner keeps its pace however busy the computer is: a key that is heard late still says when it was pressed.
  const timestamp = Date.now() / 1000
  await Promise.all(keys.flatMap((key) => [send({ type: 'keyDown', ...key, timestamp }), send({ type: 'keyUp', key: key.key, timestamp })]))
  await wedge.detach()
}

export const cashierPin = '8264'

/** Casey, a cashier, takes over the till from the owner. */
export async function signInCashier(register: Register): Promise<void> {
  const saved = await register.call('staff/save', { requestId: register.rid(), id: null, name: 'Casey Cashier', role: 'cashier', language: 'en', active: true })
  const { id } = saved as { id: StaffId }
  await register.call('staff/set-pin', { requestId: register.rid(), staffId: id, pin: cashierPin })
  await register.call('staff/sign-out', null)
  await register.call('staff/sign-in', { staffId: id, pin: cashierPin })
  await expect(register.page.getByRole('button', { name: /^Casey Cashier/ })).toBeVisible()
}

/** Types the owner's PIN into the pad that asks for a manager. */
export async function approve(page: Page): Promise<void> {
  const pad = page.getByRole('dialog').filter({ hasText: 'Needs a manager' })
  await expect(pad.getByRole('button', { name: '1', exact: true })).toBeVisible()
  await page.keyboard.type(ownerPin, { delay: 30 })
}
