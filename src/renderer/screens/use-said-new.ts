import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'

type Saved = { readonly id: CustomerId; readonly cart: boolean; readonly name: string }

/** "Saved and added · Undo". Undo puts whoever was on the cart before back on it, and the new record away as inactive: nothing is ever lost. */
export function useSaidNew(before: CustomerId | null) {
  const { t } = useTranslation('customers')
  const undo = useAct(async ({ id, cart }: Saved) => {
    if (cart && before) await call('sales/attach-customer', { requestId: newRequestId(), customerId: before })
    else if (cart) await call('sales/clear-customer', { requestId: newRequestId() })
    const { version } = await call('customers/get', { id })
    await call('customers/update', { requestId: newRequestId(), id, version, changes: { status: 'inactive' }, keepConsent: {}, consents: [] })
  })
  return (saved: Saved) => sayToast({ tone: 'done', text: t(saved.cart ? 'saved-and-added' : 'saved-new', { name: saved.name }), undo: () => void undo.run(saved) })
}
