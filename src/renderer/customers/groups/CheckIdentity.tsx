import { Button, Modal, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { whenOnTop } from '../../ui/on-top.ts'
import { useAct } from '../../use-call.ts'
import { sayFailure } from '../../words.ts'
import styles from './Groups.module.css'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly question: string; readonly onClose: () => void }

/** Is this who they say they are? Their own question is read out, and the answer typed as they say it (S2-12). Five wrong ones lock it. */
export function CheckIdentity({ customerId, name, question, onClose }: Props) {
  const { t } = useTranslation('groups')
  const [answer, setAnswer] = useState('')
  const [said, say] = useState<{ readonly ok: boolean; readonly text: string } | null>(null)
  const checking = useAct(async () => {
    await call('customers/check-identity', { customerId, answer: answer.trim() })
    say({ ok: true, text: t('identity-right', { name }) })
  }, (failure) => {
    const isWrong = failure.code === 'proof-wrong'
    say({ ok: false, text: isWrong ? t('identity-wrong', { count: Number(failure.facts['left'] ?? 0) }) : sayFailure(failure) })
    setAnswer('')
    return true
  })
  const ready = answer.trim() !== '' && !checking.busy
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('check-title', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), ready && void checking.run())}>
        <TextInput label={question} description={t('identity-what')} value={answer} maxLength={100} autoComplete="off" spellCheck={false} data-autofocus disabled={said?.ok ?? false} onChange={(event) => (said?.ok === false && say(null), setAnswer(event.currentTarget.value))} />
        <p className={said?.ok ? styles['good'] : styles['bad']} role="status" style={{ margin: 0, minHeight: 24 }}>{said?.ok && <IconCheck size={18} aria-hidden style={{ verticalAlign: 'text-bottom' }} />} {said?.text}</p>
        <div className={styles['feet']}>
          <Button variant={said?.ok ? 'filled' : 'default'} onClick={onClose}>{t('ui:close')}</Button>
          {!said?.ok && <Button type="submit" disabled={!ready} loading={checking.busy}>{t('check')}</Button>}
        </div>
      </form>
    </Modal>
  )
}
