import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { keepCart } from '../sales/use-cart.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import type { Scanned } from './customer-view.ts'
import { useCartCustomer } from './use-cart-customer.ts'

/** "It is Ana": the licence is hers from now on, and she goes onto the cart. Undo puts back whoever was on it. */
export function useLinkLicence(before: CustomerId | null): (id: CustomerId, person: Scanned['person']) => void {
  const { t } = useTranslation('scan')
  const { attach, clear } = useCartCustomer()
  const link = useAct(async (customerId: CustomerId, { documentKey, birthDate, licence }: Scanned['person']) => {
    const { cart } = await call('devices/link-licence', { requestId: newRequestId(), customerId, documentKey, birthDate, licence })
    keepCart(cart)
    sayToast({ tone: 'done', text: t('linked', { name: cart.customer?.name }), undo: () => void (before ? attach(before) : clear()) })
  })
  return (id, person) => void link.run(id, person)
}
