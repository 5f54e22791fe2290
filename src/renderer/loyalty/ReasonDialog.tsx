import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalId, CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAct } from '../use-call.ts'
import type { HistoryRow } from './history.ts'
import styles from './Points.module.css'
import { useSay } from './use-say.ts'

/** What a manager can put right: undo a change by hand, give expired points back, forgive what is owed. */
export type ByHand = { readonly kind: 'undo' | 'restore'; readonly row: HistoryRow } | { readonly kind: 'waive'; readonly owed: number }
type Props = { readonly customerId: CustomerId; readonly name: string; readonly act: ByHand; readonly onClose: () => void }

/** Says what will be written, asks why, and then for the Manager PIN where it is needed. */
export function ReasonDialog({ customerId, name, act, onClose }: Props) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const [reason, setReason] = useState('')
  const doing = useByHand(customerId, name, act, onClose)
  const points = act.kind === 'waive' ? act.owed : 0 - act.row.points
  const ready = reason.trim() !== '' && !doing.busy
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t(`${act.kind}-title`, { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && void doing.run(reason.trim()))}>
        <p className={styles['sentence']}>{t(`${act.kind}-what`, { points: say.moved(points) })}</p>
        <TextInput label={t('reason')} value={reason} maxLength={200} data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!ready}>{t(act.kind)}</Button>
        </div>
      </form>
    </Modal>
  )
}

function useByHand(customerId: CustomerId, name: string, act: ByHand, onDone: () => void) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const approved = useApproved()
  const [requestId] = useState(newRequestId)
  const send = (reason: string) => (approvalId: ApprovalId | null) => act.kind === 'waive' ? call('loyalty/waive', { requestId, customerId, reason, approvalId })
    : call(act.kind === 'undo' ? 'loyalty/undo-adjustment' : 'loyalty/restore', { requestId, entryId: act.row.id, reason, approvalId })
  return useAct(async (reason: string) => {
    const moved = await approved(t(`approve-${act.kind}`, { name }), send(reason))
    if (!moved) return
    sayToast({ tone: 'done', text: t('done-moved', { name, before: say.number(moved.before), after: say.number(moved.balance) }) })
    onDone()
  })
}
