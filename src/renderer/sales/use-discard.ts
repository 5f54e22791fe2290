import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { keepCart } from './use-cart.ts'

/** Empties the cart at once and offers it back for ten seconds. */
export function useDiscard() {
  const { t } = useTranslation('sell')
  const undoing = useAct(async (saleId: Awaited<ReturnType<typeof discard>>['saleId']) => keepCart(await call('sales/undo-discard', { requestId: newRequestId(), saleId })))
  const discarding = useAct(async () => {
    const { saleId } = await discard()
    keepCart(null)
    sayToast({ tone: 'done', text: t('discarded'), undo: () => void undoing.run(saleId) })
  })
  return () => void discarding.run()
}

const discard = () => call('sales/discard', { requestId: newRequestId() })
