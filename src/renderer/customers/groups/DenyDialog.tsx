import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Groups.module.css'

type Props = { readonly count: number; readonly onClose: () => void; readonly onDeny: (reason: string) => void }

/** A deny keeps its reason (S2-27). */
export function DenyDialog({ count, onClose, onDeny }: Props) {
  const { t } = useTranslation('groups')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isEmpty = reason.trim() === ''
  const deny = () => (isEmpty ? setTried(true) : onDeny(reason.trim()))
  return (
    <Modal opened onClose={onClose} title={t('deny-ask', { count })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), deny())}>
        <Textarea label={t('deny-reason')} description={t('deny-what')} value={reason} maxLength={500} autosize minRows={2} data-autofocus error={tried && isEmpty ? t('reason-needed') : null} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles['feet']}><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" color="red.8">{t('deny')}</Button></div>
      </form>
    </Modal>
  )
}
