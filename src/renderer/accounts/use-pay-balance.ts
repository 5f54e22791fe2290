import { useRef, useState } from 'react'
import type { Input, Output } from '../../main/handlers.ts'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { useAct } from '../use-call.ts'

type Asked = Input<'accounts/pay'>
export type BalanceOffer = Omit<Asked, 'requestId'>
export type BalancePaid = Output<'accounts/pay'>

/**
 * Takes a payment, once per intent: the same wish keeps its request id until main has answered, so that a second tap or a lost answer pays once.
 * A "no" stays in `failure`; nothing was posted then.
 */
export function usePayBalance(onPaid: (paid: BalancePaid) => void) {
  const open = useRef<Asked | null>(null)
  const [stuck, setStuck] = useState<{ readonly failure: CallFailed; readonly lost: Asked | null } | null>(null)
  const sending = useAct(async (asked: Asked) => {
    setStuck(null)
    const paid = await call('accounts/pay', asked)
    open.current = null
    onPaid(paid)
  }, (refused) => {
    const lost = refused.code === 'connection-lost' ? open.current : null
    open.current = lost
    setStuck({ failure: refused, lost })
    return true
  })
  const pay = (offer: BalanceOffer) => {
    const same = open.current !== null && wishOf(open.current) === wishOf(offer)
    if (!same) open.current = { ...offer, requestId: newRequestId() }
    if (open.current) void sending.run(open.current)
  }
  const lost = stuck?.lost
  return { pay, busy: sending.busy, failure: stuck?.failure ?? null, retry: lost ? () => void sending.run(lost) : null, clear: () => setStuck(null) }
}

const wishOf = ({ customerId, method, amountCents, givenCents, reference, chosen }: BalanceOffer): string => JSON.stringify([customerId, method, amountCents, givenCents, reference, chosen])
