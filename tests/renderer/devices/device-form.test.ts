import { expect, test } from 'vitest'
import { firstForm, readForm, wrongIn } from '../../../src/renderer/devices/inputs/device-form.ts'
import type { DeviceRow, Plugged } from '../../../src/renderer/devices/inputs/use-devices.ts'

const plugged: Plugged = {
  serial: [{ path: '/dev/ttyACM0', vendorId: 0x05e0, productId: 0x1701, serialNumber: 'S1', maker: 'Zebra' }],
  hid: [{ path: 'hid-1', vendorId: 0x0801, productId: 2, serialNumber: null, usagePage: 0xff00, usage: 1, maker: 'MagTek', product: 'Swipe Reader', role: 'reader' }],
  missing: [], facts: { platform: 'linux', mayOpenSerial: true, modemManager: false, hidRules: true }, baudRates: [9600],
}
const t = ((key: string) => key) as never
const life: DeviceRow['life'] = { state: 'ready', trouble: null, lastScan: null }
const empty = firstForm(null)

test('a listed port is kept by what it is, a typed path by its name', () => {
  expect(readForm({ ...empty, path: ' /dev/ttyACM0 ' }, plugged, t)).toMatchObject({ transport: 'serial', name: 'usual-scanner', address: { path: '/dev/ttyACM0', vendorId: 0x05e0, productId: 0x1701, serialNumber: 'S1' } })
  expect(readForm({ ...empty, path: '/tmp/line', kind: 'reader', baudRate: '19200' }, plugged, t)).toMatchObject({ name: 'usual-reader', address: { path: '/tmp/line', vendorId: null }, settings: { baudRate: 19_200 } })
})

test('nothing is saved without a place', () => {
  expect(wrongIn(empty, plugged)).toBe('path')
  expect(wrongIn({ ...empty, transport: 'hid' }, plugged)).toBe('hid')
  expect(readForm({ ...empty, transport: 'hid', hid: 'gone' }, plugged, t)).toBeNull()
})

test('a HID device is named after itself', () => {
  expect(readForm({ ...empty, transport: 'hid', hid: 'hid-1', kind: 'reader' }, plugged, t)).toMatchObject({ name: 'Swipe Reader', kind: 'reader', address: { vendorId: 0x0801, usagePage: 0xff00 } })
})

test('a device that is unplugged while it is renamed keeps its place and what it has learnt', () => {
  const address = { path: '/dev/ttyACM9', vendorId: 0x05e0, productId: 0x1701, serialNumber: 'S1' }
  const settings = { baudRate: 9600, prefix: '~', suffix: 'cr', gapMs: 300 } as const
  const device = { id: 'd1', kind: 'scanner', name: 'Old', life, how: { transport: 'serial', address, settings } } as unknown as DeviceRow
  expect(readForm({ ...firstForm(device), name: 'New' }, undefined, t)).toMatchObject({ name: 'New', address, settings })
  const reader = { id: 'd2', kind: 'reader', name: 'Reader', life, how: { transport: 'hid', address: { vendorId: 1, productId: 2, serialNumber: null, usagePage: 3, usage: 4 } } } as unknown as DeviceRow
  expect(readForm(firstForm(reader), undefined, t)).toMatchObject({ name: 'Reader', address: { vendorId: 1 } })
})
