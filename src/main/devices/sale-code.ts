import bwip from 'bwip-js/generic'
import { enlarged, type Dots } from './dots.ts'

/** A QR code as dots, for printers that cannot draw one; it bears a scratch (15 % may be lost). */
export function qrDots(text: string, scaleDots: number): Dots {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!symbol || !('pixs' in symbol)) throw new Error('no QR code came of a sale number')
  return enlarged({ width: symbol.pixx, height: symbol.pixy, black: Uint8Array.from(symbol.pixs) }, scaleDots, 2)
}

/** How many modules a Code 128 in set B takes: start, letters, check and stop, and the quiet on both sides. */
export const code128Modules = (text: string): number => 11 * (text.length + 2) + 13 + 20
