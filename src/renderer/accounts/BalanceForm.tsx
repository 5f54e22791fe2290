import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountEntryId, Cents, CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Display, Keypad } from '../ui/Keypad.tsx'
import { quickAmounts } from '../ui/quick-amounts.ts'
import styles from './Accounts.module.css'
import { ChooseCharges } from './ChooseCharges.tsx'
import { usePayBalance, type BalancePaid } from './use-pay-balance.ts'

type Props = { readonly customerId: CustomerId; readonly owedCents: number; readonly first: readonly AccountEntryId[]; readonly onPaid: (paid: BalancePaid) => void }

/** The keypad says how much is paid, all of it unless typed; then one tap says what was put down. */
export function BalanceForm({ customerId, owedCents, first, onPaid }: Props) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [method, setMethod] = useState<'cash' | 'card'>('cash')
  const [typed, setTyped] = useState('')
  const [chosen, choose] = useState(first)
  const paying = usePayBalance(onPaid)
  const amount = typed === '' ? owedCents : format.readMoney(typed)
  const tooMuch = amount !== null && amount > owedCents
  const ready = amount !== null && amount > 0 && !tooMuch && !paying.busy
  const pay = (givenCents: number, reference = '') => ready && paying.pay({ customerId, method, amountCents: amount as Cents, givenCents: givenCents as Cents, reference, chosen: [...chosen] })
  if (owedCents <= 0) return <Empty sentence={t('nothing-owed')} />
  return (
    <div className={styles['stack']}>
      <SegmentedControl
        fullWidth size="lg" value={method} onChange={(next) => (setMethod(next as 'cash' | 'card'), paying.clear())} aria-label={t('pay:how')}
        data={[{ value: 'cash', label: t('pay:cash') }, { value: 'card', label: t('pay:card') }]}
      />
      {paying.failure && <Failure failure={paying.failure} retry={paying.retry ?? paying.clear} />}
      <div className={styles['two']}>
        <div className={styles['column']}>
          <div><span className="muted">{t('owes')}</span><p className={styles['owed']}>{format.money(owedCents)}</p></div>
          {method === 'cash' ? <Cash amount={ready ? amount : null} onPut={pay} /> : <Card amount={ready ? amount : null} onTaken={(reference) => pay(amount ?? 0, reference)} />}
          <ChooseCharges customerId={customerId} chosen={chosen} onChosen={choose} />
        </div>
        <div className={styles['column']}>
          <Display label={t('amount-paid')} shown={typed} hint={format.amount(owedCents)} />
          <Keypad typed={typed} onType={setTyped} decimals={format.digits} />
          <p className={styles['rest']} role="status">
            {tooMuch ? t('refusals:payment-too-much') : amount !== null && amount < owedCents ? t('will-stay', { amount: format.money(owedCents - amount) }) : ''}
          </p>
        </div>
      </div>
    </div>
  )
}

const toCoins = (cents: number, step: number): number => Math.round(cents / step) * step

/** What was put down: the very amount, as near as coins reach, or the next notes. */
function Cash({ amount, onPut }: { readonly amount: number | null; readonly onPut: (cents: number) => void }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const { shop } = useHere()
  const due = toCoins(amount ?? 0, shop.cashStepCents)
  return (
    <div className={styles['quick']} role="group" aria-label={t('pay:quick-amounts')}>
      <Button className={styles['exact']} size="xl" disabled={amount === null} onClick={() => onPut(due)} data-autofocus>{t('exact-cash', { amount: format.money(due) })}</Button>
      {quickAmounts(due, shop.currency, format.digits).map((cents) => (
        <Button key={cents} size="xl" variant="default" disabled={amount === null} onClick={() => onPut(cents)} className="numbers">{format.money(cents)}</Button>
      ))}
    </div>
  )
}

function Card({ amount, onTaken }: { readonly amount: number | null; readonly onTaken: (reference: string) => void }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const [reference, setReference] = useState('')
  const ready = amount !== null && reference.trim() !== ''
  return (
    <form className={styles['column']} onSubmit={(event) => (event.preventDefault(), ready && onTaken(reference.trim()))}>
      <TextInput
        label={t('pay:reference')} description={t('pay:reference-what')} size="lg" value={reference} maxLength={64} autoComplete="off" spellCheck={false} data-autofocus
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <Button type="submit" size="xl" disabled={!ready}>{t('pay:take-card', { amount: format.money(amount ?? 0) })}</Button>
    </form>
  )
}
