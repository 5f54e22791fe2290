import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import styles from './Points.module.css'
import { shownCode } from './shown-code.ts'

export type Ending = { readonly kind: 'block' | 'replace'; readonly code: string }
const reasons = ['lost', 'stolen', 'damaged'] as const

/** A card stops working, with a reason; replaced, a new one takes its place and the points stay. */
export function EndCard({ ending: { kind, code }, onClose }: { readonly ending: Ending; readonly onClose: () => void }) {
  const { t } = useTranslation('loyalty')
  const [reason, setReason] = useState('')
  const [newCode, setNewCode] = useState('')
  const [failure, setFailure] = useState<CallFailed | null>(null)
  const isUnknown = failure?.code === 'card-unknown'
  const act = useAct(async () => {
    const requestId = newRequestId()
    if (kind === 'block') await call('loyalty/block-card', { requestId, code, reason: reason.trim() })
    else await call('loyalty/replace-card', { requestId, code, newCode: newCode.trim(), reason: reason.trim(), takeUnknown: isUnknown })
    sayToast({ tone: 'done', text: t(kind === 'block' ? 'card-now-blocked' : 'card-now-replaced', { code: shownCode(code), by: newCode.trim() }) })
    onClose()
  }, (failed) => (setFailure(failed), true))
  const ready = reason.trim() !== '' && (kind === 'block' || newCode.trim() !== '') && !act.busy
  return (
    <Modal opened onClose={whenOnTop(onClose)} zIndex={320} title={t(`${kind}-title`, { code: shownCode(code) })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && void act.run())}>
        {kind === 'replace' && <TextInput label={t('new-card')} description={t('give-card-how')} value={newCode} maxLength={64} autoComplete="off" data-takes-scan="" data-autofocus error={failure && (isUnknown ? t('card-foreign', { code: newCode }) : sayFailure(failure))} onChange={(event) => (setFailure(null), setNewCode(event.currentTarget.value))} />}
        <div className={styles['chips']} role="group" aria-label={t('reason')}>
          {reasons.map((each) => <button key={each} type="button" className={styles['chip']} aria-pressed={reason === t(`card-reason-${each}`)} onClick={() => setReason(t(`card-reason-${each}`))}>{t(`card-reason-${each}`)}</button>)}
        </div>
        <TextInput label={t('reason')} value={reason} maxLength={200} error={kind === 'block' && failure ? sayFailure(failure) : null} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles['feet']}><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" disabled={!ready}>{t(kind)}</Button></div>
      </form>
    </Modal>
  )
}
