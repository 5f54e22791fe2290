import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { useHere } from '../here.ts'
import styles from './CustomerStrip.module.css'

const grave = new Set(['under-age', 'document-expired', 'medical-expired'])

/** N14: slides in under the strip once someone is attached, and never covers PAY. Shown anew for each customer and cart (its `key`). */
export function CustomerStripAlerts({ customer, onEdit }: { readonly customer: CartCustomer; readonly onEdit: () => void }) {
  const [asRegular, setAsRegular] = useState(false)
  const shown = customer.alerts.filter(({ kind }) => kind !== 'medical-expired' || !asRegular)
  if (shown.length === 0) return null
  return (
    <div className={styles['alerts']} role="status">
      {shown.map((alert) => <One key={alert.kind} alert={alert} age={customer.age} onEdit={onEdit} onServe={() => setAsRegular(true)} />)}
    </div>
  )
}

type One = { readonly alert: CartCustomer['alerts'][number]; readonly age: number | null; readonly onEdit: () => void; readonly onServe: () => void }

/** A medical number that has run out leaves two ways (S5-15): main already prices as Regular, so serving so only puts the notice away; or renew it. */
function One({ alert: { kind, days }, age, onEdit, onServe }: One) {
  const { t } = useTranslation('customers')
  const { shop } = useHere()
  const isMedical = kind === 'medical-expired'
  return (
    <div className={styles['alert']} data-tone={grave.has(kind) ? 'danger' : 'warn'}>
      <IconAlertTriangle size={20} aria-hidden />
      <span>{t(`alert-${kind}`, { count: Math.abs(days), age: age ?? '', minimum: shop.minimumAge })}</span>
      {isMedical && <Button variant="subtle" size="md" onClick={onServe}>{t('serve-as-regular')}</Button>}
      {kind !== 'under-age' && <Button variant="subtle" size="md" onClick={onEdit}>{t(isMedical ? 'renew' : 'edit')}</Button>}
    </div>
  )
}
