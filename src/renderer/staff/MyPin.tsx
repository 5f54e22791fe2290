import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import styles from './StaffPage.module.css'

/** A person changes their own PIN; wrong tries at the present one count like those of signing in. */
export function MyPin() {
  const { t } = useTranslation('staff')
  const [opened, open] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => open(true)}>{t('change-pin')}</Button>
      {opened && <MyPinDialog onClose={() => open(false)} />}
    </>
  )
}

const isPin = (typed: string) => /^\d{4,8}$/.test(typed)

function MyPinDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('staff')
  return (
    <Modal opened onClose={onClose} title={t('change-pin')} size={400} closeButtonProps={{ 'aria-label': t('close') }}>
      <MyPinForm onDone={onClose} leave={{ label: t('cancel'), do: onClose }} />
    </Modal>
  )
}

type FormProps = { readonly onDone: () => void; readonly leave: { readonly label: string; readonly do: () => void } }

/** The PIN one has, the PIN one wants; what main refuses is said at the field it is about. */
export function MyPinForm({ onDone, leave }: FormProps) {
  const { t } = useTranslation('staff')
  const [pins, setPins] = useState({ currentPin: '', pin: '' })
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<CallFailed | null>(null)
  const act = useAct(async () => {
    await call('staff/change-my-pin', { requestId: newRequestId(), ...pins })
    sayToast({ tone: 'done', text: t('pin-saved') })
    onDone()
  }, (failure) => {
    setRefused(failure)
    return true
  })
  const change = (changes: Partial<typeof pins>) => {
    setRefused(null)
    setPins((before) => ({ ...before, ...changes }))
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPin(pins.currentPin) && isPin(pins.pin)) void act.run()
  }
  const isAboutNew = refused?.facts['field'] === 'pin'
  const problem = (typed: string, answered: boolean) => (refused && answered ? sayPin(refused, t) : tried && !isPin(typed) ? t('pin-wrong') : undefined)
  return (
    <form className={styles['fields']} onSubmit={save} noValidate>
      <PinField label={t('current-pin')} value={pins.currentPin} error={problem(pins.currentPin, !isAboutNew)} first onChange={(currentPin) => change({ currentPin })} />
      <PinField label={t('new-pin')} value={pins.pin} error={problem(pins.pin, isAboutNew)} onChange={(pin) => change({ pin })} />
      <div className={styles['foot']}>
        <Button variant="default" className={styles['last'] ?? ''} onClick={leave.do}>{leave.label}</Button>
        <Button type="submit" loading={act.busy}>{t('save')}</Button>
      </div>
    </form>
  )
}

const sayPin = (failure: CallFailed, t: (key: string, facts: { count: number }) => string): string =>
  failure.code === 'wrong-pin' ? t('wrong-pin', { count: Number(failure.facts['left']) }) : sayFailure(failure)

const focusOn = (input: HTMLInputElement | null) => input?.focus()
type FieldProps = { readonly label: string; readonly value: string; readonly error: string | undefined; readonly first?: boolean; readonly onChange: (pin: string) => void }

function PinField({ label, value, error, first = false, onChange }: FieldProps) {
  const { t } = useTranslation('staff')
  return (
    <PasswordInput
      label={label} value={value} error={error} maxLength={8} inputMode="numeric" autoComplete="off" {...(first ? { 'data-autofocus': true, ref: focusOn } : {})}
      visibilityToggleButtonProps={{ 'aria-label': t('show-pin') }} onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
