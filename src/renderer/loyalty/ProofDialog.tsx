import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import { DateField, useDates } from '../ui/DateField.tsx'
import styles from './Points.module.css'
import { ByAnswer, ByCode, type ProofFacts } from './ProofByWord.tsx'

type Proof = NonNullable<Input<'loyalty/claim'>['proof']>
export type How = Proof['kind']
type Props = { readonly how: How; readonly facts: ProofFacts; readonly wrong: boolean; readonly busy: boolean; readonly onProof: (proof: Proof) => void; readonly onClose: () => void }

/** Anyone can name a phone number: before many points are spent the customer shows their card, or knows their birthday. */
export function ProofDialog({ how, facts, wrong, busy, onProof, onClose }: Props) {
  const { t } = useTranslation('loyalty')
  return (
    <Modal opened onClose={onClose} title={t('check-title')} size="md" zIndex={320} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {how === 'card' && <ByCard wrong={wrong} busy={busy} onProof={onProof} />}
      {how === 'last4-and-birthday' && <ByBirthday wrong={wrong} busy={busy} onProof={onProof} />}
      {how === 'security-answer' && <ByAnswer facts={facts} wrong={wrong} busy={busy} onProof={onProof} />}
      {how === 'sms-code' && <ByCode facts={facts} wrong={wrong} busy={busy} onProof={onProof} />}
    </Modal>
  )
}

type PartProps = Pick<Props, 'wrong' | 'busy' | 'onProof'>

function ByCard({ wrong, busy, onProof }: PartProps) {
  const { t } = useTranslation('loyalty')
  const [code, setCode] = useState('')
  const ready = code.trim() !== ''
  return (
    <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && onProof({ kind: 'card', code: code.trim() }))}>
      <p className={styles['sentence']}>{t('check-card')}</p>
      <TextInput label={t('card-code')} value={code} maxLength={64} autoComplete="off" data-autofocus error={wrong ? t('refusals:proof-wrong') : null} onChange={(event) => setCode(event.currentTarget.value)} />
      <Button type="submit" disabled={!ready || busy}>{t('check')}</Button>
    </form>
  )
}

function ByBirthday({ wrong, busy, onProof }: PartProps) {
  const { t } = useTranslation('loyalty')
  const [last4, setLast4] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const { read } = useDates()
  const born = read.birth(birthDate)
  const ready = /^\d{4}$/.test(last4) && born !== null
  return (
    <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && onProof({ kind: 'last4-and-birthday', last4, birthDate: born }))}>
      <p className={styles['sentence']}>{t('check-birthday')}</p>
      <TextInput label={t('last-4')} value={last4} maxLength={4} inputMode="numeric" autoComplete="off" data-autofocus error={wrong ? t('refusals:proof-wrong') : null} onChange={(event) => setLast4(event.currentTarget.value.replace(/\D/g, ''))} />
      <DateField label={t('profile:birth-date')} kind="birth" value={birthDate} onChange={setBirthDate} />
      <Button type="submit" disabled={!ready || busy}>{t('check')}</Button>
    </form>
  )
}
