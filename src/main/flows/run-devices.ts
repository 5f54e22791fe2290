import { performance } from 'node:perf_hooks'
import type { Core } from '../context.ts'
import { newLife, type Life } from '../devices/device-life.ts'
import type { Device } from '../devices/device.ts'
import { devicesOf } from '../devices/devices.sql.ts'
import { hidOf, hidPathOf, isInput, needsWaking, serialOf, serialPathOf } from '../devices/input-device.ts'
import { nothingPluggedIn, type Hears, type InputPort, type Opened, type PluggedIn } from '../devices/input-port.ts'
import type { DeviceId, RegisterId } from '../vocabulary.ts'
import { hearDevice, newEars, tapDevice, type Ears } from './hear-device.ts'
import { runLine, type RunningLine } from './run-line.ts'

/** The scanners and readers of one till while the program runs. In memory alone: it knows no more than how they fare. */
export type Running = {
  readonly core: Core; readonly registerId: RegisterId; readonly ears: Ears
  readonly lines: Map<DeviceId, RunningLine>; readonly paths: Map<DeviceId, string>
  readonly log: (bug: unknown, where: string) => void
  listed: { readonly atMs: number; readonly what: Promise<PluggedIn> } | null
  stopWatching: () => void; settling: NodeJS.Timeout | undefined; stopped: boolean
}
const running = new WeakMap<Core['db'], Running>()
/** A list this young is used again: looking takes long, and several devices look at once. */
const listAgeMs = 1_000
/** The system needs a moment to give a new device its rights. */
const settleMs = 300

export const inputsOf = ({ ports }: Core): InputPort => ports.inputs ?? nothingPluggedIn

/** The devices of the till that this program runs, or null where it runs none (a tool, or another till's calls). */
export function runningOn(core: Core, registerId: RegisterId): Running | null {
  const found = running.get(core.db)
  return found?.registerId === registerId ? found : null
}

/** Opens the scanners and readers of this till and watches them until they are stopped. */
export function runDevices(core: Core, registerId: RegisterId, log: Running['log']): void {
  if (running.has(core.db)) return
  const made: Running = {
    core, registerId, log, ears: newEars(), lines: new Map(), paths: new Map(), listed: null, stopWatching: () => undefined, settling: undefined, stopped: false,
  }
  running.set(core.db, made)
  refreshDevices(core, registerId)
}

/** Closes every line. What is still under way closes by itself. */
export function stopDevices(core: Core): void {
  const found = running.get(core.db)
  if (!found) return
  running.delete(core.db)
  found.stopped = true
  found.stopWatching()
  clearTimeout(found.settling)
  for (const line of found.lines.values()) void line.close().catch(() => undefined)
  found.lines.clear()
}

/** Runs what the till's settings name now: new and changed devices are opened, removed ones closed. */
export function refreshDevices(core: Core, registerId: RegisterId): void {
  const found = runningOn(core, registerId)
  if (!found) return
  const wanted = devicesOf(core.db, registerId).filter(isInput)
  for (const [id, line] of found.lines) if (!wanted.some((device) => device.id === id && device.updatedAt === line.device.updatedAt)) endLine(found, id)
  for (const device of wanted) if (!found.lines.has(device.id)) found.lines.set(device.id, startLine(found, device))
  watchPlugs(found, wanted)
}

/** How a device fares; one that is not run here is being looked for. */
export const lifeOf = (core: Core, { id, registerId }: Device): Life => runningOn(core, registerId)?.lines.get(id)?.life ?? newLife

/** What is plugged in, from a list that is a second old at most. */
export function pluggedIn(found: Running): Promise<PluggedIn> {
  const now = performance.now()
  if (!found.listed || now - found.listed.atMs > listAgeMs) found.listed = { atMs: now, what: inputsOf(found.core).pluggedIn() }
  return found.listed.what
}

function endLine(found: Running, id: DeviceId): void {
  const line = found.lines.get(id)
  found.lines.delete(id)
  found.paths.delete(id)
  void line?.close().catch(() => undefined)
}

function startLine(found: Running, device: Device): RunningLine {
  const { core, registerId } = found
  const safely = (work: () => void) => {
    try {
      if (!found.stopped) work()
    } catch (bug) {
      found.log(bug, 'devices')
    }
  }
  const line = runLine(device, {
    open: (hears) => openDevice(found, device, hears),
    arrived: (arrived) => safely(() => (line.life = { ...line.life, lastScan: hearDevice(core, registerId, found.ears, device, arrived) })),
    changed: () => safely(() => core.emit('devices-changed', { registerId })),
    tap: (chunk, atMs) => tapDevice(core, registerId, found.ears, device.id, chunk, atMs),
  })
  return line
}

async function openDevice(found: Running, device: Device, hears: Hears): Promise<Opened> {
  const taken = new Set([...found.paths].flatMap(([id, path]) => (id === device.id ? [] : [path])))
  const path = await pathOf(found, device, taken)
  if (path === null || path === '') return { trouble: await troubleWithoutPath(found, device) }
  found.paths.set(device.id, path)
  const opened = await openAt(found, device, path, hears)
  if ('trouble' in opened) found.paths.delete(device.id)
  return opened
}

function openAt({ core }: Running, device: Device, path: string, hears: Hears): Promise<Opened> {
  if (device.transport === 'serial') return inputsOf(core).openSerial({ path, baudRate: serialOf(device).settings.baudRate }, hears)
  const address = hidOf(device)
  return inputsOf(core).openHid({ path, wake: address !== null && needsWaking(address) }, hears)
}

/** A typed path needs no list; anything else is looked for by what it is, because ports change their names. */
async function pathOf(found: Running, device: Device, taken: ReadonlySet<string>): Promise<string | null> {
  if (device.transport === 'serial') {
    const { address } = serialOf(device)
    return address.vendorId === null ? address.path : serialPathOf(address, await pluggedIn(found), taken)
  }
  const address = hidOf(device)
  return address && hidPathOf(address, await pluggedIn(found), taken)
}

async function troubleWithoutPath(found: Running, { transport }: Device): Promise<'absent' | 'missing'> {
  const { missing } = await pluggedIn(found)
  return missing.includes(transport === 'serial' ? 'serial' : 'hid') ? 'missing' : 'absent'
}

/** Whatever is plugged in or out is looked at once, a moment later. */
function watchPlugs(found: Running, devices: readonly Device[]): void {
  found.stopWatching()
  const paths = devices.filter(({ transport }) => transport === 'serial').map((device) => serialOf(device).address.path)
  found.stopWatching = inputsOf(found.core).onPlug(paths, () => {
    clearTimeout(found.settling)
    found.settling = setTimeout(() => {
      found.listed = null
      found.lines.forEach((line) => line.life.state !== 'ready' && line.poke())
      found.core.emit('devices-changed', { registerId: found.registerId })
    }, settleMs).unref()
  })
}
