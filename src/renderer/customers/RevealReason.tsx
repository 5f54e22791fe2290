import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Fields.module.css'

const reasons = ['age-check', 'customer-asks', 'correction'] as const
type Props = { readonly what: string; readonly onReason: (reason: string) => void; readonly onClose: () => void }

/** Why a number has to be seen: one tap, or words of one's own. It is written into the audit (N10). */
export function RevealReason({ what, onReason, onClose }: Props) {
  const { t } = useTranslation('record')
  const [own, setOwn] = useState('')
  return (
    <Modal opened onClose={onClose} title={t('why-reveal', { what })} zIndex={340} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['rows']}>
        {reasons.map((reason, at) => <Button key={reason} variant="default" data-autofocus={at === 0 || undefined} onClick={() => onReason(t(`reason-${reason}`))}>{t(`reason-${reason}`)}</Button>)}
        <TextInput label={t('reason-own')} value={own} maxLength={200} autoComplete="off" onChange={(event) => setOwn(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Enter' && own.trim() !== '' && onReason(own.trim())} />
        <Button disabled={own.trim() === ''} onClick={() => onReason(own.trim())}>{t('show-30')}</Button>
        <p className="muted">{t('reveal-logged')}</p>
      </div>
    </Modal>
  )
}
