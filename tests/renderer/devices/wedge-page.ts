import { step } from '../../../src/renderer/devices/wedge.ts'
import { usualRules, type WedgeRules } from '../../../src/renderer/devices/wedge-pace.ts'
import { nothingHeard, type Effect, type Stroke, type Target, type WedgeInput } from '../../../src/renderer/devices/wedge-state.ts'
import type { WedgeKey } from '../../../src/renderer/devices/wedge-key.ts'

export type Press = WedgeKey | { readonly t: number; readonly altUp: true } | { readonly t: number; readonly leave: true }
export type Heard = { readonly scans: string[]; readonly hows: string[]; typed: string; readonly asked: string[]; readonly pressed: string[]; readonly lateMs: number[]; longest: string; /** What stood in the field when the touch came. */ atLeave: string | null }
type Page = { readonly rules?: Partial<WedgeRules>; readonly target?: Target; readonly known?: readonly string[]; readonly answerMs?: number }

/** A page with one field: keys go through the wedge as through a window, and what reaches the field is what a person would see there. */
export function play(presses: readonly Press[], { rules: own = {}, target = 'text', known = [], answerMs = 5 }: Page = {}): Heard {
  const rules = { ...usualRules, ...own }
  const heard: Heard = { scans: [], hows: [], typed: '', asked: [], pressed: [], lateMs: [], longest: '', atLeave: null }
  let state = nothingHeard
  let verdict: { at: number; found: boolean } | null = null
  const apply = (effects: readonly Effect[], now: number, own_: Stroke | null) => effects.forEach((effect) => {
    if (effect.do === 'pass' && own_) write(heard, own_.key, now)
    if (effect.do === 'replay') effect.strokes.forEach((stroke) => write(heard, { ...stroke.key, key: stroke.key.key || stroke.char }, now))
    if (effect.do === 'retract') heard.typed = Array.from(heard.typed).slice(0, -effect.count).join('')
    if (effect.do === 'scan') heard.scans.push(effect.text)
    if (effect.do === 'scan') heard.hows.push(effect.how)
    if (effect.do === 'ask') {
      heard.asked.push(effect.text)
      verdict = { at: now + answerMs, found: known.includes(effect.text) }
      if (verdict.found) heard.scans.push(effect.text)
    }
  })
  const run = (input: WedgeInput, own_: Stroke | null = null) => {
    const next = step(state, input, rules)
    state = next.state
    apply(next.effects, input.t, own_)
    if (heard.typed.length > heard.longest.length) heard.longest = heard.typed
  }
  const until = (t: number) => {
    for (let guard = 0; guard < 50; guard++) {
      const wake = state.wakeAt ?? Infinity
      const answer = verdict?.at ?? Infinity
      if (Math.min(wake, answer) > t) return
      if (answer <= wake && verdict) {
        const { at, found } = verdict
        verdict = null
        run({ is: 'verdict', t: at, found })
      } else run({ is: 'time', t: wake })
    }
  }
  for (const press of presses) {
    until(press.t - 0.001)
    if ('altUp' in press) run({ is: 'alt-up', t: press.t })
    else if ('leave' in press) {
      run({ is: 'leave', t: press.t })
      heard.atLeave = heard.typed
    } else run({ is: 'key', target, ...press }, { key: press, char: press.key, us: press.key, t: press.t })
  }
  until((presses.at(-1)?.t ?? 0) + 60_000)
  return heard
}

/** What a key does to the field; Enter and others are noted, for they would press something. */
function write(heard: Heard, key: WedgeKey, now: number): void {
  heard.lateMs.push(now - key.t)
  if (key.key === 'Backspace') heard.typed = Array.from(heard.typed).slice(0, -1).join('')
  else if (key.key.length === 1 && !key.ctrl && !key.alt) heard.typed += key.key
  else heard.pressed.push(`${key.ctrl ? 'Ctrl+' : ''}${key.key}`)
}
