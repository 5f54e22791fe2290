import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalId, Cents, CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAct } from '../use-call.ts'
import styles from './Accounts.module.css'
import type { Account } from './use-account.ts'

export type Correction = 'adjust' | 'write-off'
type Props = { readonly customerId: CustomerId; readonly name: string; readonly account: Account; readonly act: Correction; readonly onClose: () => void }
type Direction = 'add' | 'take-off'

/** Adjust, or write off all that is owed: says what will stand afterwards, asks why, and then for the PIN. */
export function CorrectDialog({ customerId, name, account, act, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [direction, turn] = useState<Direction>('take-off')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const amount = act === 'write-off' ? account.balanceCents : format.readMoney(typed)
  const after = account.balanceCents + (amount ?? 0) * (act === 'adjust' && direction === 'add' ? 1 : -1)
  const doing = useCorrect({ customerId, name, act, direction, amount }, onClose)
  const ready = amount !== null && amount > 0 && reason.trim() !== '' && !doing.busy
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t(`${act}-title`, { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && void doing.run(reason.trim()))}>
        {act === 'write-off' ? <p className={styles['rest']}>{t('write-off-what', { amount: format.money(account.balanceCents) })}</p> : (
          <>
            <SegmentedControl
              fullWidth aria-label={t('direction')} value={direction} onChange={(next) => turn(next as Direction)} data={[{ value: 'take-off', label: t('take-off') }, { value: 'add', label: t('add') }]}
            />
            <TextInput
              label={t('amount')} inputMode="decimal" value={typed} maxLength={14} autoComplete="off" data-autofocus error={typed !== '' && amount === null ? t('amount-wrong') : undefined}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </>
        )}
        <TextInput label={t('reason')} value={reason} maxLength={200} onChange={(event) => setReason(event.currentTarget.value)} {...(act === 'write-off' ? { 'data-autofocus': true } : {})} />
        <p className={styles['rest']} role="status">{amount !== null && amount > 0 && (after < 0 ? t('then-credit', { amount: format.money(0 - after) }) : t('then-owes', { amount: format.money(after) }))}</p>
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!ready}>{t(act)}</Button>
        </div>
      </form>
    </Modal>
  )
}

type Wish = { readonly customerId: CustomerId; readonly name: string; readonly act: Correction; readonly direction: Direction; readonly amount: number | null }
function useCorrect({ customerId, name, act, direction, amount }: Wish, onDone: () => void) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const approved = useApproved()
  const [held] = useState(() => new Map<string, ReturnType<typeof newRequestId>>())
  return useAct(async (reason: string) => {
    const wish = [act, direction, amount, reason].join('|')
    const requestId = held.get(wish) ?? newRequestId()
    held.set(wish, requestId)
    const send = (approvalId: ApprovalId | null) => act === 'write-off' ? call('accounts/write-off', { requestId, customerId, reason, approvalId })
      : call('accounts/adjust', { requestId, customerId, direction, amountCents: (amount ?? 0) as Cents, reason, approvalId })
    const done = await approved(t(`approve-${act}`, { name, amount: money(amount ?? 0) }), send)
    if (!done) return
    sayToast({ tone: 'done', text: done.balanceCents < 0 ? t('done-credit', { name, amount: money(0 - done.balanceCents) }) : t('done-owes', { name, amount: money(done.balanceCents) }) })
    onDone()
  })
}
