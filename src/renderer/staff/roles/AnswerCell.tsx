import { UnstyledButton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { walkCells } from '../grid-keys.ts'
import styles from './Roles.module.css'

type Props = {
  readonly cellKey: string; readonly label: string; readonly tabbed: boolean; readonly onFocus: () => void; readonly answer: string; readonly answers: readonly string[]
  /** Why it cannot be changed, in words. */
  readonly why: string | null; readonly disabled: boolean; readonly onAnswer: (next: string) => void
}

/** One answer of the matrix. A tap or Space asks for the next; what stays as it is can be walked over, and says why. */
export function AnswerCell({ cellKey, label, tabbed, onFocus, answer, answers, why, disabled, onAnswer }: Props) {
  const { t } = useTranslation('roles')
  const locked = disabled || why !== null || answers.length < 2
  const next = answers[(answers.indexOf(answer) + 1) % answers.length]
  return (
    <UnstyledButton
      className={styles['cell'] ?? ''} data-cell={cellKey} data-answer={answer} tabIndex={tabbed ? 0 : -1} aria-disabled={locked || undefined} title={why ?? undefined}
      aria-label={`${label}: ${t(`answer-${answer}`)}${why ? `. ${why}` : ''}`} onFocus={onFocus} onKeyDown={walkCells} onClick={() => !locked && next !== undefined && onAnswer(next)}
    >
      {why !== null && <IconLock size={14} aria-hidden />}{t(`answer-${answer}`)}
    </UnstyledButton>
  )
}
