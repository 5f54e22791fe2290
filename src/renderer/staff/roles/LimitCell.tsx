import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { walkCells } from '../grid-keys.ts'
import styles from './Roles.module.css'

type Props = { readonly cellKey: string; readonly label: string; readonly tabbed: boolean; readonly onFocus: () => void; readonly name: string; readonly value: number | null; readonly disabled: boolean; readonly onValue: (value: number | null) => void }

/** At most so much; empty is no limit. Money as people write it, everything else whole. */
export function LimitCell({ cellKey, label, tabbed, onFocus, name, value, disabled, onValue }: Props) {
  const { t } = useTranslation('roles')
  const format = useFormat()
  const isMoney = name.endsWith('Cents')
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string): number | null => (isMoney ? format.readMoney(text) : /^\d{1,9}$/.test(text.replaceAll(/[\s\u00a0\u202f]/g, '')) ? Number(text.replaceAll(/[\s\u00a0\u202f]/g, '')) : null)
  const wrong = typed !== null && typed.trim() !== '' && read(typed) === null
  const type = (text: string) => {
    setTyped(text)
    const next = read(text)
    if (text.trim() === '') onValue(null)
    else if (next !== null) onValue(next)
  }
  const shown = value === null ? '' : isMoney ? format.amount(value) : format.whole(value)
  return (
    <input
      className={styles['limit']} data-cell={cellKey} tabIndex={tabbed ? 0 : -1} aria-label={label} aria-invalid={wrong || undefined} title={wrong ? t('limit-wrong') : undefined} inputMode="decimal" autoComplete="off"
      maxLength={14} placeholder={t('no-limit')} disabled={disabled} value={typed ?? shown} onChange={(event) => type(event.currentTarget.value)} onBlur={() => setTyped(null)} onFocus={onFocus} onKeyDown={walkCells}
    />
  )
}
