import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { Cents, TaxClassId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { Section } from '../ui/Page.tsx'
import { SavedText } from '../ui/SavedText.tsx'
import { useAct, useAsk } from '../use-call.ts'
import styles from './Shop.module.css'

type Settings = Omit<Input<'sales/save-delivery-settings'>, 'requestId'>
const save = (settings: Settings) => call('sales/save-delivery-settings', { requestId: newRequestId(), ...settings })

/** What a delivery costs unless the cashier says otherwise, and how that is taxed. */
export function DeliverySettings({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useTranslation('delivery')
  const { amount, readMoney } = useFormat()
  const asked = useAsk('sales/delivery-settings', null, ['shop-changed'], { keepLast: true }).data
  const classes = useAsk('shop/taxes', {}, ['shop-changed'], { keepLast: true }).data?.classes ?? []
  const undo = useAct(save)
  const act = useAct(async (settings: Settings, before: Settings) => {
    await save(settings)
    sayToast({ tone: 'done', text: t('shop:saved'), undo: () => void undo.run(before) })
  })
  if (!asked) return null
  const change = (part: Partial<Settings>) => void act.run({ ...asked, ...part }, asked)
  return (
    <Section title={t('settings')}>
      <p className="muted">{t('settings-why')}</p>
      <div className={styles['two']}>
        <SavedText label={t('default-fee')} value={amount(asked.feeCents)} most={14} disabled={!mayEdit} check={(typed) => (readMoney(typed) === null ? t('fee-wrong') : undefined)} onSave={(typed) => change({ feeCents: (readMoney(typed) ?? 0) as Cents })} />
        <Select
          label={t('tax-class')} allowDeselect={false} disabled={!mayEdit} value={asked.taxClassId ?? ''} onChange={(value) => change({ taxClassId: value === null || value === '' ? null : (value as TaxClassId) })}
          data={[{ value: '', label: t('first-class', { name: classes[0]?.name ?? '' }) }, ...classes.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
    </Section>
  )
}
