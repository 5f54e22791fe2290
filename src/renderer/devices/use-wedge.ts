import { useEffect, useRef } from 'react'
import { press, putBack, standing, targetOf, write, type Before } from './replay.ts'
import { step } from './wedge.ts'
import type { WedgeRules } from './wedge-pace.ts'
import { nothingHeard, type Effect, type State, type WedgeInput } from './wedge-state.ts'

export type Scanned = { readonly text: string; readonly how: 'code' | 'licence' | 'stripe' }
type Ears = {
  readonly rules: WedgeRules
  readonly onScan: (scan: Scanned) => void
  /** May be a scan if it is known: takes it and answers true, or leaves it and answers false. */
  readonly onMaybe: (text: string) => Promise<boolean>
}

/** Hears keyboard scanners on every screen and in every dialog. Installed once, before all other listeners of the page. */
export function useWedge(ears: Ears): void {
  const latest = useRef(ears)
  useEffect(() => void (latest.current = ears))
  useEffect(() => listen(latest), [])
}

const keyOf = (event: KeyboardEvent): Extract<WedgeInput, { is: 'key' }> => ({
  is: 'key', t: event.timeStamp, key: event.key, code: event.code, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey,
  altGraph: event.getModifierState('AltGraph'), repeat: event.repeat, composing: event.isComposing, target: targetOf(document.activeElement),
})

function listen(ears: { readonly current: Ears }): () => void {
  const ear = openEar(ears)
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || ear.hear(keyOf(event))) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onKeyUp = (event: KeyboardEvent) => void (event.isTrusted && event.key === 'Alt' && ear.hear({ is: 'alt-up', t: event.timeStamp }))
  const onWrite = (event: InputEvent) => void (event.isTrusted && ear.onWritten(event))
  const onLeave = (event: Event) => void ear.hear({ is: 'leave', t: event.timeStamp })
  const heard = [['keydown', onKey], ['keyup', onKeyUp], ['beforeinput', onWrite], ['pointerdown', onLeave], ['blur', onLeave]] as const
  heard.forEach(([name, hear]) => window.addEventListener(name, hear as EventListener, { capture: true }))
  return () => {
    ear.close()
    heard.forEach(([name, hear]) => window.removeEventListener(name, hear as EventListener, { capture: true }))
  }
}

/** The state between two keys, and what its effects do to the page. */
function openEar(ears: { readonly current: Ears }) {
  let state: State = nothingHeard
  let befores: (Before | null)[] = []
  let timer = 0
  let isReplaying = false
  const replayed = (act: () => void) => {
    isReplaying = true
    act()
    isReplaying = false
  }
  const hear = (input: WedgeInput): boolean => {
    const next = step(state, input, ears.current.rules)
    state = next.state
    const passes = next.effects.reduce((still, effect) => apply(effect) && still, true)
    befores = state.shown === 0 ? [] : befores.slice(-state.shown)
    window.clearTimeout(timer)
    if (state.wakeAt !== null) timer = window.setTimeout(() => hear({ is: 'time', t: Math.max(performance.now(), state.wakeAt ?? 0) }), Math.max(0, state.wakeAt - performance.now()))
    return passes
  }
  const apply = (effect: Effect): boolean => {
    if (effect.do === 'pass') befores.push(standing())
    if (effect.do === 'replay') replayed(() => effect.strokes.forEach((stroke) => (befores.push(standing()), press(stroke))))
    if (effect.do === 'retract') takenOut(befores.slice(-effect.count))
    if (effect.do === 'scan') take({ text: effect.text, how: effect.how })
    if (effect.do === 'ask') void ears.current.onMaybe(effect.text).catch(() => false).then((found) => hear({ is: 'verdict', t: performance.now(), found }))
    return effect.do !== 'swallow'
  }
  /** What comes without a key waits for the keys before it. Of a licence nothing is let through: on Windows an Alt code's character comes this way. */
  const onWritten = (event: InputEvent) => {
    if (isReplaying || state.strokes.length === state.shown) return
    if (event.data !== null || state.mode !== 'typing') event.preventDefault()
    hear({ is: 'written', t: performance.now() })
    if (state.mode === 'typing' && event.data !== null) replayed(() => write(event.data ?? ''))
  }
  const take = (scan: Scanned) => void (isClaimed(scan) || window.setTimeout(() => ears.current.onScan(scan), 0))
  return { hear, onWritten, close: () => window.clearTimeout(timer) }
}

function takenOut(befores: readonly (Before | null)[]): void {
  const before = befores.find((each) => each !== null)
  if (before) putBack(before)
}

/** A field that waits for a code says data-takes-scan: a code is written into it, with Enter where it says "enter". Licences and stripes never are. */
function isClaimed({ text, how }: Scanned): boolean {
  const field = document.activeElement
  if (how !== 'code' || !(field instanceof HTMLElement)) return false
  const claim = field.dataset['takesScan']
  if (claim === undefined) return false
  write(text.replace(/^\][A-Za-z][0-9mM]/, ''))
  if (claim === 'enter') press({ key: { t: 0, key: 'Enter', code: 'Enter' }, char: '', us: '', t: 0 })
  return true
}
