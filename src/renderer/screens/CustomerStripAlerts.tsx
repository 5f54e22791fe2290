import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { useHere } from '../here.ts'
import styles from './CustomerStrip.module.css'

const grave = new Set(['under-age', 'document-expired', 'medical-expired'])

/** N14: slides in under the strip once someone is attached, and never covers PAY. */
export function CustomerStripAlerts({ customer, onEdit }: { readonly customer: CartCustomer; readonly onEdit: () => void }) {
  const { t } = useTranslation('customers')
  const { shop } = useHere()
  if (customer.alerts.length === 0) return null
  return (
    <div className={styles['alerts']} role="status">
      {customer.alerts.map(({ kind, days }) => (
        <div key={kind} className={styles['alert']} data-tone={grave.has(kind) ? 'danger' : 'warn'}>
          <IconAlertTriangle size={20} aria-hidden />
          <span>{t(`alert-${kind}`, { count: Math.abs(days), age: customer.age ?? '', minimum: shop.minimumAge })}</span>
          {kind !== 'under-age' && <Button variant="subtle" size="md" onClick={onEdit}>{t('edit')}</Button>}
        </div>
      ))}
    </div>
  )
}
