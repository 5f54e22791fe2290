import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRecord } from '../../main/sales/sale.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { PickPerson, type Picked } from '../ui/PickPerson.tsx'
import { useAct } from '../use-call.ts'
import styles from './Dialogs.module.css'

type Props = { readonly sale: SaleRecord; readonly onDone: () => void; readonly onBack: () => void }

/** A sale rung up for the wrong customer: who it belongs to, and what that does to the points of both. */
export function MoveSaleForm({ sale, onDone, onBack }: Props) {
  const { t } = useTranslation('moving')
  const [to, setTo] = useState<Picked | null>(null)
  const moving = useMove(sale, onDone)
  const from = sale.customerName ?? ''
  return (
    <div className={styles['stack']}>
      <p className={styles['note']}>{t('what', { from })}</p>
      <PickPerson label={t('to-whom')} except={sale.customerId ? [sale.customerId] : []} picked={to} onPick={setTo} />
      {to && <p className={styles['echo']} aria-live="polite">{t('from-to', { number: sale.number, from, to: to.name })}</p>}
      <div className={styles['feet']}>
        <Button variant="default" onClick={onBack}>{t('ui:back')}</Button>
        <Button onClick={() => to && void moving.run(to)} disabled={to === null || moving.busy}>{t('move')}</Button>
      </div>
    </div>
  )
}

/** Moves it with a manager's PIN, and offers to move it back: that is its undoing. */
function useMove(sale: SaleRecord, onDone: () => void) {
  const { t } = useTranslation('moving')
  const { whole } = useFormat()
  const approved = useApproved()
  const [requestId] = useState(newRequestId)
  const send = (id: typeof requestId, customerId: CustomerId, name: string) =>
    approved(t('approve', { number: sale.number, name }), (approvalId) => call('loyalty/move-sale', { requestId: id, saleId: sale.id, customerId, approvalId }))
  const back = useAct(async () => {
    if (sale.customerId && (await send(newRequestId(), sale.customerId, sale.customerName ?? ''))) sayToast({ tone: 'done', text: t('moved-back', { name: sale.customerName }) })
  })
  return useAct(async (to: Picked) => {
    const moved = await send(requestId, to.id, to.name)
    if (!moved) return
    const points = { name: to.name, from: sale.customerName, taken: whole(moved.taken), given: whole(moved.given), missing: whole(moved.missing) }
    const word = moved.missing > 0 ? 'done-missing' : !moved.member ? 'done-no-member' : moved.taken + moved.given === 0 ? 'done-plain' : 'done'
    sayToast({ tone: 'done', text: t(word, points), undo: () => void back.run() })
    onDone()
  })
}
