import { performance } from 'node:perf_hooks'
import type { Core } from '../context.ts'
import type { Life } from '../devices/device-life.ts'
import { baudRates, hidOf, isInput, serialOf, type HidAddress, type SerialAddress, type SerialSettings } from '../devices/input-device.ts'
import { devicesOf, getDevice } from '../devices/devices.sql.ts'
import type { Device } from '../devices/device.ts'
import type { HidPlace, MachineFacts, SerialPlace } from '../devices/input-port.ts'
import { betweenMs, burstsNeeded, learnFrom, learnIdle, learnQuiet, type Learned, type LearnTrouble } from '../devices/learn-line.ts'
import { Refusal } from '../errors.ts'
import type { Caller, DeviceId, RegisterId } from '../vocabulary.ts'
import { isTesting, type Tested } from './hear-device.ts'
import { inputsOf, lifeOf, pluggedIn, runningOn, type Running } from './run-devices.ts'

/** A scanner or reader as the page shows it. */
export type DeviceRow = {
  readonly id: DeviceId; readonly kind: 'scanner' | 'reader'; readonly name: string; readonly life: Life
  readonly how: { readonly transport: 'serial'; readonly address: SerialAddress; readonly settings: SerialSettings } | { readonly transport: 'hid'; readonly address: HidAddress | null }
}
export type Plugged = { readonly serial: readonly SerialPlace[]; readonly hid: readonly (HidPlace & { readonly role: 'scanner' | 'reader' })[]; readonly missing: readonly ('serial' | 'hid')[]; readonly facts: MachineFacts; readonly baudRates: readonly number[] }

const rowOf = (core: Core, device: Device): DeviceRow => ({
  id: device.id, kind: device.kind === 'reader' ? 'reader' : 'scanner', name: device.name, life: lifeOf(core, device),
  how: device.transport === 'serial' ? { transport: 'serial', ...serialOf(device) } : { transport: 'hid', address: hidOf(device) },
})

/** The scanners and readers of this till, with how they fare now. */
export const deviceRows = (core: Core, registerId: RegisterId): DeviceRow[] => devicesOf(core.db, registerId).filter(isInput).map((device) => rowOf(core, device))

const barcodePage = 0x8c
const firstVendorPage = 0xff00
const readerMakers = new Set([0x0801, 0x0acd])
/** A HID scanner says so itself; a swipe reader is known by its maker's own page. */
const roleOf = ({ usagePage, vendorId }: HidPlace): 'scanner' | 'reader' | null =>
  (usagePage === barcodePage ? 'scanner' : usagePage >= firstVendorPage && readerMakers.has(vendorId) ? 'reader' : null)

/** What could be added: serial ports, and those HID devices that are scanners or readers. Keyboards and mice are left out. */
export async function whatIsPluggedIn(core: Core, registerId: RegisterId): Promise<Plugged> {
  const found = runningOn(core, registerId)
  const [{ serial, hid, missing }, facts] = await Promise.all([found ? pluggedIn(found) : inputsOf(core).pluggedIn(), inputsOf(core).facts()])
  const known = hid.flatMap((place) => {
    const role = roleOf(place)
    return role ? [{ ...place, role }] : []
  })
  return { serial, hid: known, missing, facts, baudRates }
}

const testMs = 10_000
/** While devices are tested, what they send is only shown. The page says so again and again; a page that is gone lets it lapse. */
export function testDevices(core: Core, { registerId }: Caller, on: boolean): null {
  const ears = runningOn(core, registerId)?.ears
  if (!ears) return null
  if (!isTesting(ears) || !on) ears.tests.clear()
  ears.testUntilMs = on ? performance.now() + testMs : 0
  return null
}

export const testedDevices = (core: Core, { registerId }: Caller): { testing: boolean; tests: Tested[] } => {
  const ears = runningOn(core, registerId)?.ears
  return { testing: ears !== undefined && isTesting(ears), tests: ears ? [...ears.tests.values()] : [] }
}

const learnMs = 60_000
/** Begins to learn from a serial scanner; its next three scans are only for that. Null ends it. Refuses 'not-found', 'device-not-ready'. */
export function learnDevice(core: Core, { registerId }: Caller, id: DeviceId | null): null {
  const found = runningOn(core, registerId)
  if (id !== null) theInput(core, registerId, id)
  if (id !== null && found?.lines.get(id)?.life.state !== 'ready') throw new Refusal('device-not-ready')
  if (found) found.ears.learning = id === null ? null : { id, untilMs: performance.now() + learnMs, state: learnIdle }
  return null
}

export type Learning = { readonly scans: number; readonly needed: number; readonly result: Learned | { readonly trouble: LearnTrouble } | null; readonly over: boolean }
/** How far the learning is. What was scanned is let go as soon as there is a result. */
export function learningNow(core: Core, { registerId }: Caller): Learning {
  const ears = runningOn(core, registerId)?.ears
  if (!ears?.learning) return { scans: 0, needed: burstsNeeded, result: null, over: true }
  const { learning } = ears
  learning.state = learnQuiet(learning.state, performance.now())
  const { done } = learning.state
  if (done.length < burstsNeeded) return { scans: done.length, needed: burstsNeeded, result: null, over: performance.now() > learning.untilMs }
  ears.learning = null
  return { scans: burstsNeeded, needed: burstsNeeded, result: learnFrom(done.slice(0, burstsNeeded)), over: false }
}

/** The screen asks again after this silence, when the third scan must have ended. */
export const learnSilenceMs = betweenMs

/** A scanner or reader of this till. Refuses 'not-found'. */
export function theInput(core: Core, registerId: RegisterId, id: DeviceId): Device {
  const device = getDevice(core.db, id)
  if (!device || device.registerId !== registerId || !isInput(device)) throw new Refusal('not-found', { field: 'id' })
  return device
}
export type { Running }
