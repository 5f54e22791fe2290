import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import { OwesRow } from '../accounts/OwesRow.tsx'
import { CartPointsRow } from '../loyalty/CartPointsRow.tsx'
import { PointsSheet } from '../loyalty/PointsSheet.tsx'
import { sayToast } from '../toasts.ts'
import type { CustomerView, SetCustomerView } from './customer-view.ts'
import { CustomerStripAlerts } from './CustomerStripAlerts.tsx'
import { CustomerStripAttached } from './CustomerStripAttached.tsx'
import { CustomerStripTerms } from './CustomerStripTerms.tsx'
import styles from './CustomerStrip.module.css'
import { RefusedDialog } from './RefusedDialog.tsx'
import { useCartCustomer } from './use-cart-customer.ts'
import { useSheetScans } from './use-sheet-scans.ts'
import { useStripCommands } from './use-strip-commands.ts'

type Props = { readonly cart: Cart | null; readonly view: CustomerView; readonly setView: SetCustomerView }

/** The top of the cart, 56 px: who buys. Walk-In until someone is attached. It brings F2, F5, Ctrl+N, Ctrl+E and Ctrl+Backspace. */
export function CustomerStrip({ cart, view, setView }: Props) {
  const { t } = useTranslation('customers')
  const customer = cart?.customer ?? null
  const { clear, attach } = useCartCustomer()
  const onClear = () => {
    setView(null)
    void clear()
  }
  const [pointsOpen, showPoints] = useState(false)
  const scan = useSheetScans(pointsOpen && customer !== null)
  const onPoints = () => (customer ? showPoints(true) : sayToast({ tone: 'note', text: t('loyalty:no-customer') }))
  useStripCommands({ customerId: customer?.id ?? null, view, setView, clear: onClear, points: onPoints })
  const openPicker = () => setView({ kind: 'picker' })
  const about = customer ? [customer.name, customer.groupName, customer.customerTypeName].filter(Boolean).join(', ') : t('walk-in')
  return (
    <>
      <div className={styles['strip']} role="group" aria-label={t('customer', { name: about })}>
        <ActionIcon color="gray" aria-label={t('customers')} title={`${t('customers')} (F2)`} onClick={openPicker}><IconUsers size={24} aria-hidden /></ActionIcon>
        {customer
          ? <CustomerStripAttached customer={customer} setView={setView} onClear={onClear} onPoints={onPoints} />
          : (
            <UnstyledButton className={styles['popup']} aria-label={t('customer', { name: t('walk-in') })} aria-haspopup="dialog" aria-expanded={view?.kind === 'picker'} data-customer-popup onClick={openPicker}>
              <span className="cut">{t('walk-in')}</span>
              <span className={styles['key']} data-key="F2" aria-hidden><IconChevronDown size={16} style={{ verticalAlign: 'middle' }} /></span>
            </UnstyledButton>
          )}
      </div>
      <RefusedDialog />
      {customer && cart && cart.lines.length > 0 && <CartPointsRow customerId={customer.id} />}
      {customer && <OwesRow customerId={customer.id} name={customer.name} />}
      {customer && pointsOpen && (
        <PointsSheet
          key={customer.id} customerId={customer.id} name={customer.name} scan={scan} onSwitch={({ id }) => void attach(id, customer.id)} onClose={() => showPoints(false)} onHistory={() => setView({ kind: 'profile', id: customer.id, tab: 'loyalty' })}
        />
      )}
      {customer && <CustomerStripTerms customer={customer} />}
      {customer && <CustomerStripAlerts key={`${cart?.id} ${customer.id}`} customer={customer} onEdit={() => setView({ kind: 'edit', id: customer.id })} />}
    </>
  )
}
