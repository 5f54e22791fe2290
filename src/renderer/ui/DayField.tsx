import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../main/vocabulary.ts'
import { useDates } from './DateField.tsx'

type Props = {
  readonly label: string; readonly value: PlainDate | null; readonly onValue: (day: PlainDate | null) => void; readonly error?: string | undefined; readonly optional?: boolean
  readonly placeholder?: string; readonly className?: string | undefined; readonly hideLabel?: boolean; readonly disabled?: boolean
}

/** A day near today, typed as people type days; it stands in words once it is left, so that a swapped day and month are seen. */
export function DayField({ label, value, onValue, error, optional = false, placeholder, className, hideLabel = false, disabled = false }: Props) {
  const { t } = useTranslation('ui')
  const { read, short } = useDates()
  const [typed, setTyped] = useState<string | null>(null)
  const day = typed === null || typed.trim() === '' ? null : read.expiry(typed)
  const isWrong = typed !== null && (typed.trim() === '' ? !optional : day === null)
  const type = (text: string) => {
    setTyped(text)
    const next = read.expiry(text)
    if (next !== null) onValue(next)
    else if (text.trim() === '' && optional) onValue(null)
  }
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })} className={className ?? ''} value={typed ?? (value === null ? '' : short(value))} placeholder={placeholder} disabled={disabled} maxLength={40} autoComplete="off" error={isWrong ? t('date-wrong') : error}
      onChange={(event) => type(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} onBlur={() => isWrong || setTyped(null)}
    />
  )
}
