import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../main/vocabulary.ts'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import { speak } from '../words.ts'
import { asSetUp, newDraft, problemsIn, steps, withLanguage, withPlace, type Draft, type Pins, type Problems, type Step } from './set-up-draft.ts'

// A reload in the middle of set-up loses nothing that was typed, except the PIN, which is never kept.
const keptAs = 'regulars.set-up'

function keptDraft(): Draft {
  const fresh = newDraft(navigator.language)
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs) ?? '{}') as Partial<Draft>
    return { ...fresh, ...kept }
  } catch {
    return fresh
  }
}

/** Where the wizard is and what was typed; `next` goes on only when nothing on this step is missing. */
export function useSetUp() {
  const [draft, setDraft] = useState(keptDraft)
  const [pins, setPins] = useState<Pins>({ pin: '', again: '' })
  const [at, setAt] = useState(0)
  const [shown, setShown] = useState<ReadonlySet<string> | 'all'>(new Set())
  const refused = useRefusal()
  const step = steps[at] ?? 'language'
  useEffect(() => localStorage.setItem(keptAs, JSON.stringify(draft)), [draft])
  useEffect(() => speak(draft.language), [draft.language])
  const go = (to: Step) => {
    setAt(steps.indexOf(to))
    setShown(new Set())
  }
  const finish = useFinish(draft, pins, (failure) => {
    refused.set(failure)
    if (failure.facts['field'] === 'pin') go('owner')
  })
  const wrong = { ...problemsIn(step, draft, pins), ...(step === 'owner' ? refused.problems : {}) }
  const next = () => {
    if (Object.keys(wrong).length > 0) return setShown('all')
    if (step === 'summary') return void finish.run()
    return go(steps[at + 1] ?? 'summary')
  }
  return {
    draft, pins, step, number: at + 1, busy: finish.busy, failure: refused.failure, go, next, back: () => go(steps[at - 1] ?? 'language'),
    problems: shownOnly(wrong, refused.failure ? 'all' : shown), tried: shown === 'all',
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    changePlace: (place: { country: string; region: string }) => setDraft((before) => withPlace(before, place)),
    changeLanguage: (language: Language) => setDraft((before) => withLanguage(before, language)),
    changePins: (changes: Partial<Pins>) => {
      refused.set(null)
      setPins((before) => ({ ...before, ...changes }))
    },
    left: (field: string) => setShown((before) => (before === 'all' ? before : new Set([...before, field]))),
  }
}
export type SetUpState = ReturnType<typeof useSetUp>

const shownOnly = (problems: Problems, shown: ReadonlySet<string> | 'all'): Problems =>
  shown === 'all' ? problems : Object.fromEntries(Object.entries(problems).filter(([field]) => shown.has(field)))

/** What main said no to: about the PIN it stands under the PIN, anything else on the summary. */
function useRefusal() {
  const [failure, set] = useState<CallFailed | null>(null)
  const problems: Problems = failure?.facts['field'] === 'pin' ? { pin: failure.code } : {}
  return { failure, problems, set }
}

function useFinish(draft: Draft, pins: Pins, onFailure: (failure: CallFailed) => void) {
  const requestId = useRef(newRequestId())
  const save = async () => {
    await call('shop/set-up', { requestId: requestId.current, ...asSetUp(draft, pins.pin) })
    localStorage.removeItem(keptAs)
  }
  return useAct(save, (failure) => {
    onFailure(failure)
    return true
  })
}
