import { Button, VisuallyHidden } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import styles from './merge.module.css'
import { useMergeText } from './merge-text.ts'

export type Pair = Output<'duplicates/list'>['rows'][number]

/** One line for each pair: why, and both people. Up and Down walk it, Enter opens. */
export function PairTable({ pairs, onOpen }: { readonly pairs: readonly Pair[]; readonly onOpen: (pair: Pair) => void }) {
  const { t } = useTranslation('merge')
  const { whyText } = useMergeText()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows between the pairs, wherever in the table the focus is
    <table className={styles['pairs']} onKeyDown={walk}>
      <thead><tr><th scope="col">{t('first-person')}</th><th scope="col">{t('second-person')}</th><th scope="col">{t('reason')}</th><th scope="col">{t('likely')}</th><th scope="col"><VisuallyHidden>{t('compare')}</VisuallyHidden></th></tr></thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={`${pair.one.id} ${pair.other.id}`}>
            <td><Person person={pair.one} /></td>
            <td><Person person={pair.other} /></td>
            <td>{whyText(pair.why)}</td>
            <td className="numbers">{pair.score} %</td>
            <td><Button variant="default" size="md" aria-label={t('open-pair', { one: pair.one.displayName, other: pair.other.displayName })} onClick={() => onOpen(pair)}>{t('compare')}</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Person({ person }: { readonly person: Pair['one'] }) {
  return (
    <>
      <span className={styles['person']}>{person.displayName} <span className="muted">{person.code}</span></span>
      <span className={`${styles['person']} muted numbers`}>{[person.phone, person.email, person.city].filter(Boolean).join(' · ')}</span>
    </>
  )
}

function walk(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  event.preventDefault()
  buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
