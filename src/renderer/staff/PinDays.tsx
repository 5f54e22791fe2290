import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct, useAsk } from '../use-call.ts'

const usual = [0, 30, 90, 180, 365]
const save = (days: number) => call('staff/set-pin-days', { requestId: newRequestId(), days })

/** How long a PIN may be kept: saved at once, with Undo. */
export function PinDays({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation(['roles', 'staff'])
  const days = useAsk('staff/pin-days', {}, ['staff-changed']).data?.days
  const back = useAct((before: number) => save(before))
  const act = useAct(async (next: number, before: number) => {
    await save(next)
    sayToast({ tone: 'done', text: t('pin-days-saved'), undo: () => void back.run(before) })
  })
  if (days === undefined) return null
  const label = (count: number) => (usual.includes(count) ? t(`pin-days-${count}`) : t('pin-days-own', { count }))
  const choices = usual.includes(days) ? usual : [...usual, days]
  return (
    <Select
      label={t('pin-days')} description={t('pin-days-why')} value={String(days)} allowDeselect={false} disabled={disabled} maw={420}
      data={choices.map((count) => ({ value: String(count), label: label(count) }))} onChange={(value) => value !== null && Number(value) !== days && void act.run(Number(value), days)}
    />
  )
}
