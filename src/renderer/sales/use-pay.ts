import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { Cart, Paid } from '../../main/sales/sale.ts'
import { useApproved } from '../approval.ts'
import { call, CallFailed, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { queries, useAct } from '../use-call.ts'
import { inTurn, keepCart } from './use-cart.ts'

export type Offer = Pick<Input<'sales/pay'>, 'kind' | 'amountCents' | 'givenCents' | 'reference'>
type Intent = Omit<Input<'sales/pay'>, 'requestId'> & { readonly requestId: Input<'sales/pay'>['requestId'] }
/** A "no", and where no answer came at all, what was asked. */
type Stuck = { readonly failure: CallFailed; readonly lost: Intent | null }
export type Completed = Extract<Paid, { state: 'completed' }>

/**
 * Takes money. One intended payment has one request id from the tap until main has answered yes or no: a double tap, or a retry after the
 * connection was lost, pays once. A "no" stays on the sheet in `failure`.
 */
export function usePay(cart: Cart, onCompleted: (paid: Completed) => void, onFailure: (failure: CallFailed) => boolean) {
  const { t } = useTranslation('pay')
  const { money } = useFormat()
  const approved = useApproved()
  const open = useRef<Intent | null>(null)
  const [stuck, setStuck] = useState<Stuck | null>(null)
  const sending = useAct(async (intent: Intent) => {
    setStuck(null)
    const paid = await approved(t('approve-later', { amount: money(intent.amountCents) }), (approvalId) => inTurn(() => call('sales/pay', { ...intent, approvalId })))
    open.current = null
    if (!paid) return undefined
    keepCart(paid.state === 'completed' ? null : paid.cart)
    if (paid.state === 'completed') onCompleted(paid)
    return paid
  }, (refused) => {
    const lost = refused.code === 'connection-lost' ? open.current : null
    open.current = lost
    if (refused.code === 'total-changed') void queries.invalidateQueries({ queryKey: ['sales/cart'] })
    if (!onFailure(refused)) setStuck({ failure: refused, lost })
    return true
  })
  const pay = (offer: Offer) => {
    const intent = { ...offer, saleId: cart.id, expectedTotalCents: cart.totals.totalCents }
    if (!open.current || !sameAct(open.current, intent)) open.current = { ...intent, requestId: newRequestId() }
    return sending.run(open.current)
  }
  /** Asks again for the very payment whose answer was lost. */
  const lost = stuck?.lost
  const retry = lost ? () => void sending.run(lost) : null
  return { pay, retry, failure: stuck?.failure ?? null, busy: sending.busy, clear: () => setStuck(null) }
}

const sameAct = (a: Omit<Intent, 'requestId'>, b: Omit<Intent, 'requestId'>) =>
  a.saleId === b.saleId && a.kind === b.kind && a.amountCents === b.amountCents && a.givenCents === b.givenCents && a.reference === b.reference
