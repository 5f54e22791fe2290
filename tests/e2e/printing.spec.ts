import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { startPrinter, type VirtualPrinter } from '../../scripts/simulate/printer.ts'
import { expect, test, type Register } from './register.ts'
import type { Cents } from '../../src/main/vocabulary.ts'
import { addItem, openSale, stockShop, tile } from './sell-shop.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const textOf = (printer: VirtualPrinter, paper: number) => (printer.papers()[paper] ?? []).map((mark) => (mark.kind === 'line' ? mark.text : mark.kind === 'barcode' ? mark.data : '')).join('\n')

/** Nothing that axe finds fault with, whatever is open. */
async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** Settings > Devices > Add printer, as a technician does it. */
async function addPrinter(page: Page, printer: VirtualPrinter): Promise<void> {
  await page.keyboard.press('Alt+,')
  await page.getByRole('button', { name: /Devices/ }).first().click()
  await expect(page.getByText('No printer. Receipts are saved as PDF.')).toBeVisible()
  await page.getByRole('button', { name: 'Add printer' }).click()
  await dialog(page).getByLabel('Model').selectOption('epson-tm-t88')
  await passesAxe(page)
  await dialog(page).getByLabel('Address').fill('127.0.0.1')
  await dialog(page).getByLabel('Port').fill(String(printer.port))
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Test print' }).click()
  await expect(page.getByRole('group', { name: 'Receipt printer' })).toContainText('Printed')
}

async function sellForCash({ page }: Register): Promise<void> {
  await tile(page, 'Coffee').click()
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await page.getByRole('button', { name: '$20.00' }).click()
  await expect(dialog(page)).toContainText('Change')
}

test('a printer is set up, prints each receipt, says when it is out of paper, reprints as DUPLICATE, and opens its drawer with a reason', async ({ register }) => {
  const printer = await startPrinter()
  const { page } = register
  const { taxClassId } = await stockShop(register)
  await addItem(register, taxClassId, { name: 'قهوة', priceCents: 500 as Cents })
  await openSale(page)
  await addPrinter(page, printer)
  expect(textOf(printer, 0)).toContain('19 cp858')

  await page.keyboard.press('F6')
  await sellForCash(register)
  await expect(dialog(page).getByRole('status', { name: 'Printing of the receipt' })).toHaveText('Printed')
  expect(textOf(printer, 1)).toMatch(/Corner Store[\s\S]*Coffee 250 g[\s\S]*Total +\$10\.26[\s\S]*Change +\$9\.75[\s\S]*\{B1-000001/)
  expect(printer.drawerOpenings()).toEqual([{ pin: 2, atLine: expect.any(Number) as unknown as number }])
  await dialog(page).getByRole('button', { name: 'Print', exact: true }).click()
  await expect(dialog(page).getByRole('status', { name: 'Printing of the receipt' })).toContainText('Printed (marked DUPLICATE)')
  expect(textOf(printer, 2)).toContain('DUPLICATE')
  await page.keyboard.press('Escape')
  await tile(page, 'قهوة').click()
  await sellForCash(register)
  await expect(dialog(page).getByRole('status', { name: 'Printing of the receipt' })).toHaveText('Printed')
  expect(printer.papers()[3]?.some(({ kind }) => kind === 'picture'), 'a name no code page holds is drawn').toBe(true)
  await page.keyboard.press('Escape')

  printer.set({ paperOutAtLine: 5 })
  await sellForCash(register)
  await expect(dialog(page).getByRole('status', { name: 'Printing of the receipt' })).toContainText('Paper out. Put in new paper and the rest prints by itself.')
  await page.getByRole('button', { name: 'New sale' }).click()
  await expect(page.getByRole('region', { name: 'Cart' })).toContainText('Receipt printer Paper out.')
  await passesAxe(page)
  printer.loadPaper()
  await expect(page.getByText('Paper out.')).toHaveCount(0)
  expect(textOf(printer, 4)).toContain('1-000003')
  expect(textOf(printer, 4)).not.toContain('DUPLICATE')

  await page.keyboard.press('Alt+,')
  await page.getByRole('button', { name: /Devices/ }).first().click()
  await passesAxe(page)
  await page.getByRole('button', { name: 'Open drawer' }).click()
  await dialog(page).getByRole('button', { name: 'Count the float' }).click()
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click()
  await expect.poll(() => printer.drawerOpenings().length).toBe(4)
  const log = async () => (await register.call('staff/audit', { before: null, most: 20, kind: 'drawer-opened', staffId: null })).rows.map(({ reason }) => reason)
  await expect.poll(log).toEqual(['Count the float', null, null, null])
  expect(printer.unknown()).toEqual([])
  await printer.stop()
})
