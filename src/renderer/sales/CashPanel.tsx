import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Totals } from '../../main/sales/sale.ts'
import type { Cents } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { useHere } from '../here.ts'
import { Due } from './Due.tsx'
import { Display, Keypad } from '../ui/Keypad.tsx'
import styles from './Pay.module.css'
import { quickAmounts } from '../ui/quick-amounts.ts'
import type { Offer } from './use-pay.ts'

type Props = { readonly totals: Totals; readonly busy: boolean; readonly onPay: (offer: Offer) => void; readonly taken: ReactNode }

/** Cash: exact or a note in one tap, any other amount by keypad; what is put down above the due comes back as change. */
export function CashPanel({ totals, busy, onPay, taken }: Props) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const due = totals.dueInCashCents
  const given = typed === '' ? null : format.readMoney(typed)
  const put = (cents: number) => onPay({ kind: 'cash', amountCents: Math.min(cents, due) as Cents, givenCents: cents as Cents, reference: '' })
  return (
    <div className={styles['two']}>
      <div className={styles['left']}>
        <Due cents={due} exactly={totals.dueCents} />
        <QuickCash due={due} busy={busy} onPut={put} />
        {taken}
      </div>
      <div className={styles['right']}>
        <Display label={t('cash-given')} shown={typed} hint={format.amount(0)} />
        <Keypad typed={typed} onType={setTyped} decimals={format.digits} />
        <Take given={given} due={due} busy={busy} onTake={put} />
      </div>
    </div>
  )
}

function QuickCash({ due, busy, onPut }: { readonly due: number; readonly busy: boolean; readonly onPut: (cents: number) => void }) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const { shop } = useHere()
  return (
    <div className={styles['quick']} role="group" aria-label={t('quick-amounts')}>
      <Button className={styles['exact']} size="xl" disabled={busy} onClick={() => onPut(due)} data-autofocus>{t('exact')}</Button>
      {quickAmounts(due, shop.currency, format.digits).map((cents) => (
        <Button key={cents} size="xl" variant="default" disabled={busy} onClick={() => onPut(cents)} className="numbers">
          {format.money(cents)}
        </Button>
      ))}
    </div>
  )
}

/** Says before the tap what comes back, or what will still be missing. */
function Take({ given, due, busy, onTake }: { readonly given: number | null; readonly due: number; readonly busy: boolean; readonly onTake: (cents: number) => void }) {
  const { t } = useTranslation('pay')
  const format = useFormat()
  const button = useRef<HTMLButtonElement>(null)
  const ready = given !== null && given > 0
  useEffect(() => {
    if (ready) button.current?.focus()
  }, [ready])
  const rest = (given ?? 0) - due
  return (
    <>
      <p className={styles['rest']} role="status">
        {!ready ? '' : rest >= 0 ? t('change-will-be', { amount: format.money(rest) }) : t('still-missing', { amount: format.money(-rest) })}
      </p>
      <Button ref={button} size="xl" fullWidth disabled={!ready || busy} onClick={() => given !== null && onTake(given)}>
        {ready ? t('take-cash', { amount: format.money(given) }) : t('take')}
      </Button>
    </>
  )
}
