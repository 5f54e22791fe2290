import type { PrinterProfile } from './printer-profile.ts'

/**
 * The pulse that opens a drawer on this pin of the printer's connector, in its place in the job; null where the model cannot. ESC p counts in
 * 2 ms, and the pause is at least four times the pulse where the maker asks for it (the profile says); Star's ESC BEL counts in 10 ms.
 */
export function pulseBytes({ drawer, language }: PrinterProfile, pin: 2 | 5 | null): Uint8Array | null {
  if (drawer === null || pin === null) return null
  const second = pin === 5
  if (language === 'esc-pos') return Uint8Array.from([0x1b, 0x70, second ? 1 : 0, half(drawer.onMs), Math.max(half(drawer.onMs), half(drawer.offMs))])
  return Uint8Array.from([0x1b, 0x07, Math.round(drawer.onMs / 10), Math.round(drawer.offMs / 10), second ? 0x1a : 0x07])
}
const half = (ms: number) => Math.min(255, Math.round(ms / 2))

/** The same, obeyed at once even while the paper is out (DLE DC4): the customer's change does not wait for paper. */
export function pulseNowBytes({ drawer, language }: PrinterProfile, pin: 2 | 5 | null): Uint8Array | null {
  if (drawer === null || pin === null || language !== 'esc-pos') return null
  return Uint8Array.from([0x10, 0x14, 0x01, pin === 5 ? 1 : 0, Math.min(8, Math.max(1, Math.round(drawer.onMs / 100)))])
}
