import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { printerLine } from '../../../scripts/simulate/printer-line.ts'
import { paperShop } from './paper-shop.ts'
import { aPrinter, until } from './printing-kit.ts'

test('a display behind the printer shows the last item and the total, is cleared after the sale, and the printer prints on', async () => {
  const { printer, add, items, sellCoffee, settled } = await paperShop({}, { display: 'epson' })
  await add(items.filter)
  await until(() => printer.display().toString('latin1').includes('Filter papers'))
  const shown = printer.display().toString('latin1')
  expect(shown).toMatch(/Filter papers +\$4\.50/)
  expect(shown).toMatch(/Total +\$5\.1\d/)
  await settled(await sellCoffee(), 'printed')
  await until(() => printer.display().at(-1) === 0x0c)
})

test('a display on a line of its own speaks its own language, and can be taken off and put back', async () => {
  if (!existsSync('/dev/ptmx')) return
  const pole = await aPrinter()
  const line = printerLine(pole.port)
  onTestFinished(() => line.unplug())
  const { ask, rid, signIn, add, items } = await paperShop()
  await signIn('manager')
  const { id } = await ask('display/save', { requestId: rid(), id: null, name: 'Pole', kind: 'cd5220', address: { path: line.path, baudRate: 9600, flow: 'none' } })
  await add(items.coffee)
  await until(() => pole.received().toString('latin1').includes('\u001bQA'))
  await until(() => /Total +\$10\.35/.test(pole.received().toString('latin1')))
  expect(await ask('display/list', null)).toMatchObject([{ id, name: 'Pole', kind: 'cd5220' }])
  await ask('display/remove', { requestId: rid(), deviceId: id, active: false })
  expect(await ask('display/list', null)).toEqual([])
})
