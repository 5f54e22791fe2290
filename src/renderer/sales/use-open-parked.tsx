import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedParked, PriceChange, QueueRow } from '../../main/sales/sale.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { Sure } from '../ui/Sure.tsx'
import { sayFailure } from '../words.ts'
import { PricesDialog } from './PricesDialog.tsx'
import { keepCart } from './use-cart.ts'

type Row = Pick<QueueRow, 'id' | 'label'>
type Held = { readonly row: Row; readonly by: string }

/** Opens a waiting cart: asks before taking it from another till, says what was parked for it, and asks about prices that changed since. */
export function useOpenParked(onOpened: () => void) {
  const { t } = useTranslation('queue')
  const approved = useApproved()
  const last = useRef<Row | null>(null)
  const [held, setHeld] = useState<Held | null>(null)
  const [changes, setChanges] = useState<readonly PriceChange[]>([])
  const opened = (answer: OpenedParked) => {
    keepCart(answer.cart)
    if (answer.autoParked !== null) sayToast({ tone: 'note', text: t('auto-parked', { name: answer.autoParked }) })
    if (answer.customerGone) sayToast({ tone: 'note', text: t('customer-gone') })
    setChanges(answer.priceChanges)
    if (answer.priceChanges.length === 0) onOpened()
  }
  const opening = useAct(async (row: Row, takeOver: boolean) => {
    const requestId = newRequestId()
    const answer = await approved(t('approve-take-over', { name: row.label }), (approvalId) =>
      call('sales/open-parked', { requestId, saleId: row.id, takeOver, approvalId }))
    if (answer) opened(answer)
    setHeld(null)
  }, (failure) => {
    if (failure.code !== 'cart-in-use' || !last.current) return false
    setHeld({ row: last.current, by: sayFailure(failure) })
    return true
  })
  const run = (row: Row, takeOver: boolean) => {
    last.current = row
    void opening.run(row, takeOver)
  }
  const dialogs = (
    <>
      <Sure
        opened={held !== null} title={t('in-use-title', { name: held?.row.label })} consequence={`${held?.by ?? ''} ${t('take-over-consequence')}`}
        yes={t('take-over')} danger={false} onYes={() => held && run(held.row, true)} onNo={() => setHeld(null)} busy={opening.busy}
      />
      <PricesDialog opened={changes.length > 0} changes={changes} onDone={() => (setChanges([]), onOpened())} />
    </>
  )
  return { openRow: (row: Row) => run(row, false), dialogs, busy: opening.busy }
}
