import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../main/vocabulary.ts'
import { DayField } from '../ui/DayField.tsx'
import styles from './Report.module.css'
import { presets, spanOf, type Preset, type Span } from './span.ts'

type Props = { readonly preset: Preset; readonly span: Span; readonly today: PlainDate; readonly onPick: (preset: Preset, span: Span) => void }

/** Today, a usual period, or any two days. */
export function PeriodPick({ preset, span, today, onPick }: Props) {
  const { t } = useTranslation('report')
  const backwards = span.from > span.to
  const date = (end: keyof Span) => (
    <DayField className={styles['date']} label={t(end)} value={span[end]} error={end === 'to' && backwards ? t('backwards') : undefined} onValue={(day) => day && onPick('custom', { ...span, [end]: day })} />
  )
  return (
    <>
      <Select
        className={styles['period'] ?? ''} label={t('period')} value={preset} allowDeselect={false} data={presets.map((value) => ({ value, label: t(`preset-${value}`) }))}
        onChange={(value) => onPick(value as Preset, spanOf(value as Preset, today, span))}
      />
      {preset === 'custom' && <>{date('from')}{date('to')}</>}
    </>
  )
}
