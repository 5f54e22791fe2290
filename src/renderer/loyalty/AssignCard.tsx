import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, CallFailed, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { CameraButton } from '../ui/CameraButton.tsx'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import styles from './Loyalty.module.css'
import { shownCode } from './shown-code.ts'

/** Gives a card to a customer, and says so with the way back. */
export function useAssign(customerId: CustomerId, name: string, onFailure?: (failure: CallFailed) => boolean) {
  const { t } = useTranslation('loyalty')
  return useAct(async (code: string, takeUnknown: boolean) => {
    const card = await call('loyalty/assign-card', { requestId: newRequestId(), code, customerId, takeUnknown })
    const undo = () => void call('loyalty/unassign-card', { requestId: newRequestId(), code: card.code }).catch((error: unknown) => sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) }))
    sayToast({ tone: 'done', text: t('card-given', { code: shownCode(card.code), name }), undo })
    return card
  }, onFailure)
}

type Props = { readonly customerId: CustomerId; readonly name: string; readonly focus: boolean }

/** A scanner types the code and presses Enter; a person does the same. A code that was not made here is asked about once. */
export function AssignCard({ customerId, name, focus }: Props) {
  const { t } = useTranslation('loyalty')
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<CallFailed | null>(null)
  const assign = useAssign(customerId, name, (failed) => (setFailure(failed), true))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const isUnknown = failure?.code === 'card-unknown' && code.replace(/\W/g, '').length >= 4
  const send = async () => {
    if (code.trim() === '' || assign.busy) return
    if (await assign.run(code.trim(), isUnknown)) setCode('')
  }
  return (
    <form className={styles['assign']} onSubmit={(event) => (event.preventDefault(), setFailure(null), void send())}>
      <TextInput
        aria-label={t('give-card')} placeholder={t('give-card-how')} value={code} maxLength={64} autoComplete="off" spellCheck={false} data-takes-scan="enter" error={failure && (isUnknown ? t('card-foreign', { code: code.trim() }) : sayFailure(failure))}
        rightSection={<CameraButton onCode={({ text }) => (setFailure(null), setCode(text.slice(0, 64)), field.current?.focus())} />} rightSectionWidth={48} rightSectionPointerEvents="all"
        ref={field} onChange={(event) => (setFailure(null), setCode(event.currentTarget.value))}
      />
      <Button type="submit" variant="default" disabled={code.trim() === '' || assign.busy}>{t(isUnknown ? 'give-anyway' : 'give')}</Button>
    </form>
  )
}
