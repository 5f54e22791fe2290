import { findBars } from './find-bars.ts'
import { readWithJs } from './js-reader.ts'
import { smoothedUpright, stretched, turned, upright, type Patch, type Picture } from './picture.ts'
import type { Reading } from './reading.ts'
import { squaredUp } from './square-up.ts'
import { readWithWasm } from './wasm-reader.ts'

/** One picture and what was made of it so far: each is made once, and only when a look asks for it. */
type Scene = { readonly whole: Picture; readonly bars: () => readonly Patch[]; readonly set: (nth: number, how: Setting) => Picture | null }
/** `flat`: turned upright. `square`: slants and perspective taken out too. `large`: that, twice as big. */
type Setting = 'flat' | 'square' | 'large'
/** One way to look at a picture. Answers what it read, most often nothing. */
export type Look = (scene: Scene) => Promise<readonly Reading[]>

const mostPixels = 2_500_000

/** What looks are taken at. */
export function sceneOf(whole: Picture): Scene {
  const kept = new Map<string, Picture | null>()
  let found: Patch[] | null = null
  const bars = () => (found ??= findBars(whole))
  const keep = (name: string, make: () => Picture | null) => {
    if (!kept.has(name)) kept.set(name, make())
    return kept.get(name) ?? null
  }
  const flat = (nth: number): Picture | null => keep(`flat ${nth}`, () => cut(whole, bars()[nth], 1))
  const squared = (nth: number, scale: number): Picture | null => {
    const [patch, shown] = [bars()[nth], flat(nth)]
    return patch && shown ? cut(whole, squaredUp(patch, shown), scale) : null
  }
  const set = (nth: number, how: Setting) => (how === 'flat' ? flat(nth) : keep(`${how} ${nth}`, () => squared(nth, how === 'large' ? 2 : 1)))
  return { whole, bars, set }
}

function cut(whole: Picture, patch: Patch | undefined, scale: number): Picture | null {
  if (!patch || patch.width * patch.height * scale * scale > mostPixels) return null
  const picture = upright(whole, patch, scale)
  return stretched(picture) ?? picture
}

type Decoder = (picture: Picture) => Promise<readonly Reading[]>
const wasm: Decoder = (picture) => readWithWasm(picture, { wanted: 'bars' })
const wasmGlobal: Decoder = (picture) => readWithWasm(picture, { wanted: 'bars', global: true })
const js: Decoder = async (picture) => readWithJs(picture)
const jsGlobal: Decoder = async (picture) => readWithJs(picture, true)

const at = (nth: number, how: Setting, decode: Decoder, smooth = true): Look => async ({ set }) => {
  const picture = set(nth, how)
  return picture ? decode(smooth ? smoothedUpright(picture) : picture) : []
}
const whole = (decode: Decoder): Look => (scene) => decode(scene.whole)

/** Taken at every picture: together they read most codes, in some 20 ms. */
export const firstLooks: readonly Look[] = [
  at(0, 'flat', wasm),
  whole((picture) => readWithWasm(picture, { wanted: 'all' })),
  at(0, 'square', wasm),
]

/** Taken as time allows, those first that read most of what the first ones missed. */
export const furtherLooks: readonly Look[] = [
  at(0, 'square', js),
  at(0, 'large', wasm),
  at(0, 'square', wasmGlobal),
  at(1, 'flat', wasm),
  at(0, 'large', js),
  whole((picture) => readWithWasm(picture, { wanted: 'all', harder: true })),
  at(0, 'flat', js, false),
  at(0, 'flat', jsGlobal),
  at(1, 'square', wasm),
  whole(js),
  whole((picture) => js(turned(picture))),
  at(0, 'flat', wasm, false),
  at(0, 'flat', js),
  at(2, 'flat', wasm),
  whole((picture) => readWithWasm(stretched(picture) ?? picture, { wanted: 'all', harder: true, global: true })),
  whole((picture) => js(turned(turned(picture)))),
  whole((picture) => js(turned(turned(turned(picture))))),
]
