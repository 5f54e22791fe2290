/** What a printer says is wrong with itself; `paper-low` alone stops nothing. */
export type PrinterTrouble = 'paper-out' | 'cover-open' | 'cutter' | 'head-hot' | 'hardware' | 'offline'
/** How a printer stands, as far as it has said. */
export type PrinterStatus = { readonly offline: boolean; readonly coverOpen: boolean; readonly paperOut: boolean; readonly paperLow: boolean; readonly cutter: boolean; readonly headHot: boolean; readonly hardware: boolean; readonly drawerPinHigh: boolean }
/** One thing read out of what came back: the four bytes of ASB, one byte of DLE EOT, or one of GS r. */
export type Heard = { readonly kind: 'status'; readonly status: PrinterStatus } | { readonly kind: 'instant'; readonly byte: number } | { readonly kind: 'confirmed'; readonly byte: number }

const isAsbStart = (byte: number) => (byte & 0x93) === 0x10
const isInstant = (byte: number) => (byte & 0x93) === 0x12
const isPlain = (byte: number) => (byte & 0x90) === 0
const has = (byte: number, bit: number) => (byte & bit) !== 0

/** The four bytes of Automatic Status Back, read bit by bit. */
export const readAsb = ([first = 0, second = 0, third = 0]: readonly number[]): PrinterStatus => ({
  drawerPinHigh: has(first, 0x04), offline: has(first, 0x08), coverOpen: has(first, 0x20),
  cutter: has(second, 0x08), hardware: has(second, 0x20) || has(second, 0x04), headHot: has(second, 0x40),
  paperLow: has(third, 0x03), paperOut: has(third, 0x0c),
})

/** The worst that a status says, most useful to know first; null where it can print. */
export function troubleIn(status: PrinterStatus): PrinterTrouble | null {
  if (status.coverOpen) return 'cover-open'
  if (status.paperOut) return 'paper-out'
  if (status.cutter) return 'cutter'
  if (status.hardware) return 'hardware'
  if (status.headHot) return 'head-hot'
  return status.offline ? 'offline' : null
}

/** What the answer to DLE EOT n says, `n` being what was asked (1 printer, 2 why offline, 3 error, 4 paper). */
export function readInstant(n: 1 | 2 | 3 | 4, byte: number): Partial<PrinterStatus> {
  if (n === 1) return { drawerPinHigh: has(byte, 0x04), offline: has(byte, 0x08) }
  if (n === 2) return { coverOpen: has(byte, 0x04), paperOut: has(byte, 0x20) }
  if (n === 3) return { cutter: has(byte, 0x08), hardware: has(byte, 0x20) || has(byte, 0x04), headHot: has(byte, 0x40) }
  return { paperLow: has(byte, 0x0c), paperOut: has(byte, 0x60) }
}

/**
 * Sorts what a printer sends back by the masks its bytes carry: ASB, DLE EOT and GS r may be mixed, cut anywhere between two reads, and XON
 * and XOFF may stand between them. A first byte of ASB without its three followers is dropped when another begins.
 */
export function statusReader(): (bytes: Uint8Array) => Heard[] {
  let asb: number[] = []
  const take = (byte: number): Heard[] => {
    if (isInstant(byte)) return [{ kind: 'instant', byte }]
    if (isAsbStart(byte)) return ((asb = [byte]), [])
    if (!isPlain(byte)) return []
    if (asb.length === 0) return [{ kind: 'confirmed', byte }]
    asb.push(byte)
    if (asb.length < 4) return []
    const status = readAsb(asb)
    asb = []
    return [{ kind: 'status', status }]
  }
  return (bytes) => Array.from(bytes).flatMap(take)
}
