import { expect, test } from 'vitest'
import type { InputDraft } from '../../../src/main/devices/input-device.ts'
import type { Hears, HidPlace, InputPort, Opened, OpenTrouble } from '../../../src/main/devices/input-port.ts'
import { nothingPluggedIn } from '../../../src/main/devices/input-port.ts'
import { freshApp, till } from '../../harness/app.ts'

/** A bench with a USB hub: what is plugged in, what was opened, and a hand that swipes. */
function hub() {
  const plugged: HidPlace[] = []
  const open = new Map<string, Hears>()
  const woken: string[] = []
  let tell: () => void = () => undefined
  let trouble: OpenTrouble | null = null
  const port: InputPort = {
    ...nothingPluggedIn,
    pluggedIn: () => Promise.resolve({ serial: [], hid: [...plugged], missing: [] }),
    openHid: ({ path, wake }, hears): Promise<Opened> => {
      if (trouble) return Promise.resolve({ trouble })
      open.set(path, hears)
      if (wake) woken.push(path)
      return Promise.resolve({ line: { close: () => Promise.resolve(void open.delete(path)) } })
    },
    onPlug: (_, heard) => ((tell = heard), () => undefined),
  }
  return {
    port, open, woken,
    plug: (place: HidPlace) => (plugged.push(place), tell()),
    unplug: (path: string) => {
      plugged.splice(plugged.findIndex((place) => place.path === path), 1)
      const hears = open.get(path)
      open.delete(path)
      hears?.lost()
    },
    refuse: (why: OpenTrouble | null) => void (trouble = why),
    sends: (path: string, report: Uint8Array) => open.get(path)!.bytes(report, performance.now()),
  }
}

const honeywell = (path: string, serialNumber: string | null = null): HidPlace => ({ path, vendorId: 0x0c2e, productId: 0x0b81, serialNumber, usagePage: 0x8c, usage: 2, maker: 'Honeywell', product: 'Voyager' })
const magtek: HidPlace = { path: 'hid-3', vendorId: 0x0801, productId: 0x0002, serialNumber: null, usagePage: 0xff00, usage: 1, maker: 'MagTek', product: 'Swipe Reader' }
const draftOf = ({ vendorId, productId, serialNumber, usagePage, usage, product }: HidPlace, kind: 'scanner' | 'reader' = 'scanner'): InputDraft =>
  ({ kind, name: product, transport: 'hid', address: { vendorId, productId, serialNumber, usagePage, usage }, settings: {} })

function posReport(text: string): Uint8Array {
  const made = new Uint8Array(64)
  made.set([2, text.length, ...Buffer.from(`]C0${text}`)])
  return made
}
function swipeReport(tracks: readonly string[]): Uint8Array {
  const made = new Uint8Array(337)
  made.set([0, 0, 0, ...tracks.map(({ length }) => length), 0])
  tracks.forEach((track, at) => made.set(Buffer.from(track), 7 + at * 110))
  return made
}

async function till1() {
  const app = await freshApp()
  const bench = hub()
  Object.assign(app.core.ports, { inputs: bench.port })
  await app.signIn('manager')
  const events: { name: string; event: unknown }[] = []
  app.on((name, event) => void events.push({ name, event }))
  app.runDevices(till)
  const add = (draft: InputDraft) => app.ask('devices/save', { requestId: app.rid(), id: null, draft })
  const states = async () => (await app.ask('devices/list', {})).map(({ life }) => life.state)
  return { app, bench, events, add, states, arrivals: () => events.filter(({ name }) => name === 'scan-arrived') }
}

test('a HID scanner is woken, read, lost and found under another path', async () => {
  const { bench, add, states, arrivals } = await till1()
  bench.plug(honeywell('hid-1'))
  await add(draftOf(honeywell('hid-1')))
  await expect.poll(states).toEqual(['ready'])
  expect(bench.woken).toEqual(['hid-1'])
  bench.sends('hid-1', posReport('LOY-0001'))
  expect(arrivals()).toHaveLength(1)
  expect(arrivals()[0]?.event).toMatchObject({ registerId: till, source: 'hid-pos' })
  bench.unplug('hid-1')
  expect(await states()).toEqual(['lost'])
  bench.plug(honeywell('hid-9'))
  await expect.poll(states, { timeout: 3_000 }).toEqual(['ready'])
  bench.sends('hid-9', posReport('LOY-0002'))
  expect(arrivals()).toHaveLength(2)
})

test('two alike without serial numbers are two devices, each with its own path', async () => {
  const { bench, add, states } = await till1()
  bench.plug(honeywell('hid-1'))
  bench.plug(honeywell('hid-2'))
  await add(draftOf(honeywell('hid-1')))
  await add(draftOf(honeywell('hid-2')))
  await expect.poll(states).toEqual(['ready', 'ready'])
  expect([...bench.open.keys()].toSorted()).toEqual(['hid-1', 'hid-2'])
})

test('no permission, another program and no driver are told apart', async () => {
  const { app, bench, add } = await till1()
  bench.plug(magtek)
  bench.refuse('refused')
  await add(draftOf(magtek, 'reader'))
  const life = async () => (await app.ask('devices/list', {}))[0]?.life
  await expect.poll(life).toMatchObject({ state: 'refused', trouble: 'refused' })
  for (const [trouble, state] of [['busy', 'busy'], ['missing', 'refused'], ['failed', 'lost']] as const) {
    bench.refuse(trouble)
    await expect.poll(life, { timeout: 12_000 }).toMatchObject({ state, trouble })
  }
  bench.refuse(null)
  await expect.poll(life, { timeout: 12_000 }).toMatchObject({ state: 'ready', trouble: null })
}, 60_000)

test('a payment card that is swiped stands nowhere: not in the test, the list, the events or the file', async () => {
  const { app, bench, events, add, states } = await till1()
  bench.plug(magtek)
  await add(draftOf(magtek, 'reader'))
  await expect.poll(states).toEqual(['ready'])
  const swipe = swipeReport(['%B4111111111111111^TEST/CARD ONE^3012101?', ';4111111111111111=3012101?', ''])
  await app.ask('devices/test', { on: true })
  bench.sends('hid-3', swipe)
  const { tests } = await app.ask('devices/tested', {})
  expect(tests).toMatchObject([{ kind: 'payment-card', raw: '' }])
  await app.ask('devices/test', { on: false })
  bench.sends('hid-3', swipe)
  const everything = JSON.stringify([tests, events, await app.ask('devices/list', {}), app.bugs])
  expect(everything).not.toMatch(/4111|TEST/)
  expect(app.core.db.serialize().includes('41111111')).toBe(false)
})

test('the test of a licence shows which parts were read, and none of them', async () => {
  const { app, bench, add, states, arrivals } = await till1()
  bench.plug(magtek)
  await add(draftOf(magtek, 'reader'))
  await expect.poll(states).toEqual(['ready'])
  await app.ask('devices/test', { on: true })
  bench.sends('hid-3', swipeReport(['%TXAUSTIN^DOE$JOHN^12345 SHERBOURNE ST^?', ';63601538774194=290819810101?', '']))
  const { tests } = await app.ask('devices/tested', {})
  expect(tests[0]).toMatchObject({ kind: 'licence', licence: { jurisdiction: 'TX', source: 'magstripe', has: ['name', 'number', 'birthDate', 'expiryDate', 'address'] } })
  expect(JSON.stringify(tests)).not.toMatch(/DOE|JOHN|38774194|SHERBOURNE|1981/)
  expect(arrivals()).toEqual([])
})

test('a reader that encrypts is said to, once each swipe', async () => {
  const { bench, events, add, states, arrivals } = await till1()
  bench.plug(magtek)
  await add(draftOf(magtek, 'reader'))
  await expect.poll(states).toEqual(['ready'])
  bench.sends('hid-3', new Uint8Array(887))
  expect(events.filter(({ name }) => name === 'device-misread').map(({ event }) => event)).toMatchObject([{ kind: 'encrypted' }])
  expect(arrivals()).toEqual([])
})

test('a removed device is closed, Undo brings it back, and the audit tells who', async () => {
  const { app, bench, add, states } = await till1()
  bench.plug(honeywell('hid-1'))
  const { id } = await add(draftOf(honeywell('hid-1')))
  await expect.poll(states).toEqual(['ready'])
  await app.ask('devices/remove', { requestId: app.rid(), id })
  expect(await states()).toEqual([])
  await expect.poll(() => bench.open.size).toBe(0)
  await expect(app.ask('devices/save', { requestId: app.rid(), id, draft: draftOf(honeywell('hid-1')) })).rejects.toMatchObject({ code: 'not-found' })
  await app.ask('devices/restore', { requestId: app.rid(), id })
  await expect.poll(states).toEqual(['ready'])
  const { rows } = await app.ask('staff/audit', { before: null, most: 10, kind: null, staffId: null })
  expect(rows.map(({ kind }) => kind).slice(0, 3)).toEqual(['device-added', 'device-removed', 'device-added'])
})

test('a cashier sees how devices fare and may not change them; another till has its own', async () => {
  const { app, add } = await till1()
  const { id } = await add(draftOf(magtek, 'reader'))
  await app.signIn('cashier')
  expect(await app.ask('devices/list', {})).toHaveLength(1)
  await expect(app.ask('devices/remove', { requestId: app.rid(), id })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(app.ask('devices/test', { on: true })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('only scanners and readers are offered, never a keyboard or a mouse', async () => {
  const { app, bench } = await till1()
  bench.plug(honeywell('hid-1'))
  bench.plug(magtek)
  bench.plug({ ...magtek, path: 'hid-4', vendorId: 0x046d, usagePage: 0xff00 })
  bench.plug({ ...magtek, path: 'hid-5', usagePage: 1, usage: 6 })
  const { hid } = await app.ask('devices/plugged-in', {})
  expect(hid.map(({ path, role }) => [path, role])).toEqual([['hid-1', 'scanner'], ['hid-3', 'reader']])
})
