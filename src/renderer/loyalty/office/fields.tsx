import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cents, Ppm } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { readTimes, showTimes } from '../../ui/times-text.ts'
import { useForm } from './form.ts'
import { readPercent, readWhole, showPercent } from './number-text.ts'
import styles from './Program.module.css'
import { minutesOf, timeOf } from './wall-clock.ts'

type Common<T> = { readonly label: string; readonly value: T; readonly onValue: (value: T) => void; readonly description?: string | undefined; readonly unit?: string | undefined; readonly placeholder?: string | undefined }
type Typed<T> = Common<T> & { readonly show: (value: T) => string; readonly read: (typed: string) => T | undefined; readonly wrong: string }

/** A value that is typed as text: what cannot be read stays as it was typed, is said below, and holds back Save. */
function TypedField<T>({ label, value, onValue, description, unit, placeholder, show, read, wrong }: Typed<T>) {
  const { disabled, report } = useForm()
  const id = useId()
  const [typed, setTyped] = useState(() => show(value))
  const understood = read(typed)
  const isWrong = understood === undefined
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    if (isWrong || understood !== value) setTyped(show(value))
  }
  useEffect(() => (report(id, isWrong), () => report(id, false)), [id, isWrong, report])
  const type = (text: string) => {
    setTyped(text)
    const next = read(text)
    if (next !== undefined && next !== value) onValue(next)
  }
  return (
    <TextInput
      label={label} description={description} value={typed} disabled={disabled} maxLength={16} inputMode="decimal" autoComplete="off" error={isWrong && wrong} placeholder={placeholder} data-wrong={isWrong || undefined}
      rightSection={unit} rightSectionWidth={unit && unit.length > 2 ? 72 : 40} rightSectionPointerEvents="none" inputWrapperOrder={['label', 'input', 'description', 'error']} onChange={(event) => type(event.currentTarget.value)} onBlur={() => isWrong || setTyped(show(value))}
    />
  )
}

const mostWhole = 10_000_000
type Bounds = { readonly least?: number; readonly most?: number }
export function WholeField({ least = 0, most = mostWhole, ...common }: Common<number> & Bounds) {
  const { t } = useTranslation('program')
  const { whole } = useFormat()
  return <TypedField {...common} show={String} read={(typed) => readWhole(typed, least, most) ?? undefined} wrong={t('whole-wrong', { least: whole(least), most: whole(most) })} />
}
/** Empty is no limit. */
export function LimitField(common: Common<number | null>) {
  const { t } = useTranslation('program')
  const { whole } = useFormat()
  return <TypedField placeholder={t('no-limit')} {...common} show={(value) => (value === null ? '' : String(value))} read={(typed) => (typed.trim() === '' ? null : (readWhole(typed, 1, mostWhole) ?? undefined))} wrong={t('whole-wrong', { least: 1, most: whole(mostWhole) })} />
}
export function MoneyField({ least = 0, ...common }: Common<Cents> & Bounds) {
  const { t } = useTranslation('program')
  const { amount, readMoney } = useFormat()
  return <TypedField {...common} show={amount} read={(typed) => { const cents = readMoney(typed); return cents !== null && cents >= least ? (cents as Cents) : undefined }} wrong={t('money-wrong')} />
}
/** Money or nothing. */
export function MoneyLimitField(common: Common<Cents | null>) {
  const { t } = useTranslation('program')
  const { amount, readMoney } = useFormat()
  const read = (typed: string) => {
    const cents = readMoney(typed)
    return typed.trim() === '' ? null : cents !== null && cents > 0 ? (cents as Cents) : undefined
  }
  return <TypedField placeholder={t('no-limit')} {...common} show={(value) => (value === null ? '' : amount(value))} read={read} wrong={t('money-wrong')} />
}
const mostTimesMilli = 100_000
export function TimesField(common: Common<number>) {
  const { t } = useTranslation('program')
  const { locale } = useFormat()
  return <TypedField unit="×" {...common} show={(milli) => showTimes(milli, locale)} read={(typed) => readTimes(typed, mostTimesMilli) ?? undefined} wrong={t('times-wrong')} />
}
export function PercentField(common: Common<Ppm>) {
  const { t } = useTranslation('program')
  const { locale } = useFormat()
  return <TypedField unit="%" {...common} show={(ppm) => showPercent(ppm, locale)} read={(typed) => (readPercent(typed) ?? undefined) as Ppm | undefined} wrong={t('percent-wrong')} />
}

/** A time of day, in minutes. */
export function TimeField({ end, ...common }: Common<number> & { readonly end: 'from' | 'until' }) {
  const { t } = useTranslation('program')
  const { locale } = useFormat()
  return <TypedField {...common} show={(minutes) => timeOf(minutes, locale)} read={(typed) => minutesOf(typed, end) ?? undefined} wrong={t('time-wrong')} />
}

export function SwitchField({ label, description, value, onValue }: Common<boolean>) {
  const { disabled } = useForm()
  return <Switch label={label} description={description} checked={value} disabled={disabled} onChange={(event) => onValue(event.currentTarget.checked)} />
}

type Choice<T extends string> = { readonly label: string; readonly value: T; readonly choices: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]; readonly onValue: (value: T) => void; readonly note?: string | undefined; readonly upright?: boolean }
/** A few ways to choose from, all in sight. */
export function ChoiceField<T extends string>({ label, value, choices, onValue, note, upright = false }: Choice<T>) {
  const { disabled } = useForm()
  const id = useId()
  return (
    <div>
      <p className={styles['label']} id={id}>{label}</p>
      <SegmentedControl fullWidth={!upright} orientation={upright ? 'vertical' : 'horizontal'} aria-labelledby={id} disabled={disabled} value={value} data={choices.map((choice) => ({ ...choice }))} onChange={(next) => onValue(next as T)} />
      {note && <p className={styles['note']} style={{ marginTop: 6 }}>{note}</p>}
    </div>
  )
}
