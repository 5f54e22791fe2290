import AxeBuilder from '@axe-core/playwright'
import type { Cents, Milli } from '../../src/main/vocabulary.ts'
import { expect, test, type Register } from './register.ts'

async function sellCoffee(register: Register): Promise<void> {
  const { classes } = await register.call('shop/taxes', {})
  const { id } = await register.call('items/save', { requestId: register.rid(), id: null, draft: {
    name: 'Coffee', sku: '', priceCents: 450 as Cents, costCents: null, taxClassId: classes[0]!.id, categoryId: null, minimumAge: null, earnsPoints: true, customerRequired: false, barcodes: [], prices: [],
  } })
  await register.call('sales/add-item', { requestId: register.rid(), itemId: id, quantityMilli: 1_000 as Milli })
}

test('Table Management is switched on in Apps, a cart waits at a table, is found by it and on the floor, and off leaves no trace (S3-26)', async ({ register }) => {
  const { page, setUpShop } = register
  await setUpShop()
  await sellCoffee(register)
  await page.getByRole('button', { name: 'Queue', exact: true }).last().waitFor()
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  await menu.getByRole('button', { name: 'Back Office' }).click()
  await page.getByRole('navigation', { name: 'Back Office pages' }).getByRole('button', { name: 'Apps' }).click()
  await page.getByRole('switch', { name: 'Table Management' }).click()
  await expect(page.getByRole('group', { name: 'Use it at' }).getByRole('checkbox', { name: 'Corner Store, Till 1' })).toBeChecked()
  const add = page.getByRole('textbox', { name: 'Name of a new table' })
  for (const name of ['Terrace 10', 'Terrace 2']) {
    await add.fill(name)
    await add.press('Enter')
    await expect(page.getByRole('textbox', { name: `Name of table ${name}` })).toBeVisible()
    await expect(add).toHaveValue('')
  }
  await add.fill('terrace 2')
  await add.press('Enter')
  await expect(page.getByText(/already/)).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])

  await menu.getByRole('button', { name: 'Sell' }).click()
  await page.keyboard.press('Control+q')
  const sheet = page.getByRole('dialog', { name: 'Save cart to queue' })
  await sheet.getByRole('textbox', { name: 'Add Customer Name' }).fill('Ana')
  await sheet.getByRole('combobox', { name: 'Table' }).click()
  await page.getByRole('option', { name: 'Terrace 2' }).click()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet).toHaveCount(0)
  await menu.getByRole('button', { name: /^Queue/ }).click()
  const row = page.getByRole('table', { name: 'Queue' }).getByRole('row').filter({ hasText: 'Ana' })
  await expect(row).toContainText('Terrace 2')
  const filter = page.getByRole('main').getByRole('combobox', { name: 'Table' })
  await filter.click()
  await page.getByRole('option', { name: 'Terrace 10' }).click()
  await expect(page.getByText('No saved cart matches.')).toBeVisible()
  await filter.click()
  await page.getByRole('option', { name: 'Terrace 2' }).click()
  await expect(row).toBeVisible()
  await page.getByText('Floor', { exact: true }).click()
  const floor = page.getByRole('list', { name: 'Floor' })
  await expect(floor.getByRole('heading')).toHaveText(['Terrace 2', 'Terrace 10'])
  await expect(floor.getByRole('listitem').last()).toContainText('Free')
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
  await floor.getByRole('button', { name: /Ana.*Open, table Terrace 2/ }).click()
  await expect(page.getByRole('main').getByText('Coffee').last()).toBeVisible()
  await page.keyboard.press('Control+q')
  await expect(sheet.getByRole('combobox', { name: 'Table' })).toHaveValue('Terrace 2')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet).toHaveCount(0)

  await register.call('apps/switch', { requestId: register.rid(), app: 'tables', registerIds: [] })
  await menu.getByRole('button', { name: /^Queue/ }).click()
  await expect(row).toBeVisible()
  await expect(row).not.toContainText('Terrace')
  await expect(page.getByText('Floor', { exact: true })).toHaveCount(0)
  await expect(filter).toHaveCount(0)
})
