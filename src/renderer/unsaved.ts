import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'

/** Goes somewhere at once, or asks Save, Discard or Keep editing before it does. */
export type AskFirst = (then: () => void) => void
type Unsaved = { readonly hold: (ask: AskFirst) => () => void; readonly leave: AskFirst }

export const UnsavedContext = createContext<Unsaved>({ hold: () => () => undefined, leave: (then) => then() })

/** For whoever leads away from a form: the form that has something typed is asked first (G2). */
export const useLeave = (): AskFirst => useContext(UnsavedContext).leave

/** The forms of this window with something typed; the one opened last is asked. */
export function useUnsavedForms(): Unsaved {
  const held = useRef<readonly AskFirst[]>([])
  return useMemo(() => ({
    hold: (ask) => {
      held.current = [...held.current, ask]
      return () => void (held.current = held.current.filter((other) => other !== ask))
    },
    leave: (then) => {
      const ask = held.current.at(-1)
      if (ask) ask(then)
      else then()
    },
  }), [])
}

/**
 * G2 for one form: while it is dirty, its own Back and every way to another place ask first. `drop` forgets what was typed, `back` is where Back leads.
 * `asking` opens the question (LeaveAsk); `keep` and `discard` answer it.
 */
export function useAskFirst(dirty: boolean, back: () => void, drop: () => unknown = nothing) {
  const [then, setThen] = useState<(() => void) | null>(null)
  const { hold } = useContext(UnsavedContext)
  const ask = useCallback<AskFirst>((go) => setThen(() => go), [])
  useEffect(() => (dirty ? hold(ask) : undefined), [dirty, hold, ask])
  const leaveTo = (go: () => void) => void Promise.resolve(drop()).then(go)
  // Once the key is through: the Escape that answers the question must not ask it again.
  const keep = () => void window.setTimeout(() => setThen(null))
  return { asking: then !== null, tryLeave: () => (dirty ? ask(back) : leaveTo(back)), keep, discard: () => leaveTo(then ?? back) }
}
const nothing = () => undefined
