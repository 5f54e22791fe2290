import { TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import type { PointsRules } from './use-points-rules.ts'

type Props = { readonly rules: PointsRules; readonly value: string; readonly onValue: (times: string) => void; readonly error: string | null }

/** How often members earn. It is a rule of the loyalty programme: who may not change that sees it with a lock and the reason. */
export function PointsTimes({ rules: { state, mostMilli, nextAt }, value, onValue, error }: Props) {
  const { t } = useTranslation('groups')
  const format = useFormat()
  const open = state === 'open'
  const said = state === 'off' || state === 'locked' ? t(`times-${state}`) : [t('times-what', { most: format.quantity(mostMilli) }), nextAt && t('times-next', { day: format.date(nextAt) })].filter(Boolean).join(' ')
  return (
    <TextInput
      label={t('points-times')} description={state === 'late' ? undefined : said} value={state === 'off' ? '' : value} placeholder={state === 'off' ? '–' : undefined} disabled={!open} error={error} maxLength={16} inputMode="decimal" autoComplete="off"
      leftSection={open || state === 'late' ? undefined : <IconLock size={18} aria-hidden />} rightSection="×" rightSectionPointerEvents="none" inputWrapperOrder={['label', 'input', 'description', 'error']} onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
}
