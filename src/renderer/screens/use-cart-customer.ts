import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, CallFailed, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import { refusedBy } from './refused-customer.ts'

type Say = TFunction<'customers'>

/** Puts a customer on the open cart and takes them off again; both say what happened to the prices and can be undone (G3). */
export function useCartCustomer() {
  const { t } = useTranslation('customers')
  const attaching = useAct((customerId: CustomerId, before: CustomerId | null = null) => attach(t, customerId, before), refusedBy)
  const clearing = useAct(() => clear(t))
  return { attach: attaching.run, clear: clearing.run, busy: attaching.busy || clearing.busy }
}

async function attach(t: Say, customerId: CustomerId, before: CustomerId | null) {
  const { cart, repriced, priceListName } = await call('sales/attach-customer', { requestId: newRequestId(), customerId })
  const name = cart.customer?.name ?? ''
  const text = repriced === 0 ? t('added', { name }) : priceListName ? t('added-repriced', { name, count: repriced, list: priceListName }) : t('added-repriced-back', { name, count: repriced })
  // Undo puts back whoever was there before: nobody, or somebody else.
  sayToast({ tone: 'done', text, undo: () => takeBack(() => (before ? attach(t, before, null) : call('sales/clear-customer', { requestId: newRequestId() }))) })
  return cart
}

async function clear(t: Say) {
  const { cart, repriced, was } = await call('sales/clear-customer', { requestId: newRequestId() })
  sayToast({ tone: 'done', text: repriced === 0 ? t('cleared') : t('cleared-repriced', { count: repriced }), undo: () => takeBack(() => attach(t, was, null)) })
  return cart
}

/** An undo outlives the screen it was offered on, so it says its own failure. */
function takeBack(act: () => Promise<unknown>): void {
  act().catch((error: unknown) => sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) }))
}
