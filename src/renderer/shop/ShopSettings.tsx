import { SegmentedControl, Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Shop } from '../../main/shop/shop.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { Locked, Section } from '../ui/Page.tsx'
import { useAct, useAsk } from '../use-call.ts'
import styles from './Shop.module.css'
import type { ShopChange } from './use-shop-change.ts'

const idleSeconds = [0, 30, 60, 120, 300, 600, 1800]
const required = ['off', 'recommended', 'required'] as const

/** How this shop works at the till: the idle lock and what is asked about customers. */
export function ShopSettings({ change: { shop, mayEdit, change } }: { readonly change: ShopChange }) {
  const { t } = useTranslation('shop')
  const say = (seconds: number) => (seconds === 0 ? t('never') : seconds < 60 ? t('seconds', { count: seconds }) : t('minutes', { count: seconds / 60 }))
  const idle = [...new Set([...idleSeconds, shop.idleLockSeconds])].toSorted((one, other) => one - other).map((seconds) => ({ value: String(seconds), label: say(seconds) }))
  return (
    <Section title={t('this-shop')}>
      {!mayEdit && <Locked sentence={t('owner-only')} />}
      <div className={styles['row']}>
        <span id="idle-lock">{t('idleLockSeconds')}</span>
        <Select
          aria-labelledby="idle-lock" data={idle} value={String(shop.idleLockSeconds)} allowDeselect={false} disabled={!mayEdit} w={180}
          onChange={(value) => value && change({ idleLockSeconds: Number(value) })}
        />
      </div>
      <div className={styles['row']}>
        <span id="customer-required">{t('customerRequired')}</span>
        <SegmentedControl
          aria-labelledby="customer-required" value={shop.customerRequired} disabled={!mayEdit} data={required.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => change({ customerRequired: value as Shop['customerRequired'] })}
        />
      </div>
      <Switch label={t('customerDetails')} checked={shop.customerDetails} disabled={!mayEdit} onChange={(event) => change({ customerDetails: event.currentTarget.checked })} />
      <LastNameRequired mayEdit={mayEdit} />
      <Switch label={t('everyoneEditsCustomers')} checked={shop.everyoneEditsCustomers} disabled={!mayEdit} onChange={(event) => change({ everyoneEditsCustomers: event.currentTarget.checked })} />
    </Section>
  )
}

/** Asked of every new person (S2-08); whoever is on file without a last name stays as they are. */
function LastNameRequired({ mayEdit }: { readonly mayEdit: boolean }) {
  const { t } = useTranslation('shop')
  const asked = useAsk('customers/form-settings', {}, ['shop-changed'], { keepLast: true }).data
  const save = (lastNameRequired: boolean) => call('customers/save-form-settings', { requestId: newRequestId(), lastNameRequired })
  const undo = useAct(save)
  const act = useAct(async (lastNameRequired: boolean) => {
    await save(lastNameRequired)
    sayToast({ tone: 'done', text: t('saved'), undo: () => void undo.run(!lastNameRequired) })
  })
  return <Switch label={t('lastNameRequired')} checked={asked?.lastNameRequired ?? false} disabled={!mayEdit || !asked} onChange={(event) => void act.run(event.currentTarget.checked)} />
}
