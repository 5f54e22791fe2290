// What main may ask of scanners and readers that are plugged in. Types, and the port of a machine without any.

export type SerialPlace = { readonly path: string; readonly vendorId: number | null; readonly productId: number | null; readonly serialNumber: string | null; readonly maker: string }
export type HidPlace = {
  readonly path: string; readonly vendorId: number; readonly productId: number; readonly serialNumber: string | null
  readonly usagePage: number; readonly usage: number; readonly maker: string; readonly product: string
}
/** `missing`: this machine has no driver library for that kind; said plainly, never a crash. */
export type PluggedIn = { readonly serial: readonly SerialPlace[]; readonly hid: readonly HidPlace[]; readonly missing: readonly ('serial' | 'hid')[] }

/** Why a device does not open: not there, no permission, held by another program, no driver library, or something else. */
export type OpenTrouble = 'absent' | 'refused' | 'busy' | 'missing' | 'failed'
export type Hears = {
  /** Some bytes, or one HID report, at a moment on a clock that only goes on. The buffer is wiped as soon as this returns. */
  readonly bytes: (chunk: Uint8Array, atMs: number) => void
  /** Unplugged, or broken. Said once. */
  readonly lost: () => void
}
export type Line = { readonly close: () => Promise<void> }
export type Opened = { readonly line: Line } | { readonly trouble: OpenTrouble }

/** What a technician must know of this machine: which group may open serial lines, and whether ModemManager may grab them. */
export type MachineFacts = { readonly platform: string; readonly mayOpenSerial: boolean | null; readonly modemManager: boolean; readonly hidRules: boolean | null }

export type InputPort = {
  readonly pluggedIn: () => Promise<PluggedIn>
  readonly openSerial: (asked: { readonly path: string; readonly baudRate: number }, hears: Hears) => Promise<Opened>
  /** `wake` sends the feature report that Honeywell and Youjie scanners need to leave their idle state. */
  readonly openHid: (asked: { readonly path: string; readonly wake: boolean }, hears: Hears) => Promise<Opened>
  /** Tells that something was plugged in or out near one of these paths, where the system says so; answers how to stop. */
  readonly onPlug: (paths: readonly string[], tell: () => void) => () => void
  readonly facts: () => Promise<MachineFacts>
}

const absent = (): Promise<Opened> => Promise.resolve({ trouble: 'absent' })
/** A machine with nothing plugged in: of tests, and of tools that open a shop without a till. */
export const nothingPluggedIn: InputPort = {
  pluggedIn: () => Promise.resolve({ serial: [], hid: [], missing: [] }),
  openSerial: absent, openHid: absent, onPlug: () => () => undefined,
  facts: () => Promise.resolve({ platform: 'none', mayOpenSerial: null, modemManager: false, hidRules: null }),
}
