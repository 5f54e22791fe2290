import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader'
import type { Picture } from './picture.ts'
import type { Reading, Symbology } from './reading.ts'

/** Hands over the decoder's own file (its bytes, or our bundle's address of it): it never fetches one from elsewhere. */
export async function startWasm(from: { readonly bytes: ArrayBuffer } | { readonly address: string }): Promise<void> {
  const overrides = 'bytes' in from ? { wasmBinary: from.bytes } : { locateFile: () => from.address }
  await prepareZXingModule({ overrides, equalityFn: () => true, fireImmediately: true })
}

const formats = { pdf417: ['PDF417'], bars: ['PDF417', 'Code128', 'EANUPC'], all: ['PDF417', 'QRCode', 'Code128', 'EANUPC'] } as const
/** `bars` leaves out QR, which costs the most; `harder` also tries quarter turns and smaller sizes; `global` takes one threshold for the whole picture. */
export type WasmOptions = { readonly wanted: keyof typeof formats; readonly harder?: boolean; readonly global?: boolean }

const symbologies: Readonly<Record<string, Symbology>> = {
  PDF417: 'pdf417', CompactPDF417: 'pdf417', QRCode: 'qr', QRCodeModel1: 'qr', QRCodeModel2: 'qr', Code128: 'code128', EAN13: 'ean13', ISBN: 'ean13', UPCA: 'ean13', UPCE: 'ean13', EAN8: 'ean8',
}
const equalLines = 3

/** Every code that zxing-cpp reads in the picture without an error left over. */
export async function readWithWasm(picture: Picture, { wanted, harder = false, global = false }: WasmOptions): Promise<Reading[]> {
  const options: ReaderOptions = {
    formats: [...formats[wanted]], tryHarder: harder, tryRotate: harder, tryInvert: false, tryDownscale: harder, textMode: 'Plain',
    maxNumberOfSymbols: 4, binarizer: global ? 'GlobalHistogram' : 'LocalAverage', minLineCount: equalLines,
  }
  const found = await readBarcodes(imageOf(picture), options)
  return found.flatMap((result) => readingOf(result) ?? [])
}

/** The decoder takes RGBA and turns it to grey again. */
function imageOf({ data: grey, width, height }: Picture): ImageData {
  const words = new Uint32Array(grey.length)
  for (let at = 0; at < words.length; at++) words[at] = 0xff00_0000 | ((grey[at] ?? 0) * 0x01_01_01)
  return { data: new Uint8ClampedArray(words.buffer), width, height, colorSpace: 'srgb' }
}

/** A licence's bytes stay bytes (one letter each, 0-255); other codes are text as their character set says. */
function readingOf({ isValid, format, bytes, text, extra, symbologyIdentifier }: ReadResult): Reading | null {
  const symbology = symbologies[format]
  if (!isValid || symbology === undefined) return null
  return { symbology, aim: symbologyIdentifier.replace(/^\]/, ''), text: symbology === 'pdf417' ? latin1(bytes) : text, sure: spareShare(extra) >= surelySpareShare }
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** How much of a code's error correction was left over; a reading that needed nearly all of it may be a wrong one. */
const surelySpareShare = 0.2
function spareShare(extra: string): number {
  const spare = /"UEC":([\d.]+)/.exec(extra)?.[1]
  return spare === undefined ? 0 : Number(spare)
}
