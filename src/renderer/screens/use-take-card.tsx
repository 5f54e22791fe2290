import { Button, Modal, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { CartCustomer } from '../../main/sales/sale.ts'
import { call } from '../bridge.ts'
import { useAssign } from '../loyalty/AssignCard.tsx'
import { useTerms } from '../loyalty/use-points.ts'
import { sayToast } from '../toasts.ts'
import { sayFailure } from '../words.ts'
import type { SetCustomerView } from './customer-view.ts'
import { useCartCustomer } from './use-cart-customer.ts'

type Found = Output<'loyalty/card'>
type Blank = Extract<Found, { readonly shown: string }>

/** A scanned card puts its customer on the sale; a blank one is offered to who is on it; any other says what is wrong. False where it is no card. */
export function useTakeCard(customer: CartCustomer | null, setView: SetCustomerView) {
  const { t } = useTranslation('loyalty')
  const { attach } = useCartCustomer()
  const on = useTerms()?.on === true
  const [blank, setBlank] = useState<Blank | null>(null)
  const before = customer?.id ?? null
  const takeCard = useCallback(async (code: string): Promise<boolean> => {
    if (!on) return false
    const found = await call('loyalty/card', { code: code.slice(0, 64) })
    if (found.kind === 'active' && found.customerId !== null) void attach(found.customerId, before)
    else if (found.kind === 'phone' && found.customerIds.length === 1 && found.customerIds[0]) void attach(found.customerIds[0], before)
    else if (found.kind === 'phone') setView({ kind: 'picker', text: code })
    else if (found.kind === 'unassigned') setBlank(found)
    else if (found.kind === 'mistyped') sayToast({ tone: 'error', text: sayFailure({ code: 'card-mistyped', facts: { code: found.shown } }) })
    else if (found.kind === 'blocked' || found.kind === 'replaced') sayToast({ tone: 'error', text: t(found.kind === 'blocked' ? 'card-is-blocked' : 'card-was-replaced', { reason: found.reason }) })
    else return false
    return true
  }, [on, attach, before, setView, t])
  const dialog = blank && <BlankCard blank={blank} customer={customer} onClose={() => setBlank(null)} />
  return { takeCard, dialog }
}

function BlankCard({ blank, customer, onClose }: { readonly blank: Blank; readonly customer: CartCustomer | null; readonly onClose: () => void }) {
  const { t } = useTranslation('loyalty')
  return (
    <Modal opened onClose={onClose} title={t('blank-title')} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Text role="alert" mb="md">{t(customer ? 'blank-offer' : 'blank-nobody', { code: blank.shown })}</Text>
      {customer && <GiveCard code={blank.code} customer={customer} takeUnknown={false} label={t('give-to', { name: customer.name })} onDone={onClose} />}
    </Modal>
  )
}

type GiveProps = { readonly code: string; readonly customer: CartCustomer; readonly takeUnknown: boolean; readonly label: string; readonly onDone: () => void }
/** One tap makes the code this customer's card. */
export function GiveCard({ code, customer, takeUnknown, label, onDone }: GiveProps) {
  const assign = useAssign(customer.id, customer.name)
  return <Button variant={takeUnknown ? 'default' : 'filled'} loading={assign.busy} {...(takeUnknown ? {} : { 'data-autofocus': true })} onClick={() => void assign.run(code, takeUnknown).then((card) => card && onDone())}>{label}</Button>
}
