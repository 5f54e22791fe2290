import { performance } from 'node:perf_hooks'
import type { Core } from '../context.ts'
import { beginsLicence, latin1, type Arrived } from '../devices/arrived.ts'
import type { LastScan } from '../devices/device-life.ts'
import type { Device } from '../devices/device.ts'
import { hidOf, isPosScanner } from '../devices/input-device.ts'
import { learnBytes, type LearnState } from '../devices/learn-line.ts'
import { maskScan, type MaskedScan } from '../devices/masked-scan.ts'
import type { DeviceId, Instant, RegisterId } from '../vocabulary.ts'
import { scanArrived, type ArrivedScan } from './hold-scan.ts'

export type Tested = MaskedScan & { readonly deviceId: DeviceId; readonly at: Instant }
/** Who listens besides the sale: the test of the devices page, until it lapses, and a device that is learning. */
export type Ears = { testUntilMs: number; readonly tests: Map<DeviceId, Tested>; learning: { readonly id: DeviceId; readonly untilMs: number; state: LearnState } | null }
export const newEars = (): Ears => ({ testUntilMs: 0, tests: new Map(), learning: null })

export const isTesting = ({ testUntilMs }: Ears): boolean => performance.now() < testUntilMs

/** What the reader itself says of a track that it could not read: one sentence serves for both. */
const unread = '%E?'

/** Something arrived: it is only shown while devices are tested, else it goes its way. Answers what to remember of it: when, and of what kind. */
export function hearDevice(core: Core, registerId: RegisterId, ears: Ears, device: Device, arrived: Arrived): LastScan {
  const at = core.now()
  const kind = arrived.kind === 'text' ? roughly(arrived.text) : arrived.kind
  if (isTesting(ears)) {
    ears.tests.set(device.id, { ...maskScan(arrived), deviceId: device.id, at })
    core.emit('device-tested', { registerId })
  } else if (arrived.kind === 'text') scanArrived(core, registerId, { text: arrived.text, symbology: arrived.symbology, source: sourceOf(device), deviceId: device.id })
  else if (arrived.kind === 'read-error') scanArrived(core, registerId, { text: unread, symbology: null, source: sourceOf(device), deviceId: device.id })
  else core.emit('device-misread', { registerId, deviceId: device.id, kind: arrived.kind })
  core.emit('device-used', { registerId, deviceId: device.id })
  return { at, kind }
}

/** A device that is learning keeps what it hears to itself. */
export function tapDevice(core: Core, registerId: RegisterId, ears: Ears, id: DeviceId, chunk: Uint8Array, atMs: number): boolean {
  const { learning } = ears
  if (learning?.id !== id || atMs > learning.untilMs) return false
  const before = learning.state.done.length
  learning.state = learnBytes(learning.state, latin1(chunk), atMs)
  if (learning.state.done.length > before) core.emit('device-tested', { registerId })
  return true
}

const roughly = (text: string): LastScan['kind'] => (beginsLicence(text) ? 'licence' : /^[%;]/.test(text) ? 'swipe' : 'code')

function sourceOf(device: Device): ArrivedScan['source'] {
  if (device.transport === 'serial') return 'serial'
  const address = hidOf(device)
  return address && isPosScanner(address) ? 'hid-pos' : 'hid-msr'
}
