import { altCharacter, type Reading, type WedgeKey } from './wedge-key.ts'
import { isLicence, isMachine, isPanLike, leadMs, mayBeLicence, stallMs, type WedgeRules } from './wedge-pace.ts'
import { flushed, nothingHeard, put, textOf, type State, type Step, type Stroke } from './wedge-state.ts'

// A licence or a stripe is heard as a whole: its line ends press nothing, and nothing of it is shown before its kind is known.
const quietMs = 300
const halfQuietMs = 1_000
const wholeLicence = 100
const longestMs = 40_000
const tracksEndMs = 150
const fewestOfStripe = 8

export const beginWhole = (state: State, mode: 'licence' | 'stripe', t: number): State =>
  ({ ...state, mode, lead: false, since: state.strokes[0]?.t ?? t, wakeAt: t + (mode === 'licence' ? quietMs : stallMs) })

export function onWholeKey(state: State, key: WedgeKey, reading: Reading, rules: WedgeRules): Step {
  const gap = key.t - (state.strokes.at(-1)?.t ?? key.t)
  if (reading.is === 'alt-digit') return altDigit(state, key, reading.digit)
  const char = characterOf(key, reading)
  if (char === null) return isKnown(state, rules) ? { state, effects: [{ do: 'swallow' }] } : andPass(flushed(state, 'end'))
  const stroke: Stroke = { key, char: char.char, us: char.us, t: key.t }
  const next = put(withAlt(state, key.t), stroke, 'held')
  const text = opening(textOf(next.state.strokes, rules), rules)
  if (isHand(next.state, text, gap, rules)) return andPass(flushed(state, 'end'))
  if (key.t - state.since > longestMs) return { ...ended(next.state, rules), effects: [...ended(next.state, rules).effects, { do: 'swallow' }] }
  return { ...next, state: { ...next.state, wakeAt: key.t + quietAfter(next.state, text) } }
}

const andPass = ({ state, effects }: Step): Step => ({ state, effects: [...effects, { do: 'pass' }] })

function characterOf(key: WedgeKey, reading: Reading): { readonly char: string; readonly us: string } | null {
  if (reading.is === 'char') return reading
  if (reading.is === 'control') return { char: reading.char, us: reading.char }
  if (reading.is === 'suffix') return key.key === 'Tab' ? { char: '\t', us: '\t' } : { char: '\r', us: '\r' }
  return null
}

/** An AIM identifier and the shop's own prefix come before what is read. */
const opening = (text: string, { prefix }: WedgeRules): string => (prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text).replace(/^\][A-Za-z][0-9mM]/, '')

/** Three digits are a character, unless the next comes before Alt was let go. */
function altDigit(state: State, key: WedgeKey, digit: string): Step {
  const ready = state.alt.length >= 3 ? withAlt(state, key.t) : state
  return { state: { ...ready, alt: ready.alt + digit, wakeAt: key.t + quietMs }, effects: [{ do: 'swallow' }] }
}

function withAlt(state: State, t: number): State {
  if (state.alt === '') return state
  const char = altCharacter(state.alt)
  return put({ ...state, alt: '' }, { key: { t, key: '' }, char, us: char, t }, 'held').state
}

/** So much has come that it is certain: from here nothing of it may be shown, whatever follows. */
function isKnown(state: State, rules: WedgeRules): boolean {
  const text = opening(textOf(state.strokes, rules), rules)
  return state.mode === 'licence' ? isLicence(text) : isPanLike(text) && isMachine(state.strokes.map(({ t }) => t), rules)
}

function isHand(state: State, text: string, gap: number, rules: WedgeRules): boolean {
  if (isKnown(state, rules)) return false
  if (state.mode === 'licence') return text.startsWith('@') && !mayBeLicence(text)
  return gap > leadMs && !isMachine(state.strokes.slice(0, -1).map(({ t }) => t), rules)
}

function quietAfter(state: State, text: string): number {
  if (state.mode === 'licence') return isLicence(text) && text.length < wholeLicence ? halfQuietMs : quietMs
  return /\?\s*$/.test(text) ? tracksEndMs : stallMs
}

/** It has been quiet for long enough: that was all of it. */
export const onWholeTime = (state: State, t: number, rules: WedgeRules): Step => ended(withAlt(state, t), rules)

function ended(state: State, rules: WedgeRules): Step {
  const text = textOf(state.strokes, rules)
  const plain = rules.prefix !== '' && text.startsWith(rules.prefix) ? text.slice(rules.prefix.length) : text
  const read = opening(text, rules)
  if (state.mode === 'licence' && isLicence(read)) return { state: nothingHeard, effects: [{ do: 'scan', how: 'licence', text: plain }] }
  const isStripe = state.mode === 'stripe' && (/\?\s*$/.test(read) || isKnown(state, rules) || (read.length >= fewestOfStripe && isMachine(state.strokes.map(({ t }) => t), rules)))
  if (isStripe) return { state: nothingHeard, effects: [{ do: 'scan', how: 'stripe', text: plain.replace(/[\r\n\t]+$/, '') }] }
  return flushed(state, 'end')
}
