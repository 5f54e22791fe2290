import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { CustomerId, Json } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import styles from './Points.module.css'

type Proof = NonNullable<Input<'loyalty/claim'>['proof']>
export type ProofFacts = Readonly<Record<string, Json>>
type Props = { readonly facts: ProofFacts; readonly wrong: boolean; readonly busy: boolean; readonly onProof: (proof: Proof) => void }

/** The customer's own question, read out by the cashier; the answer is typed as they say it. */
export function ByAnswer({ facts, wrong, busy, onProof }: Props) {
  const { t } = useTranslation('loyalty')
  const [answer, setAnswer] = useState('')
  const question = typeof facts['question'] === 'string' ? facts['question'] : null
  const ready = answer.trim() !== ''
  if (question === null) return <p className={styles['sentence']}>{t('no-security-question')}</p>
  return (
    <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && onProof({ kind: 'security-answer', answer: answer.trim() }))}>
      <p className={styles['sentence']}>{t('check-answer')}</p>
      <TextInput label={question} value={answer} maxLength={100} autoComplete="off" spellCheck={false} data-autofocus error={wrong ? sayWrong(t, facts) : null} onChange={(event) => setAnswer(event.currentTarget.value)} />
      <Button type="submit" disabled={!ready || busy}>{t('check')}</Button>
    </form>
  )
}

type Say = (word: string, facts: { count: number }) => string
const sayWrong = (t: Say, { left }: ProofFacts): string => t('proof-left', { count: Number(left ?? 0) })

const digits = 6
/** A code goes to the customer's phone, and the customer reads it out. */
export function ByCode({ facts, wrong, busy, onProof }: Props) {
  const { t } = useTranslation('loyalty')
  const [code, setCode] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const sending = useAct(async () => {
    const sent = await call('loyalty/send-code', { requestId: newRequestId(), customerId: facts['customerId'] as CustomerId })
    setTo(sent.to)
    setCode('')
  })
  const ready = code.length === digits
  return (
    <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && onProof({ kind: 'sms-code', code }))}>
      <p className={styles['sentence']}>{to === null ? t('check-code') : t('code-sent', { to })}</p>
      <Button variant={to === null ? 'filled' : 'default'} loading={sending.busy} onClick={() => void sending.run()}>{t(to === null ? 'send-code' : 'send-again')}</Button>
      <TextInput label={t('code-label')} value={code} maxLength={digits} inputMode="numeric" autoComplete="off" error={wrong ? sayWrong(t, facts) : null} onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ''))} />
      <Button type="submit" disabled={!ready || busy}>{t('check')}</Button>
    </form>
  )
}
