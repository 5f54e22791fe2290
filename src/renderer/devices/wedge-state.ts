import type { WedgeKey } from './wedge-key.ts'
import type { WedgeRules } from './wedge-pace.ts'

/** Where a key would go: a text field, a field that writes in parts (a date) or hides what is typed, or no field at all. */
export type Target = 'text' | 'secret' | 'opaque' | 'keys'
/** A key as it was pressed, the character it wrote and what a US keyboard would have written. */
export type Stroke = { readonly key: WedgeKey; readonly char: string; readonly us: string; readonly t: number }

export type WedgeInput =
  | ({ readonly is: 'key'; readonly target: Target } & WedgeKey)
  | { readonly is: 'alt-up'; readonly t: number } | { readonly is: 'time'; readonly t: number } | { readonly is: 'leave'; readonly t: number }
  /** Text came into the field without a key: from a screen keyboard, an input method, a paste. */
  | { readonly is: 'written'; readonly t: number }
  /** Main has said whether the code that was asked about is known. */
  | { readonly is: 'verdict'; readonly t: number; readonly found: boolean }

export type Effect =
  | { readonly do: 'pass' | 'swallow' }
  /** Keys that were held back go to the page now, in their order. */
  | { readonly do: 'replay'; readonly strokes: readonly Stroke[] }
  /** The last characters that the page was shown of this run were a scanner's: they leave it. */
  | { readonly do: 'retract'; readonly count: number }
  | { readonly do: 'scan'; readonly how: 'code' | 'licence' | 'stripe'; readonly text: string }
  /** It may be a scan, if the code is known: the answer comes back as a verdict. */
  | { readonly do: 'ask'; readonly how: 'fast' | 'slow'; readonly text: string }

export type Asked = { readonly from: number; readonly how: 'fast' | 'slow'; readonly suffix: Stroke | null; readonly text: string }
export type State = {
  readonly mode: 'typing' | 'sure' | 'licence' | 'stripe' | 'asking'
  /** Everything since the last pause, the first `shown` of it on the page already. */
  readonly strokes: readonly Stroke[]; readonly shown: number
  /** The first stroke may begin a licence or a stripe and waits for the second. */
  readonly lead: boolean
  /** Digits of an Alt code under way. */
  readonly alt: string
  readonly asked: Asked | null
  /** Keys that came while main was asked. */
  readonly waiting: readonly Extract<WedgeInput, { is: 'key' }>[]
  readonly since: number; readonly wakeAt: number | null
}
export type Step = { readonly state: State; readonly effects: readonly Effect[] }

export const nothingHeard: State = { mode: 'typing', strokes: [], shown: 0, lead: false, alt: '', asked: null, waiting: [], since: 0, wakeAt: null }
export const startingWith = (stroke: Stroke): State => ({ ...nothingHeard, strokes: [stroke], since: stroke.t })
export const heldOf = ({ strokes, shown }: State): readonly Stroke[] => strokes.slice(shown)
export const textOf = (strokes: readonly Stroke[], { usLayout }: WedgeRules): string => strokes.map(({ char, us }) => (usLayout ? us : char)).join('')

const mostShown = 100
/** One more stroke of this run, held back or shown. What was shown long ago is forgotten: no scan is that slow. */
export function put(state: State, stroke: Stroke, how: 'held' | 'shown'): Step {
  const forgotten = how === 'shown' && state.strokes.length >= mostShown ? state.strokes.length - mostShown + 1 : 0
  const strokes = [...state.strokes.slice(forgotten), stroke]
  const shown = how === 'shown' ? strokes.length : state.shown
  return { state: { ...state, strokes, shown, wakeAt: how === 'shown' ? null : state.wakeAt }, effects: [{ do: how === 'shown' ? 'pass' : 'swallow' }] }
}

/** Gives the page what was held back; the run goes on, or what follows is another. */
export function flushed(state: State, then: 'go-on' | 'end'): Step {
  const held = heldOf(state)
  const next: State = then === 'end' ? nothingHeard : { ...state, mode: 'typing', shown: state.strokes.length, wakeAt: null }
  return { state: next, effects: held.length > 0 ? [{ do: 'replay', strokes: held }] : [] }
}
