import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { SaleRecord } from '../../main/sales/sale.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'

type Wanted = Pick<Input<'sales/refund'>, 'lines' | 'kind' | 'reference' | 'reason'>

/** Gives money back, once per intent: the same wish keeps its request id until main has answered. */
export function useRefund(sale: SaleRecord, onDone: () => void) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const approved = useApproved()
  const open = useRef({ wish: '', requestId: newRequestId() })
  return useAct(async (wanted: Wanted, backCents: number) => {
    const wish = JSON.stringify(wanted)
    if (open.current.wish !== wish) open.current = { wish, requestId: newRequestId() }
    const { requestId } = open.current
    const amount = format.money(backCents)
    const done = await approved(t('approve-refund', { number: sale.number, amount }), (approvalId) =>
      call('sales/refund', { ...wanted, requestId, saleId: sale.id, approvalId }))
    if (!done) return
    sayToast({ tone: 'done', text: t('refund-done', { amount: format.money(done.totalCents), number: sale.number }) })
    onDone()
  })
}
