import { letterIn, pageTables } from './printer-pages.ts'

// What a receipt printer does with the bytes it is sent: written from the command lists of the makers, and sharing no code with the register's own printing.
export type Mark =
  | { readonly kind: 'line'; readonly text: string; readonly bold: boolean; readonly wide: number; readonly tall: number; readonly align: number }
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly black: Uint8Array; readonly align: number }
  | { readonly kind: 'barcode'; readonly symbology: number; readonly data: string; readonly modulePx: number; readonly heightPx: number; readonly align: number; readonly caption: boolean }
  | { readonly kind: 'qr'; readonly data: string; readonly modulePx: number; readonly align: number }
/** What a command made the printer do, for whoever runs it: put a mark on the paper, feed, cut, kick the drawer, or answer. */
export type Step =
  | { readonly do: 'print'; readonly mark: Mark } | { readonly do: 'feed'; readonly lines: number } | { readonly do: 'cut' }
  | { readonly do: 'drawer'; readonly pin: 2 | 5; readonly onMs: number } | { readonly do: 'answer'; readonly what: 'paper' | 'report' } | { readonly do: 'display'; readonly byte: number } | { readonly do: 'nothing' } | { readonly do: 'unknown'; readonly byte: number }

export type Engine = { readonly next: (bytes: readonly number[]) => { readonly used: number; readonly step: Step } | null; readonly reset: () => void; readonly reports: () => number }
type Look = { readonly bold: boolean; readonly wide: number; readonly tall: number }
type State = { line: string; look: Look | null; bold: boolean; wide: number; tall: number; align: number; page: string; reports: number; barHeight: number; barModule: number; caption: boolean; qrModule: number; qr: string; peer: number }
const fresh = (): State => ({ line: '', look: null, bold: false, wide: 1, tall: 1, align: 0, page: 'cp437', reports: 0, barHeight: 162, barModule: 3, caption: false, qrModule: 3, qr: '', peer: 1 })

/** The part of a printer that reads commands. `next` takes one off the front of what is in the buffer; null means that its end has not arrived. */
export function engineOf(pages: keyof typeof pageTables = 'epson'): Engine {
  let state = fresh()
  const run: Runner = { state: () => state, reset: () => void (state = fresh()), pages: pageTables[pages] }
  return { next: (bytes) => readCommand(bytes, run), reset: run.reset, reports: () => state.reports }
}
type Runner = { readonly state: () => State; readonly reset: () => void; readonly pages: Readonly<Record<number, string>> }
type Read = { readonly used: number; readonly step: Step }
const nothing: Step = { do: 'nothing' }

function readCommand(bytes: readonly number[], run: Runner): Read | null {
  const [first] = bytes
  if (first === undefined) return null
  // ESC = 2 hands what follows to the display behind the printer, until ESC = 1.
  if (run.state().peer === 2 && !(first === 0x1b && (bytes[1] ?? 0x3d) === 0x3d)) return { used: 1, step: { do: 'display', byte: first } }
  if (first === 0x1b) return escape(bytes, run)
  if (first === 0x1d) return group(bytes, run)
  if (first === 0x1c) return fixed(bytes, 2, () => nothing)
  if (first === 0x10) return fixed(bytes, bytes[1] === 0x14 ? 5 : 3, () => nothing) // done at once, when it came in
  if (first === 0x0a) return { used: 1, step: endLine(run.state()) }
  if (first >= 0x20) addLetter(run.state(), first)
  return { used: 1, step: nothing }
}

/** A line looks as its first letter does: the styles may have been taken off again before its end. */
function addLetter(state: State, byte: number): void {
  state.line += letterIn(state.page, byte)
  if (byte > 0x20) state.look ??= { bold: state.bold, wide: state.wide, tall: state.tall }
}

function endLine(state: State): Step {
  const { line: text, align } = state
  const { bold, wide, tall } = state.look ?? state
  Object.assign(state, { line: '', look: null })
  return { do: 'print', mark: { kind: 'line', text, bold, wide, tall, align } }
}

/** A command of so many bytes, once all of them are there. */
function fixed(bytes: readonly number[], length: number, work: (bytes: readonly number[]) => Step): Read | null {
  return bytes.length < length ? null : { used: length, step: work(bytes) }
}

function escape(bytes: readonly number[], run: Runner): Read | null {
  const state = run.state()
  const settings: Readonly<Record<number, (n: number) => void>> = {
    0x61: (n) => void (state.align = n % 48), 0x45: (n) => void (state.bold = (n & 1) === 1), 0x74: (n) => void (state.page = run.pages[n] ?? `page ${n}`),
    0x52: () => undefined, 0x4d: () => undefined, 0x2d: () => undefined, 0x33: () => undefined, 0x3d: (n) => void (state.peer = n),
  }
  const [, which] = bytes
  if (which === undefined) return null
  if (which === 0x40) return (run.reset(), { used: 2, step: nothing })
  if (which === 0x32) return { used: 2, step: nothing }
  if (which === 0x64 || which === 0x4a) return fixed(bytes, 3, ([, , n = 0]) => ({ do: 'feed', lines: which === 0x64 ? n : Math.ceil(n / 30) }))
  if (which === 0x70) return fixed(bytes, 5, ([, , m, on = 0]) => ({ do: 'drawer', pin: m === 1 || m === 49 ? 5 : 2, onMs: on * 2 }))
  const setting = settings[which]
  return setting ? fixed(bytes, 3, ([, , n = 0]) => (setting(n), nothing)) : { used: 1, step: { do: 'unknown', byte: which } }
}

function group(bytes: readonly number[], run: Runner): Read | null {
  const state = run.state()
  const [, which, third] = bytes
  if (which === undefined) return null
  const settings: Readonly<Record<number, (n: number) => void>> = {
    0x21: (n) => ((state.wide = (n >> 4) + 1), void (state.tall = (n & 15) + 1)), 0x68: (n) => void (state.barHeight = n), 0x77: (n) => void (state.barModule = n),
    0x48: (n) => void (state.caption = n > 0), 0x42: () => undefined, 0x66: () => undefined,
  }
  const setting = settings[which]
  if (setting) return fixed(bytes, 3, ([, , n = 0]) => (setting(n), nothing))
  if (which === 0x61) return fixed(bytes, 3, ([, , n = 0]) => ((state.reports = n), { do: 'answer', what: 'report' }))
  if (which === 0x72) return fixed(bytes, 3, () => ({ do: 'answer', what: 'paper' }))
  if (which === 0x50) return fixed(bytes, 4, () => nothing)
  if (which === 0x56) return fixed(bytes, (third ?? 0) >= 0x41 ? 4 : 3, () => ({ do: 'cut' }))
  if (which === 0x6b) return barcode(bytes, state)
  if (which === 0x76) return raster(bytes, state)
  if (which === 0x28) return twoDimensional(bytes, state)
  return { used: 1, step: { do: 'unknown', byte: which } }
}

function barcode(bytes: readonly number[], state: State): Read | null {
  const [, , symbology = 0, length] = bytes
  if (length === undefined) return null
  const end = symbology >= 65 ? 4 + length : bytes.indexOf(0, 3) + 1
  if (end === 0 || bytes.length < end) return null
  const data = String.fromCharCode(...bytes.slice(symbology >= 65 ? 4 : 3, symbology >= 65 ? end : end - 1))
  return { used: end, step: { do: 'print', mark: { kind: 'barcode', symbology, data, modulePx: state.barModule, heightPx: state.barHeight, align: state.align, caption: state.caption } } }
}

function raster(bytes: readonly number[], state: State): Read | null {
  if (bytes.length < 8) return null
  const [wide, rows] = [bytes[4]! + bytes[5]! * 256, bytes[6]! + bytes[7]! * 256]
  const end = 8 + wide * rows
  if (bytes.length < end) return null
  const black = Uint8Array.from(bytes.slice(8, end).flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (byte >> bit) & 1)))
  return { used: end, step: { do: 'print', mark: { kind: 'picture', width: wide * 8, height: rows, black, align: state.align } } }
}

function twoDimensional(bytes: readonly number[], state: State): Read | null {
  if (bytes.length < 5) return null
  const end = 5 + bytes[3]! + bytes[4]! * 256
  if (bytes.length < end) return null
  const [code, work, n = 0] = bytes.slice(5)
  if (code !== 0x31) return { used: end, step: nothing }
  if (work === 0x43) state.qrModule = n
  if (work === 0x50) state.qr = String.fromCharCode(...bytes.slice(8, end))
  return { used: end, step: work === 0x51 ? { do: 'print', mark: { kind: 'qr', data: state.qr, modulePx: state.qrModule, align: state.align } } : nothing }
}
