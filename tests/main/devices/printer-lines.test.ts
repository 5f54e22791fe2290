import { existsSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { printerLine } from '../../../scripts/simulate/printer-line.ts'
import type { Faults } from '../../../scripts/simulate/printer.ts'
import { paperParts } from '../../../src/main/devices/esc-pos.ts'
import { profileNamed } from '../../../src/main/devices/printer-profiles.ts'
import { openLink } from '../../../src/main/devices/printer.port.ts'
import { printOver } from '../../../src/main/devices/printer-talk.port.ts'
import { goldenReceipts } from './golden-receipts.ts'
import { paperShop, quick } from './paper-shop.ts'
import { aPrinter, textOf, until } from './printing-kit.ts'

const hasPty = process.platform === 'linux' && existsSync('/dev/ptmx')
const silent = { began: () => undefined, trouble: () => undefined, answers: () => undefined }
const paper = Buffer.from('line 1\nline 2\nline 3\n\u001dV\u0001', 'latin1')
const noPen = { widthOf: () => 0, draw: () => ({ width: 8, height: 8, black: new Uint8Array(64) }) }
const timing = { ...quick, askMs: 800, confirmMs: 2_000 }

async function onLine(transport: 'serial' | 'usb', faults: Faults = {}) {
  const printer = await aPrinter(faults)
  const line = printerLine(printer.port)
  onTestFinished(() => line.unplug())
  const link = await openLink(transport, { path: line.path, baudRate: 9600, flow: 'none' })
  const stop = new AbortController()
  onTestFinished(() => link.end())
  return { printer, line, stop, outcome: printOver(link, { pulse: null, pulseNow: null, paper }, { status: 'answers', confirms: true, timing }, silent, { signal: stop.signal, goOn: () => undefined }) }
}

describe.skipIf(!hasPty)('a printer on a line of its own', () => {
  for (const transport of ['serial', 'usb'] as const) {
    test(`${transport}: prints, and says so`, async () => {
      const { printer, outcome } = await onLine(transport)
      expect(await outcome).toMatchObject({ state: 'printed' })
      expect(textOf(printer.papers()[0]!)).toBe('line 1\nline 2\nline 3')
    })
    test(`${transport}: out of paper in the middle, it waits and goes on`, async () => {
      const { printer, outcome } = await onLine(transport, { paperOutAtLine: 1 })
      await until(() => printer.hanging().length === 1)
      printer.loadPaper()
      expect(await outcome).toMatchObject({ state: 'printed' })
    })
    test(`${transport}: pulled out in the middle, nobody knows`, async () => {
      const { printer, line, outcome } = await onLine(transport, { paperOutAtLine: 1 })
      await until(() => printer.hanging().length === 1)
      line.unplug()
      expect(await outcome).toMatchObject({ state: 'unknown' })
    })
  }
  test('a shop prints over a serial line after each sale', async () => {
    const shop = await paperShop()
    const line = printerLine(shop.printer.port)
    onTestFinished(() => line.unplug())
    await shop.signIn('manager')
    await shop.ask('print/save-printer', { requestId: shop.rid(), id: shop.deviceId, ...shop.save, transport: 'serial', address: { path: line.path, baudRate: 9600, flow: 'none' } })
    await shop.settled(await shop.sellCoffee(), 'printed')
  })
})

describe('main’s loop', () => {
  test('gets a long receipt in many slices of a few milliseconds each', () => {
    const profile = profileNamed('epson-tm-t88')!
    const rows = Array.from({ length: 20 }, () => goldenReceipts[1]!.rows).flat()
    const slices: number[] = []
    let from = performance.now()
    for (const part of paperParts({ logo: null, rows, code: '1-000042' }, profile, noPen)) {
      expect(part.length).toBeGreaterThan(0)
      slices.push(performance.now() - from)
      from = performance.now()
    }
    expect(slices.length).toBeGreaterThan(rows.length / 6)
    expect(slices.toSorted((a, b) => a - b)[Math.floor(slices.length / 2)]).toBeLessThan(15)
  })
})
