import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import styles from './CustomerStrip.module.css'
import { useReactivate } from './refused-customer.ts'

const grave = new Set(['under-age', 'document-expired', 'medical-expired', 'banned', 'inactive'])
const editable = new Set(['document-expired', 'document-expiring', 'medical-expired', 'medical-expiring', 'tax-lapsed'])

/** N14: slides in under the strip once someone is attached, and never covers PAY. Shown anew for each customer and cart (its `key`). */
export function CustomerStripAlerts({ customer, onEdit }: { readonly customer: CartCustomer; readonly onEdit: () => void }) {
  const [asRegular, setAsRegular] = useState(false)
  const shown = customer.alerts.filter(({ kind }) => kind !== 'medical-expired' || !asRegular)
  if (shown.length === 0) return null
  return (
    <div className={styles['alerts']} role="status">
      {shown.map((alert) => <One key={alert.kind} alert={alert} customer={customer} onEdit={onEdit} onServe={() => setAsRegular(true)} />)}
    </div>
  )
}

type One = { readonly alert: CartCustomer['alerts'][number]; readonly customer: CartCustomer; readonly onEdit: () => void; readonly onServe: () => void }

/** A medical number that has run out leaves two ways (S5-15): main already prices as Regular, so serving so only puts the notice away; or renew it. */
function One({ alert: { kind, days, text }, customer: { id, name, age }, onEdit, onServe }: One) {
  const { t } = useTranslation('customers')
  const { shop } = useHere()
  const { day } = useFormat()
  const reactivating = useReactivate()
  const isMedical = kind === 'medical-expired'
  return (
    <div className={styles['alert']} data-kind={kind} data-tone={grave.has(kind) ? 'danger' : kind === 'flag-info' ? 'info' : 'warn'}>
      {kind.startsWith('flag') ? <IconFlag size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}
      <span>{t(`alert-${kind}`, { count: Math.abs(days), age: age ?? '', minimum: shop.minimumAge, text: kind === 'tax-lapsed' && text ? day(text) : (text ?? '') })}</span>
      {isMedical && <Button variant="subtle" size="md" onClick={onServe}>{t('serve-as-regular')}</Button>}
      {kind === 'inactive' && <Button variant="subtle" size="md" loading={reactivating.busy} onClick={() => void reactivating.run(id, name)}>{t('reactivate')}</Button>}
      {editable.has(kind) && <Button variant="subtle" size="md" onClick={onEdit}>{t(isMedical ? 'renew' : 'edit')}</Button>}
    </div>
  )
}
