import { useEffect, useRef } from 'react'
import type { Input, Output } from '../main/handlers.ts'
import type { CallFailed } from './bridge.ts'

export type ScanOutcome = Output<'devices/scanned'>
export type OutcomeOf<K extends ScanOutcome['kind']> = Extract<ScanOutcome, { kind: K }>
type Screen = Input<'devices/scanned'>['screen'] | 'sheet' | 'locked'

/** Where a scan would land. `show` answers false for what is not its own: then the frame around all screens says it. */
export type ScanPlace = {
  readonly screen: Screen; readonly customerId: Input<'devices/scanned'>['customerId']
  readonly show: (outcome: ScanOutcome) => boolean
  /** Takes plain codes as they are, without asking main what they mean; licences and stripes never come this way. */
  readonly code?: (code: string) => void
  /** A "no" of main; `again` scans the same once more. Answers false to have it said as a toast. */
  readonly failed?: (failure: CallFailed, again: () => void) => boolean
  /** Runs one act after the other where scans and taps change the same thing. */
  readonly turn?: <R>(act: () => Promise<R>) => Promise<R>
}

const heights: Partial<Record<Screen, number>> = { elsewhere: 0, 'pin-pad': 3, locked: 3, settings: 2, sheet: 2 }
type Slot = { readonly current: ScanPlace }
let slots: readonly Slot[] = []

/** Says, while mounted, that scans land here. A PIN pad comes before the screen under it; of two alike the later one. */
export function useScanPlace(place: ScanPlace, active = true): void {
  const latest = useRef(place)
  useEffect(() => void (latest.current = place))
  useEffect(() => {
    if (!active) return undefined
    slots = [...slots, latest]
    return () => void (slots = slots.filter((slot) => slot !== latest))
  }, [active])
}

const heightOf = ({ screen }: ScanPlace): number => heights[screen] ?? 1
/** The places a scan may land in, the first to be asked first. */
export const scanPlaces = (): readonly ScanPlace[] => slots.map(({ current }) => current).toReversed().toSorted((a, b) => heightOf(b) - heightOf(a))
