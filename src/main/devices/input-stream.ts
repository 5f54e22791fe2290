import type { Arrived } from './arrived.ts'
import type { Device } from './device.ts'
import { msrReport } from './hid-msr.ts'
import { posDueAtMs, posIdle, posQuiet, posReport, type PosState } from './hid-pos.ts'
import { hidOf, isPosScanner, rulesOf } from './input-device.ts'
import { serialBytes, serialDueAtMs, serialIdle, serialQuiet, type SerialState } from './serial-scan.ts'

export type StreamStep<S> = { readonly state: S; readonly arrived: readonly Arrived[] }
/** How one kind of device puts its bytes together. `dueAtMs`: when silence would mean something. */
type Putting<S> = {
  readonly idle: S
  readonly bytes: (state: S, chunk: Uint8Array, atMs: number) => StreamStep<S>
  readonly dueAtMs: (state: S) => number | null
  readonly quiet: (state: S, atMs: number) => StreamStep<S>
}

/** What one device sends, put together; it forgets everything once it has arrived. */
export type InputStream = { readonly bytes: (chunk: Uint8Array, atMs: number) => readonly Arrived[]; readonly dueAtMs: () => number | null; readonly quiet: (atMs: number) => readonly Arrived[] }

/** The stream of a serial line, a HID scanner or a HID swipe reader. */
export function streamOf(device: Device): InputStream {
  if (device.transport === 'serial') return holding(serialOn(device))
  const address = hidOf(device)
  return address && isPosScanner(address) ? holding(posOn(address.vendorId)) : holding(msrOn(address?.vendorId ?? 0))
}

function holding<S>(putting: Putting<S>): InputStream {
  let state = putting.idle
  const keep = (step: StreamStep<S>): readonly Arrived[] => {
    state = step.state
    return step.arrived
  }
  return {
    bytes: (chunk, atMs) => keep(putting.bytes(state, chunk, atMs)),
    dueAtMs: () => putting.dueAtMs(state),
    quiet: (atMs) => keep(putting.quiet(state, atMs)),
  }
}

function serialOn(device: Device): Putting<SerialState> {
  const rules = rulesOf(device)
  return {
    idle: serialIdle, dueAtMs: (state) => serialDueAtMs(state, rules),
    bytes: (state, chunk, atMs) => serialBytes(state, chunk, rules, atMs), quiet: (state, atMs) => serialQuiet(state, rules, atMs),
  }
}

function posOn(vendorId: number): Putting<PosState> {
  const list = ({ state, arrived }: ReturnType<typeof posQuiet>): StreamStep<PosState> => ({ state, arrived: arrived ? [arrived] : [] })
  return {
    idle: posIdle, dueAtMs: posDueAtMs,
    bytes: (state, chunk, atMs) => list(posReport(state, chunk, vendorId, atMs)), quiet: (state, atMs) => list(posQuiet(state, atMs)),
  }
}

const msrOn = (vendorId: number): Putting<null> => ({
  idle: null, dueAtMs: () => null, quiet: () => ({ state: null, arrived: [] }), bytes: (state, chunk) => ({ state, arrived: [msrReport(chunk, vendorId)] }),
})
