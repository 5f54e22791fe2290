import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { Totals } from '../../main/sales/sale.ts'
import type { Cents } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Display, Keypad } from '../ui/Keypad.tsx'
import { Due } from './Due.tsx'
import styles from './Pay.module.css'
import type { Offer } from './use-pay.ts'

type Account = NonNullable<Output<'accounts/on-cart'>>
type Props = { readonly totals: Totals; readonly busy: boolean; readonly onPay: (offer: Offer) => void; readonly taken: ReactNode; readonly account: Account }

/** Pay later: all that is due, or part of it, goes on the customer's account; what that comes to is said before the tap. */
export function LaterPanel({ totals, busy, onPay, taken, account }: Props) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState('')
  const most = Math.min(totals.dueCents, account.mostCents ?? totals.dueCents)
  const amount = typed === '' ? most : format.readMoney(typed)
  const tooMuch = amount !== null && amount > most
  const isOwn = amount !== null && amount <= account.creditCents
  const missing = account.poRequired && !isOwn && order.trim() === ''
  const ready = amount !== null && amount > 0 && !tooMuch && !missing && !busy
  const take = () => ready && onPay({ kind: 'account', amountCents: amount as Cents, givenCents: amount as Cents, reference: order.trim() })
  return (
    <form className={styles['two']} onSubmit={(event) => (event.preventDefault(), take())}>
      <div className={styles['left']}>
        <Due cents={totals.dueCents} exactly={totals.dueCents} />
        <Standing account={account} afterCents={account.afterCents - most + (amount ?? 0)} />
        <TextInput
          label={t('order-number')} description={account.poRequired ? t('order-needed') : t('order-what')} required={account.poRequired} size="lg" value={order} maxLength={64} autoComplete="off" spellCheck={false}
          onChange={(event) => setOrder(event.currentTarget.value)} {...(account.poRequired ? { 'data-autofocus': true } : {})}
        />
        {taken}
      </div>
      <div className={styles['right']}>
        <Display label={t('on-account')} shown={typed} hint={format.amount(most)} />
        <Keypad typed={typed} onType={setTyped} decimals={format.digits} />
        <p className={styles['rest']} role="status">
          {tooMuch && (amount > totals.dueCents ? t('refusals:tender-too-much') : t('credit-most', { amount: format.money(most) }))}
          {amount !== null && amount < totals.dueCents && t('still-missing', { amount: format.money(totals.dueCents - amount) })}
        </p>
        <Button type="submit" size="xl" fullWidth disabled={!ready} {...(account.poRequired ? {} : { 'data-autofocus': true })}>{t(isOwn && (amount ?? 0) > 0 ? 'use-credit' : 'put-on-account', { amount: format.money(amount ?? 0) })}</Button>
      </div>
    </form>
  )
}

/** What they will owe, by when, and what stands in the way. */
function Standing({ account, afterCents }: { readonly account: Account; readonly afterCents: number }) {
  const { t } = useTranslation('pay')
  const { money, day } = useFormat()
  const { limitCents, lateDays, isLate, dueOn } = account
  if (afterCents <= 0) return <p className={styles['how']}>{afterCents < 0 ? t('credit-stays', { amount: money(0 - afterCents) }) : t('credit-used')}</p>
  const overCents = limitCents === null ? 0 : Math.max(0, afterCents - limitCents)
  return (
    <>
      <p className={styles['how']}>
        {t('will-owe', { amount: money(Math.max(0, afterCents)) })}{limitCents !== null && ` · ${t('of-limit', { amount: money(limitCents) })}`}<br />{t('due-on', { day: day(dueOn) })}
      </p>
      {overCents > 0 && <p className={styles['warned']} role="alert"><IconAlertTriangle size={20} aria-hidden /><span>{t('over-by', { amount: money(overCents) })}</span></p>}
      {isLate && <p className={styles['warned']} role="alert"><IconAlertTriangle size={20} aria-hidden /><span>{t('late-by', { count: lateDays })}</span></p>}
    </>
  )
}
