import { useCallback, useEffect, useRef } from 'react'
import i18next from 'i18next'
import { call, CallFailed, newRequestId, on } from '../bridge.ts'
import { sound } from '../devices/tone.ts'
import { useWedge, type Scanned } from '../devices/use-wedge.ts'
import { isCovered } from '../sales/covered.ts'
import { scanPlaces, type ScanOutcome, type ScanPlace } from '../scan-place.ts'
import { sayToast } from '../toasts.ts'
import { useAsk } from '../use-call.ts'
import { sayFailure } from '../words.ts'

type Code = { readonly text: string; readonly symbology: string | null; readonly source: 'wedge' | 'wedge-slow' | 'camera' }
export type Arrival = Code | { readonly token: string }

const usual = { prefix: '', gapMs: 35, fewest: 4, usLayout: false }
const refused = new Set<ScanOutcome['kind']>(['product-not-here', 'customer-refused', 'card-refused', 'ticket-used', 'payment-card', 'read-error', 'stripe-unknown', 'close-first', 'licence-not-here', 'licence-parsed', 'unknown'])

/** The one way of every scan, from key or device to effect: where it would land is asked of the screens, what it is and does of main. */
export function useScanRouter(): void {
  const settings = useAsk('devices/scan-settings', null, ['scans-changed', 'session-changed'])
  const here = useAsk('shop/status', {}, ['shop-changed', 'demo-progressed']).data?.register?.id ?? null
  const tones = useRef(true)
  useEffect(() => void (tones.current = settings.data?.tones ?? true), [settings.data])
  const route = useCallback((arrival: Arrival) => inOrder(() => arrived(arrival, tones.current)), [])
  useEffect(() => on('scan-arrived', ({ registerId, token }) => {
    if (registerId === here) void route({ token })
  }), [here, route])
  useWedge({
    rules: settings.data ?? usual,
    onScan: ({ text }: Scanned) => void route({ text, symbology: null, source: 'wedge' }),
    onMaybe: (text) => route({ text, symbology: null, source: 'wedge-slow' }),
  })
  useEffect(() => {
    const hear = (event: Event) => void route((event as CustomEvent<Arrival>).detail)
    window.addEventListener(cameraScan, hear)
    return () => window.removeEventListener(cameraScan, hear)
  }, [route])
}

const cameraScan = 'regulars-scan'
/** What the camera has read goes the way of every scan. */
export const routeScan = (text: string, symbology: string | null): boolean => window.dispatchEvent(new CustomEvent<Arrival>(cameraScan, { detail: { text, symbology, source: 'camera' } }))

let last: Promise<unknown> = Promise.resolve()
/** Scans take effect one after the other, in the order they were read. */
function inOrder<R>(act: () => Promise<R>): Promise<R> {
  const mine = last.then(act)
  last = mine.catch(() => undefined)
  return mine
}

/** Answers whether anyone took it. */
async function arrived(arrival: Arrival, tones: boolean): Promise<boolean> {
  const [place] = scanPlaces()
  if (!place) return false
  if (place.code && isPlainCode(arrival)) return place.code(arrival.text.replace(/^\][A-Za-z][0-9mM]/, '')), true
  const outcome = await (place.screen === 'locked' ? badge(arrival) : asked(arrival, place)).catch((error: unknown) => {
    const failure = error instanceof CallFailed ? error : new CallFailed('bug', {})
    const isOldToken = 'token' in arrival && failure.code === 'not-found'
    if (!isOldToken && !place.failed?.(failure, () => void arrived(arrival, tones))) sayToast({ tone: 'error', text: sayFailure(failure) })
    return null
  })
  // Drawn first: a sound card may take its time.
  if (tones) window.setTimeout(() => sound(outcome === null || refused.has(outcome.kind) ? 'no' : 'yes'), toneAfterMs)
  if (outcome === null) return true
  if (outcome.kind === 'not-found') return false
  show(outcome)
  return true
}

/** A code that a scanner is sure of. What may be a licence, a stripe or a hand goes through main. */
const isPlainCode = (arrival: Arrival): arrival is Code => 'source' in arrival && arrival.source !== 'wedge-slow' && arrival.text.length <= 64 && /^[^@%;+#!_]/.test(arrival.text)

function asked(arrival: Arrival, place: ScanPlace): Promise<ScanOutcome> {
  const where = { requestId: newRequestId(), screen: screenOf(place), customerId: place.customerId }
  const act = () => ('token' in arrival ? call('devices/take-held', { ...where, token: arrival.token }) : call('devices/scanned', { ...where, ...arrival, text: arrival.text.slice(0, mostText) }))
  return place.turn ? place.turn(act) : act()
}
const mostText = 4_000
const toneAfterMs = 30

/** A dialog over a screen takes only what cannot hurt behind it. */
function screenOf({ screen }: ScanPlace): Exclude<ScanPlace['screen'], 'locked' | 'sheet'> {
  if (screen === 'locked' || screen === 'sheet') return 'form'
  if (screen === 'pin-pad' || screen === 'settings' || !isCovered()) return screen
  return screen === 'sell' || screen === 'picker' ? 'sell-dialog' : 'form'
}

/** Nobody has signed in: only a badge is looked at, and it only chooses whose PIN is asked. */
async function badge(arrival: Arrival): Promise<ScanOutcome> {
  const found = await call('devices/badge', 'token' in arrival ? { token: arrival.token } : { text: arrival.text.slice(0, mostText), symbology: arrival.symbology })
  if (found) return { kind: 'staff', ...found, me: false }
  if ('source' in arrival && arrival.source === 'wedge-slow') return { kind: 'not-found' }
  sayToast({ tone: 'note', text: i18next.t('scan:badge-unknown') })
  return { kind: 'read-error' }
}

function show(outcome: ScanOutcome): void {
  for (const place of scanPlaces()) if (place.show(outcome)) return
}
