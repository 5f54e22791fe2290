import bwip from 'bwip-js/generic'

/** Code 128 as widths in modules: bar, space, bar … it begins and ends with a bar. */
export function code128(code: string): number[] {
  const [symbol] = bwip.raw({ bcid: 'code128', text: code })
  if (!symbol || !('sbs' in symbol)) throw new Error('no Code 128 came of a card code')
  return [...symbol.sbs]
}

/** A QR code, row by row, true where it is dark. It stands a scratch: 15 % of it may be lost. */
export function qrCode(code: string): boolean[][] {
  const [symbol] = bwip.raw('qrcode', code, 'eclevel=M')
  if (!symbol || !('pixs' in symbol)) throw new Error('no QR code came of a card code')
  const { pixs, pixx, pixy } = symbol
  return Array.from({ length: pixy }, (_, row) => Array.from({ length: pixx }, (_, column) => pixs[row * pixx + column] === 1))
}
