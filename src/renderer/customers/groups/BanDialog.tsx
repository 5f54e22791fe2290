import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useApproved } from '../../approval.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { whenOnTop } from '../../ui/on-top.ts'
import { useAct } from '../../use-call.ts'
import styles from './Groups.module.css'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly onClose: () => void }

/** A ban says why, and whoever serves them next reads it (B38). It can be lifted. */
export function BanDialog({ customerId, name, onClose }: Props) {
  const { t } = useTranslation('groups')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const approved = useApproved()
  const isEmpty = reason.trim() === ''
  const banning = useAct(async () => {
    const requestId = newRequestId()
    const banned = await approved(t('approve-ban', { name }), (approvalId) => call('customers/ban', { requestId, customerId, reason: reason.trim(), approvalId }))
    if (!banned) return
    sayToast({ tone: 'done', text: t('banned-done', { name }) })
    onClose()
  })
  const ban = () => (isEmpty ? setTried(true) : void banning.run())
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('ban-ask', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), ban())}>
        <p className={styles['sentence']}>{t('ban-what')}</p>
        <Textarea label={t('reason')} value={reason} maxLength={500} autosize minRows={2} data-autofocus error={tried && isEmpty ? t('reason-needed') : null} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles['feet']}><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" color="red.8" loading={banning.busy}>{t('ban')}</Button></div>
      </form>
    </Modal>
  )
}
