import { useState } from 'react'
import { CallFailed } from '../bridge.ts'
import { PinMessage } from './PinMessage.tsx'
import { PinPad } from './PinPad.tsx'
import { useSecondsUntil } from './use-pin.ts'

type Props = {
  readonly person: { readonly pinLength: number; readonly lockedUntil: string | null }
  /** Does what the PIN is for; what it throws is said under the dots. */
  readonly onPin: (pin: string) => Promise<unknown>
  readonly onCancel?: () => void
  /** In a dialog the first key takes the focus, so that it is inside. */
  readonly focusFirst?: boolean
}

/** The pad with its answer: tries left, a count-down while locked, or why this person may not. Give it the person's id as key. */
export function PinEntry({ person, onPin, onCancel, focusFirst = false }: Props) {
  const [failure, setFailure] = useState<CallFailed | null>(null)
  const told = failure?.code === 'pin-locked' ? failure.facts['until'] : null
  const until = typeof told === 'string' ? told : person.lockedUntil
  const seconds = useSecondsUntil(until)
  const tryPin = async (pin: string): Promise<boolean> => {
    try {
      await onPin(pin)
      return true
    } catch (error) {
      setFailure(error instanceof CallFailed ? error : new CallFailed('bug', {}))
      return false
    }
  }
  return (
    <div>
      <PinMessage failure={failure} lockedSeconds={seconds} />
      <div style={{ height: 12 }} />
      <PinPad length={person.pinLength} paused={seconds > 0} onPin={tryPin} focusFirst={focusFirst} {...(onCancel ? { onCancel } : {})} />
    </div>
  )
}
