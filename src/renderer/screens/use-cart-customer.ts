import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'

/** Puts a customer on the open cart and takes them off again; both say what happened and can be undone (G3). */
export function useCartCustomer() {
  const { t } = useTranslation('customers')
  const attaching = useAct(async (customerId: CustomerId) => {
    const { cart, repriced, priceListName } = await call('sales/attach-customer', { requestId: newRequestId(), customerId })
    const name = cart.customer?.name ?? ''
    sayToast({ tone: 'done', text: repriced > 0 ? t('added-repriced', { name, count: repriced, list: priceListName ?? '' }) : t('added', { name }), undo: () => void clearing.run(false) })
    return cart
  })
  const clearing = useAct(async (say: boolean) => {
    const { cart, was } = await call('sales/clear-customer', { requestId: newRequestId() })
    if (say) sayToast({ tone: 'done', text: t('cleared'), undo: () => void attaching.run(was) })
    return cart
  })
  return { attach: attaching.run, clear: () => clearing.run(true), busy: attaching.busy || clearing.busy }
}
