import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaleRecord } from '../../main/sales/sale.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { PickPerson, type Picked } from '../ui/PickPerson.tsx'
import { useAct } from '../use-call.ts'
import styles from './Dialogs.module.css'

type Props = { readonly sale: SaleRecord; readonly onDone: () => void; readonly onBack: () => void }

/** A finished sale that was rung up for nobody: whose it was, and what that earns them. */
export function AttachLaterForm({ sale, onDone, onBack }: Props) {
  const { t } = useTranslation('attaching')
  const [to, setTo] = useState<Picked | null>(null)
  const putting = usePutting(sale, onDone)
  return (
    <div className={styles['stack']}>
      <p className={styles['note']}>{t('what')}</p>
      <PickPerson label={t('whom')} except={[]} picked={to} onPick={setTo} />
      {to && <p className={styles['echo']} aria-live="polite">{t('echo', { number: sale.number, walkIn: t('sell:walk-in'), name: to.name })}</p>}
      <div className={styles['feet']}>
        <Button variant="default" onClick={onBack}>{t('ui:back')}</Button>
        <Button onClick={() => to && void putting.run(to)} disabled={to === null || putting.busy}>{t('do')}</Button>
      </div>
    </div>
  )
}

/** Free for a day on the till that sold it, with a manager's PIN after: main says which. */
function usePutting(sale: SaleRecord, onDone: () => void) {
  const { t } = useTranslation('attaching')
  const { whole } = useFormat()
  const approved = useApproved()
  const [requestId] = useState(newRequestId)
  return useAct(async ({ id: customerId, name }: Picked) => {
    const put = await approved(t('approve', { number: sale.number, name }), (approvalId) => call('loyalty/attach-later', { requestId, saleId: sale.id, customerId, approvalId }))
    if (!put) return
    sayToast({ tone: 'done', text: t(put.points === 0 ? 'done-plain' : 'done', { number: sale.number, name, count: put.points, points: whole(put.points) }) })
    onDone()
  })
}
