import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Totals } from '../../main/sales/sale.ts'
import type { Cents } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Due } from './Due.tsx'
import { Display, Keypad } from '../ui/Keypad.tsx'
import styles from './Pay.module.css'
import type { Offer } from './use-pay.ts'

type Props = { readonly totals: Totals; readonly busy: boolean; readonly onPay: (offer: Offer) => void; readonly taken: ReactNode }

/** Card: the terminal beside the till took it; here it is written down with the terminal's reference. */
export function CardPanel({ totals, busy, onPay, taken }: Props) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [reference, setReference] = useState('')
  const amount = typed === '' ? totals.dueCents : format.readMoney(typed)
  const tooMuch = amount !== null && amount > totals.dueCents
  const ready = amount !== null && amount > 0 && !tooMuch && reference.trim() !== '' && !busy
  const take = () => ready && onPay({ kind: 'card', amountCents: amount as Cents, givenCents: amount as Cents, reference: reference.trim() })
  return (
    <form className={styles['two']} onSubmit={(event) => (event.preventDefault(), take())}>
      <div className={styles['left']}>
        <Due cents={totals.dueCents} exactly={totals.dueCents} />
        <p className={styles['how']}>{t('card-how', { amount: format.money(amount ?? totals.dueCents) })}</p>
        <TextInput
          label={t('reference')} description={t('reference-what')} size="lg" value={reference} maxLength={64} autoComplete="off" spellCheck={false} data-autofocus
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {taken}
      </div>
      <div className={styles['right']}>
        <Display label={t('card-amount')} shown={typed} hint={format.amount(totals.dueCents)} />
        <Keypad typed={typed} onType={setTyped} decimals={format.digits} />
        <p className={styles['rest']} role="status">
          {tooMuch && t('refusals:tender-too-much')}
          {amount !== null && amount < totals.dueCents && t('still-missing', { amount: format.money(totals.dueCents - amount) })}
        </p>
        <Button type="submit" size="xl" fullWidth disabled={!ready}>{t('take-card', { amount: format.money(amount ?? 0) })}</Button>
      </div>
    </form>
  )
}
