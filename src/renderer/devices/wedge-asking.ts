import { readKey } from './wedge-key.ts'
import { nothingHeard, type Asked, type Effect, type State, type Step, type Stroke, type WedgeInput } from './wedge-state.ts'

const answerMs = 1_500

/** Main is asked whether the code is known. What was typed by hand before it goes to the page; until the answer every key waits its turn. */
export function leaveAsking(state: State, asked: Asked): Step {
  const typed = state.strokes.slice(state.shown, asked.from)
  const end = asked.suffix?.t ?? state.strokes.at(-1)?.t ?? 0
  const effects: Effect[] = [
    ...(typed.length > 0 ? [{ do: 'replay' as const, strokes: typed }] : []), { do: 'ask', how: asked.how, text: asked.text }, ...(asked.suffix ? [{ do: 'swallow' as const }] : []),
  ]
  return { state: { ...state, mode: 'asking', shown: Math.max(state.shown, asked.from), asked, waiting: [], wakeAt: end + answerMs }, effects }
}

type Go = (state: State, input: WedgeInput) => Step

/** While main is asked: keys wait. With the answer the scan leaves the page or is given to it as it was typed, and the keys that waited follow. */
export function whileAsking(state: State, input: WedgeInput, go: Go): Step {
  if (input.is === 'key') {
    if (readKey(input).is === 'modifier') return { state, effects: [{ do: 'pass' }] }
    return { state: { ...state, waiting: [...state.waiting, input] }, effects: [{ do: 'swallow' }] }
  }
  const { asked } = state
  if (input.is !== 'verdict' || !asked) return { state, effects: [] }
  return state.waiting.reduce<Step>((before, key) => {
    const late = go(before.state, key)
    return { state: late.state, effects: [...before.effects, ...lateEffects(late.effects, key)] }
  }, { state: nothingHeard, effects: input.found ? takenOut(state, asked) : givenBack(state, asked) })
}

const takenOut = ({ shown }: State, { from }: Asked): Effect[] => (shown > from ? [{ do: 'retract', count: shown - from }] : [])

function givenBack({ strokes, shown }: State, { suffix }: Asked): Effect[] {
  const rest: Stroke[] = [...strokes.slice(shown), ...(suffix ? [suffix] : [])]
  return rest.length > 0 ? [{ do: 'replay', strokes: rest }] : []
}

/** Their own turn on the page is over: to let such a key pass is to give it again. */
const lateEffects = (effects: readonly Effect[], key: Extract<WedgeInput, { is: 'key' }>): Effect[] => effects.flatMap((effect): Effect[] => {
  if (effect.do === 'swallow') return []
  return effect.do === 'pass' ? [{ do: 'replay', strokes: [{ key, char: key.key.length === 1 ? key.key : '', us: '', t: key.t }] }] : [effect]
})
