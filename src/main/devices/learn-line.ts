import { gtinHolds } from './check-digits.ts'
import { withoutAim } from './arrived.ts'
import type { Suffix } from './serial-scan.ts'

/** One scan as it came: its characters and how long each piece came after the one before, in milliseconds. */
export type Burst = { readonly text: string; readonly gapsMs: readonly number[] }
export type Learned = { readonly prefix: string; readonly suffix: Suffix; readonly gapMs: number; readonly msPerCharacter: number }
export type LearnTrouble = 'same-code' | 'different-ends' | 'nothing-read'

export const burstsNeeded = 3
/** Scans to learn from are at least so far apart. */
export const betweenMs = 350
const leastGapMs = 150
const mostGapMs = 2_000
const mostPrefix = 4
const mostBurst = 4_096

/** What a scanner sends before and after every code, and how fast, from three different codes. */
export function learnFrom(bursts: readonly Burst[]): Learned | { readonly trouble: LearnTrouble } {
  const texts = bursts.map(({ text }) => text)
  const ends = new Set(texts.map(endOf))
  const [end = ''] = ends
  if (ends.size !== 1) return { trouble: 'different-ends' }
  const bodies = texts.map((text) => text.slice(0, text.length - end.length))
  if (bodies.some((body) => body === '')) return { trouble: 'nothing-read' }
  if (new Set(bodies).size < bodies.length) return { trouble: 'same-code' }
  const gaps = bursts.flatMap(({ gapsMs }) => gapsMs)
  const longestMs = Math.max(0, ...gaps)
  const characters = texts.reduce((sum, { length }) => sum + length, 0)
  return {
    prefix: prefixOf(bodies), suffix: suffixCalled(end), gapMs: Math.min(mostGapMs, Math.max(leastGapMs, Math.ceil((longestMs * 3) / 50) * 50)),
    msPerCharacter: Math.round((gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, characters)) * 10) / 10,
  }
}

const endOf = (text: string): string => (text.endsWith('\r\n') ? '\r\n' : /[\r\n\t]$/.test(text) ? text.slice(-1) : '')
const suffixCalled = (end: string): Suffix => (({ '\r\n': 'crlf', '\r': 'cr', '\n': 'lf', '\t': 'tab' }) as const)[end] ?? 'none'

/**
 * What all codes begin with: signs always are a prefix; letters and digits only where the codes hold their check digits without them, because three
 * codes of one maker begin alike too. An AIM identifier needs no setting.
 */
function prefixOf(bodies: readonly string[]): string {
  const common = commonStart(bodies)
  for (let length = Math.min(mostPrefix, common.length); length > 0; length--) {
    const prefix = common.slice(0, length)
    const rests = bodies.map((body) => withoutAim(body.slice(length)).text)
    if (isSigns(prefix) || rests.every(gtinHolds)) return withoutAim(prefix).symbology === null ? prefix : ''
  }
  return ''
}
const isSigns = (text: string): boolean => !/[A-Za-z0-9\]@%;]/.test(text)

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = 0
  while (length < first.length && others.every((other) => other[length] === first[length])) length++
  return first.slice(0, length)
}

export type LearnState = { readonly done: readonly Burst[]; readonly now: Burst | null; readonly lastAtMs: number }
export const learnIdle: LearnState = { done: [], now: null, lastAtMs: 0 }

/** Some more bytes of a scan to learn from; silence parts one scan from the next. */
export function learnBytes(before: LearnState, text: string, atMs: number): LearnState {
  const state = learnQuiet(before, atMs)
  const now: Burst = state.now === null ? { text, gapsMs: [] } : { text: state.now.text + text, gapsMs: [...state.now.gapsMs, atMs - state.lastAtMs] }
  return { ...state, now: now.text.length > mostBurst ? null : now, lastAtMs: atMs }
}

export const learnQuiet = (state: LearnState, atMs: number): LearnState =>
  (state.now !== null && atMs - state.lastAtMs >= betweenMs ? { ...state, done: [...state.done, state.now], now: null } : state)
