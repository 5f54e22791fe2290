import { TextInput } from '@mantine/core'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Points.module.css'
import type { Change } from './use-change.ts'

const reasons = ['goodwill', 'missed-sale', 'correction', 'promotion', 'other'] as const satisfies readonly Change['reason'][]
type Props = {
  readonly reason: Change['reason'] | null; readonly note: string; readonly onReason: (reason: Change['reason']) => void; readonly onNote: (note: string) => void
  readonly box: RefObject<HTMLDivElement | null>
}

/** Why: one tap for the usual reasons; any other is written down. The arrows go from one to the next. */
export function ReasonChips({ reason, note, onReason, onNote, box }: Props) {
  const { t } = useTranslation('loyalty')
  return (
    <div ref={box} className={styles['stack']}>
      <div>
        <h3 className={styles['heading']} id="points-reason">{t('reason')}</h3>
        <div className={styles['chips']} role="group" aria-labelledby="points-reason">
          {reasons.map((each) => <button key={each} type="button" className={styles['chip']} aria-pressed={reason === each} onKeyDown={walk} onClick={() => onReason(each)}>{t(`reason-${each}`)}</button>)}
        </div>
      </div>
      <TextInput label={t(reason === 'other' ? 'note-required' : 'note')} value={note} maxLength={200} onChange={(event) => onNote(event.currentTarget.value)} />
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const chips = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
  const at = chips.findIndex((chip) => chip === document.activeElement)
  event.preventDefault()
  chips[(at + step + chips.length) % chips.length]?.focus()
}
