import { Autocomplete, Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAct, useAsk } from '../use-call.ts'
import { usualQuestions } from '../usual-questions.ts'
import loyalty from './Loyalty.module.css'
import styles from './Points.module.css'
import { useTerms } from './use-points.ts'

type Props = { readonly customerId: CustomerId; readonly name: string; /** In the customer's form it stands whatever the programme asks. */ readonly always?: boolean }

/** By which question this customer is known when many points are spent. Shown where the programme asks it, or where one was set. */
export function SecurityQuestion({ customerId, name, always = false }: Props) {
  const { t } = useTranslation('loyalty')
  const asked = useAsk('loyalty/security', { customerId }, ['customer-changed']).data
  const wanted = useTerms()?.redemption.check === 'security-answer'
  const [open, setOpen] = useState(false)
  if (!asked || (!always && !wanted && asked.question === null)) return null
  return (
    <section aria-label={t('security')}>
      <h3 className={loyalty['title']}>{t('security')}</h3>
      <div className={loyalty['bar']}>
        <span>{asked.question ?? t('security-none')}</span>
        <Button variant="default" onClick={() => setOpen(true)}>{t(asked.question === null ? 'security-set' : 'security-change')}</Button>
      </div>
      {open && <SecurityDialog customerId={customerId} name={name} known={asked.question} onClose={() => setOpen(false)} />}
    </section>
  )
}

function SecurityDialog({ customerId, name, known, onClose }: Props & { readonly known: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation('loyalty')
  const [question, setQuestion] = useState(known ?? '')
  const own = useAsk('customers/rules', {}, ['shop-changed']).data?.questions ?? []
  const [answer, setAnswer] = useState('')
  const saving = useSecurity(customerId, name, onClose)
  const ready = question.trim() !== '' && answer.trim() !== '' && !saving.busy
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('security-title', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && void saving.run(question.trim(), answer.trim()))}>
        <p className={styles['under']}>{t('security-why')}</p>
        <Autocomplete label={t('security-question')} placeholder={t('security-example')} data={own.length > 0 ? [...own] : usualQuestions(t)} value={question} maxLength={120} data-autofocus styles={{ option: { minHeight: 44 } }} onChange={setQuestion} />
        <TextInput label={t('security-answer')} value={answer} maxLength={100} autoComplete="off" spellCheck={false} onChange={(event) => setAnswer(event.currentTarget.value)} />
        <div className={styles['feet']}>
          {known !== null && <Button variant="subtle" color="red" disabled={saving.busy} onClick={() => void saving.run('', '')}>{t('security-remove')}</Button>}
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!ready}>{t('security-save')}</Button>
        </div>
      </form>
    </Modal>
  )
}

/** The first is saved at once; another one, or taking it away, asks for a manager's PIN. */
function useSecurity(customerId: CustomerId, name: string, onDone: () => void) {
  const { t } = useTranslation('loyalty')
  const approved = useApproved()
  return useAct(async (question: string, answer: string) => {
    const requestId = newRequestId()
    const saved = await approved(t('approve-security', { name }), (approvalId) => call('loyalty/set-security', { requestId, customerId, question, answer, approvalId }))
    if (!saved) return
    sayToast({ tone: 'done', text: t(saved.question === null ? 'security-removed' : 'security-saved', { name }) })
    onDone()
  })
}
