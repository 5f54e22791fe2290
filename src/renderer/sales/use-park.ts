import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import type { Instant, TableId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useHere } from '../here.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { keepCart } from './use-cart.ts'
import { useSell } from './sell.ts'

/** "Ana Ruiz", or "Walk-In 14:05". */
export function useDefaultLabel(): (cart: Cart | null) => string {
  const { t, i18n } = useTranslation('queue')
  const { shop } = useHere()
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: shop.timeZone })
  return (cart) => (cart?.label || cart?.customer?.name) ?? t('walk-in-at', { time: clock.format(new Date()) })
}

/** Puts the cart aside under a name and empties the till. A table that is left out stays as it was. */
export function usePark() {
  const { t } = useTranslation('queue')
  const { select, warn } = useSell()
  return useAct(async (label: string, note: string, dueAt: Instant | null, tableId?: TableId | null) => {
    const { ticket } = await call('sales/park', { requestId: newRequestId(), label, note, dueAt, ...(tableId === undefined ? {} : { tableId }) })
    keepCart(null)
    select(null)
    warn(null)
    sayToast({ tone: 'done', text: t('parked-ticket', { name: label, ticket }) })
    return true
  })
}
