import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dropToast, undoLast, useToasts, type Toast } from '../toasts.ts'
import { useKeys } from '../use-keys.ts'
import styles from './Toasts.module.css'

const icons = { done: IconCircleCheck, error: IconAlertTriangle, note: IconInfoCircle }

/** What just happened, with Undo for ten seconds; and a strip when main cannot be reached. */
export function Toasts({ connected }: { readonly connected: boolean }) {
  const { t } = useTranslation('ui')
  const toasts = useToasts()
  useKeys({ 'Ctrl+Z': toasts.some(({ undo }) => undo) ? undoLast : undefined })
  return (
    <div className={styles['layer']}>
      {!connected && (
        <div className={styles['lost']} role="alert"><IconPlugConnectedX size={20} aria-hidden />{t('connection-lost')}</div>
      )}
      <div role="status" aria-live="polite" className={styles['list']}>
        {toasts.filter(({ tone }) => tone !== 'error').map((toast) => <One key={toast.id} toast={toast} />)}
      </div>
      <div role="alert" className={styles['list']}>
        {toasts.filter(({ tone }) => tone === 'error').map((toast) => <One key={toast.id} toast={toast} />)}
      </div>
    </div>
  )
}

function One({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation('ui')
  const Icon = icons[toast.tone]
  const undo = () => {
    dropToast(toast.id)
    toast.undo?.()
  }
  return (
    <div className={styles['toast']} data-tone={toast.tone}>
      <Icon size={20} aria-hidden />
      <span className={styles['text']}>{toast.text}</span>
      {toast.undo && <Button variant="subtle" color="gray" className={styles['undo']} onClick={undo}>{t('undo')}</Button>}
      <CloseButton size={44} aria-label={t('close')} onClick={() => dropToast(toast.id)} className={styles['undo']} />
    </div>
  )
}
