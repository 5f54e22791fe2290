import { TextInput } from '@mantine/core'
import { useMemo, useState, type FocusEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import { ageOn, daysBetween, readDate, todayIn, type DateKind } from './read-date.ts'

/** How dates are read and written where the shop stands, and what day it is there. */
export function useDates() {
  const { shop } = useHere()
  const { locale, day } = useFormat()
  const [now] = useState(() => new Date())
  return useMemo(() => {
    const today = todayIn(shop.timeZone, now)
    const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' })
    const read = (kind: DateKind) => (typed: string) => readDate(typed, { locale: shop.locale, today, kind })
    return {
      today, read: { birth: read('birth'), expiry: read('expiry') }, inWords: day,
      /** The way a date stands in a field: it reads back as the same day in every language. */
      short: (date: PlainDate) => short.format(new Date(`${date}T00:00:00Z`)),
    }
  }, [now, shop.timeZone, shop.locale, locale, day])
}

type Props = {
  readonly label: string; readonly kind: DateKind; readonly value: string; readonly onChange: (typed: string) => void; readonly error?: ReactNode
  readonly onBlur?: ((event: FocusEvent<HTMLInputElement>) => void) | undefined; readonly autoFocus?: boolean
}

/** G12: typed freely, and said back in words with the age, so that a swapped day and month are seen. */
export function DateField({ label, kind, value, onChange, error, onBlur, autoFocus = false }: Props) {
  const echo = useEcho(kind, value)
  const [left, setLeft] = useState(false)
  return (
    <TextInput
      label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} error={error} maxLength={40} autoComplete="off" inputMode="text"
      data-autofocus={autoFocus || undefined} description={left || echo ? echo : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']}
      descriptionProps={{ 'aria-live': 'polite' }} onBlur={(event) => (setLeft(true), onBlur?.(event))}
    />
  )
}

function useEcho(kind: DateKind, typed: string): string | undefined {
  const { t } = useTranslation('form')
  const { read, today, inWords } = useDates()
  const date = typed.trim() === '' ? null : read[kind](typed)
  if (!date) return undefined
  if (kind === 'birth') return date > today ? inWords(date) : t('born', { day: inWords(date), age: ageOn(date, today) })
  const days = daysBetween(today, date)
  return days < 0 ? t('expired-on', { day: inWords(date), count: -days }) : t('expires-on', { day: inWords(date), count: days })
}
