import { firstLooks, furtherLooks, sceneOf } from './looks.ts'
import type { Picture } from './picture.ts'
import type { Reading } from './reading.ts'

/** What one picture gave: a code that may be believed, and what was read only once and with doubt. */
export type Seen = { readonly believed: Reading | null; readonly doubted: readonly Reading[] }
/** `turn` counts the frames, so that what one has no time for is tried at the next; `now` is a clock in ms. */
export type Budget = { readonly budgetMs: number; readonly now: () => number; readonly turn: number }

export const sameCode = (a: Reading, b: Reading): boolean => a.symbology === b.symbology && a.text === b.text
const isLinear = ({ symbology }: Reading): boolean => symbology !== 'pdf417' && symbology !== 'qr'

/**
 * Looks at a picture in one way after the other until a code is read or the time is up; the look under way is ended first.
 * Believed is a PDF417 or QR that left error correction to spare, or that two looks read alike; a 1D code is left to a second picture (`createAgreement`).
 */
export async function readPicture(picture: Picture, { budgetMs, now, turn }: Budget): Promise<Seen> {
  const [scene, until] = [sceneOf(picture), now() + budgetMs]
  const doubted: Reading[] = []
  for (const look of [...firstLooks, ...startingAt(furtherLooks, turn * 3)]) {
    for (const reading of await look(scene)) {
      if (reading.sure || (!isLinear(reading) && doubted.some((other) => sameCode(other, reading)))) return { believed: reading, doubted }
      doubted.push(reading)
    }
    if (doubted.some(isLinear) || now() >= until) break
  }
  return { believed: null, doubted }
}

const startingAt = <T>(list: readonly T[], place: number): T[] => [...list.slice(place % list.length), ...list.slice(0, place % list.length)]

/** A still picture: all looks, as long as they take up to `budgetMs`. A 1D code must be read again upside down; there is no second frame. */
export async function readStill(picture: Picture, budgetMs: number, now: () => number): Promise<Reading | null> {
  const until = now() + budgetMs
  const { believed, doubted } = await readPicture(picture, { budgetMs, now, turn: 0 })
  if (believed) return believed
  const linear = doubted.find(isLinear)
  if (!linear) return null
  const again = await readPicture(upsideDown(picture), { budgetMs: until - now(), now, turn: 0 })
  return again.doubted.find((other) => sameCode(other, linear)) ?? null
}

const upsideDown = ({ data, width, height }: Picture): Picture => ({ data: data.toReversed(), width, height })
