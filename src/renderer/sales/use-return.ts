import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { Language, LooseReturnId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { bytesOf, saveFile } from '../ui/FileChip.tsx'
import { useAct } from '../use-call.ts'
import { keepCart } from './use-cart.ts'

type Wanted = Pick<Input<'sales/return-cart'>, 'cartId' | 'kind' | 'reference' | 'reason' | 'expectedTotalCents'>
export type BackBy = Wanted['kind']

/** Takes the cart's goods back, once per intent: the same wish keeps its request id until main has answered. */
export function useReturn(onDone: (id: LooseReturnId) => void) {
  const { t } = useTranslation('returns')
  const format = useFormat()
  const approved = useApproved()
  const open = useRef({ wish: '', requestId: newRequestId() })
  return useAct(async (wanted: Wanted) => {
    const wish = JSON.stringify(wanted)
    if (open.current.wish !== wish) open.current = { wish, requestId: newRequestId() }
    const { requestId } = open.current
    const done = await approved(t('approve', { amount: format.money(wanted.expectedTotalCents) }), (approvalId) => call('sales/return-cart', { ...wanted, requestId, approvalId }))
    if (!done) return
    keepCart(null)
    sayToast({ tone: 'done', text: t('done', { amount: format.money(done.totalCents), number: done.number }) })
    onDone(done.id)
  })
}

export type SlipOf = { readonly returnId: LooseReturnId; readonly language: Language; readonly duplicate: boolean }
/** The slip on paper and as a file; without any printer, paper becomes a file. */
export function useSlipActs({ returnId, language, duplicate }: SlipOf) {
  const { t } = useTranslation(['pay', 'printing', 'returns'])
  const save = async (said: string) => {
    const { base64, fileName } = await call('sales/return-pdf', { returnId, language, duplicate })
    saveFile({ name: fileName, parts: [bytesOf(base64)], type: 'application/pdf' })
    sayToast({ tone: 'done', text: t(said, { name: fileName }) })
  }
  const pdf = useAct(() => save('pdf-saved'))
  const print = useAct(async () => {
    const { how } = await call('sales/return-print', { requestId: newRequestId(), returnId, language })
    if (how === 'system') window.print()
    else if (how === 'none') await save('printing:saved-instead')
    else sayToast({ tone: 'done', text: t('returns:printing') })
  })
  return { pdf, print }
}
