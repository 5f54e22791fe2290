import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct, useAsk } from '../use-call.ts'
import styles from './HelpPages.module.css'

/** A question to whoever looks after the program (S1-38): what goes along is shown before it goes, and it waits where nothing can leave. */
export function MessageUs({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('outbox')
  const [body, setBody] = useState('')
  const [withReport, setWithReport] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const [requestId] = useState(newRequestId)
  const report = useAsk('help/report', {}).data?.text ?? ''
  const send = useAct(async () => {
    if (body.trim() === '') return setProblem(t('message-needed'))
    await call('help/message', { requestId, body, withReport })
    sayToast({ tone: 'done', text: t('queued') })
    return onDone()
  })
  return (
    <section className={styles['article']} aria-label={t('message-us')}>
      <h2>{t('message-us')}</h2>
      <p>{t('message-us-why')}</p>
      <Textarea label={t('your-message')} value={body} onChange={(event) => setBody(event.currentTarget.value)} error={problem} maxLength={4_000} autosize minRows={5} maxRows={10} data-autofocus />
      <Checkbox my="sm" label={t('with-report')} checked={withReport} onChange={(event) => setWithReport(event.currentTarget.checked)} />
      {withReport && <pre className={styles['report']}>{report}</pre>}
      <Button loading={send.busy} onClick={() => void send.run()}>{t('send')}</Button>
    </section>
  )
}
