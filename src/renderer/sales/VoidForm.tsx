import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRecord } from '../../main/sales/sale.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import styles from './Dialogs.module.css'
import { ReasonField } from './ReasonField.tsx'

type Props = { readonly sale: SaleRecord; readonly onDone: () => void; readonly onBack: () => void }

/** The whole sale as if it had not been, with a reason and someone who may. */
export function VoidForm({ sale, onDone, onBack }: Props) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const approved = useApproved()
  const [reason, setReason] = useState('')
  const [requestId] = useState(newRequestId)
  const voiding = useAct(async () => {
    const what = t('approve-void', { number: sale.number, amount: format.money(sale.totalCents) })
    const done = await approved(what, async (approvalId) => (await call('sales/void', { requestId, saleId: sale.id, reason: reason.trim(), approvalId }), true))
    if (!done) return
    sayToast({ tone: 'done', text: t('voided-done', { number: sale.number }) })
    onDone()
  })
  return (
    <div className={styles['stack']}>
      <p className={styles['note']}>{t('void-what', { amount: format.money(sale.totalCents) })}</p>
      <ReasonField usual={[t('reason-mistake'), t('reason-twice'), t('reason-left'), t('reason-test')]} reason={reason} onReason={setReason} />
      <div className={styles['feet']}>
        <Button variant="default" onClick={onBack} data-autofocus>{t('ui:back')}</Button>
        <Button color="red.8" onClick={() => void voiding.run()} disabled={reason.trim() === '' || voiding.busy}>{t('void-sale')}</Button>
      </div>
    </div>
  )
}
