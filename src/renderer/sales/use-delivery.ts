import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryChoices } from '../../main/flows/delivery-on-sale.ts'
import { call, type CallFailed, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import { beginDelivery, checkDelivery, deliveryAsked, isSame, type DeliveryDraft } from './delivery-form.ts'
import { inTurn, keepCart } from './use-cart.ts'

/** The form of a delivery: what was typed, what is wrong with it, and saving it. What main refuses stands under its field. */
export function useDeliveryForm(choices: DeliveryChoices, onDone: () => void) {
  const { t } = useTranslation('delivery')
  const { amount, readMoney } = useFormat()
  const [before] = useState(() => beginDelivery(choices, amount))
  const [draft, setDraft] = useState(before)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<CallFailed | null>(null)
  const problems = checkDelivery(draft, readMoney)
  const saving = useAct(async () => {
    keepCart(await inTurn(() => call('sales/plan-delivery', { requestId: newRequestId(), ...deliveryAsked(draft, before, choices, readMoney) })))
    onDone()
  }, (failure) => (setRefused(failure), true))
  const errorOf = (field: keyof typeof problems): string | undefined => {
    const problem = tried ? problems[field] : undefined
    return problem ? t(problem) : refused?.facts['field'] === field ? sayFailure(refused) : undefined
  }
  return {
    draft, errorOf, busy: saving.busy, dirty: !isSame(draft, before), failure: refused && refused.facts['field'] === undefined ? refused : null,
    change: (part: Partial<DeliveryDraft>) => (setRefused(null), setDraft({ ...draft, ...part })),
    /** The first field to mend has the cursor; without one it is saved. */
    save: () => {
      setTried(true)
      const first = Object.keys(problems)[0]
      if (first === undefined) void saving.run()
      else document.querySelector<HTMLInputElement>(`[data-delivery="${first}"]`)?.focus()
    },
  }
}
export type DeliveryForm = ReturnType<typeof useDeliveryForm>

/** Off the cart at once, fee and all, and back for ten seconds. */
export function useDropDelivery(): () => void {
  const { t } = useTranslation('delivery')
  const restoring = useAct(async () => keepCart(await inTurn(() => call('sales/restore-delivery', { requestId: newRequestId() }))))
  const dropping = useAct(async () => {
    keepCart(await inTurn(() => call('sales/drop-delivery', { requestId: newRequestId() })))
    sayToast({ tone: 'done', text: t('taken-off'), undo: () => void restoring.run() })
  })
  return () => void dropping.run()
}

/** Brought, or not after all; said with the way back. */
export function useSetDelivered() {
  const { t } = useTranslation('delivery')
  const set = (saleId: DeliveredSale, delivered: boolean) => call('sales/set-delivered', { requestId: newRequestId(), saleId, delivered })
  const undoing = useAct(set)
  return useAct(async (saleId: DeliveredSale, delivered: boolean) => {
    await set(saleId, delivered)
    sayToast({ tone: 'done', text: t(delivered ? 'said-delivered' : 'said-to-deliver'), undo: () => void undoing.run(saleId, !delivered) })
  })
}
type DeliveredSale = Parameters<typeof call<'sales/set-delivered'>>[1]['saleId']
