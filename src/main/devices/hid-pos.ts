import { beginsLicence, mostCharacters, withoutAim, type Arrived } from './arrived.ts'

// HID POS scanners (usage page 0x8C): 64-byte reports, a long code in several of them. Layouts: USB-IF HID POS 1.02 and what Newland and ID TECH do.
const joinMs = 3_000
const mostData = 56
const bracket = 0x5d

/** Where in a report the length, the AIM identifier, the data and the "goes on" flag stand. */
type Layout = { readonly length: number; readonly aim: number | null; readonly data: number; readonly more: number }
const standard: Layout = { length: 1, aim: 2, data: 5, more: 63 }
/** Some firmware writes the AIM identifier a byte later. */
const shifted: Layout = { length: 1, aim: 3, data: 6, more: 63 }
/** The report id is missing, so everything stands a byte earlier. */
const withoutId: Layout = { length: 0, aim: 1, data: 4, more: 62 }
const withoutAimField: Layout = { length: 1, aim: null, data: 2, more: 63 }
const newland = 0x1eab
const idTech = 0x0acd

export type PosState = { readonly text: string; readonly symbology: string | null; readonly layout: Layout | null; readonly lastAtMs: number }
export type PosStep = { readonly state: PosState; readonly arrived: Arrived | null }
export const posIdle: PosState = { text: '', symbology: null, layout: null, lastAtMs: 0 }

/** One more report. A code that is cut off, or goes on after more than three seconds, is a read error and never half a code. */
export function posReport(before: PosState, report: Uint8Array, vendorId: number, atMs: number): PosStep {
  const late = posQuiet(before, atMs)
  const state = late.state
  const layout = state.layout ?? layoutOf(report, vendorId)
  const data = layout && dataOf(report, layout)
  if (!layout || data === null) return late
  const text = state.text + data
  if (text.length > mostCharacters) return { state: posIdle, arrived: { kind: 'garbled' } }
  const symbology = state.symbology ?? (layout.aim === null ? null : ascii(report.subarray(layout.aim, layout.aim + 3)))
  if (goesOn(report, layout)) return { state: { text, symbology, layout, lastAtMs: atMs }, arrived: late.arrived }
  return { state: posIdle, arrived: finished(text, symbology) }
}

/** When the rest of a code must have come, or null when nothing is under way. */
export const posDueAtMs = (state: PosState): number | null => (state.layout === null ? null : state.lastAtMs + joinMs)

/** Gives up a code whose rest never came. */
export const posQuiet = (state: PosState, atMs: number): PosStep =>
  state.layout !== null && atMs >= state.lastAtMs + joinMs ? { state: posIdle, arrived: { kind: 'read-error' } } : { state, arrived: null }

function layoutOf(report: Uint8Array, vendorId: number): Layout | null {
  if (report.length < 5) return null
  if (isAim(report, 1) && report[0]! > 0 && report[0]! <= mostData) return withoutId
  if (report[0] !== 0x02) return null
  if (vendorId === newland || vendorId === idTech) return withoutAimField
  if (isAim(report, 2)) return standard
  return isAim(report, 3) ? shifted : withoutAimField
}

const isAim = (report: Uint8Array, at: number): boolean => report[at] === bracket && /^\][A-Za-z][0-9A-Za-z]$/.test(ascii(report.subarray(at, at + 3)))
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const goesOn = (report: Uint8Array, { more }: Layout): boolean => ((report[more] ?? 0) & 1) === 1

/** The declared length counts data only; a report that declares more than it can hold is none of ours. */
function dataOf(report: Uint8Array, { length, data }: Layout): string | null {
  const count = report[length] ?? 0
  return count > mostData || data + count > report.length ? null : ascii(report.subarray(data, data + count))
}

/** A terminator inside the data leaves a plain code; a licence keeps its last CR, which is part of it. */
function finished(raw: string, said: string | null): Arrived | null {
  const { symbology, text } = said === null ? withoutAim(raw) : { symbology: said, text: raw }
  const whole = beginsLicence(text) ? text : text.replace(/(?:\r\n|[\r\n\t])$/, '')
  return whole === '' ? null : { kind: 'text', text: whole, symbology }
}
