import { useState } from 'react'
import { useKeys } from '../use-keys.ts'

/** A form that is left with something typed asks first: Save, Discard or Keep editing. Escape leaves; nothing is lost by a slip. */
export function useLeaving(dirty: boolean, leave: () => void) {
  const [asking, setAsking] = useState(false)
  const tryLeave = () => (dirty ? setAsking(true) : leave())
  useKeys({ Escape: asking ? undefined : tryLeave })
  return { asking, tryLeave, keep: () => setAsking(false) }
}
