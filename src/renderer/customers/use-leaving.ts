import { useAskFirst } from '../unsaved.ts'
import { useKeys } from '../use-keys.ts'

/** A form that is left with something typed asks first: Save, Discard or Keep editing. Escape leaves; nothing is lost by a slip, nor by a tap on another place. */
export function useLeaving(dirty: boolean, back: () => void, drop: () => Promise<unknown>) {
  const leaving = useAskFirst(dirty, back, drop)
  useKeys({ Escape: leaving.asking ? undefined : leaving.tryLeave })
  return leaving
}
