import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import styles from './PickPerson.module.css'

type CustomerRow = Output<'customers/find'>['rows'][number]
export type Picked = { readonly id: CustomerId; readonly name: string }
type Props = { readonly label: string; readonly except: readonly CustomerId[]; readonly picked: Picked | null; readonly onPick: (picked: Picked | null) => void }
const pauseMs = 150
const most = 6

/** One more person, beside the one a page is about: name, phone or code is typed, and a tap takes them. */
export function PickPerson({ label, except, picked, onPick }: Props) {
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState('')
  const text = usePaused(typed.trim())
  const found = useAsk('customers/find', { text, scope: 'picker', most: most + except.length, after: null, inactive: false }, ['customers-changed'], { enabled: text !== '', keepLast: true })
  if (picked) {
    return (
      <div className={styles['picked']}>
        <span><small>{label}</small><strong>{picked.name}</strong></span>
        <Button variant="subtle" onClick={() => onPick(null)}>{t('pick-other')}</Button>
      </div>
    )
  }
  const rows = text === '' ? [] : (found.data?.rows ?? []).filter(({ id }) => !except.includes(id)).slice(0, most)
  const none = text !== '' && found.data !== undefined && rows.length === 0
  return (
    <div>
      <TextInput label={label} placeholder={t('pick-how')} value={typed} maxLength={80} autoComplete="off" spellCheck={false} data-autofocus error={none && !found.isFetching ? t('pick-nobody') : null} onChange={(event) => setTyped(event.currentTarget.value)} />
      {rows.length > 0 && <ul className={styles['found']} aria-label={label}>{rows.map((row) => <li key={row.id}><Found row={row} onPick={onPick} /></li>)}</ul>}
    </div>
  )
}

function Found({ row, onPick }: { readonly row: CustomerRow; readonly onPick: Props['onPick'] }) {
  return (
    <button type="button" className={styles['person']} onClick={() => onPick({ id: row.id, name: row.displayName })}>
      <strong>{row.displayName}</strong>
      <span className="muted">{[row.phone, row.email, row.city].filter(Boolean).join(' · ')}</span>
    </button>
  )
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(text), text === '' ? 0 : pauseMs)
    return () => window.clearTimeout(timer)
  }, [text])
  return paused
}
