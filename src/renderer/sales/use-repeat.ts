import { useTranslation } from 'react-i18next'
import type { SaleId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { keepCart } from './use-cart.ts'

/** Puts what was bought once into the cart again, at today's prices, and says what is no longer sold. */
export function useRepeat(onDone: (saleId: SaleId) => void) {
  const { t } = useTranslation('sales')
  return useAct(async (saleId: SaleId) => {
    const { cart, missing } = await call('sales/repeat', { requestId: newRequestId(), saleId })
    keepCart(cart)
    sayToast(missing.length > 0 ? { tone: 'note', text: t('repeated-without', { names: missing.join(', ') }) } : { tone: 'done', text: t('repeated') })
    onDone(saleId)
  })
}
