// Tells a scanner that types from a person who types. Pure: keys with their times go in, and what is to become of each comes out.
import { altCharacter, readKey, type WedgeKey } from './wedge-key.ts'
import { leaveAsking, whileAsking } from './wedge-asking.ts'
import { fastFrom, fastMs, isCodeShaped, isLead, isLicence, isMachine, stillFlows, judgeLead, leadMs, slowFrom, slowMs, stallMs, type WedgeRules } from './wedge-pace.ts'
import { flushed, heldOf, nothingHeard, put, startingWith, textOf, type Effect, type State, type Step, type Stroke, type WedgeInput } from './wedge-state.ts'
import { beginWhole, onWholeKey, onWholeTime } from './wedge-whole.ts'

const quickPairMs = 50
const suffixless = 8

/** One key, or the time that has come; answers what is to be done, the key's own pass or swallow last. */
export function step(state: State, input: WedgeInput, rules: WedgeRules): Step {
  const due = input.is !== 'time' && state.wakeAt !== null && input.t > state.wakeAt ? onTime(state, state.wakeAt, rules) : { state, effects: [] }
  const then = stepNow(due.state, input, rules)
  return { state: then.state, effects: [...due.effects, ...then.effects] }
}

function stepNow(state: State, input: WedgeInput, rules: WedgeRules): Step {
  if (input.is === 'time') return onTime(state, input.t, rules)
  if (state.mode === 'asking') return whileAsking(state, input, (after, next) => step(after, next, rules))
  if (input.is === 'written') return state.mode === 'licence' || state.mode === 'stripe' ? { state, effects: [] } : flushed(state, 'end')
  if (input.is === 'leave') return onLeave(state, input.t, rules)
  if (input.is === 'alt-up') return onAltUp(state, input.t)
  if (input.is === 'verdict') return { state, effects: [] }
  return onKey(state, input, rules)
}

/**
 * A touch, or another window: what a hand typed is given first. What may still be coming from a scanner is left alone; but once it has been quiet for
 * longer than between its keys, the touch is its end, and a text that a program typed for someone stands in its field before the touch counts.
 */
function onLeave(state: State, t: number, rules: WedgeRules): Step {
  if (state.mode === 'licence' || state.mode === 'stripe') return { state, effects: [] }
  if (!isMachine(timesOf(state), rules)) return flushed(state, 'end')
  return stillFlows(timesOf(state), t) ? { state, effects: [] } : onTime({ ...state, wakeAt: t }, t, rules)
}

const timesOf = ({ strokes }: State): number[] => strokes.map(({ t }) => t)

function onKey(state: State, key: Extract<WedgeInput, { is: 'key' }>, rules: WedgeRules): Step {
  const reading = readKey(key)
  if (reading.is === 'modifier') return { state, effects: [{ do: 'pass' }] }
  if (state.mode === 'licence' || state.mode === 'stripe') return onWholeKey(state, key, reading, rules)
  if (key.repeat) return passedAfterAll(state)
  if (reading.is === 'char') return onCharacter(state, strokeOf(key, reading.char, reading.us), key, rules)
  if (reading.is === 'suffix') return onSuffix(state, key, rules)
  if (reading.is === 'control' && !reading.down && isMachine([...timesOf(state), key.t], rules)) return held(state, strokeOf(key, reading.char, reading.char), rules)
  if (reading.is === 'alt-digit' && state.lead && textOf(state.strokes, rules) === '@') return onWholeKey(beginWhole(state, 'licence', key.t), key, reading, rules)
  if (reading.is === 'alt-digit') return { state: { ...state, alt: state.alt + reading.digit }, effects: [{ do: 'pass' }] }
  // A scanner sends the line feed of a licence as Ctrl+J right behind its first character.
  if (reading.is === 'control' && state.lead) return onCharacter(state, strokeOf(key, reading.char, reading.char), key, rules)
  return passedAfterAll(state)
}

const strokeOf = (key: WedgeKey, char: string, us: string): Stroke => ({ key, char, us, t: key.t })

/** What was held back is given first, then this key; nothing before it can be part of a scan any more. */
function passedAfterAll(state: State): Step {
  const before = flushed(state, 'end')
  return { state: before.state, effects: [...before.effects, { do: 'pass' }] }
}

/** On Windows the character of an Alt code comes when Alt is let go; the page has it already, so it counts as shown. */
function onAltUp(state: State, t: number): Step {
  if (state.mode === 'licence' || state.mode === 'stripe') return state.alt === '' ? { state, effects: [] } : put({ ...state, alt: '' }, strokeOf({ t, key: '' }, altCharacter(state.alt), altCharacter(state.alt)), 'held')
  if (state.alt === '') return { state, effects: [] }
  const char = altCharacter(state.alt)
  const before = flushed({ ...state, alt: '' }, 'go-on')
  const shown = put(before.state, strokeOf({ t, key: char }, char, char), 'shown')
  return { state: shown.state, effects: [...before.effects, ...shown.effects] }
}

function onCharacter(state: State, stroke: Stroke, { target }: { readonly target: string }, rules: WedgeRules): Step {
  const gap = stroke.t - (state.strokes.at(-1)?.t ?? -Infinity)
  if (state.lead) return onLead(state, stroke, gap, { target, rules })
  if (state.mode === 'sure') return gap > slowMs && !isMachine(timesOf(state), rules) ? again(state, stroke, { target, rules }) : sure(state, stroke, rules)
  if (isLead(rules.usLayout ? stroke.us : stroke.char, rules) && gap > quickPairMs) {
    const before = flushed(state, 'end')
    return { state: { ...startingWith(stroke), lead: true, wakeAt: stroke.t + leadMs }, effects: [...before.effects, { do: 'swallow' }] }
  }
  return onPlain(gap > stallMs ? flushed(state, 'end') : { state, effects: [] }, stroke, gap, { target, rules })
}

type Where = { readonly target: string; readonly rules: WedgeRules }

/** The first signs were typed by hand after all: they are given back, and this character is judged anew. */
function again(state: State, stroke: Stroke, where: Where): Step {
  const before = flushed(state, 'go-on')
  const then = onCharacter({ ...before.state, lead: false, mode: 'typing' }, stroke, where, where.rules)
  return { state: then.state, effects: [...before.effects, ...then.effects] }
}

function onLead(state: State, stroke: Stroke, gap: number, where: Where): Step {
  const text = textOf([...state.strokes, stroke], where.rules)
  const verdict = gap > leadMs ? 'no' : judgeLead(text, where.rules)
  if (verdict === 'no') return again(state, stroke, where)
  const next = put(state, stroke, 'held')
  if (verdict === 'maybe') return { ...next, state: { ...next.state, wakeAt: stroke.t + leadMs } }
  if (verdict === 'sure') return sure({ ...state, lead: false }, stroke, where.rules)
  return { ...next, state: beginWhole(next.state, verdict, stroke.t) }
}

/** A prefix has said that this is a scanner: everything is held until the end. An AIM prefix ]L may still open a licence. */
function sure(state: State, stroke: Stroke, rules: WedgeRules): Step {
  const next = put({ ...state, mode: 'sure', lead: false }, stroke, 'held')
  const text = textOf(next.state.strokes, rules)
  const opens = text.slice(rules.prefix !== '' && text.startsWith(rules.prefix) ? rules.prefix.length : 0)
  if (/^(?:\]L.)?@/.test(opens)) return { ...next, state: beginWhole(next.state, 'licence', stroke.t) }
  if (/^(?:\][A-Za-z].)?[%;][A-Za-z\d]/.test(opens)) return { ...next, state: beginWhole(next.state, 'stripe', stroke.t) }
  return { ...next, state: { ...next.state, wakeAt: stroke.t + stallMs } }
}

/** In a field the first of quick keys is shown at once, so that a hand waits for nothing; without a field a key might press something, and waits. */
function onPlain(before: Step, stroke: Stroke, gap: number, { target, rules }: Where): Step {
  const { state } = before
  const flows = gap <= Math.min(rules.gapMs, quickPairMs) || (gap <= stallMs && isMachine(timesOf(state), rules))
  const holds = target === 'keys' || (target !== 'opaque' && flows)
  const isHand = target === 'keys' && gap > slowMs && !isMachine(timesOf(state), rules)
  const given = isHand || !holds ? flushed(state, 'go-on') : { state, effects: [] }
  const next = holds ? held(given.state, stroke, rules) : put(given.state, stroke, 'shown')
  return { state: next.state, effects: [...before.effects, ...given.effects, ...next.effects] }
}

function held(state: State, stroke: Stroke, rules: WedgeRules): Step {
  const next = put(state, stroke, 'held')
  const quiet = isMachine(timesOf(next.state), rules) ? stallMs : state.shown > 0 ? quickPairMs : leadMs
  return { ...next, state: { ...next.state, wakeAt: stroke.t + quiet } }
}

/** Enter or Tab: the end of a scan, or a key like any other. */
function onSuffix(state: State, key: Extract<WedgeInput, { is: 'key' }>, rules: WedgeRules): Step {
  if (state.lead) return onLead(state, strokeOf(key, key.key === 'Tab' ? '\t' : '\r', '\r'), key.t - state.strokes.at(-1)!.t, { target: key.target, rules })
  if (state.strokes.length === 0 || key.t - state.strokes.at(-1)!.t > stallMs) return passedAfterAll(state)
  if (state.mode === 'sure') return scanned(state, 0, rules)
  const times = [...timesOf(state), key.t]
  const from = fastFrom(times, rules)
  if (state.strokes.length - from >= rules.fewest) return onFastEnd(state, from, key, rules)
  const slow = slowFrom(times)
  return slow < state.strokes.length ? leaveAsking(state, { from: slow, how: 'slow', suffix: strokeOf(key, '', ''), text: textOf(state.strokes.slice(slow), rules) }) : passedAfterAll(state)
}

function onFastEnd(state: State, from: number, key: Extract<WedgeInput, { is: 'key' }>, rules: WedgeRules): Step {
  const text = textOf(state.strokes.slice(from), rules)
  const isCertain = key.target === 'keys' || (key.target === 'text' && isCodeShaped(text))
  if (isLicence(text)) return licenceWithoutStart(state, from, strokeOf(key, '\r', '\r'))
  if (isCertain) return scanned(state, from, rules)
  return leaveAsking(state, { from, how: 'fast', suffix: strokeOf(key, '', ''), text })
}

/** The sign at the front was lost: what follows is a licence all the same, and this Enter is one of its line ends. */
function licenceWithoutStart(state: State, from: number, stroke: Stroke): Step {
  const cut = cutAt(state, from)
  return { state: beginWhole({ ...nothingHeard, strokes: [...state.strokes.slice(from), stroke], shown: 0 }, 'licence', stroke.t), effects: [...cut, { do: 'swallow' }] }
}

/** Before the scan: what a hand typed is given back, what the scanner typed is taken out of the field again. */
function cutAt(state: State, from: number): Effect[] {
  const typed = state.strokes.slice(state.shown, from)
  const shownOfScan = Math.max(0, state.shown - from)
  return [...(typed.length > 0 ? [{ do: 'replay' as const, strokes: typed }] : []), ...(shownOfScan > 0 ? [{ do: 'retract' as const, count: shownOfScan }] : [])]
}

function scanned(state: State, from: number, rules: WedgeRules): Step {
  return { state: nothingHeard, effects: [...cutAt(state, from), { do: 'scan', how: 'code', text: withoutPrefix(textOf(state.strokes.slice(from), rules), rules) }, { do: 'swallow' }] }
}
const withoutPrefix = (text: string, { prefix }: WedgeRules): string => (prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text)

/** Nothing more came in the time it would have taken. */
function onTime(state: State, t: number, rules: WedgeRules): Step {
  if (state.wakeAt === null || t < state.wakeAt) return { state, effects: [] }
  const now = { ...state, wakeAt: null }
  if (state.mode === 'asking') return whileAsking(now, { is: 'verdict', t, found: false }, (after, next) => step(after, next, rules))
  if (state.mode === 'licence' || state.mode === 'stripe') return onWholeTime(now, t, rules)
  if (state.mode === 'sure') return isMachine(timesOf(state), rules) ? { ...scanned(now, 0, rules), effects: scanned(now, 0, rules).effects.slice(0, -1) } : flushed(now, 'end')
  const from = fastFrom(timesOf(state), rules)
  const text = textOf(state.strokes.slice(from), rules)
  const mayEnd = !state.lead && heldOf(state).length > 0 && state.strokes.length - from >= suffixless && isCodeShaped(text)
  if (mayEnd) return leaveAsking(now, { from, how: 'fast', suffix: null, text })
  const given = flushed({ ...now, lead: false }, 'go-on')
  return t - (state.strokes.at(-1)?.t ?? t) > fastMs(rules) * 5 ? { ...given, state: nothingHeard } : given
}
