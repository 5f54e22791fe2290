import type { OpenTrouble } from './input-port.ts'
import type { Instant } from '../vocabulary.ts'

export type DeviceState = 'looking' | 'ready' | 'lost' | 'refused' | 'busy'
/** What the last thing was that a device sent; never what it said. */
export type LastScan = { readonly at: Instant; readonly kind: 'licence' | 'swipe' | 'code' | 'read-error' | 'garbled' | 'encrypted' | 'blank' }
/** How a device fares. `trouble` says why it is not ready, 'unplugged' that it was until then. */
export type Life = { readonly state: DeviceState; readonly trouble: OpenTrouble | 'unplugged' | null; readonly lastScan: LastScan | null }
export const newLife: Life = { state: 'looking', trouble: null, lastScan: null }

const firstPauseMs = 500
const longestPauseMs = 15_000
/** How long to wait before the next try to open: longer each time, never a tight loop. */
export const pauseMsAfter = (failures: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1))

const stateOf: { readonly [T in OpenTrouble]: DeviceState } = { absent: 'lost', failed: 'lost', missing: 'refused', refused: 'refused', busy: 'busy' }
/** A device that was in use and is not there any more stays "unplugged" until something else is known. */
export function afterFailure(life: Life, trouble: OpenTrouble): Life {
  const wasUnplugged = life.trouble === 'unplugged' && trouble === 'absent'
  return { ...life, state: stateOf[trouble], trouble: wasUnplugged ? 'unplugged' : trouble }
}
export const afterOpening = (life: Life): Life => ({ ...life, state: 'ready', trouble: null })
export const afterLoss = (life: Life): Life => ({ ...life, state: 'lost', trouble: 'unplugged' })
