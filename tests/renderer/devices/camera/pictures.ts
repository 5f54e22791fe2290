import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bwipjs from 'bwip-js/generic'
import { greyOf, type Picture } from '../../../../src/renderer/devices/camera/picture.ts'
import { startWasm } from '../../../../src/renderer/devices/camera/wasm-reader.ts'

// Pictures of codes made by code, and what a camera does to them.

type Png = { readonly data: Uint8Array; readonly width: number; readonly height: number }
const { PNG } = createRequire(import.meta.url)('pngjs') as { PNG: { sync: { read: (file: Buffer) => Png; write: (png: Png) => Buffer } } } // it brings no types

/** Random numbers from 0 to 1 that are the same at every run. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The decoder's file from the package, as a test hands it over. */
export async function startDecoder(): Promise<void> {
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await startWasm({ bytes: Uint8Array.from(file).buffer })
}

export function pngPicture(file: string | Buffer): Picture {
  return greyOf(PNG.sync.read(typeof file === 'string' ? readFileSync(file) : file))
}

/** The picture as a PNG file, as a person would hand it over. */
export function pngOf({ data: grey, width, height }: Picture): Buffer {
  const data = new Uint8Array(grey.length * 4)
  grey.forEach((value, at) => data.set([value, value, value, 255], at * 4))
  return PNG.sync.write({ data, width, height })
}

/** A symbol as modules: dark or not, in modules from its top left corner. */
export type Symbol = { readonly width: number; readonly height: number; readonly isDark: (x: number, y: number) => boolean }

type Raw = { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number } | { readonly sbs: readonly number[] }
/** bcid as bwip-js names it; 1D codes are 40 modules high. */
export function symbolOf(bcid: string, text: string, options: Readonly<Record<string, unknown>> = {}): Symbol {
  const [raw] = bwipjs.raw({ bcid, text, ...options }) as unknown as readonly Raw[]
  if (!raw) throw new Error(`bwip-js made no ${bcid}`)
  if ('sbs' in raw) {
    const dark = raw.sbs.flatMap((wide, at) => Array<boolean>(wide).fill(at % 2 === 0))
    return { width: dark.length, height: 40, isDark: (x) => dark[x] ?? false }
  }
  const high = raw.pixy / (raw.pixs.length / raw.pixx)
  return { width: raw.pixx, height: raw.pixy, isDark: (x, y) => raw.pixs[Math.floor(y / high) * raw.pixx + x] === 1 }
}

/** How a symbol lies before the camera: pixels a module, radians, how far one side is nearer (shares per module), greys. */
export type Shot = {
  readonly width: number; readonly height: number; readonly modulePx: number; readonly tilt: number; readonly near: readonly [number, number]
  readonly x: number; readonly y: number; readonly dark: number; readonly paper: number; readonly around: number
}
export const plainShot: Shot = { width: 1280, height: 720, modulePx: 2.5, tilt: 0, near: [0, 0], x: 640, y: 360, dark: 20, paper: 245, around: 235 }

/** A grey picture before it is rounded to bytes. */
export type Raws = { readonly data: Float32Array; readonly width: number; readonly height: number }
const samples = [1 / 6, 0.5, 5 / 6]
const quietModules = 8

/** Photographs a symbol: each pixel is the mean of nine points on the card. */
export function shoot(symbol: Symbol, shot: Shot): Raws {
  const data = new Float32Array(shot.width * shot.height)
  for (let y = 0; y < shot.height; y++) for (let x = 0; x < shot.width; x++) {
    let sum = 0
    for (const dy of samples) for (const dx of samples) sum += greyAt(symbol, shot, x + dx - shot.x, y + dy - shot.y)
    data[y * shot.width + x] = sum / 9
  }
  return { data, width: shot.width, height: shot.height }
}

function greyAt({ width, height, isDark }: Symbol, { modulePx, tilt, near, dark, paper, around }: Shot, px: number, py: number): number {
  const [cos, sin] = [Math.cos(tilt) / modulePx, Math.sin(tilt) / modulePx]
  const [along, over] = [px * cos + py * sin, py * cos - px * sin]
  const far = 1 - (near[0] * along + near[1] * over)
  const [x, y] = [Math.floor(along / far + width / 2), Math.floor(over / far + height / 2)]
  if (x >= 0 && y >= 0 && x < width && y < height) return isDark(x, y) ? dark : paper
  return x >= -quietModules && y >= -quietModules && x < width + quietModules && y < height + quietModules ? paper : around
}

/** Out of focus: a Gauss of `sigma` pixels. */
export function blurred(picture: Raws, sigma: number): Raws {
  const reach = Math.ceil(sigma * 3)
  const weights = Array.from({ length: reach * 2 + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / 2 / sigma / sigma))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const pass = ({ data, width, height }: Raws, dx: number, dy: number): Raws => ({
    width, height,
    data: data.map((_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      return weights.reduce((all, weight, nth) => all + weight * (data[clamp(y + dy * (nth - reach), height) * width + clamp(x + dx * (nth - reach), width)] ?? 0), 0) / sum
    }),
  })
  return pass(pass(picture, 1, 0), 0, 1)
}
const clamp = (value: number, end: number): number => Math.max(0, Math.min(end - 1, value))

/** A dark room: every pixel is off by about `spread` greys. */
export function noisy({ data, width, height }: Raws, spread: number, random: () => number): Raws {
  return { width, height, data: data.map((grey) => grey + spread * (random() + random() + random() + random() - 2) * 1.73) }
}

export const bytesOf = ({ data, width, height }: Raws): Picture => ({ data: Uint8ClampedArray.from(data), width, height })
