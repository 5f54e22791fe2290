import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { serialLine } from '../../scripts/simulate/serial-line.ts'
import { expect, test } from './register.ts'
import { codes, openSale, stockShop } from './sell-shop.ts'

const shots = process.env['DEVICE_SHOTS'] // a folder to look at the screens in
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
  if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`) })
}

/** A scanner that types is shown like any other, and teaches its prefix. */
async function typeCodes(page: Page): Promise<void> {
  const type = async (code: string) => {
    await page.keyboard.type(code, { delay: 8 })
    await page.keyboard.press('Enter')
  }
  await type('4006381333931')
  await expect(page.getByRole('status').getByText('4006381333931')).toBeVisible()
  await row(page, 'Keyboard scanners').getByRole('button', { name: 'Learn prefix' }).click()
  const learn = page.getByRole('dialog', { name: 'Learn prefix: Keyboard scanners' })
  for (const [at, code] of ['5901234123457', '4006381333931', '9780201379624'].entries()) {
    await type(`!${code}`)
    if (at < 2) await expect(learn.getByText(`${at + 1} of 3`)).toBeVisible()
  }
  await expect(learn.getByText('CR (Enter)')).toBeVisible()
  await learn.getByRole('button', { name: 'Done' }).click()
}

test.skip(!existsSync('/dev/ptmx'), 'a virtual serial line needs a pty')

test('a serial scanner is added, tested, learnt, unplugged and plugged in again, and then sells', async ({ register }) => {
  test.setTimeout(120_000)
  const { page } = register
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-line-'))
  const wire = serialLine(path.join(folder, 'scanner'))
  try {
    await stockShop(register)
    await page.reload()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Devices' }).click()
    await expect(page.getByText('No serial or HID scanner on this till.')).toBeVisible()
    await look(page, 'empty')

    await page.getByRole('button', { name: 'Add device' }).click()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText('Choose a port or type its path.')).toBeVisible()
    await look(page, 'add')
    await page.getByRole('combobox', { name: 'Port' }).fill(wire.path)
    await page.getByLabel('Name').fill('Counter scanner')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const scanner = row(page, 'Counter scanner')
    await expect(scanner.getByText('Ready')).toBeVisible()

    await scanner.getByRole('button', { name: 'Test' }).click()
    await expect(page.getByText('Scan or swipe something now…')).toBeVisible()
    wire.write(']E05901234123457\r\n')
    const dialog = page.getByRole('dialog', { name: 'Test Counter scanner' })
    await expect(dialog.getByText('5901234123457')).toBeVisible()
    await expect(dialog.getByText(']E0')).toBeVisible()
    await look(page, 'test')
    wire.write(';4111111111111111=30121010000000000000?\r')
    await expect(dialog.getByText('That is a payment card.')).toBeVisible()
    await expect(page.getByText('4111')).toHaveCount(0)
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(scanner.getByText(/last scan .* Swipe/)).toBeVisible()

    await scanner.getByRole('button', { name: 'Learn prefix' }).click()
    const learn = page.getByRole('dialog', { name: 'Learn prefix: Counter scanner' })
    await expect(learn.getByText('0 of 3')).toBeVisible()
    for (const [at, code] of ['5901234123457', '4006381333931', '9780201379624'].entries()) {
      wire.write(`~${code}\r`)
      if (at < 2) await expect(learn.getByText(`${at + 1} of 3`)).toBeVisible()
    }
    await expect(learn.getByText('This is what it sends around every code.')).toBeVisible()
    await expect(learn.getByText('CR (Enter)')).toBeVisible()
    await look(page, 'learnt')
    await learn.getByRole('button', { name: 'Done' }).click()

    wire.unplug()
    await expect(scanner.getByText('Not found')).toBeVisible()
    await expect(scanner.getByText('It was unplugged.')).toBeVisible()
    const alert = page.getByRole('button', { name: '1 device needs attention' })
    await alert.click()
    await look(page, 'lost')
    await page.keyboard.press('Escape')
    wire.plug()
    await expect(scanner.getByText('Ready')).toBeVisible()
    await expect(alert).toHaveCount(0)

    await scanner.getByRole('button', { name: 'Remove' }).click()
    await expect(scanner).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(scanner.getByText('Ready')).toBeVisible()
    await typeCodes(page)

    await register.call('staff/preferences', { theme: 'dark' })
    await page.waitForTimeout(300)
    await look(page, 'ready-dark')

    await openSale(page)
    await page.waitForTimeout(300)
    wire.write(`~${codes.tea}\r`)
    await expect(page.getByRole('button', { name: 'Tea, change' })).toBeVisible()
  } finally {
    wire.unplug()
    rmSync(folder, { recursive: true, force: true })
  }
})
