import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListFilter } from '../../../main/customers/list-filter.ts'
import type { Cents, PlainDate } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { DayField } from '../../ui/DayField.tsx'
import styles from './List.module.css'

type Ends = { readonly from: number | null; readonly to: number | null }
type EndsProps = { readonly label: string; readonly value: Ends | undefined; readonly onChange: (value: Ends | null) => void; readonly min?: number; readonly decimals?: number }
const read = (value: string | number): number | null => (typeof value === 'number' ? value : null)
const nothing: Ends = { from: null, to: null }
const orNull = (ends: Ends): Ends | null => (ends.from === null && ends.to === null ? null : ends)

/** From one number to another; either end may be open. */
export function EndsField({ label, value = nothing, onChange, min = 0, decimals = 0 }: EndsProps) {
  const { t } = useTranslation('list')
  const field = (end: 'from' | 'to') => (
    <NumberInput
      label={t(end)} aria-label={`${label}, ${t(end)}`} value={value[end] ?? ''} min={min} max={99_999_999} decimalScale={decimals} allowNegative={min < 0} hideControls
      onChange={(typed) => onChange(orNull({ ...value, [end]: read(typed) }))}
    />
  )
  return <fieldset><legend>{label}</legend><div className={styles['pair']}>{field('from')}{field('to')}</div></fieldset>
}

type DaysProps = { readonly label: string; readonly value: number | undefined; readonly onChange: (value: number | null) => void; readonly least?: number }
/** Within so many days; empty filters nothing. */
export function DaysField({ label, value, onChange, least = 1 }: DaysProps) {
  const { t } = useTranslation('list')
  return <NumberInput label={label} value={value ?? ''} min={least} max={3_650} allowDecimal={false} allowNegative={false} suffix={` ${t('days')}`} placeholder={t('any')} onChange={(typed) => onChange(read(typed))} />
}

type Visit = NonNullable<ListFilter['lastVisit']>
const usualDays = 30
/** When somebody was last here: within so many days, not for so many, between two days, or never. */
export function VisitField({ value, onChange }: { readonly value: Visit | undefined; readonly onChange: (value: Visit | null) => void }) {
  const { t } = useTranslation('list')
  const days = value && 'days' in value ? value.days : usualDays
  const choose = (kind: string | null) => onChange(kind === null ? null : kind === 'never' ? { kind } : kind === 'between' ? { kind, from: null, to: null } : { kind: kind as 'within', days })
  const end = (name: 'from' | 'to') => value?.kind === 'between' && (
    <DayField label={t(name)} value={value[name]} optional onValue={(day: PlainDate | null) => onChange({ ...value, [name]: day })} />
  )
  return (
    <fieldset>
      <legend>{t('filter-lastVisit')}</legend>
      <Select aria-label={t('filter-lastVisit')} placeholder={t('any')} clearable value={value?.kind ?? null} onChange={choose} clearButtonProps={{ 'aria-label': t('any') }} data={(['within', 'not-for', 'between', 'never'] as const).map((kind) => ({ value: kind, label: t(`visit-${kind}`) }))} />
      {value && 'days' in value && <NumberInput aria-label={t('days')} value={value.days} min={1} max={36_500} allowDecimal={false} allowNegative={false} suffix={` ${t('days')}`} onChange={(typed) => typeof typed === 'number' && typed >= 1 && onChange({ ...value, days: typed })} />}
      {value?.kind === 'between' && <div className={styles['pair']}>{end('from')}{end('to')}</div>}
    </fieldset>
  )
}

type Spend = NonNullable<ListFilter['spend']>
/** What somebody has spent, of late or ever. */
export function SpendField({ value, onChange }: { readonly value: Spend | undefined; readonly onChange: (value: Spend | null) => void }) {
  const { t } = useTranslation('list')
  const { digits } = useFormat()
  const unit = 10 ** digits
  const toUnits = (cents: number | null) => (cents === null ? null : cents / unit)
  const toCents = (amount: number | null) => (amount === null ? null : (Math.round(amount * unit) as Cents))
  const ends = value ? { from: toUnits(value.from), to: toUnits(value.to) } : undefined
  return (
    <>
      <EndsField label={t('filter-spend')} value={ends} decimals={digits} onChange={(next) => onChange(next && { from: toCents(next.from), to: toCents(next.to), withinDays: value?.withinDays ?? null })} />
      {value && <DaysField label={t('spent-within')} value={value.withinDays ?? undefined} onChange={(withinDays) => onChange({ ...value, withinDays })} />}
    </>
  )
}

type Documents = NonNullable<ListFilter['documents']>
/** Whose ID or medical document expires soon, or has. */
export function DocumentsField({ value, onChange }: { readonly value: Documents | undefined; readonly onChange: (value: Documents | null) => void }) {
  const { t } = useTranslation('list')
  return (
    <fieldset>
      <legend>{t('filter-documents')}</legend>
      <Select aria-label={t('filter-documents')} placeholder={t('any')} clearable value={value?.which ?? null} clearButtonProps={{ 'aria-label': t('any') }} data={(['licence', 'medical', 'either'] as const).map((which) => ({ value: which, label: t(`document-${which}`) }))} onChange={(which) => onChange(which === null ? null : { which: which as Documents['which'], withinDays: value?.withinDays ?? usualDays })} />
      {value && <DaysField label={t('expires-within')} value={value.withinDays} least={0} onChange={(withinDays) => withinDays !== null && onChange({ ...value, withinDays })} />}
    </fieldset>
  )
}

/** A text that is taken over once the field is left, or Enter is pressed. */
export function TextOnce({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  return <TextInput label={label} value={typed} maxLength={200} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => onChange(typed.trim())} onKeyDown={(event) => event.key === 'Enter' && onChange(typed.trim())} />
}

/** Any, with, or without. */
export function WithField({ label, value, onChange }: { readonly label: string; readonly value: 'with' | 'without' | null; readonly onChange: (value: 'with' | 'without' | null) => void }) {
  const { t } = useTranslation('list')
  return <SegmentedControl aria-label={label} fullWidth value={value ?? 'any'} onChange={(next) => onChange(next === 'any' ? null : (next as 'with'))} data={[{ value: 'any', label: t('any') }, { value: 'with', label: t('with') }, { value: 'without', label: t('without') }]} />
}
