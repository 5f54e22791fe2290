import { Button, Modal, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { ApprovalId, Cents, CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAct } from '../use-call.ts'
import styles from './Accounts.module.css'
import { BalanceTaken } from './BalanceTaken.tsx'

type Paid = Output<'accounts/pay-out'>
type Props = { readonly customerId: CustomerId; readonly name: string; readonly creditCents: number; readonly onClose: () => void }

/** Pay out credit: how much of it, in cash, after a manager's PIN; or leave it, and it pays for the next sale. Then what to hand out, and the paper to sign. */
export function PayOut({ customerId, name, creditCents, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const [paid, setPaid] = useState<Paid | null>(null)
  return (
    <Modal
      opened onClose={whenOnTop(onClose)} size={520} title={t(paid ? 'paid-out' : 'pay-out-of', { name })} closeButtonProps={{ 'aria-label': t('ui:close') }} closeOnClickOutside={paid === null}
    >
      {paid ? <BalanceTaken customerId={customerId} paid={paid} onClose={onClose} isOut /> : <HowMuch customerId={customerId} name={name} creditCents={creditCents} onClose={onClose} onPaid={setPaid} />}
    </Modal>
  )
}

function HowMuch({ customerId, name, creditCents, onClose, onPaid }: Props & { readonly onPaid: (paid: Paid) => void }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const { shop } = useHere()
  const [typed, setTyped] = useState(() => format.amount(creditCents))
  const [reason, setReason] = useState('')
  const amount = format.readMoney(typed)
  const wrong = amount === null || amount <= 0 ? t('amount-wrong') : amount > creditCents ? t('credit-most', { amount: format.money(creditCents) }) : undefined
  const paying = usePayOut({ customerId, name }, onPaid)
  const coins = Math.round((amount ?? 0) / shop.cashStepCents) * shop.cashStepCents
  return (
    <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), wrong === undefined && !paying.busy && void paying.run((amount ?? 0) as Cents, reason.trim()))}>
      <p className={styles['rest']}>{t('in-credit-amount', { amount: format.money(creditCents) })}</p>
      <TextInput label={t('amount')} inputMode="decimal" value={typed} maxLength={14} autoComplete="off" data-autofocus error={typed === '' ? undefined : wrong} onChange={(event) => setTyped(event.currentTarget.value)} />
      <TextInput label={t('reason-if-any')} value={reason} maxLength={200} onChange={(event) => setReason(event.currentTarget.value)} />
      <p className="muted">{t('or-next-sale')}</p>
      <div className={styles['feet']}>
        <Button variant="default" onClick={onClose}>{t('leave-credit')}</Button>
        <Button type="submit" disabled={wrong !== undefined} loading={paying.busy}>{t('pay-out-cash', { amount: format.money(wrong === undefined ? coins : 0) })}</Button>
      </div>
    </form>
  )
}

/** The same wish keeps its request id, so that a second tap or a lost answer pays out once. */
function usePayOut({ customerId, name }: Pick<Props, 'customerId' | 'name'>, onPaid: (paid: Paid) => void) {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const approved = useApproved()
  const held = useRef(new Map<string, ReturnType<typeof newRequestId>>())
  return useAct(async (amountCents: Cents, reason: string) => {
    const wish = `${amountCents}|${reason}`
    const requestId = held.current.get(wish) ?? newRequestId()
    held.current.set(wish, requestId)
    const done = await approved(t('approve-pay-out', { name, amount: money(amountCents) }), (approvalId: ApprovalId | null) => call('accounts/pay-out', { requestId, customerId, amountCents, reason, approvalId }))
    if (done) onPaid(done)
  })
}
