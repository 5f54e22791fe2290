import { sameCode, type Seen } from './read-picture.ts'
import type { Reading } from './reading.ts'

/** A doubted code must show again within this many frames. */
const rememberedFrames = 12

/** Over frames: a believed code is passed on at once, a doubted one (every 1D code) when a second frame shows the same. */
export function createAgreement(): (seen: Seen) => Reading | null {
  let before: readonly (readonly Reading[])[] = []
  return ({ believed, doubted }) => {
    const agreed = believed ?? doubted.find((reading) => before.some((frame) => frame.some((other) => sameCode(other, reading)))) ?? null
    before = agreed ? [] : [...before, doubted].slice(-rememberedFrames)
    return agreed
  }
}
